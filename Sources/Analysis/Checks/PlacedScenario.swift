public import CityModel
public import Diagnostics

/// A scenario with the places where its files give what: where it is told what is odd about it.
public struct PlacedScenario: Sendable {
  /// The scenario.
  package let scenario: Scenario
  /// What a sweep varies, in the order given.
  let axes: [AxisValues]
  private let file: String
  private let place: @Sendable (ParameterPath) -> KeyPlace?

  /// Puts a scenario beside its files.
  ///
  /// - Parameters:
  ///   - scenario: The scenario, which was read without errors.
  ///   - axes: What a sweep varies.
  ///   - file: The file of the scenario, for what stands at no place in it.
  ///   - place: Gives the place of a path in the files; nothing where they do not give it.
  public init(
    _ scenario: Scenario, varying axes: [AxisValues] = [], in file: String,
    place: @escaping @Sendable (ParameterPath) -> KeyPlace?
  ) {
    self.scenario = scenario
    self.axes = axes
    self.file = file
    self.place = place
  }

  /// Where the files give a path; nothing where they do not.
  subscript(path: ParameterPath) -> KeyPlace? { place(path) }

  /// The key of a path, or the file as a whole.
  func key(_ path: ParameterPath) -> Span { place(path)?.key ?? .wholeFile(file) }
}
