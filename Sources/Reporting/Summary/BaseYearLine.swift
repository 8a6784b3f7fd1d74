import Analysis
import CityModel
import Diagnostics

extension Trajectory {
  /// What the base year comes to per person, so that a slip of a power of ten shows at once.
  func baseYearLine() -> Text {
    let (people, gdp) = (
      population[0], gdp[0]
    )
    // As the inventory beside it, which knows no sinks.
    let gross = total(.gross)[0]
    let hasSinks = bySource(.sinks)[0] != 0
    let figures = [
      gross / people,  // Mt per million people = t per person
      electricityUsed / 3.6e-3 / people,  // PJ per million people → kWh per person
      gdp / people,  // 10⁹ yuan per million people = 10³ yuan per person
    ].map { readableText($0) }
    let yuan = readableText(gdp / people / 10)
    let inventory = inventoryDistance
    return Text(
      "\(years.lowerBound): \(figures[0]) t CO2e\(hasSinks ? " without sinks" : ""), \(figures[1]) kWh with grid losses and \(figures[2]) thousand yuan of GDP per person\(inventory).",
      "\(years.lowerBound)年人均：\(figures[0]) t CO2e\(hasSinks ? "（不计碳汇）" : "")，全社会用电量 \(figures[1]) kWh，GDP \(yuan) 万元\(inventory)。"
    )
  }

  /// How far the base year's total is from the inventory that the scenario names, if it gives one.
  private var inventoryDistance: Text {
    let history = blueprint.scenario.history.emissions
    guard let observed = history.first(where: { $0.year == years.lowerBound })?.value, observed > 0
    else { return Text("", "") }
    let modelled = inventoried[0]
    let kind = blueprint.scenario.history.inventory.words(blueprint.scenario.accounting)
    let (whole, part) = (kind?.english ?? "in all", kind.map { "总量（\($0.chinese)）" } ?? "总量")
    let percent = (modelled / observed - 1) * 100
    let sign = percent < 0 ? "" : "+"
    let (model, inventory) = (readableText(modelled, digits: 4), readableText(observed, digits: 4))
    let distance = sign + readableText(percent, digits: 2)
    return Text(
      "; \(model) Mt \(whole) against \(inventory) of the inventory (\(distance) %)",
      "；\(part) \(model) Mt，清单为 \(inventory) Mt（\(distance)%）")
  }
}
