public import Analysis
import CityModel
import Diagnostics
import Glibc

/// Writes a sweep as it runs, so that it can break off anywhere and go on.
public final class SweepWriter {
  private let order: SweepOrder
  private let files: SweepFiles
  private let journal: SweepJournal
  private var best: LeastRows<[UInt8]>?

  /// How far the sweep has come.
  public var progress: SweepProgress { journal.progress }

  /// The variants still to be run.
  public var remaining: Range<Int> { progress.next..<order.variants.upperBound }

  /// Begins a sweep, or goes on with one.
  ///
  /// - Parameters:
  ///   - order: What was asked.
  ///   - folder: Where the results go.
  ///   - resumes: Whether a sweep that broke off there goes on.
  /// - Throws: ``SweepFault``.
  public init(
    _ order: SweepOrder, in folder: ResultFolder, resumes: Bool
  ) throws(SweepFault) {
    self.order = order
    files = SweepFiles(folder: folder, tables: order.tables)
    do throws(WriteError) {
      try makeFolder(folder.path)
      try files.checkPlaces()
    } catch {
      throw .cannotBegin(error)
    }
    let identity = "\(order.fingerprint) \(order.variants.lowerBound) \(order.variants.upperBound)"
    journal = try SweepJournal(
      files.journal, parts: files.parts, places: files.places, identity: identity,
      first: order.variants.lowerBound, resumes: resumes)
    if let ranking = order.ranking {
      best = try bestSoFar(ranking)
    } else {
      try goingOn { () throws(WriteError) in try journal.begin(order.headers) }
    }
  }

  /// Whether a sweep of this order was already finished in a folder, and nothing is left to be done.
  public static func isFinished(_ order: SweepOrder, in folder: ResultFolder) -> Bool {
    finished(order, in: folder).map { $0.fingerprint == order.fingerprint } ?? false
  }

  /// Whether a sweep of other inputs or options was finished in a folder, which this one will replace.
  public static func replaces(_ order: SweepOrder, in folder: ResultFolder) -> Bool {
    finished(order, in: folder).map { $0.fingerprint != order.fingerprint } ?? false
  }

  private static func finished(_ order: SweepOrder, in folder: ResultFolder) -> SweepPart? {
    let files = SweepFiles(folder: folder, tables: order.tables)
    guard access(files.journal, F_OK) != 0, let record = try? SweepPart(files.record),
      record.isWhole
    else { return nil }
    return record
  }

  /// Adds variants.
  ///
  /// - Parameters:
  ///   - variants: Their numbers, which follow those before.
  ///   - rendered: What they come to, in this order.
  /// - Throws: ``SweepFault/cannotGoOn(_:)``.
  public func append(
    _ variants: Range<Int>, _ rendered: [RenderedVariant]
  ) throws(SweepFault) {
    var progress = progress
    progress.next = variants.upperBound
    var pieces = order.tables.map { _ in [UInt8]() }
    for variant in rendered {
      progress.count(variant.status, isKept: variant.isKept)
      guard variant.isKept, isWanted(variant) else { continue }
      for (place, lines) in variant.lines.enumerated() { pieces[place] += lines }
    }
    try goingOn { () throws(WriteError) in try journal.append(pieces, progress) }
  }

  /// Puts everything into its place.
  ///
  /// - Returns: The paths of the files.
  /// - Throws: ``SweepFault/cannotGoOn(_:)``.
  public func finish() throws(SweepFault) -> [String] {
    try goingOn { () throws(WriteError) in
      var progress = journal.progress
      var written = journal.parts
      if let best {
        let rows = best.ranked
        progress.rows = rows.count
        let file = try AppendedFile(files.parts[0] + ".ranked")
        try file.cut(to: FileMark())
        for piece in order.headers + rows.map(\.row) { try file.append(piece) }
        written = [file]
      }
      return try files.finish(written, journal) { files in
        order.record(progress, files: files)
      }
    }
  }

  /// Whether a row is written; with a ranking, whether it is among the best so far.
  private func isWanted(_ variant: RenderedVariant) -> Bool {
    guard best != nil else { return true }
    return best?.offer(variant.lines[0], key: variant.key, number: variant.number) ?? true
  }

  /// The best of the rows that were written before a sweep broke off.
  private func bestSoFar(
    _ ranking: SweepOrder.Ranking
  ) throws(SweepFault) -> LeastRows<[UInt8]> {
    var best = LeastRows<[UInt8]>(ranking.count)
    do throws(ReadError) {
      let reader = try BlockReader(files.parts[0])
      try best.offerRows(
        of: reader, column: order.study.columns.place(of: ranking.column) ?? 0,
        isDescending: ranking.isDescending)
    } catch {
      throw .cannotRead(error)
    }
    return best
  }
}

