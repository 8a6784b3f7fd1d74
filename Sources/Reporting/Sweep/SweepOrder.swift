public import Analysis
public import CityModel

/// What was asked of a sweep: all that decides its bytes, and where they go.
public struct SweepOrder: Sendable {
  /// Which rows are kept, where only the first few of an order are.
  public struct Ranking: Hashable, Sendable {
    /// How many.
    public let count: Int
    /// The column they are ordered by.
    public let column: String
    /// Whether the greatest comes first.
    public let isDescending: Bool

    /// Makes a ranking; see the properties of the same names.
    public init(_ count: Int, by column: String, isDescending: Bool) {
      (self.count, self.column, self.isDescending) = (count, column, isDescending)
    }
  }

  /// The sweep.
  public let study: SweepStudy
  /// The scenario.
  public let scenario: Scenario
  /// What it was started with.
  public let context: RunContext
  /// The seed, where variants are drawn.
  public let seed: UInt64?
  /// The part to be run, of several.
  public let shard: Shard?
  /// Which rows are kept.
  public let ranking: Ranking?
  /// For whom the tables are written.
  public let style: CSVStyle

  /// Makes an order; see the properties of the same names.
  public init(
    _ study: SweepStudy, _ scenario: Scenario, _ context: RunContext, seed: UInt64?,
    shard: Shard? = nil, ranking: Ranking? = nil, style: CSVStyle = .plain
  ) {
    (self.study, self.scenario, self.context) = (study, scenario, context)
    (self.seed, self.shard, self.ranking, self.style) = (seed, shard, ranking, style)
  }

  /// The variants to be run.
  public var variants: Range<Int> {
    let count = study.design.count
    return shard?.variants(of: count) ?? 0..<count
  }

  /// The names of the files, without extensions.
  var tables: [String] {
    let name = shard.map { "sweep-\($0.index)-of-\($0.count)" } ?? "sweep"
    return study.series.isEmpty ? [name] : [name, name + "-trajectories"]
  }

  /// The headers of the files.
  var headers: [[UInt8]] {
    let series = Table.sweepSeriesHeads(study.series)
    return zip(tables, [study.columns.all.map(\.head), series]).map { name, heads in
      Table(name, heads: heads, cells: []).csv(style)
    }
  }
}
