import Glibc

/// The rows of a sweep on the disk, and how far they are sound.
///
/// The rows stand in files that only grow, `NAME.csv.part`. After each piece of them a line is added
/// to `NAME.journal`:
///
/// ```text
/// next rows count… (length checksum)… line-checksum
/// ```
///
/// Whatever is behind the last line that is whole, and whose files have the lengths and checksums it
/// names, is cut off when the sweep goes on: no row is lost and none comes twice, wherever it broke
/// off. Nothing needs to be flushed for that as long as the machine stays up; after a crash of the
/// machine the checksums tell what reached the disk.
final class SweepJournal {
  /// How far the sweep has come.
  private(set) var progress: SweepProgress
  /// The files of rows.
  let parts: [AppendedFile]
  private let journal: AppendedFile

  /// Opens the journal of a sweep, begun or not.
  ///
  /// - Parameters:
  ///   - path: The path of the journal.
  ///   - parts: The paths of the files of rows.
  ///   - places: Where those files are once the sweep is done; one that broke off while it named
  ///     them takes them back.
  ///   - identity: One line without spaces at its ends that tells this sweep from all others.
  ///   - first: The number of the first variant.
  ///   - resumes: Whether a sweep that broke off goes on.
  /// - Throws: ``SweepFault``.
  init(
    _ path: String, parts: [String], places: [String], identity: String, first: Int, resumes: Bool
  ) throws(SweepFault) {
    let head = "carbonpeak-sweep 1 \(identity)\n"
    let journal = try beginning { () throws(WriteError) in try AppendedFile(path) }
    guard try beginning({ () throws(WriteError) in try journal.lock() }) else {
      throw .inUse(path: path)
    }
    let reader = try reading { () throws(ReadError) in try BlockReader(path) }
    let found = try reading { () throws(ReadError) in try reader.line() }
    let isBegun = found.last == 0x0A
    if isBegun, !resumes {
      let next = try reading { () throws(ReadError) in try reader.line() }
      if next.last == 0x0A { throw .unfinished(path: path) }
    }
    if isBegun, resumes, found != Array(head.utf8) { throw .another(path: path) }
    if isBegun, resumes { try Self.takeBack(places, to: parts, path) }
    var opened: [AppendedFile] = []
    for part in parts {
      opened.append(try beginning { () throws(WriteError) in try AppendedFile(part) })
    }
    let sound =
      isBegun && resumes
      ? try reading { () throws(ReadError) in try Self.lastSound(reader, parts: parts) } : nil
    try beginning { () throws(WriteError) in
      for (place, part) in opened.enumerated() {
        try part.cut(to: sound?.parts[place] ?? FileMark())
      }
      try journal.cut(to: sound?.journal ?? FileMark())
      if sound == nil { try journal.append(Array(head.utf8)) }
    }
    self.journal = journal
    self.parts = opened
    progress = sound?.progress ?? SweepProgress(from: first)
  }

  /// Adds rows, and says how far the sweep has come with them.
  ///
  /// - Parameters:
  ///   - pieces: What is added to each file.
  ///   - progress: How far the sweep has come.
  /// - Throws: ``WriteError``.
  func append(_ pieces: [[UInt8]], _ progress: SweepProgress) throws(WriteError) {
    for (part, piece) in zip(parts, pieces) { try part.append(piece) }
    let marks = parts.flatMap { [String($0.mark.length), String($0.mark.checksum, radix: 16)] }
    let text = (progress.numbers.map(String.init) + marks).joined(separator: " ")
    try journal.append(Array("\(text) \(Self.checksum(of: text))\n".utf8))
    self.progress = progress
  }

  /// Adds what stands before all rows, unless it is there.
  func begin(_ headers: [[UInt8]]) throws(WriteError) {
    for (part, header) in zip(parts, headers) where part.mark.length == 0 {
      try part.append(header)
    }
  }

