public import Diagnostics
public import Tables

/// A file of statistics that is named on the command line: a workbook or a text with a table.
public struct StatisticsFile {
  /// The path as the user gave it.
  public let path: String
  /// The bytes on the disk; none where it could not be read.
  public let bytes: [UInt8]
  /// Its sheets; nothing where it could not be read.
  public let table: TableFile?
  /// What is wrong with the file, and told of it.
  public let diagnostics: DiagnosticCollection

  /// Opens a file by what it holds, whatever its name is.
  ///
  /// - Parameter path: The file as the user names it.
  public init(path: String) {
    let place = FilePlace(path: path, location: SourceLocation(wholeFile: path), length: 1)
    let limits = TableLimits()
    var diagnostics = DiagnosticCollection()
    var bytes: [UInt8] = []
    var table: TableFile?
    do throws(FileFault) {
      bytes = try readBytes(ofFileAt: path, limit: limits.bytes)
      table = TableFile.open(bytes, path: path, limits: limits, into: &diagnostics)
    } catch {
      var reading = ReadingLimits()
      reading.bytes = limits.bytes
      diagnostics.add(place.diagnostic(for: error, limits: reading))
    }
    self.path = path
    self.bytes = bytes
    self.table = table
    self.diagnostics = diagnostics
  }
}
