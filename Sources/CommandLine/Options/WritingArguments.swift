import ArgumentParser
import Diagnostics
import Reporting

/// The option of commands that write results.
struct OutputOption: ParsableArguments {
  @Option(help: help("The folder for results.", "结果文件夹。"), completion: .directory)
  var output = "Output"

  func validate() throws {
    if output.isEmpty {
      throw ValidationError(say("--output needs a folder.", "--output 需要一个文件夹。"))
    }
  }
}

/// Options of commands that write tables.
struct WritingArguments: ParsableArguments {
  @OptionGroup var place: OutputOption

  @Flag(
    help: help(
      "CSV for Excel: byte-order mark and CRLF.", "面向 Excel 的 CSV：字节顺序标记与 CRLF 换行。"))
  var excel = false

  /// The folder for results.
  var output: String { place.output }

  /// For whom tables are written that another command reads back by the names of their columns.
  var style: CSVStyle { CSVStyle(isForExcel: excel) }
}
