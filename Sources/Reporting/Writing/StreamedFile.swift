/// A table that is written row by row as results come, and takes its place only when it is whole.
///
/// Until then it lies under a temporary name beside its place, which goes away with the object if
/// the file is never finished.
public final class StreamedFile {
  /// The path of the file.
  public let path: String
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
  public init(
    _ name: String, heads: [ColumnHead], in folder: ResultFolder, style: CSVStyle
  ) throws(WriteError) {
    self.style = style
    try makeFolder(folder.path)
    path = "\(folder.path)/\(name).csv"
    temporary = try TemporaryFile(for: path)
    waiting = Table(name, heads: heads, cells: []).csv(style)
  }

  /// Adds rows.
  public func append(_ rows: [[Cell]]) throws(WriteError) {
    waiting += csvLines(rows, style)
    guard waiting.count >= Self.blockSize else { return }
    try writeAll(waiting, to: temporary.descriptor, path: path)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and gives the file its name.
  public func finish() throws(WriteError) {
    try writeAll(waiting, to: temporary.descriptor, path: path)
    try flush(temporary.descriptor, path: path)
    waiting = []
    try temporary.moveIntoPlace()
  }
}
