import ArgumentParser
import Diagnostics
import Reporting
import ScenarioFiles
import Tables

/// `carbonpeak table FILE`: what is understood of a table of statistics, and what is not.
struct TableCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "table",
      abstract: say(
        "Show how a table of statistics is read: headings, units, years and series.",
        "显示统计表的读取方式：表头、单位、年份与序列。"),
      discussion: say(
        "Takes workbooks (.xlsx) and texts with commas, tabs or semicolons in UTF-8, UTF-16 or GB18030. What cannot be decided is asked at its cell. Writes nothing.",
        "可读工作簿（.xlsx）及以逗号、制表符或分号分隔的文本（UTF-8、UTF-16、GB18030）。无法判定之处按单元格提问。不写出文件。"))
  }

  @Argument(
    help: help("A workbook or a text with a table.", "工作簿或含表格的文本。"),
    completion: .file(extensions: ["xlsx", "csv", "txt", "tsv"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      say("The sheet of a workbook (default: all that are not hidden).", "工作表（默认：所有未隐藏的）。"),
      valueName: say("name", "名称")))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Only rows with this word in this column: 'city=Shenzhen' (repeatable).",
        "仅取该列含该词的行：'城市=深圳'（可重复）。"), valueName: say("column=word", "列=词")))
  var `where`: [String] = []

  @Option(
    help: ArgumentHelp(
      say("The column of the years.", "年份列。"), valueName: say("column", "列")))
  var year: String?

  @Option(
    help: ArgumentHelp(
      say("A column, row or series of values (repeatable).", "数值列、行或序列（可重复）。"),
      valueName: say("name", "名称")))
  var value: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Signs that stand for no value, separated by commas.", "表示缺测的符号，用逗号分隔。"),
      valueName: say("signs", "符号")))
  var missing: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    for text in `where` where TablePick.Condition(text) == nil {
      throw ValidationError(
        say(
          "--where '\(text)': write it like 'city=Shenzhen'.", "--where '\(text)'：请写成 '城市=深圳'。"))
    }
  }

  func run() throws {
    let file = StatisticsFile(path: file)
    var found = file.diagnostics
    let grids = grids(of: file, into: &found)
    let readings = grids.map { SeriesReading($0, pick: pick) }
    for reading in readings { found.add(contentsOf: reading.diagnostics) }
    try refuseTable(found, file.table?.text, common)
    var context = RunContext(
      version: Version.current, time: Console.time, options: givenOptions(of: self),
      inputs: [RunContext.InputFile(path: file.path, bytes: file.bytes)])
    context.warnings = found.lines(common.language)
    common.tell([
      StudyAnswer.Written(
        study: StudyAnswer(answer: understood(readings)), context: context, paths: [])
    ])
  }

  private func grids(of file: StatisticsFile, into found: inout DiagnosticCollection) -> [Grid] {
    guard let table = file.table else { return [] }
    guard let sheet else { return table.visible }
    let place = Span(location: SourceLocation(wholeFile: file.path), length: 1)
    return table.grid(named: sheet, at: place, into: &found).map { [$0] } ?? []
  }

  private var pick: TablePick {
    let signs = missing?.split(separator: ",").map { String($0).filter { !$0.isWhitespace } } ?? []
    return TablePick(
      conditions: `where`.compactMap { TablePick.Condition($0) }, year: year, values: value,
      missing: Set(signs), leavesOutRates: false,
      options: ["--where", "--year", "--value", "--missing"])
  }
}
