/// The part of a run that an inventory counts, so that both are of the same thing.
///
/// ```text
/// E(s) = bySource(s) − Σ sources and gases of s that are left out − scope 2 where it is not counted
/// E    = Σ E(s) over sectors that are not left out + sinks where the inventory is net
/// ```
///
/// Scope 2 belongs to the energy sector, by the method of the run.
public struct InventoryAccount: Sendable {
  /// What is counted.
  package let scope: InventoryScope
  /// Whether it is one of the run's own totals.
  package let isWhole: Bool
  /// A row with what a unit of it adds to the total [Mt CO₂e].
  private typealias Weighted = (row: Int, weight: Double)

  private let totals: ByTotal<Int>
  private let sinks: Int
  private let parts: [Sector: (row: Int, less: [Weighted])]

  /// Finds the rows of what a scenario's own history counts.
  public init(_ blueprint: Blueprint) {
    self.init(blueprint, blueprint.scenario.history.inventory)
  }

  /// Finds the rows of what an inventory counts.
  package init(_ blueprint: Blueprint, _ scope: InventoryScope) {
    let accounting = blueprint.scenario.accounting
    self.scope = scope
    isWhole = scope.isWhole(of: accounting)
    totals = ByTotal(gross: blueprint.row(of: .gross), net: blueprint.row(of: .net))
    sinks = blueprint.row(bySource: .sinks)
    let sectors = Sector.emitting.filter { !scope.excludes.contains(.sector($0)) }
    let imports = Self.importsLeftOut(blueprint, scope)
    parts = Dictionary(
      uniqueKeysWithValues: sectors.map { sector in
        let less = Self.leftOut(of: sector, blueprint, scope) + (sector == .energy ? imports : [])
        return (sector, (blueprint.row(bySource: sector), less))
      })
  }

  /// Sources and gases of a sector that the run counts and the inventory does not.
  private static func leftOut(
    of sector: Sector, _ blueprint: Blueprint, _ scope: InventoryScope
  ) -> [Weighted] {
    let weights = GasWeights(blueprint.scenario.accounting)
    return blueprint.rows.indices.compactMap { row in
      let kind = blueprint.rows[row].kind
      let item = blueprint.items[blueprint.rows[row].item]
      guard item.sector == sector, let (gas, weight) = weights.weight(of: kind) else { return nil }
      let isProcess = if case .industryProcess = item.role { true } else { false }
      let isLeftOut =
        scope.excludes.contains(.gas(gas)) || (isProcess && scope.excludes.contains(.processes))
      return isLeftOut && weight != 0 ? (row, weight) : nil
    }
  }

  /// Scope 2, where the run counts it and the inventory does not.
  private static func importsLeftOut(
    _ blueprint: Blueprint, _ scope: InventoryScope
  ) -> [Weighted] {
    let accounting = blueprint.scenario.accounting
    let isLeftOut = scope.countsScope2 == false || scope.excludes.contains(.gas(.co2))
    guard accounting.countsScope2, accounting.gases.contains(.co2), isLeftOut else { return [] }
    return [(blueprint.row(of: accounting.scope2), 1)]
  }

  /// All rows that are read.
  public var rows: Set<Int> {
    if isWhole { return [totals[scope.account]] }
    let read = parts.values.flatMap { [$0.row] + $0.less.map(\.row) }
    return Set(read + (scope.account == .net ? [sinks] : []))
  }

  /// What the inventory would count of a run, year by year [Mt CO₂e].
  ///
  /// - Parameter values: The yearly values of a row.
  /// - Returns: The emissions of each year.
  public func emissions(_ values: (Int) -> [Double]) -> [Double] {
    if isWhole { return values(totals[scope.account]) }
    let counted = Sector.emitting.compactMap { emissions(of: $0, values) }
    return (counted + (scope.account == .net ? [values(sinks)] : [])).summed
  }

  /// What it would count of a sector, where its emissions arise; nothing for a sector it leaves out.
  public func emissions(of sector: Sector, _ values: (Int) -> [Double]) -> [Double]? {
    guard let part = parts[sector] else { return nil }
    let less = part.less.map { row, weight in values(row).map { -weight * $0 } }
    return ([values(part.row)] + less).summed
  }
}

extension Accounting {
  /// The line of the totals that holds scope 2 by the method of the run.
  public var scope2: TotalItem {
    switch electricity {
    case .location: .scope2Location
    case .market: .scope2Market
    }
  }
}

extension Trajectory {
  /// What the inventory of the scenario's history would count, year by year [Mt CO₂e].
  public var inventoried: [Double] { InventoryAccount(blueprint).emissions { self[$0] } }
}

extension GasWeights {
  /// The gas of a kind of row, and what a unit of it adds to the total; nothing for other kinds.
  fileprivate func weight(of kind: OutputKind) -> (Gas, Double)? {
    switch kind {
    case .carbonDioxide: (.co2, carbonDioxide)
    case .fossilMethane: (.ch4, fossilMethane)
    case .biogenicMethane: (.ch4, biogenicMethane)
    case .nitrousOxide: (.n2o, nitrousOxide)
    case .fluorinatedGases: (.fluorinated, fluorinatedGases)
    default: nil
    }
  }
}

extension [[Double]] {
  /// The sum of series of the same years, year by year; nothing of none.
  fileprivate var summed: [Double] {
    guard let first else { return [] }
    return dropFirst().reduce(first) { sum, next in zip(sum, next).map { $0 + $1 } }
  }
}
