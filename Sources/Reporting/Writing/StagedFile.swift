import Glibc

/// A file that lies, whole, under a temporary name beside its place.
///
/// One of three ways to write, by what is there when it breaks off: here, and in ``StreamedFile`` whose
/// rows come one after the other, what was there before; in ``AppendedFile`` all rows so far.
struct StagedFile {
  private let temporary: TemporaryFile

  /// Writes a file beside its place in a folder.
  init(_ file: ResultFile, in folder: String) throws(WriteError) {
    let wanted = "\(folder)/\(file.name)"
    temporary = try TemporaryFile(for: wanted)
    try writeAll(file.bytes, to: temporary.descriptor, path: wanted)
    try flush(temporary.descriptor, path: wanted)
  }

  /// Gives the file its name.
  func moveIntoPlace() throws(WriteError) { try temporary.moveIntoPlace() }
}

/// Where a path leads: itself, or the file that a symbolic link names.
func resolvedPlace(of path: String) throws(WriteError) -> String {
  var status = stat()
  guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
  guard let resolved = realpath(path, nil) else { throw WriteError(path: path) }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The permissions of the file that will be replaced; none where there is no file.
func permissions(of path: String) throws(WriteError) -> mode_t? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  switch status.st_mode & S_IFMT {
  case S_IFDIR: throw WriteError(path: path, code: EISDIR)
  case S_IFREG: break
  default: throw WriteError(path: path, code: EEXIST)
  }
  guard access(path, W_OK) == 0 else { throw WriteError(path: path) }
  return status.st_mode & 0o7777
}

/// Writes bytes to the last.
func writeAll(
  _ bytes: [UInt8], to descriptor: Int32, path: String
) throws(WriteError) {
  var rest = bytes
  while !rest.isEmpty {
    let count = Glibc.write(descriptor, rest, rest.count)
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { throw WriteError(path: path) }
    rest.removeFirst(count)
  }
}

/// Makes what was written survive a crash.
func flush(_ descriptor: Int32, path: String) throws(WriteError) {
  guard fsync(descriptor) == 0 || errno == EINVAL else { throw WriteError(path: path) }
}

/// A table that is written row by row as results come, and takes its place only when it is whole.
///
/// Until then it lies under a temporary name beside its place, which goes away with the object if
/// the file is never finished.
package final class StreamedFile {
  /// The path of the file.
  package let path: String
  private let temporary: TemporaryFile
  private var waiting: [UInt8] = []
  private let style: CSVStyle

  /// The bytes that are gathered before they are written.
  private static let blockSize = 1 << 18

  /// Begins a table.
  ///
  /// - Parameters:
  ///   - name: The name of the file, without extension.
  ///   - heads: What the columns are.
  ///   - folder: The folder, which is made if it is not there.
  ///   - style: For whom it is written.
  /// - Throws: ``WriteError``, which names the path and the system's reason.
  package init(
    _ name: String, heads: [ColumnHead], in folder: ResultFolder, style: CSVStyle
  ) throws(WriteError) {
    self.style = style
    try makeFolder(folder.path)
    path = "\(folder.path)/\(name).csv"
    temporary = try TemporaryFile(for: path)
    waiting = Table(name, heads: heads, cells: []).csv(style)
  }

  /// Adds rows.
  package func append(_ rows: [[Cell]]) throws(WriteError) {
    waiting += csvLines(rows, style)
    guard waiting.count >= Self.blockSize else { return }
    try writeAll(waiting, to: temporary.descriptor, path: path)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and gives the file its name.
  package func finish() throws(WriteError) {
    try writeAll(waiting, to: temporary.descriptor, path: path)
    try flush(temporary.descriptor, path: path)
    waiting = []
    try temporary.moveIntoPlace()
  }
}

/// What lies beside a place until it is whole, under the name `.NAME.PROCESS.tmp`.
///
/// The process that writes it holds a lock on it for as long as it lives, on whatever machine that is.
/// What has no lock, and whose process is not there, was left by one that was killed.
public enum Temporary {
  private static let ending = ".tmp"

  /// The path under which this process writes what will be called `name` in a folder.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - folder: The path of the folder, which ends in a slash or is empty.
  /// - Returns: The path.
  public static func path(of name: String, in folder: String) -> String {
    "\(folder).\(name).\(getpid())\(ending)"
  }

  /// Marks what is written as that of a living process.
  ///
  /// Some file systems know no locks; there the number of the process has to do.
  static func claim(_ descriptor: Int32) { flock(descriptor, LOCK_EX | LOCK_NB) }

  /// Marks a folder as that of a living process, until this process ends.
  public static func claimFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor >= 0 { claim(descriptor) }
  }

  /// What processes that were killed left in a folder of what would have been called `name`.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - folder: The path of the folder, which ends in a slash or is empty.
  /// - Returns: Paths of files and folders of this user that no process writes.
  public static func abandoned(of name: String, in folder: String) -> [String] {
    let start = "\(folder).\(name)."
    let special: Set<Character> = ["*", "?", "[", "]", "\\"]
    let escaped = start.map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
    var matches = glob_t()
    defer { globfree(&matches) }
    guard glob(escaped + "*" + ending, 0, nil, &matches) == 0 else { return [] }
    return (0..<Int(matches.gl_pathc)).compactMap { index in
      matches.gl_pathv[index].map { String(cString: $0) }
    }.filter { path in
      Int32(path.dropFirst(start.count).dropLast(ending.count)).map {
        isAbandoned(path, by: $0)
      } ?? false
    }
  }

  private static func isAbandoned(_ path: String, by process: Int32) -> Bool {
    guard process > 0, process != getpid(), kill(process, 0) != 0, errno == ESRCH else {
      return false
    }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_uid == geteuid() else { return false }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    guard isFolder || status.st_mode & S_IFMT == S_IFREG else { return false }
    let mode = isFolder ? O_RDONLY | O_DIRECTORY : O_WRONLY
    let descriptor = open(path, mode | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }
}

/// A file that lies beside its place until it is whole, and goes away with the object if it never is.
final class TemporaryFile {
  /// Where its bytes go.
  let descriptor: Int32
  private let path: String
  private let place: String

  /// Opens it, after removing those that killed processes left there.
  ///
  /// - Parameter wanted: The path that it will have, through links.
  /// - Throws: ``WriteError``, also where what is there may not be replaced.
  init(for wanted: String) throws(WriteError) {
    place = try resolvedPlace(of: wanted)
    let name = place.split(separator: "/").last.map(String.init) ?? place
    let folder = String(place.dropLast(name.count))
    path = Temporary.path(of: name, in: folder)
    let mode = try permissions(of: place)
    for path in Temporary.abandoned(of: name, in: folder) { unlink(path) }
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw WriteError(path: wanted) }
    Temporary.claim(descriptor)
    if let mode, fchmod(descriptor, mode) != 0 { throw WriteError(path: wanted) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(path)
  }

  /// Gives the file its name.
  func moveIntoPlace() throws(WriteError) {
    guard rename(path, place) == 0 else { throw WriteError(path: place) }
  }
}
