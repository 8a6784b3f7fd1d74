/// A kind of fault, whole: its name, what it means, what to do about it and how it comes about.
///
/// Each is declared once, in the file of its theme; the manual lists ``allCases``. A part that is
/// missing does not compile.
public struct DiagnosticCode: Sendable {
  /// The name, in lower-case words joined by `-`: the same in every version, for searching and tests.
  public let id: String
  /// What the code stands for, in one line.
  public let meaning: Text
  /// What to do about it; the message of a fault often knows more.
  public let cure: Text
  /// What a file may say to earn it, where a few lines can show it: YAML that stands below
  /// `extends: peak.yaml` in a file beside the `peak.yaml` of a new city.
  public let example: String?

  /// Declares a kind of fault; only here, so that two never have one name.
  init(_ id: String, meaning: Text, cure: Text, example: String?) {
    self.id = id
    self.meaning = meaning
    self.cure = cure
    self.example = example
  }
}

extension DiagnosticCode: Hashable {
  /// Two codes are the same if their names are.
  public static func == (left: Self, right: Self) -> Bool { left.id == right.id }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension DiagnosticCode: CaseIterable {
  /// All of them, in the order of the manual.
  public static let allCases: [Self] =
    keys + values + plans + history + yaml + files + tables + workbooks
}
