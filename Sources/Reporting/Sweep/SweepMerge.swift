import Analysis
import Diagnostics

/// Joins the parts of a sweep to what the sweep would have written as a whole.
public struct SweepMerge {
  private let parts: [SweepPart]
  private let first: SweepPart

  /// The city and the scenario, as the folders of results name them.
  public let place: String

  /// Reads the records of the parts and checks that they belong together and are complete.
  ///
  /// - Parameter paths: The tables of the parts, or their records, in any order.
  /// - Throws: ``SweepFault``.
  public init(_ paths: [String]) throws(SweepFault) {
    var byIndex: [Int: SweepPart] = [:]
    var found: SweepPart?
    for path in paths where !path.hasSuffix("-trajectories.csv") {
      let part = try SweepPart(path)
      let shard = part.shard ?? Shard(1, of: 1)
      guard let shard, part.progress != nil else { throw .notAPart(path: path) }
      guard part.isAsWritten else { throw .damaged(path: part.path) }
      if let first = found, let difference = part.difference(from: first) {
        throw .differentSweeps(first.path, part.path, difference)
      }
      found = found ?? part
      guard byIndex.updateValue(part, forKey: shard.index) == nil else {
        throw .partTwice(shard.index, of: shard.count)
      }
    }
    guard let first = found else { throw .notAPart(path: paths.first ?? "") }
    let count = first.shard?.count ?? 1
    let missing = (1...count).filter { byIndex[$0] == nil }
    guard missing.isEmpty else { throw .partsMissing(missing, of: count) }
    guard let city = first.record["city"]?["id"]?.text,
      let scenario = first.record["scenario"]?["id"]?.text
    else { throw .notAPart(path: first.path) }
    self.first = byIndex[1] ?? first
    parts = (1...count).compactMap { byIndex[$0] }
    place = "\(city)/\(scenario)"
  }

  /// The records of the parts, as they were read.
  public var inputs: [RunContext.InputFile] {
    parts.map { RunContext.InputFile(path: $0.path, bytes: $0.bytes) }
  }

  /// Writes the whole.
  ///
  /// - Parameters:
  ///   - folder: Where it goes.
  ///   - time: When it was joined, for the record.
  /// - Returns: The paths of the files, and the number of rows.
  /// - Throws: ``SweepFault``.
  public func write(
    to folder: ResultFolder, time: String
  ) throws(SweepFault) -> (paths: [String], rows: Int) {
    let tables = first.files.count == 1 ? ["sweep"] : ["sweep", "sweep-trajectories"]
    let files = SweepFiles(folder: folder, tables: tables)
    var total = try total()
    for place in tables.indices { try check(place) }
    do throws(WriteError) {
      try makeFolder(folder.path)
      try files.checkPlaces()
    } catch {
      throw .cannotBegin(error)
    }
    let journal = try SweepJournal(
      files.journal, parts: files.parts, places: files.places, identity: "merge", first: 0,
      resumes: false)
    do throws(SweepFault) {
      let paths = try write(files, journal, &total, time: time)
      return (paths, total.rows)
    } catch {
      files.discard(journal)
      guard case .cannotGoOn(let refusal) = error else { throw error }
      throw .cannotJoin(refusal)
    }
  }

  /// Writes the rows, then the record.
  private func write(
    _ files: SweepFiles, _ journal: SweepJournal, _ total: inout SweepProgress, time: String
  ) throws(SweepFault) -> [String] {
    if let ranking {
      total.rows = try writeBest(ranking, to: journal.parts[0])
    } else {
      for (place, file) in journal.parts.enumerated() { try join(place, to: file) }
    }
    let total = total
    return try goingOn { () throws(WriteError) in
      try files.finish(journal.parts, journal) { files in
        first.record.replacing([
          "time": .string(time), "shard": .null, "rows": .integer(total.rows),
          "statuses": statusRecord(total), "files": fileRecord(files),
        ])
      }
    }
  }

  /// What the parts came to together.
  private func total() throws(SweepFault) -> SweepProgress {
    var sum = SweepProgress(from: 0)
    for part in parts {
      guard let progress = part.progress, let next = sum.adding(progress) else {
        throw .damaged(path: part.path)
      }
      sum = next
    }
    return sum
  }

