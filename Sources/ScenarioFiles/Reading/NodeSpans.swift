import Diagnostics

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
