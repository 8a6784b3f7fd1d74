public import Diagnostics
import Glibc

/// The names of a sweep's files.
struct SweepFiles {
  /// Their folder.
  let folder: ResultFolder
  /// The names of the tables, without extensions; the first is that of the sweep.
  let tables: [String]

  /// Where it is noted how far the sweep has come.
  var journal: String { path(tables[0] + ".journal") }
  /// Where it is recorded what the sweep was.
  var record: String { path(tables[0] + ".json") }
  /// Where the tables are at the end.
  var places: [String] { tables.map { path($0 + ".csv") } }
  /// Where the rows grow.
  var parts: [String] { places.map { $0 + ".part" } }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// Checks that the results can take their places.
  ///
  /// - Throws: ``WriteError``, where a folder or a file that may not be written is in the way.
  func checkPlaces() throws(WriteError) {
    for place in places + [record] { _ = try permissions(of: place) }
  }

  /// Gives the tables and the record their names and ends the journal.
  ///
  /// The record is on the disk before the first table is named, and the journal stays until the
  /// last is: wherever this breaks off, the sweep goes on from its journal and ends the same.
  ///
  /// - Parameters:
  ///   - written: The files of rows, whole.
  ///   - journal: The journal.
  ///   - record: Makes the record from the names and marks of the tables.
  /// - Returns: The paths of the results.
  /// - Throws: ``WriteError``.
  func finish(
    _ written: [AppendedFile], _ journal: SweepJournal,
    record: ([(name: String, mark: FileMark)]) -> JSONValue
  ) throws(WriteError) -> [String] {
    try checkPlaces()
    let staged = try AppendedFile(self.record + ".part")
    try staged.cut(to: FileMark())
    try staged.append(record(Array(zip(tables.map { $0 + ".csv" }, written.map(\.mark)))).document)
    let results = Array(zip(written + [staged], places + [self.record]))
    for (file, _) in results { try file.flush() }
    for (file, place) in results { try file.move(to: place) }
    try flushFolder(folder.path)
    journal.close()
    for part in parts { remove(part) }
    return results.map(\.1)
  }

  /// Removes what was begun.
  func discard(_ journal: SweepJournal) {
    for path in parts + [record + ".part"] { remove(path) }
    journal.close()
  }
}

/// How far a file has been written, and what all its bytes come to.
struct FileMark: Hashable {
  /// The number of bytes.
  var length = 0
  /// Their checksum, FNV-1a over 64 bits.
  ///
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, *The FNV Non-Cryptographic Hash
  /// Algorithm*, IETF draft, 2012.
  var checksum: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The mark after more bytes.
  mutating func advance(over bytes: some Sequence<UInt8>) {
    for byte in bytes {
      checksum = (checksum ^ UInt64(byte)) &* 0x100_0000_01b3
      length += 1
    }
  }
}

/// A file that only grows, or is cut back to where it was sound.
final class AppendedFile {
  /// Its path.
  let path: String
  /// How far it is written.
  private(set) var mark = FileMark()
  private let descriptor: Int32

  /// Opens a file, or makes it.
  ///
  /// - Parameter path: Its path; a symbolic link is refused.
  /// - Throws: ``WriteError``.
  init(_ path: String) throws(WriteError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw WriteError(path: path) }
  }

  deinit { close(descriptor) }

  /// Adds bytes at the end.
  func append(_ bytes: [UInt8]) throws(WriteError) {
    try writeAll(bytes, to: descriptor, path: path)
    mark.advance(over: bytes)
  }

  /// Cuts the file to a mark that its bytes are known to have, and goes on from there.
  func cut(to mark: FileMark) throws(WriteError) {
    guard ftruncate(descriptor, mark.length) == 0,
      lseek(descriptor, mark.length, SEEK_SET) == mark.length
    else { throw WriteError(path: path) }
    self.mark = mark
  }

  /// Makes what was written survive a crash.
  func flush() throws(WriteError) { try Reporting.flush(descriptor, path: path) }

  /// Gives the file another name, in place of what was there.
  func move(to place: String) throws(WriteError) {
    guard rename(path, place) == 0 else { throw WriteError(path: place) }
  }

  /// Takes the sole right to the file; it ends with the process.
  ///
  /// - Returns: Whether nobody else has it.
  func lock() throws(WriteError) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return try isAtItsPath() }
    guard errno == EWOULDBLOCK else { throw WriteError(path: path) }
    return false
  }

  /// Whether the path still leads to this file: another process may have finished and removed it
  /// between our opening and locking.
  private func isAtItsPath() throws(WriteError) -> Bool {
    var own = stat()
    var there = stat()
    guard fstat(descriptor, &own) == 0 else { throw WriteError(path: path) }
    return stat(path, &there) == 0 && own.st_ino == there.st_ino && own.st_dev == there.st_dev
  }
}

/// Removes a file, if it is there.
func remove(_ path: String) { unlink(path) }

/// A file that cannot be read.
public struct ReadError: Error, Hashable, Sendable {
  /// Its path.
  package let path: String
  /// The system's error number (`errno`).
  package let code: Int32

  /// Names a path and what the system said of it, by default last.
  init(path: String, code: Int32 = errno) { (self.path, self.code) = (path, code) }

  /// Whether there is no such file.
  package var isMissing: Bool { code == ENOENT }

  /// Whether a folder stands where a file is wanted.
  package var isOfFolder: Bool { code == EISDIR }

  /// One sentence for people.
  package var text: Text {
    let reason = systemReason(code)
    return Text("cannot read '\(path)': \(reason)", "无法读取“\(path)”：\(reason)")
  }
}

