import Foundation
import TestSupport
import Testing

/// A spreadsheet program without a window, which opens our files as people's programs do.
enum Spreadsheet {
  /// Where it is; nothing where there is none: `make test` does not install one, it is too large.
  static let path = ["/usr/bin/soffice", "/usr/local/bin/soffice"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Whether what it saves can be read.
  static let isThere = path != nil && !Python.isLeftOut

  /// What it is told of a CSV file: comma, quotes, UTF-8, Chinese of China; a text in quotes stays one, and
  /// what looks like a date or a number in another form becomes one, as in Excel.
  private static let filter = "CSV:44,34,76,1,,2052,false,true"

  /// Opens a file and saves it as a workbook.
  ///
  /// - Parameters:
  ///   - file: A table or a workbook.
  ///   - folder: Where the workbook goes.
  /// - Returns: The workbook.
  /// - Throws: Where it cannot be started, or saves nothing.
  static func workbook(of file: URL, in folder: TemporaryFolder) throws -> URL {
    let out = folder.url.appending(path: "opened")
    let saved = out.appending(
      path: file.deletingPathExtension().lastPathComponent + ".xlsx")
    // The first start with a new profile may end without a file.
    for _ in 0..<2 where !FileManager.default.fileExists(atPath: saved.path) {
      let arguments =
        ["--headless", "-env:UserInstallation=file://\(folder.url.path)/profile"]
        + (file.pathExtension == "csv" ? ["--infilter=\(filter)"] : [])
        + ["--convert-to", "xlsx", "--outdir", out.path, file.path]
      _ = try Command(try #require(path), arguments).run()
    }
    try #require(FileManager.default.fileExists(atPath: saved.path), "nothing was saved")
    return saved
  }
}
