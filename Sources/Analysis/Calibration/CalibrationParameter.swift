public import CityModel

/// A number that is fitted: one parameter of a scenario, or by `*` several that share a factor.
public struct CalibrationParameter: Sendable {
  /// The path, or pattern, as it was asked for.
  public let pattern: ParameterPath
  /// What the number does to the parameters.
  public let change: Axis.Change
  /// The parameters.
  public let members: [Parameter]
  /// Where the search begins.
  public let start: Double
  /// Between which numbers it searches.
  public let bounds: ClosedRange<Double>

  /// The number's unit: 1 for a factor, else that of the model.
  public var unit: String {
    guard change == .replace || change == .add, let first = members.first else { return "1" }
    return first.unit
  }

  /// What the number is named by in tables and messages.
  public var name: String { "\(pattern):\(change.rawValue)" }

  var axes: [Axis] { members.map { .parameter($0.path, change) } }

  /// Finds the parameters and the bounds within which they are possible.
  ///
  /// - Parameters:
  ///   - pattern: The path; a segment may be `*`.
  ///   - change: What the number does.
  ///   - wanted: Bounds that were asked for, in the unit of the number.
  ///   - scenario: The scenario.
  /// - Throws: ``CalibrationError``.
  public init(
    _ pattern: ParameterPath, _ change: Axis.Change, within wanted: ClosedRange<Double>?,
    of scenario: Scenario
  ) throws(CalibrationError) {
    members = scenario.parameters.filter { $0.path.matches(pattern) }
    guard !members.isEmpty else {
      throw .unknownParameter(pattern, known: scenario.parameters.map(\.path.description))
    }
    if change == .grow, let constant = members.first(where: { $0.declaration.time != .yearly }) {
      throw .notYearly(constant.path)
    }
    if change == .replace, Set(members.map { $0.unit }).count > 1 {
      throw .severalUnits(pattern)
    }
    self.pattern = pattern
    self.change = change
    let possible = Self.possible(change, members)
    let range = wanted ?? Self.usual(change, members)
    let low = max(range.lowerBound, possible.lowerBound)
    let high = min(range.upperBound, possible.upperBound)
    guard low < high else { throw .noRoom(pattern, possible: possible) }
    bounds = low...high
    let given = change == .replace ? members[0].values[0] : change == .add ? 0 : 1
    start = given > low && given < high ? given : (low + high) / 2
  }

  /// Where it is searched if nobody says: factors from a fifth to five, growth within ten percent.
  private static func usual(_ change: Axis.Change, _ members: [Parameter]) -> ClosedRange<Double> {
    switch change {
    case .multiply: return 0.2...5
    case .grow: return 0.9...1.1
    case .add: return -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    case .replace:
      let value = members[0].values[0]
      return value == 0
        ? members[0].bounds : min(value / 10, value * 10)...max(value / 10, value * 10)
    }
  }

  /// Where every parameter stays within its own bounds in every year.
  private static func possible(
    _ change: Axis.Change, _ members: [Parameter]
  ) -> ClosedRange<Double> {
    var low = change == .replace ? -Double.greatestFiniteMagnitude : 1e-9
    var high = Double.greatestFiniteMagnitude
    for member in members {
      let least = member.bounds.lowerBound
      let most = member.bounds.upperBound
      for (year, value) in member.values.enumerated() {
        switch change {
        case .replace:
          low = max(low, least)
          high = min(high, most)
        case .add:
          low = max(low, least - value)
          high = min(high, most - value)
        case .multiply where value > 0:
          low = max(low, least / value)
          high = min(high, most / value)
        case .grow where value > 0 && year > 0:
          let root = 1 / Double(year)
          low = max(low, power(least / value, root))
          high = min(high, power(most / value, root))
        case .multiply, .grow: break
        }
      }
    }
    return low...max(low, high)
  }
}

/// Why a scenario cannot be fitted.
public enum CalibrationError: Error, Sendable {
  /// The scenario has no such number; the others are known.
  case unknownParameter(ParameterPath, known: [String])
  /// A number that is the same in all years does not grow.
  case notYearly(ParameterPath)
  /// One number cannot replace values of several units.
  case severalUnits(ParameterPath)
  /// The bounds asked for leave nothing that is possible.
  case noRoom(ParameterPath, possible: ClosedRange<Double>)
  /// The variants cannot be made.
  case axis(AxisError)
  /// Two fitted patterns name one parameter, or the lock needs one that is fitted.
  case namedTwice(ParameterPath)
  /// The history has no values of what is to be fitted.
  case noHistory(CalibrationSeries.Subject)
  /// None of the observed years lies in the run.
  case noOverlap(CalibrationSeries.Subject, observed: ClosedRange<Int>, run: ClosedRange<Int>)
  /// There are not as many observations as parameters.
  case tooFewObservations(found: Int, parameters: Int)
  /// These numbers change nothing that is observed.
  case withoutEffect([String])
  /// The data cannot tell these numbers apart.
  case undetermined([String])
  /// The search ended before it converged.
  case notConverged(steps: Int)
  /// The scenario itself has no results.
  case fault(VariantFault)
  /// The inventory has no value for the base year.
  case noInventory(year: Int)
  /// No factor in reach brings the base year to the inventory.
  case cannotLock(found: Double, observed: Double)
  /// A hindcast needs years to fit and years to predict.
  case noYearsToPredict(until: Int)
  /// A table or history lacks a series that the fit needs, or years in which all stand.
  case lacks(String)
  /// A series of a logarithmic fit has a value that is not above 0.
  case notPositive(String, year: Int)
  /// A potential that is given is below what was observed, of levels at one x, of adopters in all.
  case belowObserved(saturation: Double, observed: Double, x: Double?)
  /// The solver's own reason.
  case solver(String)
}
