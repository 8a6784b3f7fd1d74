public import CityModel

/// Why the difference between two scenarios cannot be shared among levers.
public enum LeverGameFault: Error, Sendable {
  /// They are not of one city, one span of years and one way of counting.
  case mismatch(Mismatch)
  /// They differ in more than levers: the first parameter, word or table that differs.
  case notOnlyLevers(ParameterPath)
  /// With the levers of both declared side by side, one of the two is no longer what it is alone:
  /// their levers move different shares of one group. Named are the first thing whose results differ
  /// and the scenario.
  case notBetween(ParameterPath, String)
  /// No lever stands differently in the two.
  case nothingToShare
  /// There are more levers than a coalition can be written for.
  case tooManyLevers(Int)

  /// Makes sure that two scenarios differ in levers alone.
  static func check(
    _ scenario: Scenario, against reference: Scenario
  ) throws(LeverGameFault) {
    if let mismatch = Mismatch(between: reference, and: scenario) { throw .mismatch(mismatch) }
    let values = Dictionary(
      reference.parameters.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for parameter in scenario.parameters {
      let other = values[parameter.path]
      guard other?.values == parameter.values, other?.reading.name == parameter.reading.name else {
        throw .notOnlyLevers(parameter.path)
      }
    }
    let known = Set(scenario.parameters.map(\.path))
    if let only = reference.parameters.first(where: { !known.contains($0.path) }) {
      throw .notOnlyLevers(only.path)
    }
    let paths =
      difference(scenario.choices, reference.choices)
      + difference(scenario.tables, reference.tables)
      + difference(scenario.members.mapValues(Set.init), reference.members.mapValues(Set.init))
    if let first = paths.min() { throw .notOnlyLevers(first) }
  }

  /// The paths whose values differ.
  private static func difference<Value: Equatable>(
    _ one: [ParameterPath: Value], _ other: [ParameterPath: Value]
  ) -> [ParameterPath] {
    Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }
  }
}

/// Levers that cannot be pulled without others.
public struct ImpossibleCombination: Error, Sendable {
  /// The ids of levers that are impossible together, none of which can be left out.
  public let pulled: [String]
  /// The ids of levers each of which would make it possible.
  package let companions: [String]
  /// What is impossible.
  public let fault: VariantFault
}
