import CityModel
import Diagnostics

/// What a record says of the scenario it is of.
func subject(_ scenario: Scenario) -> [(key: String, value: JSONValue)] {
  [
    ("city", identity(scenario.city)),
    ("scenario", identity(scenario.identity)),
    ("years", years(scenario.years)),
    ("accounting", accounting(scenario.accounting)),
    ("market", market(scenario)),
  ]
}

/// An id and its names.
func identity(_ identity: Identity) -> JSONValue {
  .object([
    ("id", .string(identity.id)), ("name", .string(identity.name.english)),
    ("name_zh", .string(identity.name.chinese)),
  ])
}

/// First and last year.
func years(_ years: ClosedRange<Int>) -> JSONValue {
  .object([("base", .integer(years.lowerBound)), ("end", .integer(years.upperBound))])
}

/// The accounting choice, which every number of a run depends on.
func accounting(_ accounting: Accounting) -> JSONValue {
  .object([
    ("gases", .array(accounting.gases.map { .string($0.rawValue) })),
    ("gwp", .string(accounting.warmingPotential.rawValue)),
    ("electricity", .string(accounting.electricity.rawValue)),
    ("scopes", .array(accounting.countsScope2 ? [.integer(1), .integer(2)] : [.integer(1)])),
    ("peak_account", .string(accounting.peakAccount.rawValue)),
    ("inventory", .optional(accounting.inventory)),
    (
      "biogenic_capture",
      .string(
        (accounting.creditsBiogenicCapture
          ? Accounting.BiogenicCapture.credited : .notCredited).rawValue)
    ),
  ])
}

/// What observed emissions count, which they are held against.
func inventoryScope(_ scenario: Scenario) -> JSONValue {
  let scope = scenario.history.inventory
  let accounting = scenario.accounting
  guard !scenario.history.emissions.isEmpty else { return .null }
  let countsScope2 = scope.countsScope2 ?? accounting.countsScope2
  return .object([
    ("account", .string(scope.account.rawValue)),
    ("scopes", .array(countsScope2 ? [.integer(1), .integer(2)] : [.integer(1)])),
    ("excludes", .array(scope.excludes.map { .string($0.word) })),
  ])
}

/// Whether prices act back on demand and sales, and the price on carbon of each year [CNY/t].
///
/// Every year of a market that is on is in balance: a run in which one is not has no results.
func market(_ scenario: Scenario) -> JSONValue {
  guard let prices = scenario.carbonPrice else { return .null }
  let isOn = scenario.isMarketOn
  let isPriced = prices.contains { $0 != 0 }
  return .object([
    ("response", .string(isOn ? "on" : "off")),
    ("converged", isOn ? .bool(true) : .null),
    (
      "carbon_price",
      isPriced
        ? .object(zip(scenario.years, prices).map { (String($0), .number($1)) }) : .null
    ),
    ("unit", .string("CNY/tCO2")),
  ])
}
