public import Diagnostics
import Glibc

/// A file that cannot be read.
public struct ReadError: Error, Hashable, Sendable {
  /// Its path.
  public let path: String
  /// The system's error number (`errno`).
  public let code: Int32

  /// Names a path and what the system said of it, by default last.
  init(path: String, code: Int32 = errno) { (self.path, self.code) = (path, code) }

  /// Whether there is no such file.
  public var isMissing: Bool { code == ENOENT }

  /// Whether a folder stands where a file is wanted.
  public var isOfFolder: Bool { code == EISDIR }

  /// One sentence for people.
  public var text: Text {
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
    (block, used) = (Array(bytes.prefix(count)), 0)
  }
}
