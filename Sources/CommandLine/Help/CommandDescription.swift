import ArgumentParser
import Diagnostics
import FoundationEssentials

/// What the argument parser knows of a command, as `--experimental-dump-help` gives it.
///
/// The parser's own types of it are in no library that it offers, so these hold what help and manual
/// need. Texts are in the language of the process.
struct CommandDescription: Decodable {
  /// The name by which it is called.
  let commandName: String
  /// Whether help lists it; nothing stands for yes.
  let shouldDisplay: Bool?
  /// What it does, in one line.
  let abstract: String?
  /// What else there is to say of it.
  let discussion: String?
  /// The commands that it is made of.
  let subcommands: [Self]?
  /// Its arguments and options in the order of its help; those for help and version come last.
  let arguments: [ArgumentDescription]?

  /// The program with all its commands.
  static func program() -> Self {
    let dump = CarbonpeakCommand._dumpHelp()
    do {
      return try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
    } catch {
      defect("the argument parser should describe its commands as it did: \(error)")
    }
  }

  /// The commands that help lists: not `help` itself, which is the parser's.
  var listed: [Self] {
    (subcommands ?? []).filter { ($0.shouldDisplay ?? true) && !$0.isHelp }
  }

  /// What it does, in one line; the parser has English words alone for its own command.
  func abstract(_ language: Language) -> String {
    isHelp ? Text("Show the help of a command.", "显示命令的帮助。")(language) : abstract ?? ""
  }

  private var isHelp: Bool { commandName == "help" }

  /// The arguments and options that help lists.
  var shown: [ArgumentDescription] { (arguments ?? []).filter(\.shouldDisplay) }

  private struct Dump: Decodable {
    let command: CommandDescription
  }
}

/// What the argument parser knows of an argument or option.
struct ArgumentDescription: Decodable {
  /// How an argument is told from others.
  enum Kind: String, Decodable {
    case positional, option, flag
  }

  /// A name of an option, without its dashes.
  struct Name: Decodable {
    /// How it is written.
    enum Kind: String, Decodable {
      case long, short, longWithSingleDash
    }

    let kind: Kind
    let name: String

    /// The name with its dashes.
    var written: String { (kind == .long ? "--" : "-") + name }
  }

  let kind: Kind
  let shouldDisplay: Bool
  let isOptional: Bool
  let isRepeating: Bool
  let names: [Name]?
  let preferredName: Name?
  let valueName: String?
  let defaultValue: String?
  let allValues: [String]?
  let abstract: String?

  /// How it is written in a list of options: `-q, --quiet`, `--output <output>`, `<file>`.
  ///
  /// Short names stand in front.
  var label: String {
    let all = names ?? []
    let sorted = all.filter { $0.kind == .short } + all.filter { $0.kind != .short }
    return withValue(sorted.map(\.written).joined(separator: ", "))
  }

  /// How it is written in a line of usage: `[--set <set> ...]`.
  var usage: String {
    let word = withValue(preferredName?.written ?? "") + (isRepeating ? " ..." : "")
    return isOptional ? "[\(word)]" : word
  }

  /// Whether every command has it: the one for help and the one for the version.
  var isOfEveryCommand: Bool {
    ["help", "version"].contains(preferredName?.name) && kind == .flag
  }

  /// What it does, then the values that it takes and what it is when it is not given.
  func text(_ language: Language) -> String {
    let values = (allValues ?? []).joined(separator: ", ")
    let parts = [
      values.isEmpty ? nil : Text("values: \(values)", "可选：\(values)"),
      defaultValue.map { Text("default: \($0)", "默认：\($0)") },
    ].compactMap { $0?(language) }
    let meaning = isOfEveryCommand ? ownWords(language) : abstract ?? ""
    guard !parts.isEmpty else { return meaning }
    let list = parts.joined(separator: language == .chinese ? "；" : "; ")
    return meaning + (language == .chinese ? "（\(list)）" : " (\(list))")
  }

  /// The parser has no other words than English for what it adds to every command.
  private func ownWords(_ language: Language) -> String {
    preferredName?.name == "version"
      ? Text("Show the version.", "显示版本。")(language)
      : Text("Show help information.", "显示帮助。")(language)
  }

  private func withValue(_ word: String) -> String {
    switch kind {
    case .positional: "<\(valueName ?? "")>"
    case .option: "\(word) <\(valueName ?? "")>"
    case .flag: word
    }
  }
}