/// Reads a file from its start, a block at a time.
final class BlockReader {
  private let path: String
  private let descriptor: Int32
  private var block: [UInt8] = []
  private var used = 0
  /// How far it was read.
  private(set) var mark = FileMark()

  /// Opens a file to be read.
  init(_ path: String) throws(ReadError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReadError(path: path) }
  }

  deinit { close(descriptor) }

  /// The bytes of a file, but no more than of a record of ours.
  static func record(_ path: String) throws(ReadError) -> [UInt8] {
    let reader = try BlockReader(path)
    var bytes: [UInt8] = []
    while bytes.count < 1 << 26 {
      let block = try reader.next(1 << 18)
      guard !block.isEmpty else { break }
      bytes += block
    }
    return bytes
  }

  /// The next bytes, at most so many; empty at the end.
  func next(_ most: Int) throws(ReadError) -> ArraySlice<UInt8> {
    if used == block.count { try fill() }
    let bytes = block[used..<min(block.count, used + most)]
    used = bytes.endIndex
    mark.advance(over: bytes)
    return bytes
  }

  /// The next line with its line break; without one at the end of the file, empty after it.
  func line() throws(ReadError) -> [UInt8] {
    var line: [UInt8] = []
    while true {
      if used == block.count { try fill() }
      guard used < block.count else { return line }
      let end = block[used...].firstIndex(of: 0x0A).map { $0 + 1 } ?? block.count
      line += try next(end - used)
      if line.last == 0x0A { return line }
    }
  }

  private func fill() throws(ReadError) {
    var bytes = [UInt8](repeating: 0, count: 1 << 18)
    var count = read(descriptor, &bytes, bytes.count)
    while count < 0 && errno == EINTR { count = read(descriptor, &bytes, bytes.count) }
    guard count >= 0 else { throw ReadError(path: path) }
    block = Array(bytes.prefix(count))
    used = 0
  }
}

/// Why a sweep cannot be written, or its parts not be joined.
public enum SweepFault: Refused, Hashable, Sendable {
  /// The system refuses to begin.
  case cannotBegin(WriteError)
  /// Writing broke off.
  case cannotGoOn(WriteError)
  /// Joining parts broke off.
  case cannotJoin(WriteError)
  /// What is there cannot be read.
  case cannotRead(ReadError)
  /// Another sweep is writing here.
  case inUse(path: String)
  /// A sweep that broke off is here, and was not asked to go on.
  case unfinished(path: String)
  /// The sweep that broke off had other inputs or options.
  case another(path: String)
  /// A file is no part of a sweep.
  case notAPart(path: String)
  /// Two files are not parts of the same sweep, and what differs.
  case differentSweeps(String, String, Text)
  /// A part is given twice.
  case partTwice(Int, of: Int)
  /// Parts are not given.
  case partsMissing([Int], of: Int)
  /// A part is not what its record says.
  case damaged(path: String)

  /// Why there is no table.
  public var refusal: Refusal { Refusal(text, status) }

  private var status: ExitStatus {
    switch self {
    case .cannotBegin, .inUse, .unfinished, .another: .cannotWrite
    case .cannotGoOn, .cannotJoin: .readWriteError
    case .cannotRead(let error) where error.isMissing: .noSuchFile
    case .cannotRead(let error) where error.isOfFolder: .badScenario
    case .cannotRead: .readWriteError
    case .notAPart, .differentSweeps, .partTwice, .partsMissing, .damaged: .badScenario
    }
  }

  /// One sentence for people.
  private var text: Text {
    switch self {
    case .cannotBegin(let error), .cannotJoin(let error): error.text
    case .cannotGoOn(let error):
      Text(
        "\(error.text); what is done is kept: make room and go on with --resume",
        "\(error.text)；已完成的部分已保留，排除问题后用 --resume 继续")
    case .cannotRead(let error): error.text
    case .inUse(let path):
      Text("another sweep is writing here ('\(path)')", "另一个 sweep 正在写入此处（“\(path)”）")
    case .unfinished(let path):
      Text(
        "a sweep that broke off is here; go on with --resume, or remove '\(path)' to begin again",
        "此处有一个中断的 sweep；用 --resume 继续，或删除“\(path)”重新开始")
    case .another(let path):
      Text(
        "the sweep that broke off had other inputs or options; repeat them, or remove '\(path)' to begin again",
        "中断的 sweep 所用的输入或选项不同；请用相同的输入和选项，或删除“\(path)”重新开始")
    case .notAPart(let path):
      Text(
        "'\(path)' is no part of a sweep: its record is not beside it",
        "“\(path)”不是 sweep 的分片：旁边没有它的记录")
    case .differentSweeps(let first, let second, let what):
      Text(
        "'\(first)' and '\(second)' are not parts of the same sweep: they differ in \(what)",
        "“\(first)”与“\(second)”不属于同一个 sweep：区别在于\(what)")
    case .partTwice(let index, let count):
      Text("part \(index)/\(count) is given twice", "分片 \(index)/\(count) 给出了两次")
    case .partsMissing(let missing, let count):
      Text(
        "parts are missing: \(missing.prefix(20).map { "\($0)/\(count)" }.joined(separator: ", "))",
        "缺少分片：\(missing.prefix(20).map { "\($0)/\(count)" }.joined(separator: "、"))")
    case .damaged(let path):
      Text("'\(path)' is not what its record says", "“\(path)”与它的记录不符")
    }
  }
}
