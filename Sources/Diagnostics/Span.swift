/// A stretch of a file that a diagnostic underlines.
public struct Span: Hashable, Sendable {
  /// Where it starts.
  public let location: SourceLocation
  /// How many characters it has.
  public let length: Int

  /// Makes a stretch; see the properties of the same names.
  public init(location: SourceLocation, length: Int) {
    self.location = location
    self.length = length
  }

  /// The first line of a file, where what is missing at its top is told.
  public static func topOfFile(_ path: String) -> Span {
    Span(location: SourceLocation(path: path, line: 1, column: 1), length: 1)
  }

  /// A file as a whole.
  public static func wholeFile(_ path: String) -> Span {
    Span(location: SourceLocation(wholeFile: path), length: 1)
  }
}

/// Where a key of a file stands, and its value.
public struct KeyPlace: Hashable, Sendable {
  /// The key.
  public let key: Span
  /// The value.
  public let value: Span

  /// Makes a place; see the properties of the same names.
  public init(key: Span, value: Span) {
    self.key = key
    self.value = value
  }
}

extension Diagnostic {
  /// Makes a diagnostic of a stretch of a file.
  ///
  /// - Parameters:
  ///   - severity: How bad it is.
  ///   - code: The kind of fault.
  ///   - message: What was found and what was expected.
  ///   - span: What is underlined.
  ///   - suggestion: How to mend it.
  public init(
    _ severity: Severity, code: DiagnosticCode, message: Text, at span: Span,
    suggestion: Text? = nil
  ) {
    self.init(
      severity, code: code, message: message, at: span.location, length: span.length,
      suggestion: suggestion)
  }
}
