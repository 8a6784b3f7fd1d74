import ArgumentParser
import Diagnostics
import Reporting

/// `carbonpeak manual [CHAPTER]`: the chapters of the manual that the program knows by itself.
struct ManualCommand: ParsableCommand {
  /// A chapter written from the program's own tables.
  enum Chapter: String, CaseIterable, ExpressibleByArgument {
    case commands, parameters, units, results, indicators, diagnostics

    /// What the chapter holds, in one line.
    var abstract: Text {
      switch self {
      case .commands: Text("every command and its options", "全部命令及其选项")
      case .parameters:
        Text("every parameter: path, meaning, unit, bounds, default", "全部参数：路径、含义、单位、范围、缺省值")
      case .units: Text("every unit, in all its spellings", "全部单位及其写法")
      case .results:
        Text("every column of every table of results: meaning and unit", "全部结果表的各列：含义与单位")
      case .indicators:
        Text("every indicator: formula, inputs, source of the definition", "全部指标：公式、输入与定义来源")
      case .diagnostics: Text("every diagnostic code with its cure", "全部诊断代码及处理办法")
      }
    }

    /// The chapter as Markdown.
    func text(_ language: Language) -> String {
      switch self {
      case .commands: CommandChapter.text(language)
      case .parameters: ParameterChapter.text(language)
      case .units: UnitChapter.text(language)
      case .results: ResultChapter.text(language)
      case .indicators: IndicatorChapter.text(language)
      case .diagnostics: DiagnosticChapter.text(language)
      }
    }
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "manual",
      abstract: say(
        "Print a chapter of the manual as Markdown.", "以 Markdown 输出手册的一章。"))
  }

  @Argument(
    help: help("The chapter; without it the chapters are listed.", "章名；不写则列出各章。"))
  var chapter: Chapter?

  @OptionGroup var speech: LanguageOption

  func run() throws {
    if let chapter { return Console.show(chapter.text(speech.language)) }
    for chapter in Chapter.allCases {
      Console.say("\(chapter.rawValue): \(chapter.abstract(speech.language))")
    }
  }
}

/// The chapter of the manual that holds the help of every command.
enum CommandChapter {
  /// The chapter as Markdown.
  ///
  /// Help is in the language of the process, which `--lang` decides too.
  static func text(_ language: Language) -> String {
    let introduction = Text(
      """
      # Every command

      Written by `carbonpeak manual commands`; the same as `carbonpeak COMMAND --help`.

      """,
      """
      # 全部命令

      由 `carbonpeak manual commands` 生成，与 `carbonpeak 命令 --help` 相同。

      """)
    let program = CommandDescription.program()
    let sections = program.listed.map { command in
      let help = HelpScreen(of: program, command: command, language).text(width: width)
      return "## \(command.commandName)\n\n```text\n\(help)\n```\n"
    }
    return ([introduction(language)] + sections).joined(separator: "\n")
  }

  private static let width = 100
}
