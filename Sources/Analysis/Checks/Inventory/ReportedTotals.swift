public import CityModel
public import Diagnostics

extension Check {
  /// The base year must be what was reported.
  static let reportedTotals = Check.baseYear { $0.reportedTotalFindings() }
}

extension Trajectory {
  /// Where the model's base year is further from what was reported than ``ReportedTotal/tolerance``.
  ///
  /// The part of the run that the inventory counts is held against `history.emissions`, of it each sector
  /// where its emissions arise against `history.sectors`, and energy consumption against
  /// `history.energy`.
  func reportedTotalFindings() -> [Diagnostic] {
    (reportedTotals + reportedIndicators).filter(\.isOff).map { total in
      blueprint.scenario.warning(.inventoryDistance, at: total.path, total.message(baseYear))
    } + unheldIndicators
  }

  /// Indicators of the base year that were observed.
  private var reportedIndicators: [ReportedTotal] {
    let observed = blueprint.scenario.history.indicators
    let account = IndicatorAccount(blueprint, of: Array(observed.keys))
    return account.indicators.compactMap { indicator in
      guard let found = account.series(indicator, { self[$0] })?.first ?? nil,
        let reported = observed[indicator]?.value(baseYear)
      else { return nil }
      return ReportedTotal(
        name: Text("'\(indicator.id)'", "“\(indicator.id)”"), path: indicator.historyPath,
        found: found, reported: reported, unit: indicator.unit, leastGap: 0)
    }
  }

  /// Indicators of which a target is held against a year before the run, and nothing observed in the run
  /// shows that both count the same.
  private var unheldIndicators: [Diagnostic] {
    let scenario = blueprint.scenario
    var told: Set<Indicator> = []
    return scenario.targets.compactMap { target in
      guard let indicator = target.aim.indicator, let year = target.aim.reference,
        year < scenario.years.lowerBound, let observed = scenario.history.indicators[indicator],
        !observed.contains(where: { scenario.years.contains($0.year) }),
        told.insert(indicator).inserted
      else { return nil }
      return scenario.warning(
        .inventoryDistance, at: indicator.historyPath,
        Text(
          "the target '\(target.id)' rests on '\(indicator.historyPath)' of \(year), and no year of the run is observed: nothing shows that both count the same",
          "目标 '\(target.id)' 以 \(year) 年的 '\(indicator.historyPath)' 为基准，而情景期内没有观测值：无从核对两者口径是否一致"))
    }
  }

  private var reportedTotals: [ReportedTotal] {
    let history = blueprint.scenario.history
    let account = InventoryAccount(blueprint)
    let counted = base(inventoried)
    let words = history.inventory.words(blueprint.scenario.accounting)
    var totals: [ReportedTotal] = []
    func hold(
      _ name: Text, _ found: Double, against observed: [History.Observation], _ path: String,
      per unit: Double = 1, _ unitName: String = "Mt CO2e", least: Double = 0
    ) {
      guard let reported = observed.first(where: { $0.year == baseYear })?.value else { return }
      totals.append(
        ReportedTotal(
          name: name, path: ParameterPath("history") / path, found: found / unit,
          reported: reported / unit, unit: unitName, leastGap: least))
    }
    let name = Text(
      "the total\(words.map { " (\($0.english))" } ?? "")",
      "总量\(words.map { "（\($0.chinese)）" } ?? "")")
    hold(name, counted, against: history.emissions, "emissions")
    for sector in Sector.emitting {
      guard let found = account.emissions(of: sector, { self[$0] }) else { continue }
      hold(
        Text("sector '\(sector.rawValue)'", "部门“\(sector.rawValue)”"), base(found),
        against: history.sectors[sector] ?? [], "sectors.\(sector.rawValue)", least: 2e-3 * counted)
    }
    hold(
      Text("energy consumption", "能源消费总量"), base(EnergyConsumption(self).total),
      against: history.energy, "energy", per: coalEquivalentHeat, "Mtce")
    return totals
  }
}

extension Scenario {
  /// That nothing observed is there to hold the base year against; nothing if something is.
  public var unheldBase: Text? {
    let year = years.lowerBound
    let observed = [history.emissions, history.energy] + history.sectors.values
    guard !observed.contains(where: { $0.contains { $0.year == year } }) else { return nil }
    return Text(
      "\(year) is held against no observation: give 'history.emissions' or 'history.energy' of that year",
      "\(year) 年没有观测值可供核对：请给出该年的 history.emissions 或 history.energy")
  }
}

extension Indicator {
  /// Where its observations stand in a file.
  fileprivate var historyPath: ParameterPath { ParameterPath("history") / id }
}

/// A total of the base year as the model finds it and as it was reported.
private struct ReportedTotal {
  /// How far the two may be apart before it is said, relative to what was reported.
  static let tolerance = 0.02

  let name: Text
  let path: ParameterPath
  let found: Double
  let reported: Double
  let unit: String
  /// A gap too small to speak of, for sectors that hardly emit.
  let leastGap: Double

  var gap: Double { found - reported }

  var isOff: Bool { abs(gap) > max(Self.tolerance * reported, leastGap) }

  func message(_ year: Int) -> Text {
    let numbers = "\(readableText(found, digits: 4)) \(unit)"
    let against = "\(readableText(reported, digits: 4)) \(unit)"
    let distance =
      reported == 0 ? "" : " (\(gap > 0 ? "+" : "")\(readableText(100 * gap / reported)) %)"
    return Text(
      "activity × factor gives \(name) of \(year) as \(numbers), reported are \(against)\(distance)",
      "\(year) 年\(name)按“活动水平×因子”为 \(numbers)，报告值为 \(against)\(distance)")
  }
}
