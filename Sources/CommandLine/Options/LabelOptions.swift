import ArgumentParser
import Diagnostics
import Reporting

/// The option of commands whose tables are for people as well.
struct LabelOptions: ParsableArguments {
  @Option(
    help: help(
      "Headings and fixed words of tables in a language: en or zh (default: the names of the manual). Ids and trajectory.csv stay.",
      "表头与固定用语的语言：en 或 zh（默认用手册中的列名）。id 与 trajectory.csv 不变。"))
  var labels: Language?

  /// How tables are written.
  func style(_ writing: WritingArguments) -> CSVStyle { style(isForExcel: writing.excel) }

  /// How tables are written.
  func style(isForExcel: Bool) -> CSVStyle { CSVStyle(isForExcel: isForExcel, labels: labels) }
}
