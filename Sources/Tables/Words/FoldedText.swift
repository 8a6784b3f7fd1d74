import Quantities

/// A text with plain characters in place of full-width ones and of odd spaces, as people type them.
func folded(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  var plain = ""
  for character in text {
    if let narrow = character.asciiOfFullWidth {
      plain.append(narrow)
    } else if character.isWhitespace {
      plain.append(" ")
    } else if character != "\u{FEFF}", character != "\u{200B}" {
      plain.append(character)
    }
  }
  return plain
}

/// A text without any spaces, plain and in small letters: as names are compared.
func bareName(_ text: String) -> String {
  folded(text).lowercased().filter { !$0.isWhitespace }
}

extension Character {
  /// Whether the character is one of 0–9.
  var isDigit: Bool { isASCII && isWholeNumber }

  /// Whether the character is one of Chinese writing.
  var isHan: Bool {
    unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) } ?? false
  }
}
