package import CityModel
import Diagnostics

/// What some targets are held against, compiled: found once, computed for a run or for every variant of many.
struct TargetAccount: Sendable {
  private let scenario: Scenario
  private let totals: ByTotal<Int>
  private let inventory: InventoryAccount
  private let productRow: Int?
  private let indicators: IndicatorAccount?
  private let sectors: [Target.Subject: Int]

  /// Finds what targets need.
  init(_ blueprint: Blueprint, _ aims: [Target.Aim]) {
    scenario = blueprint.scenario
    totals = ByTotal(gross: blueprint.row(of: .gross), net: blueprint.row(of: .net))
    inventory = InventoryAccount(blueprint)
    productRow = blueprint.row(.driver, "drivers.gdp")
    let wanted = Set(aims.compactMap(\.indicator))
    indicators = wanted.isEmpty ? nil : IndicatorAccount(blueprint, of: Array(wanted))
    var sectors: [Target.Subject: Int] = [:]
    for aim in aims {
      guard case .sector(let sector, let view) = aim.subject else { continue }
      sectors[aim.subject] =
        switch view {
        case .byEndUse: blueprint.row(byEndUse: sector)
        case .bySource: blueprint.row(bySource: sector)
        }
    }
    self.sectors = sectors
  }

  /// All rows of the results that are read.
  var rows: Set<Int> {
    inventory.rows.union([totals.gross, totals.net] + [productRow].compactMap(\.self))
      .union(indicators?.rows ?? []).union(sectors.values)
  }

  /// The figures of a run.
  ///
  /// - Parameters:
  ///   - peaks: When its totals peak.
  ///   - values: The yearly values of a row.
  /// - Returns: The figures.
  func figures(_ peaks: ByTotal<Peak>, _ values: (Int) -> [Double]) -> TargetFigures {
    var series: [Target.Subject: [Double?]] = sectors.mapValues { values($0) }
    for indicator in indicators?.indicators ?? [] {
      series[.indicator(indicator)] = indicators?.series(indicator, values)
    }
    return TargetFigures(
      years: scenario.years,
      totals: ByTotal(gross: values(totals.gross), net: values(totals.net)),
      inventoried: inventory.emissions(values), gdp: productRow.map(values) ?? [], series: series,
      peaks: peaks, history: scenario.history, counts: scenario.inventoriedPart)
  }
}

extension TargetFigures {
  /// Gathers what the targets of a run are held against.
  ///
  /// - Parameters:
  ///   - trajectory: The run.
  ///   - peaks: When its totals peak.
  package init(_ trajectory: Trajectory, peaks: ByTotal<Peak>) {
    let aims = trajectory.blueprint.scenario.targets.map(\.aim)
    self = TargetAccount(trajectory.blueprint, aims).figures(peaks) { trajectory[$0] }
  }
}
