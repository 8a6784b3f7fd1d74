import Diagnostics

/// The cells of a sheet, or of a text with separators, as they stand in the file.
public struct Grid: Sendable {
  /// The path of the file, as the user names it.
  public let path: String
  /// The name of the sheet; none of a text.
  public let sheet: String?
  /// Whether the sheet is hidden.
  public let isHidden: Bool
  /// The rows that hold something, from the top.
  public internal(set) var rows: [GridRow]
  /// The merged cells.
  let merges: [GridArea]

  /// The sheet and the file, for messages: `yearbook.xlsx!能源`.
  var name: String { sheet.map { "\(path)!\($0)" } ?? path }

  /// The place of a cell, which need not hold anything.
  ///
  /// - Parameters:
  ///   - row: The place of the row in ``rows``.
  ///   - column: The column, from 0.
  /// - Returns: `yearbook.xlsx!能源!D14` in a workbook, the line and column in a text.
  func span(_ row: Int, _ column: Int) -> Span {
    let line = rows[row]
    if sheet != nil {
      let name = "\(name)!\(columnLetters(column))\(line.number)"
      return Span(location: SourceLocation(wholeFile: name), length: 1)
    }
    let cell = line.cell(column) ?? line.cells.last
    return Span(
      location: SourceLocation(
        path: path, line: Int(cell?.line ?? Int32(line.number)), column: Int(cell?.start ?? 1)),
      length: Int(cell?.length ?? 1))
  }

  /// The place of a cell.
  func span(_ place: GridPlace) -> Span { span(Int(place.row), Int(place.column)) }

  /// The name of a cell, for messages: `D14`, or the line and column of a text.
  func shortName(_ row: Int, _ column: Int) -> Text {
    let number = rows[row].number
    if sheet != nil { return Text(same: "\(columnLetters(column))\(number)") }
    return Text("line \(number)", "第 \(number) 行")
  }

  /// The grid as a whole, for what is missing in it.
  var wholeSpan: Span {
    sheet == nil ? .topOfFile(path) : Span(location: SourceLocation(wholeFile: name), length: 1)
  }
}

/// A cell of a grid: the place of its row in `rows`, and its column from 0.
struct GridPlace: Hashable, Sendable {
  let row: Int32
  let column: Int32

  init(_ row: Int, _ column: Int) {
    self.row = Int32(clamping: row)
    self.column = Int32(clamping: column)
  }
}

/// A row that holds something.
public struct GridRow: Sendable {
  /// Its number in the sheet, or its line in the text, from 1.
  public let number: Int
  /// Its cells, the columns rising; in a text also those that are empty.
  public internal(set) var cells: [GridCell]

  /// The cell of a column, from 0, if the file has one there.
  func cell(_ column: Int) -> GridCell? {
    guard let first = cells.first else { return nil }
    // Nearly all rows have no gaps, and then this is the place.
    let guess = column - Int(first.column)
    if cells.indices.contains(guess), cells[guess].column == column { return cells[guess] }
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].column == column ? cells[low] : nil
  }

  /// The columns of the cells that hold something.
  var filled: [Int] { cells.filter { !$0.text.isEmpty }.map { Int($0.column) } }
}

/// A rectangle of cells; rows by their numbers from 1, columns from 0.
struct GridArea: Hashable, Sendable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>
}

/// A cell as it stands in the file.
public struct GridCell: Hashable, Sendable {
  /// What a workbook says of a cell.
  public enum Kind: UInt8, Sendable {
    /// A text, or any cell of a text with separators.
    case text
    /// A number.
    case number
    /// A number that is shown with a percent sign; its text is the hundredfold, with the sign.
    case percent
    /// A date, as `2021-03-31`.
    case date
    /// `TRUE` or `FALSE`.
    case truth
    /// What a formula gives that cannot be worked out, as `#DIV/0!`.
    case error
    /// A formula whose value was never stored.
    case uncomputed
  }

  /// The text, without spaces at its ends.
  public let text: String
  /// The number; 0 in what is no number.
  let number: Double
  /// The line in a text, from 1; the row in a workbook.
  let line: Int32
  /// The character in its line where the cell starts, from 1.
  let start: Int32
  /// The characters to underline.
  let length: Int32
  /// Its column, from 0.
  let column: Int32
  /// How far it is indented, in characters.
  let indent: UInt8
  /// What the workbook says of it.
  public let kind: Kind
  /// Whether it is the result of a formula.
  let isFormula: Bool

  /// Makes a cell; see the properties of the same names.
  init(
    text: String, number: Double = 0, line: Int, start: Int = 1, length: Int = 1, column: Int,
    indent: Int = 0, kind: Kind = .text, isFormula: Bool = false
  ) {
    self.text = text
    self.number = number
    self.line = Int32(clamping: line)
    self.start = Int32(clamping: start)
    self.length = Int32(clamping: length)
    self.column = Int32(clamping: column)
    self.indent = UInt8(clamping: indent)
    self.kind = kind
    self.isFormula = isFormula
  }
}

/// The letters of a column, counted from 0: `A`, `Z`, `AA`.
package func columnLetters(_ column: Int) -> String {
  let letter = Unicode.Scalar(UInt8(65 + column % 26))
  return (column < 26 ? "" : columnLetters(column / 26 - 1)) + String(letter)
}
