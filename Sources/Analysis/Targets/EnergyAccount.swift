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

  /// Whether the non-fossil part is known.
  var knowsNonFossil: Bool { nonFossilImports != nil }

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
    let electricity = made.adding(bought).adding(sold, times: -1)
    let boughtHeatAndHydrogen = sum(boughtHeatAndHydrogen)
    let total = carriers.adding(electricity, times: kappa).adding(boughtHeatAndHydrogen)
    let calorific = carriers.adding(electricity).adding(boughtHeatAndHydrogen)
    guard let nonFossilImports else {
      return EnergyConsumption(total: total, calorific: calorific, nonFossil: nil)
    }
    let kept = zip(sold, sum(produced).adding(bought)).map { $1 > 0 ? 1 - $0 / $1 : 1 }
    let clean = zip(made.adding(sum(nonFossilImports)), kept).map { $0 * $1 }
    let renewable = sum(usedRenewable).adding(sum(burntRenewable), times: -1)
    return EnergyConsumption(
      total: total, calorific: calorific, nonFossil: renewable.adding(clean, times: kappa))
  }
}

extension [Double] {
  /// The sum year by year, the other series times a factor.
  fileprivate func adding(_ other: some Sequence<Double>, times factor: Double = 1) -> Self {
    zip(self, other).map { $0 + factor * $1 }
  }
}
