/// The text of a file in lines, so that diagnostics can show the one they speak of.
public struct SourceText: Hashable, Sendable {
  /// The path as the user gave it.
  public let path: String
  /// The lines without their line breaks; a text that ends in a line break has no empty last line.
  public let lines: [String]

  /// Splits a text at `\n`, `\r\n`, `\r` and the three rarer breaks of YAML 1.1 (U+0085, U+2028,
  /// U+2029), so that line numbers agree with those of libyaml.
  public init(path: String, text: String) {
    self.path = path
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": continue
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(String(line))
        line = String.UnicodeScalarView()
      default: line.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    self.lines = lines
  }

  /// The text of a line counted from 1, or nothing for a line the text does not have.
  public func line(_ number: Int) -> String? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