extension LeastRows<[UInt8]> {
  /// Offers all rows of a table of numbers, without its header.
  mutating func offerRows(
    of reader: BlockReader, column: Int, isDescending: Bool
  ) throws(ReadError) {
    while true {
      let line = try reader.line()
      guard line.last == 0x0A else { return }
      let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      func number(_ place: Int) -> Double? {
        guard cells.indices.contains(place) else { return nil }
        let text = cells[place].filter { $0 != 0x0A && $0 != 0x0D }
        return Double(String(decoding: text, as: UTF8.self))
      }
      let value = number(column) ?? .nan
      _ = offer(line, key: isDescending ? -value : value, number: Int(number(0) ?? 0))
    }
  }
}

/// Writes; a refusal of the system is one to go on.
func goingOn<Value>(_ work: () throws(WriteError) -> Value) throws(SweepFault) -> Value {
  do { return try work() } catch { throw .cannotGoOn(error) }
}

/// A variant of a sweep as it is written.
public struct RenderedVariant: Sendable {
  /// Its number.
  let number: Int
  /// What can be said of it in a word.
  let status: SweepStatus
  /// Whether it is written at all.
  let isKept: Bool
  /// What is added to each table.
  let lines: [[UInt8]]
  /// What it is ranked by, the least first; not a number where there is no ranking.
  let key: Double
}

extension SweepOrder {
  /// Writes a variant.
  public func render(_ outcome: SweepStudy.Outcome) -> RenderedVariant {
    let row = outcome.row
    let number = Int(row.numbers[0])
    let column = ranking.flatMap { study.columns.place(of: $0.column) }
    let value = column.map { row.numbers[$0] } ?? .nan
    var lines: [[UInt8]] = []
    if outcome.isKept {
      let cells = row.numbers.enumerated().map {
        $0 == study.columns.status ? Cell.text(row.status.rawValue) : .number($1)
      }
      lines = [csvLines([cells], style)]
      if tables.count > 1 { lines.append(csvLines(seriesRows(outcome, number), style)) }
    }
    return RenderedVariant(
      number: number, status: row.status, isKept: outcome.isKept, lines: lines,
      key: ranking?.isDescending == true ? -value : value)
  }

  private func seriesRows(_ outcome: SweepStudy.Outcome, _ number: Int) -> [[Cell]] {
    guard !outcome.series.isEmpty else { return [] }
    return study.years.enumerated().map { place, year in
      [.integer(number), .integer(year)] + outcome.series.map { .number($0[place]) }
    }
  }
}

extension ColumnHead {
  /// The column of the values of what is varied.
  ///
  /// - Parameters:
  ///   - path: Its path.
  ///   - unit: The unit of its values, where it is known.
  /// - Returns: The column.
  static func axis(_ path: String, unit: String? = nil) -> Self {
    Self(named: path, Text("The value of what is varied.", "变动参数的取值。"), unit: unit)
  }

  /// The column of the net emissions of a year.
  static func emissions(_ name: String) -> Self {
    Self(
      named: name, Text("Net emissions in the year.", "该年的净排放。"), unit: OutputKind.total.unit)
  }
}

extension SweepColumns.Column {
  /// What the column is.
  var head: ColumnHead {
    let peaks = EmissionTotal.allCases.flatMap {
      [ColumnHead.peakYear($0), .peakEstimate($0), .peakValue($0)]
    }
    let known = [ColumnHead.variant, .sweepStatus, .cumulative, .cost] + peaks
    if let head = known.first(where: { $0.name == name }) { return head }
    guard case .emissions = Metric(id: name) else { return .axis(name, unit: unit) }
    return .emissions(name)
  }
}

extension ColumnHead {
  /// The status of a variant of a sweep.
  static let sweepStatus = Self(
    "status", ColumnHead.status.label,
    ColumnHead.status.meaning
      + Text(
        " Or why there is no result: `impossible`, `unsolved` or `no-number`.",
        "或无结果的原因：`impossible` 取值组合不可能、`unsolved` 市场无解、`no-number` 排放不是数值。"))
}

extension Table {
  /// The columns of `sweep-trajectories.csv`.
  static func sweepSeriesHeads(_ series: [String]) -> [ColumnHead] {
    [.variant, .year]
      + series.map { name in emissionHeads.first { $0.name == name } ?? .emissions(name) }
  }
}
