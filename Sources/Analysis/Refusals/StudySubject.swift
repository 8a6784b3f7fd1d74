public import CityModel
public import Diagnostics

/// What a study is asked of, so that a refusal can name it and show its place.
public struct StudySubject: Sendable {
  /// A scenario as `city/scenario`, or the name of a table or a series.
  public let name: String
  /// The scenario; none where a table alone is studied.
  package let scenario: Scenario?
  /// The files as the user gave them, the one that is studied first.
  package var files: [String]
  /// The texts that were read, for their lines.
  public var texts: [SourceText]
  /// Where a part of what was observed stands, such as `emissions`, or all of it, `history`; nothing
  /// where observations have no place.
  package var place: (@Sendable (String) -> SourceLocation?)?
  /// Whether observations come from a table, whose faults are those of rows and columns.
  package var isTable: Bool { scenario == nil }

  /// A study of a scenario.
  public init(_ scenario: Scenario, files: [String] = [], texts: [SourceText] = []) {
    self.scenario = scenario
    self.files = files
    self.texts = texts
    name = scenario.fullId
    place = scenario.history.place
  }

  /// A study of a table, or of a series of it.
  public init(
    table name: String, files: [String], texts: [SourceText],
    place: @escaping @Sendable (String) -> SourceLocation?
  ) {
    self.name = name
    scenario = nil
    self.files = files
    self.texts = texts
    self.place = place
  }
}

/// An error of a study, which says in words why there is no answer once it knows what was asked about.
public protocol StudyError: Error {
  /// The words, and the status that says the same.
  func refusal(of subject: StudySubject) -> Refusal
}

extension History {
  /// Where a part of it stands, or all of it.
  @Sendable public func place(of name: String) -> SourceLocation? {
    let whole = ParameterPath("history")
    return places[name == "history" ? whole : whole / name]
  }
}
