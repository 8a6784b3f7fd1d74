/// The tables on a sheet, one below the other: which rows are titles, headings, units and values.
struct TableBlocks {
  /// The rows of one table, by their places in the grid.
  struct Block {
    /// The rows above the headings.
    var titles: [Int] = []
    /// The rows of headings, the lowest last.
    var headings: [Int] = []
    /// The row of units.
    var units: Int?
    /// The row that numbers the columns.
    var numbering: Int?
    /// All rows below.
    var body: [Int] = []
    /// Rows in the body that repeat the headings.
    var repeated: Set<Int> = []
  }

  /// The tables, from the top.
  private(set) var blocks: [Block] = []
  private let grid: Grid
  private let shapes: RowShapes

  /// Finds the tables of a grid.
  init(_ grid: Grid) {
    self.grid = grid
    shapes = RowShapes(grid)
    var place = 0
    while place < grid.rows.count {
      let (block, next) = block(from: place)
      if block.headings.isEmpty, !blocks.isEmpty {
        blocks[blocks.count - 1].body += Array(place..<next)
      } else {
        blocks.append(block)
      }
      place = next
    }
  }

  /// The table that begins at a row, and the row behind it.
  private func block(from start: Int) -> (Block, next: Int) {
    var block = Block()
    var place = start
    while place < grid.rows.count, isTitle(place) {
      block.titles.append(place)
      place += 1
    }
    guard place < grid.rows.count, shapes[place].numbers == 0 || shapes[place].years > 1 else {
      block.body = Array(place..<grid.rows.count)
      return (block, grid.rows.count)
    }
    block.headings = [place]
    place += 1
    let header = HeadingRows(grid)
    while place < grid.rows.count, header.continues(block.headings, at: place) {
      block.headings.append(place)
      place += 1
    }
    while place < grid.rows.count {
      if block.units == nil, header.isRowOfUnits(place) {
        block.units = place
      } else if block.numbering == nil, header.isNumbering(place) {
        block.numbering = place
      } else {
        break
      }
      place += 1
    }
    while place < grid.rows.count {
      let pageHead = pageHead(block, at: place)
      if pageHead.isEmpty, beginsAnother(block, at: place) { break }
      block.repeated.formUnion(pageHead)
      let next = pageHead.isEmpty ? place + 1 : pageHead.upperBound
      block.body += Array(place..<next)
      place = next
    }
    return (block, place)
  }

  /// The rows of titles and headings with which a table goes on on the next page.
  private func pageHead(_ block: Block, at place: Int) -> Range<Int> {
    var next = place
    let own = Set(block.titles.flatMap { grid.rows[$0].cells }.map(\.text))
    while next < grid.rows.count, isTitle(next), !isNote(grid.rows[next]) {
      let words = grid.rows[next].cells.map(\.text).filter { !$0.isEmpty }
      let isAgain = words.contains { text in
        own.contains(text) || isPageMark(text) || bareName(text).hasSuffix("续")
          || bareName(text).hasSuffix("(续)") || bareName(text).hasSuffix("(continued)")
      }
      guard isAgain || words.allSatisfy(StatedUnit.isNoteOfUnit) else {
        return place..<place
      }
      next += 1
    }
    var end = next
    while end < grid.rows.count, repeats(block, at: end) { end += 1 }
    return end > next ? place..<end : place..<place
  }

  /// Whether a row is a title: words in one cell, or beside them only what says the unit, above a row of
  /// several cells.
  private func isTitle(_ place: Int) -> Bool {
    let row = grid.rows[place]
    guard row.filled.count <= 4 else { return false }
    let shape = shapes[place]
    guard shape.numbers == 0, shape.missing == 0, !shape.filled.isEmpty else { return false }
    let words = row.cells.filter { !$0.text.isEmpty }
    if words.contains(where: { isNameOfYears($0.text) }) { return false }
    let others = words.filter { !StatedUnit.isNoteOfUnit($0.text) && !isPageMark($0.text) }
    let isAlone = words.count == 1 || (words.count > 1 && others.count <= 1 && words.count <= 4)
    if isPair(place) { return true }
    guard isAlone, let next = shapes.first(behind: place, where: { $0.filled.count > 1 }) else {
      return false
    }
    // A single year above numbers is a row of values of which only the year is there.
    return shape.years == 0 || next.numbers == 0
  }

