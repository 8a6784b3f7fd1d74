import Diagnostics

/// An argument or option of a command, as its help tells it.
struct HelpEntry: Hashable {
  /// How it is written: `-q, --quiet`, `--output <output>`, `<file>`.
  let label: String
  /// What it does.
  let text: String

  /// What help tells of an argument.
  init(_ argument: ArgumentDescription, _ language: Language) {
    self.init(label: argument.label, text: argument.text(language))
  }

  /// An entry with words of ours.
  init(label: String, text: String) {
    self.label = label
    self.text = text
  }
}
