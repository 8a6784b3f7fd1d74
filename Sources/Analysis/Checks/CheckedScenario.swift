public import CityModel
public import Diagnostics

/// A scenario, compiled, with all that was found odd or wrong.
public struct CheckedScenario: Sendable {
  /// The scenario, compiled: once, for the checks and for all that is done with it.
  public let blueprint: Blueprint
  /// What was found, in the order of the checks; none for a city that is in order.
  public let findings: [Diagnostic]

  /// Whether something found stops the run.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Compiles a scenario and looks through it.
  ///
  /// Where there are errors nothing is run.
  ///
  /// - Parameters:
  ///   - placed: The scenario and its files.
  ///   - effort: How much is computed for it.
  public init(_ placed: PlacedScenario, upTo effort: CheckEffort) {
    let blueprint = Blueprint(placed.scenario)
    self.blueprint = blueprint
    let read = Check.all.flatMap { check -> [Diagnostic] in
      switch check {
      case .scenario(let find): find(placed)
      case .model(let find): find(blueprint, placed)
      case .baseYear, .levers: []
      }
    }
    guard effort > .reading, !read.contains(where: { $0.severity == .error }) else {
      findings = read
      return
    }
    let baseYear = Trajectory(baseYearOf: blueprint)
    findings =
      read
      + Check.all.flatMap { check -> [Diagnostic] in
        switch check {
        case .baseYear(let find): find(baseYear)
        case .levers(let find): effort >= .levers ? find(blueprint) : []
        case .scenario, .model: []
        }
      }
  }
}
