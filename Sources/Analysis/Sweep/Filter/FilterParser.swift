public import Diagnostics
import Quantities

extension Filter {
  /// Reads a filter.
  ///
  /// ```text
  /// either     = both { "||" both }
  /// both       = term { "&&" term }
  /// term       = "!" term | "(" either ")" | comparison
  /// comparison = column ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) ( number [unit] | word )
  /// ```
  ///
  /// - Parameters:
  ///   - source: The text, one line.
  ///   - columns: The columns it may name.
  /// - Returns: The filter.
  /// - Throws: The first fault, with its place in the text.
  public static func parse(
    _ source: SourceText, columns: SweepColumns
  ) throws(Diagnostic) -> Filter {
    var parser = FilterParser(
      path: source.path, characters: Array(source.lines.joined(separator: " ")), columns: columns)
    return try parser.whole()
  }
}

/// Reads a filter from the left to the right.
struct FilterParser {
  let path: String
  let characters: [Character]
  let columns: SweepColumns
  var place = 0
  /// How many brackets and `!` are open: a limit keeps the stack from overflowing.
  var depth = 0

  mutating func whole() throws(Diagnostic) -> Filter {
    let filter = try either()
    skipSpaces()
    guard place < characters.count else { return filter }
    throw fault(
      .unknownWord, place..<characters.count, Text("expected && or ||", "此处应为 && 或 ||"),
      Text("join comparisons with && or ||, as in a<1 && b>2", "用 && 或 || 连接比较式，例如 a<1 && b>2"))
  }

  private mutating func either() throws(Diagnostic) -> Filter {
    var filter = try both()
    while take("||") { filter = .either(filter, try both()) }
    return filter
  }

  private mutating func both() throws(Diagnostic) -> Filter {
    var filter = try term()
    while take("&&") { filter = .both(filter, try term()) }
    return filter
  }

  private mutating func term() throws(Diagnostic) -> Filter {
    skipSpaces()
    let start = place
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else {
      throw fault(.tooDeep, start..<start + 1, Text("too many brackets", "括号嵌套过深"))
    }
    if take("(") {
      let inner = try either()
      guard take(")") else {
        throw fault(
          .malformedNumber, start..<start + 1, Text("'(' is never closed", "“(”没有配对的“)”"))
      }
      return inner
    }
    if take("!") { return .not(try term()) }
    return try comparison()
  }

  private mutating func comparison() throws(Diagnostic) -> Filter {
    let (name, span) = word()
    guard !name.isEmpty else {
      throw fault(.unknownWord, place..<place + 1, Text("expected a column", "此处应为列名"), listing)
    }
    guard let column = columns.place(of: name) else {
      throw fault(
        .unknownWord, span, Text("no column '\(name)'", "没有列“\(name)”"),
        meant(name, among: columns.names) ?? listing)
    }
    skipSpaces()
    let start = place
    guard let comparison = Filter.Comparison.allCases.first(where: { take($0.rawValue) }) else {
      throw fault(
        .unknownWord, start..<start + 1,
        Text("expected ==, !=, <, <=, > or >=", "此处应为 ==、!=、<、<=、> 或 >="),
        characters.indices.contains(start) && characters[start] == "="
          ? Text("write ==", "请写 ==") : nil)
    }
    return column == columns.status
      ? try status(comparison, at: start) : try number(columns.all[column], column, comparison)
  }

  private mutating func status(
    _ comparison: Filter.Comparison, at start: Int
  ) throws(Diagnostic) -> Filter {
    guard comparison == .equal || comparison == .unequal else {
      throw fault(
        .unknownWord, start..<place,
        Text("a status can only be == or != to another", "status 只能用 == 或 != 比较"))
    }
    let (text, span) = literal()
    let name = text.filter { !"'\"“”‘’".contains($0) }
    guard let status = SweepStatus(rawValue: name) else {
      let known = SweepStatus.allCases.map(\.rawValue)
      let list = known.joined(separator: ", ")
      throw fault(
        .unknownWord, span, Text("no status '\(name)'", "没有状态“\(name)”"),
        meant(name, among: known) ?? Text("expected one of: \(list)", "可用：\(list)"))
    }
    return .status(isEqual: comparison == .equal, status)
  }

  private mutating func number(
    _ column: SweepColumns.Column, _ place: Int, _ comparison: Filter.Comparison
  ) throws(Diagnostic) -> Filter {
    let (text, span) = literal()
    let quantity = try quantity(text, at: span)
    guard quantity.hasUnit else {
      try requireBare(column, quantity, at: span)
      return .number(column: place, comparison, quantity.value)
    }
    let value = try converted(quantity, to: column, at: span)
    return .number(column: place, comparison, value)
  }

  private func quantity(_ text: String, at span: Range<Int>) throws(Diagnostic) -> ParsedQuantity {
    do throws(QuantityError) {
      return try ParsedQuantity.parse(text)
    } catch {
      let start = span.lowerBound + error.offset
      throw fault(
        .malformedNumber, start..<start + max(1, error.length), error.message, error.suggestion)
    }
  }
}
