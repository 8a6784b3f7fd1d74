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
