import ArgumentParser
import Diagnostics
import Reporting

/// What the argument parser says of a command line that it does not take.
///
/// The parser speaks English alone and has no place for other words, so what it says is put into Chinese
/// before it is shown. What is not known here stays as the parser says it.
enum ParserWords {
  /// A width no line reaches, so that the parser breaks none: it counts characters, not columns.
  private static let unbroken = 100_000

  /// A help screen, a fault of the command line, or whatever else the parser has to say.
  ///
  /// - Parameters:
  ///   - error: What the parser threw.
  ///   - language: The language.
  ///   - asked: What the parser was given.
  ///   - arguments: The arguments of the process, which a fault may quote.
  ///   - width: The columns of the terminal.
  /// - Returns: Lines without a final line break; empty where there is nothing to say.
  static func text(
    of error: any Error, _ language: Language, askedBy asked: [String], quoting arguments: [String],
    width: Int
  ) -> String {
    let text = quoted(CarbonpeakCommand.fullMessage(for: error, columns: unbroken), arguments)
    if text.hasPrefix("OVERVIEW: ") {
      return HelpScreen(askedBy: asked, language).text(width: width)
    }
    guard language == .chinese, text.hasPrefix("Error: ") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { fitted(translated(String($0)), to: width) }.joined(separator: "\n")
  }

  /// The text with what it quotes of the command line made safe, line breaks too.
  private static func quoted(_ text: String, _ arguments: [String]) -> String {
    arguments.flatMap { [$0] + $0.split(separator: "=", maxSplits: 1).map(String.init) }
      .reduce(text) { text, word in
        let safe = terminalSafe(word)
        return safe == word ? text : text.replacing(word, with: safe)
      }
  }

  // MARK: - Words

  private static func translated(_ line: String) -> String {
    if line.hasPrefix("Error: ") { return "错误：" + fault(String(line.dropFirst(7))) }
    var line = line
    for (english, chinese) in starts where line.hasPrefix(english) {
      line = chinese + line.dropFirst(english.count)
    }
    for (english, chinese) in phrases { line = line.replacing(english, with: chinese) }
    return withDefaults(line)
  }

  private static let starts = [
    ("Usage: ", "用法："), ("Help:  ", "说明："),
  ]
  private static let phrases = [
    ("  See '", "  详见“"), ("' for more information.", "”。"), ("<subcommand>", "<子命令>"),
    ("[<options>]", "[<选项>]"), ("<options>", "<选项>"),
  ]

  /// The values of an option and its default, which the parser puts behind its description.
  private static func withDefaults(_ line: String) -> String {
    guard line.hasSuffix(")") else { return line }
    for (english, chinese) in [("(default: ", "（默认："), ("(values: ", "（可选：")]
    where line.contains(english) {
      return line.dropLast().replacing(" " + english, with: chinese)
        .replacing(english, with: chinese).replacing("; default: ", with: "；默认：") + "）"
    }
    return line
  }

  /// What is wrong with the command line; a message of ours stays as it is.
  private static func fault(_ message: String) -> String {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    let names = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
    guard let first = names.first else { return bare[message] ?? message }
    let rest = names.dropFirst().joined(separator: "、")
    switch parts[0] {
    case "Missing expected argument ": return "缺少参数 \(first)"
    case "Missing one of: ": return "缺少以下参数之一：\(names.joined(separator: "、"))"
    case "Missing value for ": return "\(first) 缺少取值"
    case "Unknown option ":
      return "没有选项 \(first)" + (rest.isEmpty ? "" : "；是否想用 \(rest)？")
    case "Unexpected argument ": return "多余的参数 \(first)"
    case let many where many.hasSuffix(" unexpected arguments: "):
      return "多余的参数 \(names.joined(separator: "、"))"
    case "The option " where names.count == 2: return "选项 \(first) 不带取值，却给出了 \(rest)"
    case "The value " where names.count > 1 && parts[2] == " is invalid for ":
      let choices = names.dropFirst(2).joined(separator: "、")
      return "\(first) 不是 \(names[1]) 的有效取值" + (choices.isEmpty ? "" : "；可选：\(choices)")
    default: return message
    }
  }

  private static let bare = ["Missing required subcommand.": "缺少子命令。"]

  // MARK: - Lines

  /// A line broken to the terminal; how a command is called stays in one line.
  private static func fitted(_ line: String, to width: Int) -> [String] {
    let mayBreak = !line.hasPrefix(" ") && !line.hasPrefix("用法")
    return mayBreak && displayWidth(line) > width ? wrapped(line, to: width) : [line]
  }
}
