public import Diagnostics
import Glibc

/// A file to be written.
public struct ResultFile: Hashable, Sendable {
  /// Its name within the folder.
  public let name: String
  /// What it holds.
  public let bytes: [UInt8]

  /// Makes a file; see the properties of the same names.
  public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
}

/// A folder that results are written to, whole or not at all.
public struct ResultFolder: Sendable {
  /// Its path.
  public let path: String

  /// Names a folder, which need not exist yet.
  public init(_ path: String) { self.path = path }

  /// Writes files, replacing those of the same names.
  ///
  /// Each is written whole to a temporary name beside its place and flushed to the disk; only when
  /// all are there are they renamed. A failure before that leaves every earlier result as it was; no
  /// failure leaves a temporary file. A file that is a symbolic link stays one, a replaced file
  /// keeps its permissions, and one that may not be written is not replaced.
  ///
  /// - Parameter files: The files, by name.
  /// - Returns: Their paths, in the same order.
  /// - Throws: ``WriteError``, which names the path and the system's reason.
  @discardableResult
  public func write(_ files: [ResultFile]) throws(WriteError) -> [String] {
    try makeFolder(path)
    var staged: [StagedFile] = []
    for file in files { staged.append(try StagedFile(file, in: path)) }
    for file in staged { try file.moveIntoPlace() }
    try flushFolder(path)
    return files.map { "\(path)/\($0.name)" }
  }

  /// Writes files of which none may be there yet, so that nothing a person edited is lost.
  ///
  /// A name is taken only when all files lie beside it, whole, and only if it is still free: one that
  /// another process has just made stays.
  ///
  /// - Parameter files: The files, by name.
  /// - Returns: Their paths, in the same order.
  /// - Throws: ``WriteError``, with the code `EEXIST` for a name that is taken.
  public func create(_ files: [ResultFile]) throws(WriteError) -> [String] {
    try makeFolder(path)
    for file in files where access("\(path)/\(file.name)", F_OK) == 0 {
      throw WriteError(path: "\(path)/\(file.name)", code: EEXIST)
    }
    var staged: [StagedFile] = []
    var taken: [String] = []
    do throws(WriteError) {
      for file in files { staged.append(try StagedFile(file, in: path)) }
      for (file, place) in zip(staged, files.map { "\(path)/\($0.name)" }) {
        let descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw WriteError(path: place) }
        close(descriptor)
        taken.append(place)
        try file.moveIntoPlace()
      }
      try flushFolder(path)
    } catch {
      for place in taken { unlink(place) }
      throw error
    }
    return taken
  }
}

/// Makes a folder and those above it.
func makeFolder(_ path: String) throws(WriteError) {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += made.isEmpty || made == "/" ? String(part) : "/\(part)"
    if mkdir(made, 0o777) == 0 { continue }
    let code = errno
    var status = stat()
    let isFolder = stat(made, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    guard isFolder else { throw WriteError(path: made, code: code) }
  }
}

/// Makes the new names of a folder survive a crash.
func flushFolder(_ path: String) throws(WriteError) {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY)
  guard descriptor >= 0 else { throw WriteError(path: path) }
  defer { close(descriptor) }
  // Some file systems cannot flush a folder and say EINVAL; the files themselves are flushed.
  guard fsync(descriptor) == 0 || errno == EINVAL else { throw WriteError(path: path) }
}

/// A file or folder that cannot be written.
public struct WriteError: Refused, Hashable, Sendable {
  /// Its path.
  public let path: String
  /// The system's error number (`errno`).
  package let code: Int32

  /// Names a path and what the system said of it.
  public init(path: String, code: Int32) { (self.path, self.code) = (path, code) }

  /// Names a path; what the system said last is of it.
  init(path: String) { self.init(path: path, code: errno) }

  /// The system's reason, as `Permission denied`.
  package var reason: Text { systemReason(code) }

  /// Whether the name is taken already.
  public var isTaken: Bool { code == EEXIST }

  /// That a result cannot be written.
  public var refusal: Refusal { Refusal(text, .cannotWrite) }

  /// One sentence for people.
  public var text: Text {
    Text(
      "cannot write '\(path)': \(reason)", "无法写入“\(path)”：\(reason)")
  }
}
