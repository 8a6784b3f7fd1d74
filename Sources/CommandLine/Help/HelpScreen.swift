import Diagnostics
import Reporting

/// The help of the program or of one of its commands, as a terminal shows it.
struct HelpScreen {
  /// Where the descriptions of options begin.
  private static let descriptionColumn = 26
  /// With more arguments than these the line of usage names only those that must be given.
  private static let usageLimit = 12

  private let program: CommandDescription
  private let command: CommandDescription?
  private let language: Language

  /// - Parameters:
  ///   - program: The program.
  ///   - command: One of its commands; nothing for the program itself.
  ///   - language: The language of the headings, which is that of the descriptions.
  init(
    of program: CommandDescription, command: CommandDescription? = nil, _ language: Language
  ) {
    self.program = program
    self.command = command
    self.language = language
  }

  /// The help that arguments ask for: `run --help`, `help run`, or that of the program.
  init(askedBy arguments: [String], _ language: Language) {
    let program = CommandDescription.program()
    let words =
      arguments.first == "help" && arguments.count > 1 ? arguments.dropFirst() : arguments[...]
    let isAsked = { (command: CommandDescription) in command.commandName == words.first }
    let command = program.subcommands?.first(where: isAsked)
    self.init(of: program, command: command, language)
  }

  /// The help for a terminal.
  ///
  /// - Parameter width: The columns of the terminal [1].
  /// - Returns: Lines without a final line break.
  func text(width: Int) -> String {
    let shown = subject.shown
    let positional = shown.filter { $0.kind == .positional }
    let named = shown.filter { $0.kind != .positional }
    let sections = [
      overview(width),
      [words("USAGE: ", "用法：") + usage],
      section(words("ARGUMENTS:", "参数："), positional.map(entry), width),
      section(words("OPTIONS:", "选项："), named.map(entry), width),
      section(
        words("SUBCOMMANDS:", "子命令："),
        subject.listed.map { HelpEntry(label: $0.commandName, text: $0.abstract ?? "") }, width),
      subject.listed.isEmpty ? [] : [more],
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private var subject: CommandDescription { command ?? program }

  private func words(_ english: EnglishWords, _ chinese: ChineseWords) -> String {
    Text(english, chinese)(language)
  }

  private func overview(_ width: Int) -> [String] {
    let heading = words("OVERVIEW: ", "概述：") + subject.abstract(language)
    let texts = [heading] + (subject.discussion.map { ["", $0] } ?? [])
    return texts.flatMap { broken($0, to: width) }
  }

  /// How the command is called.
  private var usage: String {
    let all = subject.shown.filter { !$0.isOfEveryCommand }
    let isLong = all.count > Self.usageLimit
    let named = isLong ? all.filter { $0.kind == .positional || !$0.isOptional } : all
    var parts = [program.commandName] + (command.map { [$0.commandName] } ?? [])
    if isLong {
      parts.append(named.isEmpty ? words("<options>", "<选项>") : words("[<options>]", "[<选项>]"))
    }
    parts += named.map(\.usage)
    if !subject.listed.isEmpty { parts.append(words("<subcommand>", "<子命令>")) }
    return parts.joined(separator: " ")
  }

  private var more: String {
    let call = "\(program.commandName) help"
    return words(
      "  See '\(call) <subcommand>' for detailed help.", "  详见“\(call) <子命令>”。")
  }

  private func entry(_ argument: ArgumentDescription) -> HelpEntry {
    HelpEntry(argument, language)
  }

  private func section(_ heading: String, _ entries: [HelpEntry], _ width: Int) -> [String] {
    entries.isEmpty ? [] : [heading] + entries.flatMap { lines(of: $0, width) }
  }

  /// A label with its description beside it, or below where the label is long.
  private func lines(of entry: HelpEntry, _ width: Int) -> [String] {
    let column = Self.descriptionColumn
    let label = "  " + entry.label
    let margin = String(repeating: " ", count: column)
    let texts = broken(entry.text, to: max(12, width - column)).map { margin + $0 }
    guard let first = texts.first, displayWidth(label) < column else { return [label] + texts }
    return [label + first.dropFirst(displayWidth(label))] + texts.dropFirst()
  }

  /// A text in lines; its own line breaks stay.
  private func broken(_ text: String, to width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { $0.isEmpty ? [""] : wrapped(String($0), to: width) }
  }
}
