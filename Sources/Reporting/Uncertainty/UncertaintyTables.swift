public import Analysis
import CityModel

extension Table {
  /// `peak-distribution.csv`: how many variants peak in each year, and how likely emissions have
  /// peaked by it; the last row counts those that have not peaked by the end.
  ///
  /// The standard error is that of the probability, from the replicates of the design.
  static func peakDistribution(_ result: UncertaintyResult, of account: EmissionTotal) -> Self {
    let all = Double(max(1, result.count))
    let rows = result.peakYears.map { peak in
      [
        Cell.integer(peak.year), .integer(peak.count), .number(Double(peak.count) / all),
        .number(peak.by.value), .number(peak.by.standardError),
      ]
    }
    return Self(
      columns: [
        "peak_year_\(account.rawValue)", "variants", "probability", "probability_by",
        "standard_error",
      ],
      rows: rows + [
        [
          .text("not-peaked"), .integer(result.notPeaked), .number(Double(result.notPeaked) / all),
          .empty, .empty,
        ]
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
  /// is.
  static func spreads(_ outcome: UncertaintyOutcome) -> Self {
    let (result, central) = (outcome.result, outcome.central)
    let (peak, account) = (central.peak, central.peakAccount.rawValue)
    let net = central.trajectory.total(.net).reduce(0, +)
    let cost = central.trajectory.discountRate.map {
      netPresentValue(central.trajectory.systemCost(withTransfers: false), rate: $0)
    }
    let figures: [(String, Double?, String, UncertaintyResult.Spread?)] = [
      ("peak_year_estimate_\(account)", peak?.estimate, "year", result.peakYear),
      ("peak_value_\(account)", peak?.value, OutputKind.total.unit, result.peakValue),
      ("cumulative", net, OutputKind.total.unit, result.cumulative),
      ("cost", cost, OutputKind.cost.unit, result.cost),
    ]
    let spreads = figures.compactMap { name, value, unit, spread in
      spread.map { spread in
        [Cell.text(name), .empty, .text(unit), .empty, .optional(value), .empty] + spread.cells
      }
    }
    let targets = outcome.targets.map { target, met in
      [
        Cell.text(target.name), .integer(target.year), .text(target.unit),
        .number(target.required), .optional(target.reached), .number(met.value), .empty,
        .number(met.standardError),
      ] + spreadColumns.dropFirst(2).map { _ in .empty }
    }
    return Self(
      columns: ["figure", "year", "unit", "required", "scenario", "probability"] + spreadColumns,
      rows: spreads + targets)
  }

  private static let spreadColumns = [
    "mean", "standard_error", "p5", "p25", "p50", "p75", "p95", "quantile_error",
  ]
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
