import Diagnostics
import Glibc

/// Why a file could not be read.
enum FileFault: Error, Hashable {
  /// There is no such file or folder.
  case missing
  /// It is a folder.
  case isFolder
  /// It is a pipe, a socket or a device, which may never end.
  case notRegular
  /// It holds more bytes than are read.
  case tooLarge
  /// The system refused, and why.
  case refused(Text)

  /// The fault of the last system call.
  static func last() -> FileFault {
    errno == ENOENT || errno == ENOTDIR ? .missing : .refused(systemReason(errno))
  }
}

/// The bytes of a regular file.
///
/// Pipes and devices are told apart before and after opening, so nothing waits for a writer. No
/// more than `limit` bytes and one block are ever held.
func readBytes(ofFileAt path: String, limit: Int) throws(FileFault) -> [UInt8] {
  guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing }
  var information = stat()
  guard stat(path, &information) == 0 else { throw .last() }
  try requireRegular(information)
  let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
  guard file >= 0 else { throw .last() }
  defer { close(file) }
  guard fstat(file, &information) == 0 else { throw .last() }
  try requireRegular(information)
  guard information.st_size <= limit else { throw .tooLarge }

  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(file, &block, block.count)
    if count == 0 { return bytes }
    if count < 0 {
      if errno == EINTR { continue }
      throw .last()
    }
    bytes += block.prefix(count)
    guard bytes.count <= limit else { throw .tooLarge }
  }
}

private func requireRegular(_ information: stat) throws(FileFault) {
  switch information.st_mode & S_IFMT {
  case S_IFREG: return
  case S_IFDIR: throw .isFolder
  default: throw .notRegular
  }
}

/// The absolute path with all symbolic links and `..` resolved.
func realPath(_ path: String) throws(FileFault) -> String {
  guard !path.utf8.contains(0) else { throw .missing }
  guard let resolved = realpath(path, nil) else { throw .last() }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The names in a folder, without hidden ones, sorted; none if the folder cannot be read.
func names(inFolder folder: String) -> [String] {
  guard !folder.utf8.contains(0) else { return [] }
  let special: Set<Character> = ["*", "?", "[", "]", "\\"]
  let escaped = folder.map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
  var matches = glob_t()
  defer { globfree(&matches) }
  guard glob(joinPath(escaped, "*"), 0, nil, &matches) == 0 else { return [] }
  return (0..<Int(matches.gl_pathc)).compactMap { index in
    matches.gl_pathv[index].map { lastComponent(of: String(cString: $0)) }
  }
}
