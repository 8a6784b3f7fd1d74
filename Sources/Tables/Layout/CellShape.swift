/// What a cell looks like, before it is known where it stands.
enum CellShape {
  /// Nothing.
  case empty
  /// A year, which may be a number as well.
  case year
  /// A number, or what stands for one.
  case number
  /// A sign for no value.
  case missing
  /// Words.
  case words
}

extension GridCell {
  /// What the cell looks like.
  var shape: CellShape {
    switch kind {
    case .percent, .uncomputed, .error: return .number
    case .truth: return .words
    case .date: return .year
    case .number: return WrittenYear(self) != nil ? .year : .number
    case .text: break
    }
    if text.isEmpty { return .empty }
    if WrittenYear(text) != nil { return .year }
    if MissingSign.isOne(text) { return .missing }
    if WrittenNumber.plain(text) != nil { return .number }
    guard let written = WrittenNumber(text) else { return .words }
    return written.unit == nil || written.isPercent ? .number : .words
  }
}

/// The shapes of the rows of a grid, each looked at when it is asked for.
final class RowShapes {
  private let grid: Grid
  private var known: [Int: RowShape] = [:]

  init(_ grid: Grid) { self.grid = grid }

  subscript(_ row: Int) -> RowShape {
    if let shape = known[row] { return shape }
    let shape = RowShape(grid.rows[row])
    known[row] = shape
    return shape
  }

  /// The first row behind another of which something holds.
  func first(behind row: Int, where holds: (RowShape) -> Bool) -> RowShape? {
    grid.rows.indices.dropFirst(row + 1).lazy.map { self[$0] }.first(where: holds)
  }
}

/// How the cells of a row look, counted.
struct RowShape {
  /// The columns that hold something.
  let filled: [Int]
  /// How many look like years.
  private(set) var years = 0
  /// How many look like numbers that are no years.
  private(set) var numbers = 0
  /// How many are signs for no value.
  private(set) var missing = 0
  /// How many are words.
  private(set) var words = 0

  init(_ row: GridRow) {
    filled = row.filled
    for cell in row.cells {
      switch cell.shape {
      case .empty: break
      case .year: years += 1
      case .number: numbers += 1
      case .missing: missing += 1
      case .words: words += 1
      }
    }
  }

  /// Whether the row could be one of headings: words and years, at least two of them, and no numbers.
  var couldBeHeading: Bool { filled.count > 1 && numbers == 0 && words + years > 1 }
}
