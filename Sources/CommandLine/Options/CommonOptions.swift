public import ArgumentParser
public import Diagnostics
import ScenarioFiles

/// The text in the language of the process, for help.
func help(_ english: EnglishWords, _ chinese: ChineseWords) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: Text(english, chinese)(Console.language()))
}

/// The text in the language of the process.
func say(_ english: EnglishWords, _ chinese: ChineseWords) -> String {
  Text(english, chinese)(Console.language())
}

/// The option that every command has.
struct LanguageOption: ParsableArguments {
  @Option(
    help: help(
      "Language of messages: en or zh (default: from the locale).", "消息语言：en 或 zh（默认随系统）。"))
  var lang: Language?

  /// The language of this command's messages.
  var language: Language { lang ?? Console.language() }
}

/// Options of commands that say what they did.
struct CommonOptions: ParsableArguments {
  @OptionGroup var speech: LanguageOption

  @Flag(
    name: .shortAndLong,
    help: help("Say nothing but warnings and errors.", "只输出警告和错误。"))
  var quiet = false

  @Flag(help: help("Summary as JSON on standard output.", "以 JSON 输出摘要。"))
  var json = false

  /// The language of this command's messages.
  var language: Language { speech.language }
}

/// Options of commands that read scenarios.
struct ReadingArguments: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      stringLiteral: say(
        "Replace a value: path=value, checked like the file (repeatable).",
        "替换一个值：路径=值，与文件同样检查（可重复）。")))
  var overrides: [String] = []

  @Flag(
    help: help(
      "Let scenarios name files outside the scenario root.", "允许引用情景根目录之外的文件。"))
  var allowOutside = false

  @Flag(
    help: help(
      "Only list the files that are read, one a line, for make, Snakemake and the like.",
      "只列出所读取的文件，每行一个，供 make、Snakemake 等使用。"))
  var listFiles = false

  /// Lists files on standard output, each once.
  ///
  /// - Returns: The status to end with.
  static func list(_ files: [String]) -> ExitCode {
    var seen: Set<String> = []
    for file in files where seen.insert(file).inserted { Console.say(file) }
    return .success
  }

  /// How files are read.
  var options: ReadingOptions {
    var options = ReadingOptions()
    options.thisYear = Console.year
    options.overrides = overrides
    if allowOutside { options.root = .allowOutside }
    return options
  }
}

extension Language: ExpressibleByArgument {}
