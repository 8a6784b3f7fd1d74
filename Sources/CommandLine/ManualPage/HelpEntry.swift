import ArgumentParser

/// An argument or option of a command, as its help tells it.
struct HelpEntry: Hashable {
  /// How it is written: `-q, --quiet`, `--output <output>`, `<file>`.
  let label: String
  /// What it does.
  let text: String

  /// The entries of a command's help, without those for the help itself and the version.
  static func all(of command: any ParsableCommand.Type) -> [Self] {
    let unbroken = 100_000
    let help = CarbonpeakCommand.helpMessage(for: command, columns: unbroken)
    return entries(in: help).filter { !$0.label.contains("--help") && $0.label != "--version" }
  }

  /// Reads a help whose texts are not broken into lines: below `USAGE:` a line with a margin of two
  /// begins an entry, whose text follows after two spaces or more, or on the next line.
  static func entries(in help: String) -> [Self] {
    let lines = help.split(separator: "\n").drop { !$0.hasPrefix("USAGE:") }
    var entries: [Self] = []
    for line in lines where line.hasPrefix("  ") {
      let words = line.split(separator: "  ").map(trimmed)
      if line.dropFirst(2).first == " " {
        guard let entry = entries.popLast() else { continue }
        entries.append(Self(label: entry.label, text: trimmed(line)))
      } else if let label = words.first {
        entries.append(Self(label: label, text: words.dropFirst().joined(separator: " ")))
      }
    }
    return entries
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " })
  }
}
