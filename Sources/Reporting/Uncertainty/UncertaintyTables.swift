public import Analysis
import CityModel

extension Table {
  /// `peak-distribution.csv`: how many variants peak in each year, and how likely emissions have
  /// peaked by it; the last row counts those that have not peaked by the end.
  ///
  /// Beside each probability stand the ends of its 95 % interval after Wilson.
  static func peakDistribution(_ result: UncertaintyResult, of account: EmissionTotal) -> Self {
    let rows = result.peakYears.map { peak in
      [Cell.integer(peak.year), .integer(peak.count)] + peak.within.cells + peak.by.cells
        + [.optional(peak.by.standardError)]
    }
    let never = UncertaintyResult.Probability(hits: result.notPeaked, of: result.count)
    return Self(
      columns: [
        "peak_year_\(account.rawValue)", "variants", "probability", "probability_low",
        "probability_high",
        "probability_by", "probability_by_low", "probability_by_high", "standard_error",
      ],
      rows: rows + [
        [.text("not-peaked"), .integer(result.notPeaked)] + never.cells
          + [Cell](repeating: .empty, count: 4)
      ])
  }

  /// `bands.csv`: how the emissions of each year and sector spread [Mt CO₂e].
  ///
  /// - Parameters:
  ///   - result: What the variants come to.
  ///   - base: The base year.
  /// - Returns: A row for each series and year.
  static func bands(_ result: UncertaintyResult, from base: Int) -> Self {
    Self(
      columns: ["account", "sector", "year", "unit"] + spreadColumns,
      rows: result.bands.flatMap { band in
        band.years.enumerated().map { place, spread in
          [
            .text(band.series.account.rawValue), .text(band.series.sector?.rawValue ?? "total"),
            .integer(base + place), .text(OutputKind.total.unit),
          ] + spread.cells
        }
      })
  }

  /// `uncertainty.csv`: how the figures of the scenario spread, and how likely each target is met.
  ///
  /// A target has a probability, the others a spread; `scenario` is the figure of the scenario as it
  /// is, `scenario_percentile` the percent of the variants below it, those that equal it counted half.
  static func spreads(_ outcome: UncertaintyOutcome) -> Self {
    let (result, central) = (outcome.result, outcome.central)
    let (peak, account) = (central.peak, central.peakAccount.rawValue)
    let net = central.trajectory.total(.net).reduce(0, +)
    let cost = central.trajectory.discountRate.map {
      netPresentValue(central.trajectory.systemCost(withTransfers: false), rate: $0)
    }
    let (at, mass) = (result.standings, OutputKind.total.unit)
    let figures = [
      Figure(
        "peak_year_estimate_\(account)", peak?.estimate, "year", result.peakYear, at?.peakYear),
      Figure("peak_value_\(account)", peak?.value, mass, result.peakValue, at?.peakValue),
      Figure("cumulative", net, mass, result.cumulative, at?.cumulative),
      Figure("cost", cost, OutputKind.cost.unit, result.cost, at?.cost),
    ]
    let spreads = figures.compactMap { figure in
      figure.spread.map { spread in
        [
          Cell.text(figure.name), .empty, .text(figure.unit), .empty, .optional(figure.value),
          .optional(figure.standing.map { 100 * $0.share }), .empty, .empty, .empty,
        ] + spread.cells
      }
    }
    let targets = outcome.targets.map { target, met in
      [
        Cell.text(target.name), .integer(target.year), .text(target.unit),
        .number(target.required), .optional(target.reached), .empty,
      ] + met.cells + [.empty, .optional(met.standardError)]
        + spreadColumns.dropFirst(2).map { _ in .empty }
    }
    return Self(
      columns: [
        "figure", "year", "unit", "required", "scenario", "scenario_percentile", "probability",
        "probability_low", "probability_high",
      ] + spreadColumns,
      rows: spreads + targets)
  }

