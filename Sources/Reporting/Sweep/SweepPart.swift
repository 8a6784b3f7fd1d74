import Analysis

/// A finished sweep, or part of one, as its record tells it.
struct SweepPart {
  /// The path of the record.
  let path: String
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
      throw error.isMissing && record != path ? .notAPart(path: path) : .cannotRead(error)
    }
    guard let value = JSONParser.parse(bytes), value["program"]?.text == "carbonpeak",
      let fingerprint = value["fingerprint"]?.text, let files = value["files"]?.items
    else { throw .notAPart(path: path) }
    self.path = record
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
