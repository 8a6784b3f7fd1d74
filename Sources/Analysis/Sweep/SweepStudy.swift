public import CityModel

/// A sweep, ready to run: which variants, and what is taken from each.
public struct SweepStudy: Sendable {
  /// A variant that was run.
  public struct Outcome: Sendable {
    /// Its row.
    public let row: SweepRow
    /// Whether the filter keeps it.
    public let isKept: Bool
    /// Its emissions by year, a series for each of ``SweepStudy/series``; none where they are not
    /// recorded or there are no results.
    public let series: [[Double]]
  }

  /// Which variants.
  public let design: SweepDesign
  /// The columns of the table.
  public let columns: SweepColumns
  /// The names of the series that are recorded, in the order of `emissions.csv`.
  public let series: [String]
  /// The years of a series.
  public let years: ClosedRange<Int>
  private let recorder: MetricRecorder
  private let ensemble: Ensemble
  private let filter: Filter?

  /// Prepares a sweep.
  ///
  /// - Parameters:
  ///   - blueprint: The scenario, compiled.
  ///   - design: Which variants.
  ///   - filter: Which of them are kept; all if there is none.
  ///   - recordsSeries: Whether emissions by sector and year are taken from each.
  /// - Throws: What is wrong with the first axis that cannot be.
  public init(
    _ blueprint: Blueprint, _ design: SweepDesign, filter: Filter? = nil,
    recordsSeries: Bool = false
  ) throws(AxisError) {
    let space = try VariantSpace(blueprint, axes: design.axes.map(\.axis))
    recorder = MetricRecorder(blueprint)
    let rows = recordsSeries ? Sector.allCases.map { blueprint.row(byEndUse: $0) } : []
    let net = recordsSeries ? [blueprint.row(of: .net)] : []
    ensemble = Ensemble(space, recording: recorder.rows + rows + net)
    series = recordsSeries ? Sector.allCases.map(\.rawValue) + ["net"] : []
    self.design = design
    self.filter = filter
    years = blueprint.years
    columns = Self.columns(of: design, recorder)
  }

  /// The columns that a sweep of a scenario will have.
  public static func columns(_ blueprint: Blueprint, _ design: SweepDesign) -> SweepColumns {
    columns(of: design, MetricRecorder(blueprint))
  }

  private static func columns(of design: SweepDesign, _ recorder: MetricRecorder) -> SweepColumns {
    SweepColumns(
      axes: design.axes, years: recorder.years, peakAccount: recorder.peakAccount)
  }

  /// Runs variants and hands on what they come to, in order.
  ///
  /// - Parameters:
  ///   - variants: The numbers of the variants.
  ///   - jobs: How many workers compute.
  ///   - render: Makes of an outcome what is wanted; runs in the worker.
  ///   - consume: Takes what was made of consecutive variants.
  /// - Throws: What `consume` throws.
  public nonisolated(nonsending) func run<Rendered: Sendable>(
    _ variants: Range<Int>, jobs: Int, render: @escaping @Sendable (Outcome) -> Rendered,
    consume: nonisolated(nonsending) (Range<Int>, [Rendered]) async throws -> Void
  ) async throws {
    try await ensemble.run(
      variants, jobs: jobs, values: { design.modelValues(design.point($0)) },
      measure: { render(outcome($0)) }, consume: consume)
  }

  private func outcome(_ result: VariantResult) -> Outcome {
    let metrics = recorder.measure(result)
    let row = SweepRow(
      result.index, point: design.point(result.index), metrics, years: recorder.years.count)
    let isKept = filter.map { $0.keeps(row) } ?? true
    let places = recorder.rows.count..<recorder.rows.count + series.count
    return Outcome(
      row: row, isKept: isKept,
      series: isKept && row.status.hasResults ? places.map(result.series) : [])
  }
}
