/// How the cells of a column are written, below its heading.
struct ColumnCensus {
  /// The cells that hold something, without signs for no value.
  private(set) var filled = 0
  /// Whether no cell holds anything, not even a sign for no value.
  private(set) var isEmpty = true
  /// Those with a number, however written.
  private(set) var numbers = 0
  /// Those with a share or rate.
  private(set) var percentages = 0
  /// Those with a number that has a mark or a unit and few digits: 1a, 2#, 5 MW.
  private var names = 0
  /// Those with a year.
  private(set) var years = 0
  /// Whether all are whole numbers.
  private(set) var isWhole = true
  /// Whether they are 1, 2, 3, … down the rows, or begin with 0 under no heading.
  private(set) var isRunning = false
  private var rows = 0
  private var counts: [String: Int] = [:]

  init(_ grid: Grid, _ body: [Int], _ column: Int, _ pick: TablePick) {
    rows = body.count
    var runs = (zero: true, one: true)
    for (place, row) in body.enumerated() {
      guard let cell = grid.rows[row].cell(column), !cell.text.isEmpty || cell.kind == .uncomputed
      else {
        runs = (false, false)
        continue
      }
      isEmpty = false
      if runs.zero, cell.text != String(place) { runs.zero = false }
      if runs.one, cell.text != String(place + 1) { runs.one = false }
      if MissingSign.isOne(cell.text, more: pick.missing) { continue }
      count(cell)
    }
    if counts.isEmpty { isWhole = false }
    isRunning = rows > 2 && runs.one && column == 0 || rows > 2 && runs.zero && column == 0
  }

  private mutating func count(_ cell: GridCell) {
    filled += 1
    if WrittenYear(cell) != nil { years += 1 }
    if isWhole {
      isWhole = cell.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      counts[cell.text, default: 0] += 1
    }
    switch cell.kind {
    case .number, .uncomputed, .error: numbers += 1
    case .percent:
      numbers += 1
      percentages += 1
    case .date, .truth: break
    case .text:
      if WrittenNumber.plain(cell.text) != nil {
        numbers += 1
      } else if let written = WrittenNumber(cell.text) {
        count(written, cell.text)
      }
    }
  }

  private mutating func count(_ written: WrittenNumber, _ text: String) {
    if written.isPercent {
      percentages += 1
      numbers += 1
    } else if written.mark == nil, written.unit == nil {
      numbers += 1
    } else if text.count(where: \.isWholeNumber) > 2 {
      names += 1
    }
  }

  /// Whether the column holds numbers, in half of the cells that are filled or more.
  ///
  /// - Parameter isOfEmissions: Whether its heading says so: elsewhere marks and units make numbers of
  ///   cells only beside such without.
  /// - Returns: Whether it does.
  func isNumeric(isOfEmissions: Bool) -> Bool {
    let all = isOfEmissions || numbers > percentages ? numbers + names : numbers
    return all > 0 && 2 * all >= filled
  }

  /// Whether most cells are years.
  var isOfYears: Bool { years > 0 && 5 * years >= 4 * rows }

  /// Whether most cells that are not empty are years.
  var isOfYearsWhereFilled: Bool { years > 0 && 5 * years >= 4 * filled }

  /// Whether most cells are percentages.
  var isOfPercentages: Bool { percentages > 0 && 2 * percentages > filled }

  /// Whether no number stands in one row only.
  var repeatsEach: Bool { isWhole && counts.values.allSatisfy { $0 > 1 } }
}
