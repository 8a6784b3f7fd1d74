public import Analysis
public import CityModel

extension ResultFile {
  /// `peak-levers.csv`: the smallest change of each lever alone that moves the peak, on the scenario's peak account, which the columns name.
  ///
  /// `from` is what the scenario has, `to` the nearest level or year that does it. A row stands for a
  /// change that there is: a lever that alone moves the peak nowhere has none.
  public static func peakLevers(
    _ moves: [PeakMove], of account: EmissionTotal, style: CSVStyle
  ) -> Self {
    let table = Table(
      columns: [
        "lever", "group", "setting", "direction", "from", "to", "change",
        "peak_year_\(account.rawValue)", "status", "peak_value_\(account.rawValue)", "unit",
      ],
      rows: moves.map { move in
        let (outcome, current) = (move.outcome, move.current)
        return [
          .text(move.lever), .text(move.group.rawValue), .text(move.setting.rawValue),
          .text(move.direction.rawValue), .number(current), .number(outcome.value),
          .number(rounded(outcome.value - current)), .integer(outcome.peak.year),
          .text(outcome.peak.status.word), .number(outcome.peak.value),
          .text(OutputKind.total.unit),
        ]
      })
    return table.file("peak-levers", style)
  }

  /// Without the dust of subtracting two hundredths.
  private static func rounded(_ change: Double) -> Double { (change * 1e6).rounded() / 1e6 }
}
