/// A language people read.
public enum Language: String, CaseIterable, Sendable {
  /// English.
  case english = "en"
  /// Simplified Chinese.
  case chinese = "zh"
}

/// A text for people, in every language at once: one cannot be written without the other.
///
/// A text inside a text is taken in the language of the words around it:
/// `Text("\(sector.name) in \(year)", "\(year) 年\(sector.name)")`.
public struct Text: Hashable, Sendable {
  /// The English text.
  public let english: String
  /// The Chinese text.
  public let chinese: String

  /// Makes a text from what is written in both languages.
  public init(_ english: EnglishWords, _ chinese: ChineseWords) {
    self.english = english.string
    self.chinese = chinese.string
  }

  /// Makes a text from two strings made elsewhere.
  public init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// Makes a text of what reads the same in both languages: an id, a symbol, a number.
  public init(same string: String) {
    self.init(english: string, chinese: string)
  }

  /// The text in one language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// Two texts behind each other.
  public static func + (first: Self, second: Self) -> Self {
    Self(english: first.english + second.english, chinese: first.chinese + second.chinese)
  }
}

extension Sequence<Text> {
  /// The texts behind each other, with a separator of each language between them.
  public func joined(_ english: String, _ chinese: String) -> Text {
    Text(
      english: map(\.english).joined(separator: english),
      chinese: map(\.chinese).joined(separator: chinese))
  }
}
