import Analysis
import Diagnostics

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
    (self.path, self.bytes) = (record, bytes)
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
    let (own, others) = (record["inputs"] ?? .null, other.record["inputs"] ?? .null)
    let (here, there) = (checksums(own).map(\.text), checksums(others).map(\.text))
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
