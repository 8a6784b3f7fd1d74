import Glibc

/// A table that is written row by row as results come, and takes its place only when it is whole.
///
/// Until then it lies under a temporary name beside its place, which goes away with the object if
/// the file is never finished.
public final class StreamedFile {
  /// The path of the file.
  public let path: String
  private let place: String
  private let temporary: String
  private var descriptor: Int32
  private var waiting: [UInt8] = []
  private let table: (name: String, columns: [String])
  private let style: CSVStyle

  /// The bytes that are gathered before they are written.
  private static let blockSize = 1 << 18

  /// Begins a table.
  ///
  /// - Parameters:
  ///   - name: The name of the file, without extension.
  ///   - columns: The names of the columns.
  ///   - folder: The folder, which is made if it is not there.
  ///   - style: For whom it is written.
  /// - Throws: ``WriteError``, which names the path and the system's reason.
  public init(
    _ name: String, columns: [String], in folder: ResultFolder, style: CSVStyle
  ) throws(WriteError) {
    (table, self.style) = ((name, columns), style)
    try makeFolder(folder.path)
    let wanted = "\(folder.path)/\(name).csv"
    let place = try resolvedPlace(of: wanted)
    let file = place.split(separator: "/").last.map(String.init) ?? "\(name).csv"
    temporary = String(place.dropLast(file.count)) + ".\(file).\(getpid()).tmp"
    (path, self.place) = (wanted, place)
    let mode = try permissions(of: place)
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw WriteError(path: wanted) }
    if let mode, fchmod(descriptor, mode) != 0 { throw WriteError(path: wanted) }
    waiting = Table(columns: columns, rows: []).labelled(as: name, style.labels).csv(style)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    unlink(temporary)
  }

  /// Adds rows.
  public func append(_ rows: [[Cell]]) throws(WriteError) {
    let part = Table(columns: table.columns, rows: rows)
    waiting += csvLines(part.labelled(as: table.name, style.labels).rows, style)
    guard waiting.count >= Self.blockSize else { return }
    try writeAll(waiting, to: descriptor, path: path)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and gives the file its name.
  public func finish() throws(WriteError) {
    try writeAll(waiting, to: descriptor, path: path)
    try flush(descriptor, path: path)
    waiting = []
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(temporary, place) == 0 else { throw WriteError(path: path) }
  }
}
