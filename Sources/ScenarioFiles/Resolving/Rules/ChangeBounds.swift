import CityModel
import Glibc

/// How far a quantity may go from one point to the next before the number is looked at.
///
/// ```text
/// factor > max(least, (1 + growth)^years),   upwards also > most
/// ```
///
/// A slip of unit by ten is caught between points of any distance where `most` is below ten, and
/// between points five years apart where growth is below 58 % a year. The bounds are those beyond
/// which no series of the bundled cities goes, with room.
struct ChangeBounds {
  /// What may always be: measurement, one odd year.
  private let least: Double
  /// What may be each year.
  private let growth: Double
  /// What no rise may be, however long it takes.
  private let most: Double

  /// People: a city that gains a tenth every year doubles in seven.
  private static let population = ChangeBounds(least: 1.3, growth: 0.1, most: 5)
  /// Value added.
  private static let product = ChangeBounds(least: 1.5, growth: 0.2, most: 10)
  /// What is built or bought by plan: capacities, contracts, storage.
  ///
  /// The first gigawatts of a technology come tenfold in a few years.
  private static let supply = ChangeBounds(least: 3, growth: 2, most: .infinity)
  /// All else: activities, stocks, intensities, factors, prices.
  static let common = ChangeBounds(least: 3, growth: 0.4, most: 8)

  private init(least: Double, growth: Double, most: Double) {
    self.least = least
    self.growth = growth
    self.most = most
  }

  /// The bounds of a parameter.
  init(_ reading: Reading, at path: ParameterPath) {
    switch path.description {
    case "drivers.population": self = .population
    case "drivers.gdp", "history.gdp": self = .product
    default:
      let isAmount = ["GW", "GWh", "PJ", "Mt", "MtCO2"].contains(reading.unit)
      self = isAmount && path.segments.first == "energy" ? .supply : .common
    }
  }

  /// Whether a way from one value to another in some years is further than that.
  func areExceeded(from: Double, to: Double, years: Int) -> Bool {
    guard min(from, to) > 0 else { return false }
    let factor = max(from, to) / min(from, to)
    return factor > max(least, pow(1 + growth, Double(years))) || (to > from && factor > most)
  }

  /// Whether a value lies below both its neighbours by half as much again, where things rise or fall through;
  /// of shares also by five points.
  static func isDip(_ value: Double, from before: Double, and after: Double, isShare: Bool) -> Bool
  {
    let least = min(before, after)
    return value > 0 && 1.5 * value < least && (!isShare || least - value > 0.05)
  }

  /// Whether a value stands out from both its neighbours, threefold and on the same side.
  static func standsOut(_ value: Double, from before: Double, and after: Double) -> Bool {
    guard min(value, before, after) > 0 else { return false }
    return value > 3 * max(before, after) || 3 * value < min(before, after)
  }
}
