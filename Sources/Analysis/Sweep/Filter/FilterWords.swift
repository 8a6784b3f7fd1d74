import Diagnostics
import Quantities

/// The words and signs of a filter, and what can be wrong with them.
extension FilterParser {
  /// Goes past spaces.
  mutating func skipSpaces() {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
  }

  /// Goes past a sign, if it comes next.
  mutating func take(_ sign: String) -> Bool {
    skipSpaces()
    let sign = Array(sign)
    guard characters[place...].starts(with: sign) else { return false }
    place += sign.count
    return true
  }

  /// The name that comes next, and where it stands; empty if none does.
  mutating func word() -> (String, Range<Int>) {
    skipSpaces()
    let start = place
    while place < characters.count, !"<>=!&|() ".contains(characters[place]) { place += 1 }
    return (String(characters[start..<place]), start..<max(place, start + 1))
  }

  /// All up to the next sign: a number with its unit, or a word.
  ///
  /// A bracket that is opened within it belongs to it, as in `tce(calorific)`.
  mutating func literal() -> (String, Range<Int>) {
    skipSpaces()
    let start = place
    var open = 0
    while place < characters.count, !"<>=!&|".contains(characters[place]) {
      if characters[place] == "(" { open += 1 }
      if characters[place] == ")" { open -= 1 }
      if open < 0 { break }
      place += 1
    }
    var end = place
    while end > start, characters[end - 1].isWhitespace { end -= 1 }
    return (String(characters[start..<end]), start..<max(end, start + 1))
  }

  /// A quantity in the unit of a column.
  func converted(
    _ quantity: ParsedQuantity, to column: SweepColumns.Column, at span: Range<Int>
  ) throws(Diagnostic) -> Double {
    do throws(UnitMismatch) {
      let unit = (try? Unit.parse(column.unit)) ?? .one
      if unit.takingMassAsCarbon.dimension == unit.dimension {
        return try quantity.unit.takingMassAsCarbon.convert(quantity.value, to: unit)
      }
      return try quantity.value(in: unit)
    } catch {
      let unit = span.lowerBound + quantity.unitRange.lowerBound
      throw fault(
        .wrongDimension, unit..<unit + quantity.unitRange.count,
        Text(
          "'\(column.name)': \(error.message)", "“\(column.name)”：\(error.message)")
      )
    }
  }

  /// Makes sure that numbers of a column may stand without a unit, as in scenario files: years, shares
  /// and factors may, amounts may not.
  func requireBare(
    _ column: SweepColumns.Column, _ quantity: ParsedQuantity, at span: Range<Int>
  ) throws(Diagnostic) {
    let unit = (try? Unit.parse(column.unit)) ?? .one
    guard !column.unit.isEmpty, unit.dimension != .none else { return }
    let name = unit.dimension.name
    let example = Unit.example(for: column.unit)
    throw fault(
      .missingUnit, span,
      Text(
        "'\(column.name)': the number has no unit; expected a unit of \(name) such as \(example)",
        "“\(column.name)”：数值没有单位；应为\(name)单位，例如 \(example)"))
  }

  /// A fault at a place of the text.
  func fault(
    _ code: DiagnosticCode, _ span: Range<Int>, _ message: Text, _ suggestion: Text? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, code: code, message: message,
      at: SourceLocation(path: path, line: 1, column: span.lowerBound + 1), length: span.count,
      suggestion: suggestion)
  }

  /// The name that was probably meant.
  func meant(_ word: String, among known: [String]) -> Text? {
    closestName(to: word, among: known).map {
      Text("did you mean '\($0)'?", "是否指“\($0)”？")
    }
  }

  /// All columns there are.
  var listing: Text {
    let names = columns.all.map(\.name).joined(separator: ", ")
    return Text("expected one of: \(names)", "可用：\(names)")
  }
}
