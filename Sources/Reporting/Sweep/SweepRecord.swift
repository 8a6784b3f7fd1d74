public import Analysis
public import CityModel
import Diagnostics

/// What was asked of a sweep: all that decides its bytes, and where they go.
public struct SweepOrder: Sendable {
  /// Which rows are kept, where only the first few of an order are.
  public struct Ranking: Hashable, Sendable {
    /// How many.
    package let count: Int
    /// The column they are ordered by.
    package let column: String
    /// Whether the greatest comes first.
    package let isDescending: Bool

    /// Makes a ranking; see the properties of the same names.
    public init(_ count: Int, by column: String, isDescending: Bool) {
      self.count = count
      self.column = column
      self.isDescending = isDescending
    }
  }

  /// The sweep.
  public let study: SweepStudy
  /// The scenario.
  package let scenario: Scenario
  /// What it was started with.
  package let context: RunContext
  /// The seed, where variants are drawn.
  package let seed: UInt64?
  /// The part to be run, of several.
  package let shard: Shard?
  /// Which rows are kept.
  package let ranking: Ranking?
  /// For whom the tables are written.
  package let style: CSVStyle

  /// Makes an order; see the properties of the same names.
  public init(
    _ study: SweepStudy, _ scenario: Scenario, _ context: RunContext, seed: UInt64?,
    shard: Shard? = nil, ranking: Ranking? = nil, style: CSVStyle = .plain
  ) {
    self.study = study
    self.scenario = scenario
    self.context = context
    self.seed = seed
    self.shard = shard
    self.ranking = ranking
    self.style = style
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

/// How far a sweep has come.
public struct SweepProgress: Hashable, Sendable {
  /// The number of the next variant.
  public internal(set) var next: Int
  /// The rows kept so far.
  package internal(set) var rows = 0
  /// How many variants have which status, kept or not.
  package private(set) var counts: [SweepStatus: Int] = [:]

  /// Before the first variant.
  init(from first: Int) { next = first }

  /// Counts a variant.
  mutating func count(_ status: SweepStatus, isKept: Bool) {
    counts[status, default: 0] += 1
    if isKept { rows += 1 }
  }

  /// The variants that have no results.
  package var impossible: Int {
    counts.reduce(0) { $1.key.hasResults ? $0 : $0 + $1.value }
  }

  /// The numbers of a line of the journal.
  var numbers: [Int] { [next, rows] + SweepStatus.allCases.map { counts[$0] ?? 0 } }

  /// Reads the numbers of a line of the journal.
  init?(_ numbers: some Collection<Int>) {
    let statuses = SweepStatus.allCases
    let numbers = Array(numbers)
    guard numbers.count == statuses.count + 2, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    next = numbers[0]
    rows = numbers[1]
    counts = Dictionary(uniqueKeysWithValues: zip(statuses, numbers.dropFirst(2)))
      .filter { $0.value > 0 }
  }
}

extension SweepOrder {
  /// What tells this sweep from all others, the same for all its parts: a checksum of everything
  /// that decides a byte of the result.
  var fingerprint: String {
    sweepFingerprint([
      ("version", .string(context.version)),
      ("set", .array(context.changes.map(JSONValue.string))),
      ("options", context.optionRecord),
      ("inputs", .array(context.inputs.map(Reporting.fingerprint))),
      ("design", design),
      ("axes", axes),
      ("columns", columns),
    ])
  }

  /// The content of `sweep.json`: what was swept, from what, and what came of it.
  ///
  /// Two sweeps of the same input differ in `time` alone, whatever the number of jobs, parts and
  /// interruptions.
  ///
  /// - Parameters:
  ///   - progress: How far the sweep has come.
  ///   - files: The files of rows, with their marks.
  /// - Returns: The document.
  func record(_ progress: SweepProgress, files: [(name: String, mark: FileMark)]) -> JSONValue {
    .object(
      context.head(seed: seed) + [
        ("fingerprint", .string(fingerprint)),
        ("city", identity(scenario.city)),
        ("scenario", identity(scenario.identity)),
        ("years", years(scenario.years)),
        ("accounting", accounting(scenario.accounting)),
        ("design", design),
        ("axes", axes),
        ("columns", columns),
        ("variants", .integer(study.design.count)),
        ("shard", shard.map { .string("\($0.index)/\($0.count)") } ?? .null),
        ("rows", .integer(progress.rows)),
        ("statuses", statusRecord(progress)),
        ("files", fileRecord(files)),
      ])
  }

  private var design: JSONValue {
    .object([
      ("kind", .string(study.design.kind.rawValue)), ("variants", .integer(study.design.count)),
      ("seed", seed.map { .string(String($0)) } ?? .null),
    ])
  }

  private var axes: JSONValue {
    .array(
      study.design.axes.map { axis in
        let values: (String, JSONValue) =
          switch axis.choice {
          case .list(let values): ("values", .array(values.map(JSONValue.number)))
          case .range(let low, let high): ("range", .array([.number(low), .number(high)]))
          }
        return .object([
          ("path", .string(axis.axis.path)), ("unit", .string(axis.unit)), values,
        ])
      })
  }

  private var columns: JSONValue {
    .array(
      study.columns.all.map {
        .object([("name", .string($0.name)), ("unit", .string($0.unit))])
      })
  }
}

/// The checksum of what decides the bytes of a sweep.
///
/// - Parameter identity: What the record of the sweep says of ``sweepIdentity``, in that order. Of the
///   files only the content counts: parts may run where they have other paths.
/// - Returns: SHA-256 in hexadecimal digits.
func sweepFingerprint(_ identity: [(key: String, value: JSONValue)]) -> String {
  let members = identity.map { key, value in
    (key, key == "inputs" ? .array(checksums(value)) : value)
  }
  return sha256(JSONValue.object(members).document)
}

/// What of its record tells a sweep from all others.
let sweepIdentity = ["version", "set", "options", "inputs", "design", "axes", "columns"]

/// The checksums of files that a record lists.
func checksums(_ inputs: JSONValue) -> [JSONValue] {
  (inputs.items ?? []).map { $0["sha256"] ?? .null }
}

/// How many variants have which status.
func statusRecord(_ progress: SweepProgress) -> JSONValue {
  .object(
    SweepStatus.allCases.compactMap { status in
      progress.counts[status].map { (status.rawValue, .integer($0)) }
    })
}

/// The files of rows, with what tells that they are whole.
func fileRecord(_ files: [(name: String, mark: FileMark)]) -> JSONValue {
  .array(
    files.map { name, mark in
      .object([
        ("name", .string(name)), ("bytes", .integer(mark.length)),
        ("fnv1a", .string(String(mark.checksum, radix: 16))),
      ])
    })
}

extension SweepOrder {
  /// What a sweep came to; its table and its record were written while it ran.
  ///
  /// - Parameter progress: How far it has come.
  /// - Returns: The answer, of which nothing is to be written.
  public func answer(_ progress: SweepProgress) -> Answer {
    let rows = ranking.map { min($0.count, progress.rows) } ?? progress.rows
    return Answer(
      nil, of: subject(scenario), seed: seed,
      figures: [
        ("variants", .integer(variants.count)), ("rows", .integer(rows)),
        ("statuses", statusRecord(progress)),
      ],
      story: { language, _ in summary(progress, rows: rows, language) })
  }

  private func summary(_ progress: SweepProgress, rows: Int, _ language: Language) -> String {
    let total = variants.count
    let name = "\(scenario.city.name(language)) · \(scenario.identity.name(language))"
    let head = Text(
      "\(total) \(total == 1 ? "variant" : "variants"), \(rows) kept", "\(total) 个方案，保留 \(rows) 个")
    let counts = SweepStatus.allCases.compactMap { status in
      progress.counts[status].map { "  \($0)  \(status.text(language))" }
    }
    return
      (["\(name) (\(scenario.fullId)): \(head(language))"] + counts)
      .joined(separator: "\n")
  }
}

extension SweepStatus {
  /// The status in a few words; in English its word in the table.
  fileprivate var text: Text {
    let chinese =
      switch self {
      case .peakedBeforeBaseYear: "基准年之前已达峰"
      case .peakedByBaseYear: "不晚于基准年达峰"
      case .peaks: "达峰"
      case .plateau: "峰值平台期"
      case .notPeaked: "尚未达峰"
      case .rebound: "反弹"
      case .noEmissions: "无正排放"
      case .impossible: "不可能成立"
      case .unsolved: "市场无解"
      case .noNumber: "无有效数值"
      }
    return Text(english: rawValue, chinese: chinese)
  }
}

/// What joining the parts of a sweep came to; the files are written already.
///
/// - Parameter rows: The rows of the joined table.
/// - Returns: The answer, of which nothing is to be written.
public func mergeAnswer(rows: Int) -> Answer {
  Answer(
    nil, figures: [("rows", .integer(rows))],
    story: { language, _ in Text("\(rows) rows", "\(rows) 行")(language) })
}
