public import Diagnostics

/// A key of a scenario file that is no parameter: what may stand there, what it means, and what holds
/// without it.
///
/// Reading, 'did you mean', `--set`, the schema for editors and the manual all take it from here.
public struct SectionKey: Sendable {
  /// What is done where the key is not there.
  public enum Absence: Sendable {
    /// An error.
    case required
    /// Nothing is said or asked.
    case optional
    /// What the text says.
    case means(Text)
  }

  /// The key; where a file chooses it, a word that stands for it, such as `*` or `YEAR`.
  public let word: String
  /// What may stand there.
  public let value: SectionValue
  /// What it is.
  public let meaning: Text
  /// What else is to be known of it.
  public let remark: Text?
  /// What holds where it is not there.
  public let absence: Absence
  /// Whether `--set` may name it.
  public let isSettable: Bool

  /// Declares a key; see the properties of the same names.
  init(
    _ word: String, _ value: SectionValue, _ meaning: Text, _ remark: Text? = nil,
    absence: Absence = .optional, isSettable: Bool = false
  ) {
    self.word = word
    self.value = value
    self.meaning = meaning
    self.remark = remark
    self.absence = absence
    self.isSettable = isSettable
  }

  /// Whether it must be there.
  public var isRequired: Bool { if case .required = absence { true } else { false } }

  /// The fixed keys that may stand below it, besides annotations; none where it is no map.
  public var members: [SectionKey] {
    switch value {
    case .map(let keys), .each(_, _, let keys), .observations(_, let keys), .sample(let keys),
      .list(let keys):
      keys
    default: []
    }
  }

  /// What stands under each key of the file's choice; nothing where it may choose none.
  public var element: SectionKey? {
    if case .each(_, let element, _) = value { element } else { nil }
  }

  /// The words that may stand there; none where it takes others.
  public var words: [String] {
    switch value {
    case .word(let words), .words(let words): words
    default: []
    }
  }

  /// How an amount that stands there is read; nothing where it takes others.
  public var declaration: ParameterDeclaration? {
    switch value {
    case .constant(let reading):
      ParameterDeclaration(meaning, readings: [reading], time: .constant)
    case .series(let readings): ParameterDeclaration(meaning, readings: readings)
    case .observations(let reading, _): ParameterDeclaration(meaning, readings: [reading])
    default: nil
    }
  }
}

/// What may stand at a key that is no parameter.
public indirect enum SectionValue: Sendable {
  /// A text for people.
  case text
  /// An id, which names folders and columns.
  case id
  /// A year.
  case year
  /// A year, or a date within one as a sweep writes it (`2035.5`).
  case date
  /// The number of the format.
  case format
  /// One file, or a list of files.
  case files
  /// One of some words.
  case word([String])
  /// A list of some words, each at most once.
  case words([String])

  /// A plain number.
  case number
  /// Plain numbers in a list.
  case numbers
  /// A number in the unit of what varies; a plain one where it is a factor.
  case drawn
  /// Numbers as ``drawn`` in a list, so many of them if it is fixed.
  case draws(count: Int?)
  /// Numbers as ``drawn``: a list, or by these keys a column of a table.
  case sample([SectionKey])

  /// An amount with its unit, the same in all years.
  case constant(Reading)
  /// An amount with its unit or a series over the years, in one of the readings.
  case series([Reading])
  /// A value or a series in the unit of the parameter that the key above it names.
  case ofParameter
  /// A number in the unit of what the keys beside it name, or a change of it.
  case ofSubject
  /// A fraction, or fractions over the years.
  case fractions
  /// Observed amounts by year, or a column of a table; beside them these keys.
  case observations(Reading, besides: [SectionKey])

  /// A list of two paths.
  case pair
  /// A list of maps, each with these keys.
  case list(of: [SectionKey])
  /// A map with these keys.
  case map([SectionKey])
  /// A map under keys of the file's choice, all alike, and these.
  case each(ChosenKey, SectionKey, besides: [SectionKey])
}

/// A key that a file chooses.
public enum ChosenKey: Sendable {
  /// An id.
  case id
  /// The path of a number, in which `*` stands for any one id.
  case path
  /// A path, the path of one year's value, or that of a level or date of levers.
  case pathOrLever
  /// A year.
  case year
  /// A first and a last year: `2021-2060`.
  case period
  /// A year, or a first and a last year.
  case yearOrPeriod
}

extension [SectionKey] {
  /// The keys as files write them, in their order.
  public var words: [String] { map(\.word) }
}
