import CityModel

/// Finds in a blueprint what indicators are computed from.
struct IndicatorModel {
  let blueprint: Blueprint
  let energyRows: EnergyRows
  private let account: EnergyAccount

  init(_ blueprint: Blueprint) {
    self.blueprint = blueprint
    energyRows = EnergyRows(blueprint)
    account = EnergyAccount(blueprint)
  }

  var scenario: Scenario { blueprint.scenario }

  /// The sum of rows of a kind; nothing where the scenario has none of them.
  func sum(
    _ kind: OutputKind, where isWanted: (OutputRow, OutputItem) -> Bool = { _, _ in true }
  ) -> YearlyAmount? {
    YearlyAmount(sum: energyRows.rows(kind, where: isWanted))
  }

  // MARK: - Drivers

  /// A driver, which every scenario has or which it may have.
  func driver(_ key: String) -> YearlyAmount? {
    blueprint.row(.driver, "drivers.\(key)").flatMap { YearlyAmount(sum: [$0]) }
  }

  /// The value added of industry [10⁹ yuan]: as the scenario gives it, else the sum of its subsectors
  /// where all are given in money.
  var industryValueAdded: YearlyAmount? {
    if let given = driver("industry-value-added") { return given }
    let readings = (scenario.members[ParameterPath("industry")] ?? []).map {
      scenario[ParameterPath("industry") / $0 / "activity"]?.reading.name
    }
    guard readings.allSatisfy({ $0 == .money || $0 == .perProduct }) else { return nil }
    return sum(.activity) { _, item in item.sector == .industry }
  }

  // MARK: - Energy

  /// Energy consumption in one of its parts [PJ]; see ``EnergyConsumption``.
  func energy(_ part: @escaping @Sendable (EnergyConsumption) -> [Double]) -> YearlyAmount {
    let account = account
    return YearlyAmount(rows: account.rows) { read in part(account.consumption(read)) }
  }

  /// The non-fossil part of energy consumption [PJ]; nothing where it is not known.
  var nonFossil: YearlyAmount? {
    account.knowsNonFossil ? energy { $0.nonFossil ?? [] } : nil
  }

  /// Carriers of a family that come into the city [PJ].
  func used(_ kind: String) -> YearlyAmount? {
    YearlyAmount(sum: energyRows.used { $0 == kind })
  }

  /// Their mass, of those whose heating value is given [Mt].
  ///
  /// There is none in years in which one is used that has none.
  func mass(_ kind: String) -> YearlyAmount? {
    let weighed = energyRows.rows(.fuelMass) { _, item in isOfKind(kind, item) }
    let known = Set(weighed.map { blueprint.rows[$0].item })
    guard let mass = YearlyAmount(sum: weighed) else { return nil }
    let silent = energyRows.used { $0 == kind }.filter { !known.contains(blueprint.rows[$0].item) }
    guard let unweighed = YearlyAmount(sum: silent) else { return mass }
    return YearlyAmount(rows: mass.rows.union(unweighed.rows)) { read in
      zip(mass.values(read), unweighed.values(read)).map { ($1 ?? 0) > 0 ? nil : $0 }
    }
  }

  private func isOfKind(_ kind: String, _ item: OutputItem) -> Bool {
    scenario.choices[ParameterPath("carriers") / item.path.last / "kind"] == kind
  }

  /// A line of the balance of electricity [PJ].
  func electricity(_ line: BalanceItem) -> YearlyAmount? {
    YearlyAmount(sum: energyRows.electricity(line))
  }

  // MARK: - Carbon

  /// CO₂ by source, net of capture [Mt].
  func carbonDioxide(_ isWanted: (Sector) -> Bool) -> YearlyAmount? {
    sum(.carbonDioxide) { _, item in isWanted(item.sector) }
  }

  /// CO₂ of the five sectors, with scope 2 where the total counts it [Mt].
  var grossCarbonDioxide: YearlyAmount? {
    let accounting = scenario.accounting
    let direct = carbonDioxide { $0 != .sinks }
    guard accounting.countsScope2,
      let bought = YearlyAmount(sum: [blueprint.row(of: accounting.scope2)])
    else { return direct }
    return direct.map { $0 + bought } ?? bought
  }

  /// CO₂ that land gives off, less than 0 where it takes it up [Mt].
  var land: YearlyAmount? { carbonDioxide { $0 == .sinks } }
}

extension YearlyAmount {
  /// Energy [PJ] in coal equivalent [Mtce].
  var inCoal: Self { self * (1 / coalEquivalentHeat) }
}