  /// Whether a row is a word and what it is, above headings of more cells: `Unit:`, `Gg`.
  private func isPair(_ place: Int) -> Bool {
    guard shapes[place].filled == [0, 1], shapes[place].numbers == 0 else { return false }
    let below = grid.rows.indices.dropFirst(place + 1).prefix(12)
    guard let next = below.first(where: { shapes[$0].filled.count > 4 }),
      !below.prefix(while: { $0 < next }).contains(where: { shapes[$0].numbers > 0 }),
      shapes[next].couldBeHeading
    else { return false }
    let head = grid.rows[next]
    guard let first = head.cell(0)?.text, head.cell(1)?.text.isEmpty == false else { return false }
    return !first.isEmpty && first != grid.rows[place].cell(0)?.text
  }

  private func isPageMark(_ text: String) -> Bool {
    let plain = bareName(text)
    return ["续表", "续", "(续)", "continued", "(continued)"].contains(plain) || plain.hasPrefix("续表")
  }

  /// Whether a row holds the same words as the lowest row of headings, as on the next page.
  private func repeats(_ block: Block, at place: Int) -> Bool {
    (block.headings + [block.units, block.numbering].compactMap(\.self)).contains { heading in
      let first = grid.rows[heading].cells.lazy.filter { !$0.text.isEmpty }
      let second = grid.rows[place].cells.lazy.filter { !$0.text.isEmpty }
      return first.elementsEqual(second) { $0.text == $1.text && $0.column == $1.column }
        && first.count > 1
    }
  }

  /// Whether another table begins: a title, or headings behind an empty row.
  private func beginsAnother(_ block: Block, at place: Int) -> Bool {
    guard block.body.contains(where: { shapes[$0].numbers + shapes[$0].missing > 0 }) else {
      return false
    }
    let row = grid.rows[place]
    let isBehindGap = grid.rows[place - 1].number < row.number - 1 && hasGap(before: place)
    guard isBehindGap || row.filled.count <= 4 else { return false }
    let starts = shapes[place].couldBeHeading && isHeadingLike(block, place)
    if starts, isBehindGap { return true }
    // Titles, then headings: as many rows as hold one cell.
    var next = place
    while next < grid.rows.count, isTitle(next), !isNote(grid.rows[next]) { next += 1 }
    guard next > place, next < grid.rows.count, shapes[next].couldBeHeading,
      isHeadingLike(block, next)
    else { return false }
    return isBehindGap || row.cells.contains { isTableTitle($0.text) }
  }

  /// Whether the row before is further away than its own lines of text.
  private func hasGap(before place: Int) -> Bool {
    let above = grid.rows[place - 1]
    let breaks = above.cells.map { $0.text.count { $0.isNewline } }.reduce(0, +)
    return grid.rows[place].number - above.number - breaks > 1
  }

  /// Whether a row that could be headings is: it has years, or the row below it has numbers.
  private func isHeadingLike(_ block: Block, _ place: Int) -> Bool {
    if shapes[place].years > 1 { return true }
    let below = grid.rows.indices.dropFirst(place + 1).prefix(4)
    guard below.contains(where: { shapes[$0].numbers > 0 }) else { return false }
    return shapes[place].filled.count >= 2
  }

  private func isTableTitle(_ text: String) -> Bool {
    let plain = bareName(text)
    return plain.hasPrefix("表") || plain.hasPrefix("table") || plain.hasPrefix("续表")
  }
}

/// Whether a row is a remark below a table, by its first words.
func isNote(_ row: GridRow) -> Bool {
  guard let first = row.cells.first(where: { !$0.text.isEmpty }) else { return false }
  let text = bareName(first.text)
  return ["注", "note", "source", "资料来源", "数据来源", "来源", "说明", "*", "备注", "†", "①", "[1]"].contains {
    text.hasPrefix($0)
  }
}

/// Whether a column under this name is known to hold years.
func isNameOfYears(_ text: String) -> Bool {
  ["year", "years", "年", "年份", "年度"].contains(bareName(text))
}
