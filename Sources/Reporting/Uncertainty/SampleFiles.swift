public import Analysis
import CityModel
import Diagnostics

/// A series of a variant: a row of `sample-trajectories.csv`.
struct DrawnSeries {
  let variant: Int
  let series: UncertaintyStudy.Series
  let values: [Double]
}

extension Table {
  /// The columns of `samples.csv`.
  ///
  /// - Parameters:
  ///   - axes: The paths of what is varied.
  ///   - account: The total that peaks are of.
  /// - Returns: The columns, of which a variant has a row.
  static func sampleColumns(
    _ axes: [String], of account: EmissionTotal
  ) -> [Column<UncertaintyStudy.Draw>] {
    [Column(.variant) { .integer($0.index) }]
      + axes.enumerated().map { place, path in
        Column(.axis(path)) { .number($0.values[place]) }
      } + [
        Column(.status) { .status($0.metrics.peak.status) },
        Column(.peakYear(account)) {
          .optional($0.metrics.peak.status == .noEmissions ? nil : $0.metrics.peak.year)
        },
        Column(.peakEstimate(account)) {
          .optional($0.metrics.peak.status == .noEmissions ? nil : $0.metrics.peak.estimate)
        },
        Column(.peakValue(account)) { .number($0.metrics.peak.value) },
        Column(.cumulative) { .number($0.metrics.cumulative) },
        Column(.cost) { .optional($0.metrics.cost) },
      ]
  }

  /// The columns of `sample-trajectories.csv`.
  static func sampleTrajectoryColumns(_ years: [String]) -> [Column<DrawnSeries>] {
    [
      Column(.variant) { .integer($0.variant) },
      Column(.account) { .account($0.series.account.rawValue) },
      Column(.sector) { .sector($0.series.sector) },
    ]
      + years.enumerated().map { place, year in
        Column(
          ColumnHead(
            named: year, Text("Emissions in this year.", "该年的排放。"), unit: OutputKind.total.unit)
        ) { .number($0.values[place]) }
      }
  }
}

/// The files of every single variant, written as they come.
public struct SampleFiles {
  private let sampleColumns: [Column<UncertaintyStudy.Draw>]
  private let trajectoryColumns: [Column<DrawnSeries>]
  private let series: [UncertaintyStudy.Series]
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
    let space = study.sample.space
    sampleColumns = Table.sampleColumns(
      space.axes.map(\.path), of: space.blueprint.scenario.accounting.peakAccount)
    trajectoryColumns = Table.sampleTrajectoryColumns(space.blueprint.years.map(String.init))
    series = study.series
    samples = try StreamedFile(
      "samples", heads: sampleColumns.map(\.head), in: folder, style: style)
    trajectories = try StreamedFile(
      "sample-trajectories", heads: trajectoryColumns.map(\.head), in: folder, style: style)
  }

  /// Adds variants.
  public func append(_ draws: [UncertaintyStudy.Draw]) throws(WriteError) {
    try samples.append(draws.map { draw in sampleColumns.map { $0.cell(draw) } })
    let rows = draws.flatMap { draw in
      zip(series, draw.series).map { DrawnSeries(variant: draw.index, series: $0, values: $1) }
    }
    try trajectories.append(rows.map { row in trajectoryColumns.map { $0.cell(row) } })
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
