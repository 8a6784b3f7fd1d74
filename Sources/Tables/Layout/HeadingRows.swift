import Quantities

/// Which rows below the first row of headings belong to it.
struct HeadingRows {
  private let grid: Grid

  init(_ grid: Grid) { self.grid = grid }

  /// Whether a row goes on with the headings above it.
  func continues(_ headings: [Int], at place: Int) -> Bool {
    guard let last = headings.last, headings.count < 6 else { return false }
    let row = grid.rows[place]
    let shape = RowShape(row)
    guard !shape.filled.isEmpty, shape.numbers == 0, shape.missing == 0 else { return false }
    if isRowOfUnits(place) || isNumbering(place) { return false }
    let first = grid.rows[headings[0]].number
    let isMergedDown = grid.merges.contains {
      $0.rows.lowerBound >= first && $0.rows.lowerBound <= grid.rows[last].number
        && $0.rows.upperBound >= row.number
    }
    if isMergedDown { return true }
    return isBelowMergedHeads(last, place, shape)
  }

  /// Whether words, or years, stand below heads that reach over several columns.
  private func isBelowMergedHeads(_ last: Int, _ place: Int, _ shape: RowShape) -> Bool {
    let upper = grid.rows[last]
    let lower = grid.rows[place]
    let upperShape = RowShape(upper)
    let isOfYears = shape.years > 1 && shape.words <= 1
    guard isOfYears ? upperShape.years == 0 || isMerged(upper) : shape.years == 0 else {
      return false
    }
    let start = upper.cells.first?.column ?? 0
    let begin = Int(min(start, lower.cells.first?.column ?? start))
    let firstAbove = upper.cell(begin)?.text ?? ""
    let firstBelow = lower.cell(begin)?.text ?? ""
    guard firstAbove.isEmpty || firstBelow.isEmpty || firstAbove == firstBelow else { return false }
    let others = shape.filled.filter { $0 > begin || isOfYears && !firstBelow.isEmpty }
    let names = others.map { upper.cell($0)?.text ?? "" }
    guard names.contains(where: { !$0.isEmpty }) || !shape.filled.isEmpty && isMerged(upper) else {
      return false
    }
    return names.contains("") || Set(names).count < names.count || isMerged(upper)
  }

  /// Whether a merge reaches over several columns of a row.
  private func isMerged(_ row: GridRow) -> Bool {
    grid.merges.contains { $0.rows.contains(row.number) && $0.columns.count > 1 }
  }

  /// Whether a row says in which unit each column is, and nothing else.
  func isRowOfUnits(_ place: Int) -> Bool {
    let words = grid.rows[place].cells.filter { !$0.text.isEmpty }
    let named = words.drop { StatedUnit.isWordForUnit($0.text) }
    return !named.isEmpty
      && named.allSatisfy {
        let shape = $0.shape
        return shape == .words && isUnit($0.text)
      }
  }

  private func isUnit(_ text: String) -> Bool {
    let plain = StatedUnit.bracketed(text)
    let isNamed = plain.name.isEmpty || StatedUnit.parsed(plain.name) != nil
    return Unit.stated(folded(text)) != nil
      || isNamed && plain.unit.flatMap { StatedUnit.parsed($0) } != nil
      || StatedUnit.titled(text).flatMap { StatedUnit.parsed($0) } != nil
  }

  /// Whether a row numbers the columns: 甲, 乙, 1, 2, 3.
  func isNumbering(_ place: Int) -> Bool {
    let words = grid.rows[place].cells.filter { !$0.text.isEmpty }.map(\.text)
    let stems: Set = ["甲", "乙", "丙", "丁", "戊", "A", "B", "C", "序号", "栏次", "行次"]
    let numbers = words.drop { stems.contains($0) }
    guard numbers.count > 1, numbers.count < words.count || numbers.count > 2 else { return false }
    return numbers.enumerated().allSatisfy { place, text in
      text == String(place + 1) || folded(text) == "(\(place + 1))"
    }
  }
}
