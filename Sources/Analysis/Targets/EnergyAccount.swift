import CityModel

/// The rows of a blueprint that energy consumption is summed from; see ``EnergyConsumption``.
struct EnergyAccount: Sendable {
  /// Carriers of the file bought or dug, all and the renewable ones.
  private let used: [Int], usedRenewable: [Int]
  /// What non-fossil power plants burn of them.
  private let burnt: [Int], burntRenewable: [Int]
  /// Electricity of power plants that burn nothing fossil.
  private let made: [Int]
  /// The non-fossil part of electricity bought; none where a contract does not say it.
  private let nonFossilImports: [Int]?
  /// Electricity bought, delivered outside and made.
  private let bought: [Int], sold: [Int], produced: [Int]
  private let boughtHeatAndHydrogen: [Int]
  private let yearCount: Int

  /// Finds the rows.
  init(_ blueprint: Blueprint) {
    let finder = EnergyRows(blueprint)
    used = finder.used { _ in true }
    burnt = finder.burnt { _ in true }
    let isRenewable = { (kind: String) in ["biomass", "renewable"].contains(kind) }
    usedRenewable = finder.used(isRenewable)
    burntRenewable = finder.burnt(isRenewable)
    made = finder.made
    nonFossilImports = finder.nonFossilImports
    bought = finder.electricity(.imports)
    sold = finder.electricity(.exports)
    produced = finder.electricity(.production)
    boughtHeatAndHydrogen = finder.rows(.imports) { row, _ in row.part != "electricity" }
    yearCount = blueprint.years.count
  }

  /// All rows that are read.
  var rows: Set<Int> {
    Set(used + burnt + made + (nonFossilImports ?? []) + bought + sold + produced)
      .union(boughtHeatAndHydrogen)
  }

  /// The consumption of a run.
  ///
  /// - Parameter values: The yearly values of a row.
  /// - Returns: The consumption by year.
  func consumption(_ values: (Int) -> [Double]) -> EnergyConsumption {
    func sum(_ rows: [Int]) -> [Double] {
      rows.reduce([Double](repeating: 0, count: yearCount)) { $0.adding(values($1)) }
    }
    let kappa = EnergyConsumption.coalEquivalent
    let made = sum(made)
    let bought = sum(bought)
    let sold = sum(sold)
    let carriers = sum(used).adding(sum(burnt), times: -1)
    let total = carriers.adding(made.adding(bought).adding(sold, times: -1), times: kappa)
      .adding(sum(boughtHeatAndHydrogen))
    guard let nonFossilImports else { return EnergyConsumption(total: total, nonFossil: nil) }
    let kept = zip(sold, sum(produced).adding(bought)).map { $1 > 0 ? 1 - $0 / $1 : 1 }
    let clean = zip(made.adding(sum(nonFossilImports)), kept).map { $0 * $1 }
    let renewable = sum(usedRenewable).adding(sum(burntRenewable), times: -1)
    return EnergyConsumption(total: total, nonFossil: renewable.adding(clean, times: kappa))
  }
}

/// Searches the rows of a blueprint.
private struct EnergyRows {
  let blueprint: Blueprint
  private let cleanPlants: Set<ParameterPath>

  init(_ blueprint: Blueprint) {
    self.blueprint = blueprint
    let scenario = blueprint.scenario
    let cleanFuels = Set(
      scenario.parameters
        .filter { $0.path.matches(ParameterPath("carriers.*.fossil-share")) }
        .filter { $0.values.allSatisfy { $0 == 0 } }
        .map { String($0.path.segments[1]) })
    cleanPlants = Set(
      blueprint.items.filter { $0.role == .powerPlant }.map(\.path).filter {
        scenario.choices[$0 / "fuel"].map(cleanFuels.contains) ?? true
      })
  }

  /// Carriers of the file by kind, as they come into the city.
  func used(_ isWanted: (String) -> Bool) -> [Int] {
    rows(.balance) { row, item in
      row.part == BalanceItem.imports.rawValue && isOfKind(item.path.last, isWanted)
    }
  }

  /// What non-fossil power plants burn of them.
  func burnt(_ isWanted: (String) -> Bool) -> [Int] {
    rows(.plantInput) { row, item in
      cleanPlants.contains(item.path) && isOfKind(row.part, isWanted)
    }
  }

  /// Electricity of power plants that burn nothing fossil.
  var made: [Int] {
    rows(.plantOutput) { row, item in
      row.part == "electricity" && cleanPlants.contains(item.path)
    }
  }

  /// The non-fossil part of electricity bought, if every contract says it.
  var nonFossilImports: [Int]? {
    let known = rows(.nonFossilImports) { _, _ in true }
    let paths = Set(known.map { blueprint.items[blueprint.rows[$0].item].path })
    let silent = rows(.imports) { row, item in
      row.part == "electricity" && !paths.contains(item.path)
    }
    return silent.isEmpty ? known : nil
  }

  func electricity(_ line: BalanceItem) -> [Int] {
    rows(.balance) { row, item in
      item.path.description == "carriers.electricity" && row.part == line.rawValue
    }
  }

  func rows(_ kind: OutputKind, where isWanted: (OutputRow, OutputItem) -> Bool) -> [Int] {
    blueprint.rows.indices.filter {
      let row = blueprint.rows[$0]
      return row.kind == kind && isWanted(row, blueprint.items[row.item])
    }
  }

  private func isOfKind(_ id: String, _ isWanted: (String) -> Bool) -> Bool {
    blueprint.scenario.choices[ParameterPath("carriers") / id / "kind"].map(isWanted) ?? false
  }
}

extension [Double] {
  /// The sum year by year, the other series times a factor.
  fileprivate func adding(_ other: some Sequence<Double>, times factor: Double = 1) -> Self {
    zip(self, other).map { $0 + factor * $1 }
  }
}
