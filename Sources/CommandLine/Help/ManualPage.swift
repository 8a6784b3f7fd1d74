import Diagnostics

/// The manual page of the program: the help of all commands, set for `man`, in the language of the process.
///
/// Options that at least half of the commands have, with the same words, are told once.
struct ManualPage {
  private let program: CommandDescription
  private let commands: [Command]
  private let common: [HelpEntry]
  private let language = Console.language()

  /// A command with the options that are its own or common.
  private struct Command {
    let description: CommandDescription
    let entries: [HelpEntry]
  }

  init() {
    let language = language
    program = CommandDescription.program()
    commands = program.listed.map { command in
      let shown = command.shown.filter { !$0.isOfEveryCommand }
      return Command(description: command, entries: shown.map { HelpEntry($0, language) })
    }
    var counts: [HelpEntry: Int] = [:]
    for entry in commands.flatMap(\.entries) where entry.label.hasPrefix("-") {
      counts[entry, default: 0] += 1
    }
    var told: Set<HelpEntry> = []
    let half = (commands.count + 1) / 2
    common = commands.flatMap(\.entries)
      .filter { counts[$0] ?? 0 >= half && told.insert($0).inserted }
  }

  /// The page in the language of troff's macros for manuals.
  var text: String {
    let sections = [
      head, commandSections, commonOptions, exitStatuses, environment, files,
    ]
    return sections.joined(separator: "\n") + "\n"
  }

  private var head: String {
    let abstract = program.abstract(language)
    return """
      .TH CARBONPEAK 1 "" "carbonpeak \(Version.current)" "\(say("User Commands", "用户命令"))"
      .nh
      .ad l
      .SH \(say("NAME", "名称"))
      carbonpeak \\- \(Roff.text(abstract))
      .SH \(say("SYNOPSIS", "概要"))
      .B carbonpeak
      .I \(say("command", "命令"))
      [\\fI\(say("options", "选项"))\\fR]
      .SH \(say("DESCRIPTION", "描述"))
      \(paragraph(
        "carbonpeak reads a scenario of a city, a text file, projects its energy use and emissions year by year, and says when they peak and why. Results are written to files under Output/<city>/<scenario>/, a summary to standard output, and warnings, faults and progress to standard error.",
        "carbonpeak 读取城市情景（文本文件），逐年推算能源消费与碳排放，判断何时达峰及其原因。结果写入 Output/<城市>/<情景>/ 下的文件，摘要写到标准输出，警告、错误与进度写到标准错误。"))
      """
  }

  private var commandSections: String {
    ([".SH " + say("COMMANDS", "命令")] + commands.flatMap(section))
      .joined(separator: "\n")
  }

  /// What is told of a command: what it does, its own options, the names of the common ones.
  private func section(_ command: Command) -> [String] {
    let description = command.description
    let entries = command.entries
    var lines = [".SS \(Roff.text(description.commandName))"]
    for text in [description.abstract, description.discussion].compactMap(\.self) {
      lines += [".PP", Roff.text(text)]
    }
    lines += entries.filter { !common.contains($0) }.map(Roff.entry)
    let names = entries.filter(common.contains)
      .compactMap { $0.label.split(separator: " ").last { $0.hasPrefix("--") } }
    if !names.isEmpty {
      let also = names.map { Roff.label(String($0)) }
      lines += [".PP", say("Also: ", "另有：") + also.joined(separator: Roff.text(say(", ", "、")))]
    }
    return lines
  }

  private var commonOptions: String {
    let ours = [
      HelpEntry(label: "--version", text: say("Show the version.", "显示版本。")),
      HelpEntry(label: "-h, --help", text: say("Show help on a command.", "显示命令的帮助。")),
    ]
    return ([".SH " + say("COMMON OPTIONS", "通用选项")] + (common + ours).map(Roff.entry))
      .joined(separator: "\n")
  }

  private var exitStatuses: String {
    let lines = ExitStatus.allCases.map {
      HelpEntry(label: "\($0.rawValue)", text: $0.meaning(language))
    }
    let done = HelpEntry(label: "0", text: say("Done.", "完成。"))
    return ([".SH " + say("EXIT STATUS", "退出状态")] + ([done] + lines).map(Roff.entry))
      .joined(separator: "\n")
  }

  private var environment: String {
    let variables = [
      HelpEntry(
        label: "LC_ALL, LC_MESSAGES, LANG",
        text: say(
          "The first that is set gives the language: Chinese where it begins with zh, else English.",
          "第一个已设置者决定语言：以 zh 开头为中文，否则为英文。")),
      HelpEntry(
        label: "NO_COLOR", text: say("If set, nothing is coloured.", "设置后不使用颜色。")),
      HelpEntry(
        label: "COLUMNS",
        text: say("The width where no terminal tells it.", "终端未给出宽度时的列数。")),
    ]
    return ([".SH " + say("ENVIRONMENT", "环境变量")] + variables.map(Roff.entry))
      .joined(separator: "\n")
  }

  private var files: String {
    let places = [
      HelpEntry(
        label: "<prefix>/share/carbonpeak/Handbook",
        text: say("The handbook, from the first hour on.", "手册，从入门第一小时开始。")),
      HelpEntry(
        label: "<prefix>/share/carbonpeak/Scenarios",
        text: say(
          "Cities to start from, what they share with its sources, and job files for clusters.",
          "可参考的城市情景、共享数据及其来源，以及集群作业文件。")),
    ]
    return ([".SH " + say("FILES", "文件")] + places.map(Roff.entry)).joined(separator: "\n")
  }

  private func paragraph(_ english: EnglishWords, _ chinese: ChineseWords) -> String {
    Roff.text(say(english, chinese))
  }
}

/// What troff needs of texts.
enum Roff {
  /// An entry of a list.
  static func entry(_ entry: HelpEntry) -> String {
    ".TP\n\(label(entry.label))\n\(text(entry.text))"
  }

  /// How an option is written: what is typed bold, what stands for something slanted.
  static func label(_ label: String) -> String {
    label.split(separator: " ").map { word in
      word.hasPrefix("<") ? "\\fI\(text(String(word)))\\fR" : "\\fB\(text(String(word)))\\fR"
    }.joined(separator: " ")
  }

  /// A text as it is, whatever it means to troff.
  ///
  /// Chinese may break after any character that no closing mark follows.
  static func text(_ text: String) -> String {
    var result = ""
    for character in text.split(separator: "\n").joined(separator: " ") {
      if closing.contains(character), result.hasSuffix(breakPoint) {
        result.removeLast(breakPoint.count)
      }
      result += escapes[character] ?? String(character)
      if displayWidth(String(character)) > 1, !opening.contains(character) { result += breakPoint }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }

  private static let breakPoint = "\\:"
  private static let opening: Set<Character> = ["（", "“", "《"]
  private static let closing: Set<Character> = ["，", "。", "；", "：", "、", "）", "”", "》", "？"]
  private static let escapes: [Character: String] = [
    "\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti",
  ]
}
