import CityModel
import Diagnostics

/// One thing that may be odd about a city, or wrong with it as a whole: what is looked at to find it, and
/// how.
///
/// A check and its words stand in one file. What follows from the text of a file alone, as a slip between
/// two points of a series, is told while the file is read; ScenarioFiles does so.
enum Check: Sendable {
  /// Looks at the scenario as it was read.
  case scenario(@Sendable (PlacedScenario) -> [Diagnostic])
  /// Looks at the model that is made of it.
  case model(@Sendable (Blueprint, PlacedScenario) -> [Diagnostic])
  /// Looks at the results of the base year.
  case baseYear(@Sendable (Trajectory) -> [Diagnostic])
  /// Looks at runs with each of the levers.
  case levers(@Sendable (Blueprint) -> [Diagnostic])

  /// All checks, in the order in which they are told at one place.
  static let all: [Check] = [
    .valueAdded, .heatingValues, .missedBases, .learning, .historyAgainstDrivers, .unansweredPrice,
    .supply, .uncertainties, .axes,
    .reportedTotals, .unusualValues, .factorsOfOne, .madeUpHistory,
    .raisingLevers, .untouchedSources,
  ]

  /// What has to be done for it.
  var effort: CheckEffort {
    switch self {
    case .scenario, .model: .reading
    case .baseYear: .baseYear
    case .levers: .levers
    }
  }
}

/// How much is computed to find what is odd about a city; each includes those before.
public enum CheckEffort: Int, Comparable, Sendable {
  /// Nothing: what was read is looked at.
  case reading
  /// The base year.
  case baseYear
  /// The whole run, with each lever alone and without each.
  case levers

  /// Whether one is less than another.
  public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
}
