/// A text that cannot steer a terminal or hide what it says.
///
/// A tab becomes a space; other control characters become the symbols that stand for them (escape:
/// `␛`); marks that turn the direction of writing or break lines become `�`. Everything else, and
/// the number of Unicode scalars, stays.
public func terminalSafe(_ text: some StringProtocol) -> String {
  var safe = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { safe.append(scalar.safeForTerminal) }
  return String(safe)
}

/// A user's text as a message quotes it: cut at `limit` characters, with `…` for the rest.
public func excerpt(_ text: String, limit: Int = 60) -> String {
  let shown = text.prefix(limit)
  return shown.endIndex == text.endIndex ? text : shown + "…"
}

extension Unicode.Scalar {
  fileprivate var safeForTerminal: Unicode.Scalar {
    switch value {
    case 0x09: " "
    case 0x00...0x1F: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: "\u{FFFD}"
    default: self
    }
  }
}