  /// Removes the journal: the sweep is done.
  func close() { remove(journal.path) }

  private static func checksum(of text: String) -> String {
    var mark = FileMark()
    mark.advance(over: text.utf8)
    return String(mark.checksum, radix: 16)
  }
}

/// A point to which all files of a sweep are sound.
private struct SoundPoint {
  let progress: SweepProgress
  let parts: [FileMark]
  var journal = FileMark()

  /// Reads a line of the journal; nothing if it is not whole.
  init?(_ line: [UInt8], parts count: Int) {
    guard line.last == 0x0A else { return nil }
    let text = String(decoding: line.dropLast(), as: UTF8.self)
    guard let space = text.lastIndex(of: " ") else { return nil }
    var sum = FileMark()
    sum.advance(over: text[..<space].utf8)
    let fields = text[..<space].split(separator: " ")
    guard String(sum.checksum, radix: 16) == text[text.index(after: space)...],
      fields.count > 2 * count
    else { return nil }
    let numbers = fields.dropLast(2 * count).compactMap { Int($0) }
    guard let progress = SweepProgress(numbers) else { return nil }
    let marks = Array(fields.suffix(2 * count))
    self.progress = progress
    parts = (0..<count).compactMap { place in
      guard let length = Int(marks[2 * place]),
        let checksum = UInt64(marks[2 * place + 1], radix: 16)
      else { return nil }
      return FileMark(length: length, checksum: checksum)
    }
    guard parts.count == count else { return nil }
  }
}

extension SweepJournal {
  /// Gives tables that already have their names, and are all that the journal tells of, the names
  /// under which they grew.
  private static func takeBack(
    _ places: [String], to parts: [String], _ path: String
  ) throws(SweepFault) {
    let marks = try reading { () throws(ReadError) in
      let journal = try BlockReader(path)
      _ = try journal.line()
      var last: SoundPoint?
      while let point = SoundPoint(try journal.line(), parts: parts.count) { last = point }
      return last?.parts ?? []
    }
    for ((place, part), mark) in zip(zip(places, parts), marks) {
      if access(part, F_OK) == 0 { continue }
      guard let table = try? BlockReader(place), (try? table.skip()) == mark else { continue }
      guard rename(place, part) == 0 else { throw .cannotBegin(WriteError(path: part)) }
    }
  }

  /// The last point to which the journal and all files of rows are sound; nothing if there is none.
  ///
  /// - Parameters:
  ///   - journal: The journal, behind its first line.
  ///   - paths: The files of rows.
  /// - Returns: The point.
  /// - Throws: ``ReadError``.
  private static func lastSound(
    _ journal: BlockReader, parts paths: [String]
  ) throws(ReadError) -> SoundPoint? {
    var readers: [BlockReader] = []
    for path in paths { readers.append(try BlockReader(path)) }
    var last: SoundPoint?
    while true {
      guard var point = SoundPoint(try journal.line(), parts: paths.count) else { return last }
      for (reader, mark) in zip(readers, point.parts) {
        guard try reader.reaches(mark) else { return last }
      }
      point.journal = journal.mark
      last = point
    }
  }
}

extension BlockReader {
  /// Reads on to a mark; whether the file has it.
  fileprivate func reaches(_ wanted: FileMark) throws(ReadError) -> Bool {
    while mark.length < wanted.length {
      if try next(wanted.length - mark.length).isEmpty { return false }
    }
    return mark == wanted
  }
}

/// Does what begins a sweep; a refusal of the system is one to begin.
private func beginning<Value>(
  _ work: () throws(WriteError) -> Value
) throws(SweepFault) -> Value {
  do { return try work() } catch { throw .cannotBegin(error) }
}

/// Reads what is there of a sweep.
private func reading<Value>(_ work: () throws(ReadError) -> Value) throws(SweepFault) -> Value {
  do { return try work() } catch { throw .cannotRead(error) }
}
