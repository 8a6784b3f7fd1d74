import CityModel

extension Table {
  /// `emissions.csv`: a row a year, the city's emissions by sector [Mt CO₂e].
  ///
  /// First by end use (power and heat counted where they are used): `total` is the five sectors,
  /// `sinks` ≤ 0, `net` = `total` + `sinks`. Then the same eight columns by source, each with the
  /// prefix `source_`. `scope_1` and `scope_2` stand there whatever the total counts; `scope_2`
  /// follows the electricity method of the scenario's accounting, which `run.json` records. `removals`
  /// ≤ 0 is captured biogenic carbon: the part of `total` and `net` that the accounting credits.
  static func emissions(_ trajectory: Trajectory) -> Self {
    let endUse = Sector.allCases.map { trajectory.byEndUse($0) }
    let source = Sector.allCases.map { trajectory.bySource($0) }
    let scope2: TotalItem =
      switch trajectory.blueprint.scenario.accounting.electricity {
      case .location: .scope2Location
      case .market: .scope2Market
      }
    let series =
      withTotals(endUse) + withTotals(source)
      + [trajectory.total(.scope1), trajectory.total(scope2), trajectory.total(.removals)]
    let names = ["total"] + Sector.allCases.map(\.rawValue) + ["net"]
    return Self(
      columns: ["year"] + names + names.map { "source_\($0)" } + [
        "scope_1", "scope_2", "removals",
      ],
      rows: trajectory.years.enumerated().map { index, year in
        [.integer(year)] + series.map { .number($0[index]) }
      })
  }

  /// The sum of the emitting sectors before them, the net after them.
  private static func withTotals(_ sectors: [[Double]]) -> [[Double]] {
    let years = sectors.map(\.count).min() ?? 0
    let emitting = sectors.prefix(Sector.emitting.count)
    let total = (0..<years).map { year in emitting.reduce(0) { $0 + $1[year] } }
    let net = (0..<years).map { year in
      sectors.dropFirst(emitting.count).reduce(total[year]) { $0 + $1[year] }
    }
    return [total] + sectors + [net]
  }
}
