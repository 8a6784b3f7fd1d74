/// What a person wants of a table; what is not named is found.
public struct TablePick: Sendable {
  /// Rows that are wanted: the name of a column, and the word in it or a part of it.
  public struct Condition: Hashable, Sendable {
    /// The heading of a column of words.
    public let column: String
    /// The word.
    public let word: String

    /// Makes a condition; see the properties of the same names.
    public init(column: String, word: String) {
      self.column = column
      self.word = word
    }

    /// Reads `city=深圳`; nothing without a sign of equality.
    public init?(_ text: String) {
      guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "＝" }) else { return nil }
      column = trimmed(text[..<sign])
      word = trimmed(text[text.index(after: sign)...])
      if column.isEmpty || word.isEmpty { return nil }
    }
  }

  /// The rows; all where there is no condition.
  public var conditions: [Condition]
  /// The column of the years.
  public var year: String?
  /// Columns of values, or names of rows or series.
  public var values: [String]
  /// The unit that the values are taken for; one that the table contradicts is an error.
  public var unit: String?
  /// Signs that stand for no value, beside the usual ones.
  public var missing: Set<String>
  /// The year that is not over yet, from which on nothing is observed; none to let it be.
  public var thisYear: Int?
  /// Whether rates of growth and shares are left out where nobody names them.
  public var leavesOutRates: Bool
  /// The options by which a person can name all this, for suggestions: `--year`, `--value`.
  public var options: [String]

  /// Makes a wish; see the properties of the same names.
  public init(
    conditions: [Condition] = [], year: String? = nil, values: [String] = [], unit: String? = nil,
    missing: Set<String> = [], thisYear: Int? = nil, leavesOutRates: Bool = true,
    options: [String] = []
  ) {
    self.conditions = conditions
    self.year = year
    self.values = values
    self.unit = unit
    self.missing = missing
    self.thisYear = thisYear
    self.leavesOutRates = leavesOutRates
    self.options = options
  }
}
