import ArgumentParser
import Diagnostics
import Reporting

/// Options of commands that write tables.
struct WritingArguments: ParsableArguments {
  @Option(help: help("The folder for results.", "结果文件夹。"), completion: .directory)
  var output = "Output"

  @Flag(
    help: help(
      "CSV for Excel: byte-order mark and CRLF.", "面向 Excel 的 CSV：字节顺序标记与 CRLF 换行。"))
  var excel = false

  func validate() throws {
    if output.isEmpty {
      throw ValidationError(say("--output needs a folder.", "--output 需要一个文件夹。"))
    }
  }

  /// For whom tables are written that another command reads back by the names of their columns.
  var style: CSVStyle { CSVStyle(isForExcel: excel) }

  /// The option that shapes the files, for the record.
  var options: [(name: String, value: String)] { excel ? [("excel", "true")] : [] }

  /// Writes files to a folder.
  ///
  /// - Returns: Their paths.
  /// - Throws: ``ExitStatus/cannotWrite``, after saying why; `CancellationError` where somebody wants the
  ///   process to end, before anything is written.
  func write(
    _ files: [ResultFile], to folder: ResultFolder, _ common: CommonOptions
  ) throws -> [String] {
    try Task.checkCancellation()
    do throws(WriteError) {
      return try folder.write(files)
    } catch {
      Console.complain(error.text(common.language), common.language)
      throw ExitStatus.cannotWrite.code
    }
  }
}
