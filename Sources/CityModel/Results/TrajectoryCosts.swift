extension Trajectory {
  /// Whether the scenario counts costs at all.
  public var countsCosts: Bool { blueprint.costs != nil }

  /// The discount rate of the scenario's costs; nothing where it counts none.
  public var discountRate: Double? { blueprint.costs?.discountRate }

  /// What is spent on one kind in a sector [10⁹ yuan]; empty where no costs are counted.
  public func cost(_ kind: CostKind, in sector: Sector) -> [Double] {
    seriesIfAny(.cost, sector.rawValue, kind.rawValue) ?? []
  }

  /// What one kind of investor invests in a sector [10⁹ yuan]; empty where no costs are counted.
  public func investment(by investor: Investor, in sector: Sector) -> [Double] {
    seriesIfAny(.investment, sector.rawValue, investor.rawValue) ?? []
  }

  /// What the whole city spends [10⁹ yuan a year]; empty where no costs are counted.
  ///
  /// - Parameter transfers: Whether the price on carbon is counted: someone in the country gets it.
  /// - Returns: One sum for each year.
  public func systemCost(withTransfers transfers: Bool) -> [Double] {
    guard countsCosts else { return [] }
    let kinds = CostKind.allCases.filter { transfers || $0 != .carbon }
    let rows = Sector.allCases.flatMap { sector in kinds.map { cost($0, in: sector) } }
    return rows.reduce(years.map { _ in 0 }) { total, row in zip(total, row).map { $0 + $1 } }
  }
}
