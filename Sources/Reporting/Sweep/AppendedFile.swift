import Glibc

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
    var (own, there) = (stat(), stat())
    guard fstat(descriptor, &own) == 0 else { throw WriteError(path: path) }
    return stat(path, &there) == 0 && own.st_ino == there.st_ino && own.st_dev == there.st_dev
  }
}

/// Removes a file, if it is there.
func remove(_ path: String) { unlink(path) }
