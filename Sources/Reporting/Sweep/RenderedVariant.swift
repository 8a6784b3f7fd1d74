public import Analysis

/// A variant of a sweep as it is written.
public struct RenderedVariant: Sendable {
  /// Its number.
  let number: Int
  /// What can be said of it in a word.
  let status: SweepStatus
  /// Whether it is written at all.
  let isKept: Bool
  /// What is added to each table.
  let lines: [[UInt8]]
  /// What it is ranked by, the least first; not a number where there is no ranking.
  let key: Double
}

extension SweepOrder {
  /// Writes a variant.
  public func render(_ outcome: SweepStudy.Outcome) -> RenderedVariant {
    let row = outcome.row
    let number = Int(row.numbers[0])
    let column = ranking.flatMap { study.columns.place(of: $0.column) }
    let value = column.map { row.numbers[$0] } ?? .nan
    var lines: [[UInt8]] = []
    if outcome.isKept {
      let cells = row.numbers.enumerated().map {
        $0 == study.columns.status ? Cell.text(row.status.rawValue) : .number($1)
      }
      lines = [csvLines([cells], style)]
      if tables.count > 1 { lines.append(csvLines(seriesRows(outcome, number), style)) }
    }
    return RenderedVariant(
      number: number, status: row.status, isKept: outcome.isKept, lines: lines,
      key: ranking?.isDescending == true ? -value : value)
  }

  private func seriesRows(_ outcome: SweepStudy.Outcome, _ number: Int) -> [[Cell]] {
    guard !outcome.series.isEmpty else { return [] }
    return study.years.enumerated().map { place, year in
      [.integer(number), .integer(year)] + outcome.series.map { .number($0[place]) }
    }
  }
}
