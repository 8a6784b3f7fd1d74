import Diagnostics

/// A stretch of a file that a diagnostic underlines.
struct Span: Hashable {
  let location: SourceLocation
  let length: Int

  /// The first line of a file, where what is missing at its top is told.
  static func topOfFile(_ path: String) -> Span {
    Span(location: SourceLocation(path: path, line: 1, column: 1), length: 1)
  }

  /// A file as a whole.
  static func wholeFile(_ path: String) -> Span {
    Span(location: SourceLocation(wholeFile: path), length: 1)
  }
}

extension Node {
  /// Where the value stands.
  var span: Span { Span(location: location, length: length) }

  /// A part of a scalar, in characters from the start of its text.
  func span(offset: Int, length: Int) -> Span {
    guard case .scalar(_, let isQuoted) = content else { return span }
    let column = location.column + offset + (isQuoted ? 1 : 0)
    return Span(
      location: SourceLocation(path: location.path, line: location.line, column: column),
      length: max(1, length))
  }
}

extension Entry {
  /// Where the key stands.
  var span: Span { Span(location: location, length: length) }
}
