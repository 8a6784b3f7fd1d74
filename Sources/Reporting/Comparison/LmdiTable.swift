import Analysis
import CityModel
import Diagnostics

/// What a factor makes of a difference: a row of `lmdi.csv`.
struct LmdiRow {
  /// A scenario in a year.
  typealias State = (scenario: Cell, year: Int)
  let from: State
  let to: State
  let sector: Cell
  let factor: Cell
  let effect: Double
  let ratio: Double?
}

extension Table {
  /// `lmdi.csv`: what each factor makes of a difference [Mt CO₂e], and what it multiplies by.
  ///
  /// The rows of a pair of states for `total` and `sinks` sum to the difference of the net total. A
  /// sector's own energy is what its users take, so the sectors' factors do not sum to the total's.
  static func lmdi(_ comparisons: [ScenarioComparison]) -> Self {
    let runs = comparisons.prefix(1).map(\.reference) + comparisons.map(\.scenario)
    let against = comparisons.flatMap { lmdiRows($0, from: .text($0.referenceName)) }
    let since = runs.flatMap { run in
      let name = Cell.text(run.blueprint.scenario.identity.id)
      return zip(run.years, run.kayaSinceBase).dropFirst().flatMap { year, kaya in
        lmdiRows(kaya, from: (name, run.years.lowerBound), to: (name, year))
      }
    }
    return Self("lmdi", lmdiColumns, against + since)
  }

  /// `lmdi.csv` of one scenario against a reference of another name than its own.
  static func lmdi(_ comparison: ScenarioComparison, from reference: Cell) -> Self {
    Self("lmdi", lmdiColumns, lmdiRows(comparison, from: reference))
  }

  /// The columns of `lmdi.csv`.
  static let lmdiColumns: [Column<LmdiRow>] = [
    Column(
      "from_scenario", Text("From scenario", "起点情景"),
      Text(
        "The scenario from which it is told; `(levers at 0)` is the scenario without its levers.",
        "起点情景；`(levers at 0)` 为措施力度为 0 的情景。")
    ) { $0.from.scenario },
    Column("from_year", Text("From year", "起点年份"), Text("The year from which it is told.", "起点年份。"))
    {
      .integer($0.from.year)
    },
    Column(
      "to_scenario", Text("To scenario", "终点情景"), Text("The scenario to which it is told.", "终点情景。")
    ) {
      $0.to.scenario
    },
    Column("to_year", Text("To year", "终点年份"), Text("The year to which it is told.", "终点年份。")) {
      .integer($0.to.year)
    },
    Column(.sector) { $0.sector },
    Column(
      "factor", Text("Factor", "因素"),
      Text(
        "The factor of Kaya's identity: population, GDP per person, energy per GDP, carbon per energy; or the sinks.",
        "Kaya 恒等式的因素：人口、人均GDP、单位GDP能耗、单位能耗碳排放；或碳汇。")
    ) { $0.factor },
    Column(
      "effect", Text("Effect", "贡献"),
      Text("What the factor adds to emissions.", "该因素对排放变化的贡献。")
    ) { .number($0.effect) },
    Column(.unit) { _ in .unit(OutputKind.total.unit) },
    Column(
      "ratio", Text("Ratio", "比值"),
      Text(
        "What the factor multiplies emissions by; the ratios of a sector multiply to that of its emissions.",
        "该因素使排放变为原来的倍数；同一部门各比值之积为其排放之比。"),
      unit: "1"
    ) { .optional($0.ratio) },
  ]

  /// The difference of every year.
  private static func lmdiRows(_ comparison: ScenarioComparison, from reference: Cell) -> [LmdiRow]
  {
    zip(comparison.scenario.years, comparison.kaya).flatMap { year, kaya in
      lmdiRows(kaya, from: (reference, year), to: (.text(comparison.name), year))
    }
  }

  private static func lmdiRows(
    _ kaya: KayaDecomposition, from: LmdiRow.State, to: LmdiRow.State
  ) -> [LmdiRow] {
    let parts =
      [(Cell.sector(nil), kaya.city)]
      + kaya.sectors
      .filter { $0.change.start != 0 || $0.change.end != 0 }
      .map { (Cell.sector($0.sector), $0.change) }
    return parts.flatMap { sector, change in
      KayaFactor.allCases.enumerated().map { place, factor in
        LmdiRow(
          from: from, to: to, sector: sector, factor: .word(factor.rawValue, factor.name),
          effect: change.effects[place], ratio: change.ratios?[place])
      }
    } + [
      LmdiRow(
        from: from, to: to, sector: .sector(.sinks), factor: .sector(.sinks), effect: kaya.sinks,
        ratio: nil)
    ]
  }
}
