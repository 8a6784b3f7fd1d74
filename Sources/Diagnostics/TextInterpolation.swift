/// Words written in English, in which a ``Text`` stands in English.
public struct EnglishWords: ExpressibleByStringInterpolation, Sendable {
  /// The words.
  package let string: String

  /// Makes words from a literal.
  public init(stringLiteral value: String) { string = value }

  /// Makes words from a literal with values inside.
  public init(stringInterpolation: Interpolation) { string = stringInterpolation.string }

  /// Words behind words.
  public static func + (first: Self, second: Self) -> Self {
    Self(stringLiteral: first.string + second.string)
  }

  /// What a literal of English words is gathered in.
  public struct Interpolation: WordInterpolation {
    /// The words so far.
    public var string = ""

    /// Begins with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds other words of the language.
    public mutating func appendInterpolation(_ words: EnglishWords) { string += words.string }

    /// Adds a text in English.
    public mutating func appendInterpolation(_ text: Text) { string += text.english }

    /// Adds a text in English, or nothing.
    public mutating func appendInterpolation(_ text: Text?) { string += text?.english ?? "" }
  }
}

/// Words written in Chinese, in which a ``Text`` stands in Chinese.
public struct ChineseWords: ExpressibleByStringInterpolation, Sendable {
  /// The words.
  package let string: String

  /// Makes words from a literal.
  public init(stringLiteral value: String) { string = value }

  /// Makes words from a literal with values inside.
  public init(stringInterpolation: Interpolation) { string = stringInterpolation.string }

  /// Words behind words.
  public static func + (first: Self, second: Self) -> Self {
    Self(stringLiteral: first.string + second.string)
  }

  /// What a literal of Chinese words is gathered in.
  public struct Interpolation: WordInterpolation {
    /// The words so far.
    public var string = ""

    /// Begins with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds other words of the language.
    public mutating func appendInterpolation(_ words: ChineseWords) { string += words.string }

    /// Adds a text in Chinese.
    public mutating func appendInterpolation(_ text: Text) { string += text.chinese }

    /// Adds a text in Chinese, or nothing.
    public mutating func appendInterpolation(_ text: Text?) { string += text?.chinese ?? "" }
  }
}

/// What the words of both languages take beside texts: literals, strings and numbers.
public protocol WordInterpolation: StringInterpolationProtocol where StringLiteralType == String {
  /// The words so far.
  var string: String { get set }
}

extension WordInterpolation {
  /// Adds what is written in the literal itself.
  public mutating func appendLiteral(_ literal: String) { string += literal }

  /// Adds a string, a number or a name that reads the same in every language.
  public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
    string += value.description
  }
}

extension DefaultStringInterpolation {
  /// A text has no language of its own: in a plain string this is a warning, and warnings are errors.
  @available(*, deprecated, message: "a Text in a plain string has no language: choose one")
  package mutating func appendInterpolation(_ text: Text) { appendInterpolation(text.english) }

  /// Words are of one language: in a plain string this is a warning, and warnings are errors.
  @available(*, deprecated, message: "English words in a plain string: take their string")
  package mutating func appendInterpolation(_ words: EnglishWords) {
    appendInterpolation(words.string)
  }

  /// Words are of one language: in a plain string this is a warning, and warnings are errors.
  @available(*, deprecated, message: "Chinese words in a plain string: take their string")
  package mutating func appendInterpolation(_ words: ChineseWords) {
    appendInterpolation(words.string)
  }
}