  /// Checks that one table of all parts is what their records say, with the same header.
  private func check(_ table: Int) throws(SweepFault) {
    var header: [UInt8]?
    for part in parts {
      guard part.files.count > table else { throw .damaged(path: part.path) }
      let (name, mark) = part.files[table]
      let path = part.path(of: name)
      let (line, end) = try read { () throws(ReadError) in
        let reader = try BlockReader(path)
        return (try reader.line(), try reader.skip())
      }
      guard end == mark, line == header ?? line else { throw .damaged(path: path) }
      header = line
    }
  }

  /// Adds one table of all parts, with the header of the first.
  private func join(_ table: Int, to file: AppendedFile) throws(SweepFault) {
    var header: [UInt8] = []
    for (place, part) in parts.enumerated() {
      guard part.files.count > table else { throw .damaged(path: part.path) }
      let (name, mark) = part.files[table]
      let path = part.path(of: name)
      let reader = try read { () throws(ReadError) in try BlockReader(path) }
      let line = try read { () throws(ReadError) in try reader.line() }
      if place == 0 {
        header = line
        try goingOn { () throws(WriteError) in try file.append(header) }
      }
      guard line == header else { throw .damaged(path: path) }
      while true {
        let block = try read { () throws(ReadError) in try reader.next(1 << 18) }
        if block.isEmpty { break }
        try goingOn { () throws(WriteError) in try file.append(Array(block)) }
      }
      guard reader.mark == mark else { throw .damaged(path: path) }
    }
  }

  /// What the parts were ranked by, if they were.
  private var ranking: SweepOrder.Ranking? {
    guard let options = first.record["options"],
      let count = options["top"]?.text.flatMap({ Int($0) }),
      let column = options["by"]?.text
    else { return nil }
    return .init(count, by: column, isDescending: options["descending"]?.text == "true")
  }

  /// Writes the best rows of all parts.
  private func writeBest(
    _ ranking: SweepOrder.Ranking, to file: AppendedFile
  ) throws(SweepFault) -> Int {
    let names = first.record["columns"]?.items?.compactMap { $0["name"]?.text } ?? []
    guard let column = names.firstIndex(of: ranking.column) else {
      throw .damaged(path: first.path)
    }
    var best = LeastRows<[UInt8]>(ranking.count)
    var header: [UInt8] = []
    for part in parts {
      let (name, mark) = part.files[0]
      let path = part.path(of: name)
      let reader = try read { () throws(ReadError) in try BlockReader(path) }
      header = try read { () throws(ReadError) in try reader.line() }
      try read { () throws(ReadError) in
        try best.offerRows(of: reader, column: column, isDescending: ranking.isDescending)
      }
      guard reader.mark == mark else { throw .damaged(path: path) }
    }
    let rows = best.ranked
    for piece in [header] + rows.map(\.row) {
      try goingOn { () throws(WriteError) in try file.append(piece) }
    }
    return rows.count
  }

  private func read<Value>(
    _ work: () throws(ReadError) -> Value
  ) throws(SweepFault) -> Value {
    do { return try work() } catch { throw .cannotRead(error) }
  }
}

extension SweepProgress {
  /// With what another part came to; nothing if that is more than can be counted.
  fileprivate func adding(_ other: SweepProgress) -> SweepProgress? {
    let sums = zip(numbers, other.numbers).map { $0.addingReportingOverflow($1) }
    return sums.contains(where: \.overflow) ? nil : SweepProgress(sums.map(\.partialValue))
  }
}

/// A finished sweep, or part of one, as its record tells it.
struct SweepPart {
  /// The path of the record.
  let path: String
  /// What it holds.
  let bytes: [UInt8]
  /// What it says.
  let record: JSONValue
  /// What tells the sweep from all others.
  let fingerprint: String
  /// Which part it is; none for a whole sweep.
  let shard: Shard?
  /// The tables: name, and what tells that it is whole.
  let files: [(name: String, mark: FileMark)]

