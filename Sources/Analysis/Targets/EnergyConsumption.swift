public import CityModel

/// The city's energy consumption as Chinese statistics count it, and its non-fossil part [PJ].
///
/// Fuels count by their heating value. Electricity that no fuel stands for counts by the coal that
/// would have made it (the coal-equivalent method, 发电煤耗法): 0.30 kgce/kWh, over its heat value of
/// 0.1228 kgce/kWh (3.6 MJ/kWh over 29.3076 MJ/kgce; 0.1229 in statistics), κ = 2.442:
///
/// ```text
/// C = Σ fuels − fuels of non-fossil plants + κ · (N + I − X) + H
/// F = κ · (N + Σ imports · non-fossil share) · (1 − X / (P + I)) + biomass and renewable carriers
/// ```
///
/// N is electricity of power technologies without a fuel, or with one whose carbon is not fossil in
/// any year; their fuel does not count again. Electricity from other plants is in their fuel already.
/// P is all electricity made in the city, I and X what is bought from and delivered outside, H heat
/// and hydrogen bought, by their energy. What is delivered outside carries the mean mix of supply.
///
/// Source: 国家统计局《能源统计报表制度》, electricity by the coal that thermal plants of the year burn for it;
/// GB/T 2589-2020, annex A, for the heat value.
public struct EnergyConsumption: Sendable {
  /// Coal burnt for electricity over the electricity's own heat, κ.
  public static let coalEquivalent = 0.30 * 29.3076 / 3.6

  /// Energy consumption C by year [PJ].
  public let total: [Double]
  /// Its non-fossil part F by year [PJ]; none where a contract for electricity does not say what
  /// part of it is non-fossil.
  public let nonFossil: [Double]?

  /// Counts the energy consumption of a run.
  public init(_ trajectory: Trajectory) {
    let counter = EnergyCounter(trajectory)
    let renewable = counter.carriers { ["biomass", "renewable"].contains($0) }
    let made = counter.nonFossilElectricity
    let bought = counter.electricity(.imports)
    let sold = counter.electricity(.exports)
    let supplied = counter.electricity(.production).adding(bought)
    let kept = zip(sold, supplied).map { $1 > 0 ? 1 - $0 / $1 : 1 }
    total =
      counter.carriers { _ in true }
      .adding(made.adding(bought).adding(sold, times: -1), times: Self.coalEquivalent)
      .adding(counter.boughtHeatAndHydrogen)
    nonFossil = counter.nonFossilImports.map { imports in
      let clean = zip(made.adding(imports), kept).map { $0 * $1 }
      return renewable.adding(clean, times: Self.coalEquivalent)
    }
  }
}

/// Sums over the rows of a run that energy consumption is made of.
private struct EnergyCounter {
  let trajectory: Trajectory
  private let cleanPlants: Set<ParameterPath>

  init(_ trajectory: Trajectory) {
    self.trajectory = trajectory
    let scenario = trajectory.blueprint.scenario
    let cleanFuels = Set(
      scenario.parameters
        .filter { $0.path.matches(ParameterPath("carriers.*.fossil-share")) }
        .filter { $0.values.allSatisfy { $0 == 0 } }
        .map { String($0.path.segments[1]) })
    cleanPlants = Set(
      trajectory.blueprint.items.filter { $0.role == .powerPlant }.map(\.path).filter {
        scenario.choices[$0 / "fuel"].map(cleanFuels.contains) ?? true
      })
  }

  /// Carriers of the file by kind, without what non-fossil power plants burn.
  func carriers(_ isWanted: (String) -> Bool) -> [Double] {
    let scenario = trajectory.blueprint.scenario
    func isOfKind(_ id: String) -> Bool {
      scenario.choices[ParameterPath("carriers") / id / "kind"].map(isWanted) ?? false
    }
    let used = sum(.balance) { row, item in
      row.part == BalanceItem.imports.rawValue && isOfKind(item.path.last)
    }
    let burnt = sum(.plantInput) { row, item in
      cleanPlants.contains(item.path) && isOfKind(row.part)
    }
    return used.adding(burnt, times: -1)
  }

  /// Electricity of power plants that burn nothing fossil.
  var nonFossilElectricity: [Double] {
    sum(.plantOutput) { row, item in
      row.part == "electricity" && cleanPlants.contains(item.path)
    }
  }

  /// The non-fossil part of electricity bought, if every contract says it.
  var nonFossilImports: [Double]? {
    let known = Set(trajectory.rows(.nonFossilImports).map(\.item.path))
    let contracts = trajectory.rows(.imports).filter { $0.row.part == "electricity" }
    guard contracts.allSatisfy({ known.contains($0.item.path) }) else { return nil }
    return sum(.nonFossilImports) { _, _ in true }
  }

  var boughtHeatAndHydrogen: [Double] {
    sum(.imports) { row, _ in row.part != "electricity" }
  }

  func electricity(_ line: BalanceItem) -> [Double] {
    trajectory.series(.balance, "carriers.electricity", line.rawValue)
  }

  private func sum(
    _ kind: OutputKind, where isWanted: (OutputRow, OutputItem) -> Bool
  ) -> [Double] {
    trajectory.rows(kind).filter { isWanted($0.row, $0.item) }
      .reduce([Double](repeating: 0, count: trajectory.years.count)) {
        $0.adding(trajectory[$1.index])
      }
  }
}

extension [Double] {
  /// The sum year by year, the other series times a factor.
  fileprivate func adding(_ other: some Sequence<Double>, times factor: Double = 1) -> Self {
    zip(self, other).map { $0 + factor * $1 }
  }
}