  /// A figure of the scenario, how it spreads, and where the scenario's own lies.
  private struct Figure {
    let name: String
    let value: Double?
    let unit: String
    let spread: UncertaintyResult.Spread?
    let standing: UncertaintyResult.Standing?

    init(
      _ name: String, _ value: Double?, _ unit: String, _ spread: UncertaintyResult.Spread?,
      _ standing: UncertaintyResult.Standing?
    ) {
      (self.name, self.value, self.unit) = (name, value, unit)
      (self.spread, self.standing) = (spread, standing)
    }
  }

  private static let spreadColumns = [
    "mean", "standard_error", "p5", "p25", "p50", "p75", "p95", "quantile_error",
  ]
}

extension UncertaintyResult.Probability {
  /// The share and the ends of its interval.
  fileprivate var cells: [Cell] { [value, low, high].map(Cell.number) }
}

extension UncertaintyResult.Spread {
  /// Mean, its standard error, the quantiles and their error.
  fileprivate var cells: [Cell] {
    ([mean, standardError] + quantiles + [quantileError]).map(Cell.number)
  }
}

extension UncertaintyStudy {
  /// The columns of `samples.csv`.
  var sampleColumns: [String] {
    let account = sample.space.blueprint.scenario.accounting.peakAccount
    return ["variant"] + sample.space.axes.map(\.path)
      + ["status"]
      + ["peak_year", "peak_year_estimate", "peak_value"].map { "\($0)_\(account.rawValue)" }
      + ["cumulative", "cost"]
  }

  /// The columns of `sample-trajectories.csv`.
  var trajectoryColumns: [String] {
    ["variant", "account", "sector"] + sample.space.blueprint.years.map(String.init)
  }

  /// A variant as a row of `samples.csv`.
  func row(_ draw: Draw) -> [Cell] {
    let (peak, exists) = (draw.metrics.peak, draw.metrics.peak.status != .noEmissions)
    return [.integer(draw.index)] + draw.values.map(Cell.number) + [
      .text(peak.status.word), .optional(exists ? peak.year : nil),
      .optional(exists ? peak.estimate : nil), .number(peak.value),
      .number(draw.metrics.cumulative), .optional(draw.metrics.cost),
    ]
  }

  /// The series of a variant as rows of `sample-trajectories.csv`.
  func trajectoryRows(_ draw: Draw) -> [[Cell]] {
    zip(series, draw.series).map { series, values in
      [
        .integer(draw.index), .text(series.account.rawValue),
        .text(series.sector?.rawValue ?? "total"),
      ] + values.map(Cell.number)
    }
  }
}

/// The files of every single variant, written as they come.
public struct SampleFiles {
  private let study: UncertaintyStudy
  private let samples: StreamedFile
  private let trajectories: StreamedFile

  /// Begins `samples.csv` and `sample-trajectories.csv`.
  ///
  /// - Parameters:
  ///   - study: The study whose variants come.
  ///   - folder: Where they are written.
  ///   - style: For whom.
  /// - Throws: ``WriteError``.
  public init(
    _ study: UncertaintyStudy, in folder: ResultFolder, style: CSVStyle
  ) throws(WriteError) {
    self.study = study
    samples = try StreamedFile(
      "samples", columns: study.sampleColumns, in: folder, style: style)
    trajectories = try StreamedFile(
      "sample-trajectories", columns: study.trajectoryColumns, in: folder, style: style)
  }

  /// Adds variants.
  public func append(_ draws: [UncertaintyStudy.Draw]) throws(WriteError) {
    try samples.append(draws.map(study.row))
    try trajectories.append(draws.flatMap(study.trajectoryRows))
  }

  /// Gives the files their names.
  ///
  /// - Returns: Their paths.
  /// - Throws: ``WriteError``.
  public func finish() throws(WriteError) -> [String] {
    try samples.finish()
    try trajectories.finish()
    return [samples.path, trajectories.path]
  }
}
