public import CityModel

/// One observed series of a scenario's `history:`, judged.
public struct JudgedHistory: Sendable {
  /// The path of the series: `history.emissions`, `history.sectors.industry`.
  public let path: ParameterPath
  /// What was found of it.
  public let judgement: Judgement
}

extension Scenario {
  /// Whether the emissions that the scenario observed have peaked: the total, then its sectors.
  ///
  /// All years count, those after the base year too; series without a value are left out.
  ///
  /// - Throws: ``PeakError`` where a year stands twice or a value is not a number.
  public func judgedHistory() throws(PeakError) -> [JudgedHistory] {
    let path = ParameterPath("history")
    let sectors = Sector.emitting.map {
      (path / "sectors" / $0.rawValue, history.sectors[$0] ?? [])
    }
    var judged: [JudgedHistory] = []
    for (path, observed) in [(path / "emissions", history.emissions)] + sectors
    where !observed.isEmpty {
      let judgement = try Judgement(observed.map { YearValue(year: $0.year, value: $0.value) })
      judged.append(JudgedHistory(path: path, judgement: judgement))
    }
    return judged
  }
}
