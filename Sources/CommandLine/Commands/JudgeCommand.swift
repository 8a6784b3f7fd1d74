import Analysis
import ArgumentParser
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak judge CSV`: whether observed series have peaked, by every rule with its numbers.
struct JudgeCommand: StudyCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "judge",
      abstract: say(
        "Judge whether observed emissions have peaked, by every rule with its numbers.",
        "判断观测到的排放是否已达峰：逐条规则并列出数值。"),
      discussion: say(
        "The table has a column of years and columns of values, rows of several series below each other, or the years in its header. Without --output everything goes to standard output.",
        "表格可为：一列年份加若干数值列；多个序列上下排列；或年份在表头。不给 --output 时结果输出到标准输出。"))
  }

  @Argument(
    help: help("A table of observed values.", "观测值表格。"),
    completion: .file(extensions: ["csv"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      say(
        "The column of the years (default: year, 年 or 年份, else the first).",
        "年份列（默认：year、年或年份，否则第一列）。"), valueName: say("column", "列")))
  var year: String?

  @Option(
    help: ArgumentHelp(
      say(
        "A column of values, or a row where the years are in the header (repeatable; default: all that hold numbers).",
        "数值列；年份在表头时为行名（可重复；默认：所有含数值的列）。"),
      valueName: say("column", "列")))
  var value: [String] = []

  @Option(
    help: ArgumentHelp(
      say("The unit of the values, shown beside them.", "数值的单位，显示在数值旁。"),
      valueName: say("unit", "单位")))
  var unit: String?

  @Option(
    help: help(
      "The folder for judgement.csv and judgement.json.", "judgement.csv 与 judgement.json 的文件夹。"),
    completion: .directory)
  var output: String?

  @Flag(
    help: help(
      "CSV for Excel: byte-order mark and CRLF.", "面向 Excel 的 CSV：字节顺序标记与 CRLF 换行。"))
  var excel = false

  @OptionGroup var labelling: LabelOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if output?.isEmpty == true {
      throw ValidationError(say("--output needs a folder.", "--output 需要一个文件夹。"))
    }
    if output == nil, excel || labelling.labels != nil {
      throw ValidationError(
        say(
          "--excel and --labels need --output: they shape the file.",
          "--excel 与 --labels 需与 --output 同用。"))
    }
  }

  func begin() throws -> StudyRun {
    let table = ObservedTable(
      path: file,
      columns: .init(
        year: year, values: value, unit: unit, options: ["--year", "--value"]),
      thisYear: Console.year)
    try table.refuse(common)
    return StudyRun(self, of: table, file, common, to: output)
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    guard let table = run.table else { return [] }
    let series = try table.series.map { series in
      let observations = series.points.map { YearValue(year: $0.year, value: $0.value) }
      return JudgedSeries(name: series.name, judgement: try Judgement(observations))
    }
    // Named columns have the unit that was given, others may not.
    let leavesOutUnit = unit != nil && value.isEmpty && !table.isOfOneQuantity
    if leavesOutUnit, let unit {
      run.warn(
        Text(
          "--unit \(unit) is left out: the series may be of several units; name those it belongs to with --value",
          "未采用 --unit \(unit)：各序列单位可能不同；请用 --value 指定该单位所属的列"),
        code: StudyWarningKind.unitLeftOut.id, of: file)
    }
    let report = JudgementReport(series, unit: leavesOutUnit ? nil : unit ?? table.hiddenUnit)
    let style = labelling.style(isForExcel: excel)
    return [
      StudyAnswer(
        place: output.map { _ in .output }, answer: report.answer, style: style)
    ]
  }
}