  /// Reads a record.
  ///
  /// - Parameter path: The path of the record, or of the table beside it.
  /// - Throws: ``SweepFault/cannotRead(_:)``, ``SweepFault/notAPart(path:)``.
  init(_ path: String) throws(SweepFault) {
    let record = path.hasSuffix(".csv") ? path.dropLast(4) + ".json" : path
    let bytes: [UInt8]
    do throws(ReadError) {
      bytes = try BlockReader.record(record)
    } catch {
      guard error.isMissing, record != path else { throw .cannotRead(error) }
      do throws(ReadError) { _ = try BlockReader(path) } catch { throw .cannotRead(error) }
      throw .notAPart(path: path)
    }
    guard let value = JSONParser.parse(bytes), value["program"]?.text == "carbonpeak",
      let fingerprint = value["fingerprint"]?.text, let files = value["files"]?.items
    else { throw .notAPart(path: path) }
    self.path = record
    self.bytes = bytes
    self.record = value
    self.fingerprint = fingerprint
    shard = value["shard"]?.text.flatMap { Shard($0) }
    self.files = files.compactMap { file in
      guard let name = file["name"]?.text, let length = file["bytes"]?.whole,
        let checksum = file["fnv1a"]?.text.flatMap({ UInt64($0, radix: 16) })
      else { return nil }
      return (name, FileMark(length: length, checksum: checksum))
    }
    guard !self.files.isEmpty, self.files.count == files.count else {
      throw .notAPart(path: path)
    }
  }

  /// The path of a table.
  func path(of table: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder + [Substring(table)]).joined(separator: "/")
  }

  /// Whether all tables are as long as the record says.
  var isWhole: Bool {
    files.allSatisfy { name, mark in
      guard let reader = try? BlockReader(path(of: name)) else { return false }
      return (try? reader.skip()) == mark
    }
  }

  /// Whether the record says what its fingerprint was made of.
  var isAsWritten: Bool {
    sweepFingerprint(sweepIdentity.map { ($0, record[$0] ?? .null) }) == fingerprint
  }

  /// What tells the sweeps of two parts apart; nothing where they are of one sweep.
  func difference(from other: Self) -> Text? {
    if let version = record["version"]?.text, let second = other.record["version"]?.text,
      version != second
    {
      return Text(
        "the versions of carbonpeak, \(version) and \(second)",
        "carbonpeak 版本（\(version) 与 \(second)）")
    }
    if let path = otherInput(than: other) { return Text("the file '\(path)'", "文件“\(path)”") }
    let rest = [
      ("set", Text("--set", "--set")), ("options", Text("the options", "选项")),
      ("axes", Text("--vary", "--vary")),
      ("design", Text("--design, --samples or --seed", "--design、--samples 或 --seed")),
      ("columns", Text("the columns", "列")), ("city", Text("the city", "城市")),
      ("scenario", Text("the scenario", "情景")), ("years", Text("the years", "年份")),
      ("accounting", Text("the accounting", "核算口径")),
      ("variants", Text("the number of variants", "方案数")),
    ]
    if let found = rest.first(where: { differs(in: $0.0, from: other) }) { return found.1 }
    return shard?.count == other.shard?.count
      ? nil : Text("the number of parts", "分片数")
  }

  private func differs(in key: String, from other: Self) -> Bool {
    record[key]?.document != other.record[key]?.document
  }

  /// The first file whose content is another; nothing if all are the same.
  private func otherInput(than other: Self) -> String? {
    let own = record["inputs"] ?? .null
    let others = other.record["inputs"] ?? .null
    let here = checksums(own).map(\.text)
    let there = checksums(others).map(\.text)
    guard here != there else { return nil }
    let place = zip(here, there).prefix { $0 == $1 }.count
    let longer = here.count >= there.count ? own : others
    return longer.items.flatMap { $0.dropFirst(place).first?["path"]?.text } ?? ""
  }

  /// Progress as the record tells it.
  var progress: SweepProgress? {
    guard let rows = record["rows"]?.whole, let statuses = record["statuses"] else { return nil }
    return SweepProgress(
      [0, rows] + SweepStatus.allCases.map { statuses[$0.rawValue]?.whole ?? 0 })
  }
}

extension BlockReader {
  /// Reads to the end and gives the mark there.
  func skip() throws(ReadError) -> FileMark {
    while try !next(1 << 18).isEmpty {}
    return mark
  }
}
