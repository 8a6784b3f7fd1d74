import CityModel
import Diagnostics

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
    return Self(
      "emissions", heads: emissionHeads,
      cells: trajectory.years.enumerated().map { index, year in
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

  /// The columns of `emissions.csv`.
  static let emissionHeads: [ColumnHead] =
    [.year] + accountHeads(bySource: false) + accountHeads(bySource: true) + [
      emissionHead(
        "scope_1", Text("Scope 1", "范围一"),
        Text("Emissions within the city, whatever the total counts.", "市域内的排放，与总量口径无关。")),
      emissionHead(
        "scope_2", Text("Scope 2", "范围二"),
        Text(
          "Emissions of electricity and heat from outside, by the electricity method of the accounting, whatever the total counts.",
          "外购电、热的排放，按核算口径的电力方法，与总量口径无关。")),
      emissionHead(
        "removals", Text("Captured biogenic carbon", "捕集的生物质碳（移除量）"),
        Text(
          "Captured biogenic carbon, at most 0: the part of total and net that the accounting credits.",
          "捕集的生物质碳，不大于0：核算口径计入合计与净排放的部分。")),
    ]

  /// Total, sectors and net by where energy is used or by where emissions arise.
  private static func accountHeads(bySource: Bool) -> [ColumnHead] {
    let (start, end, how) =
      bySource
      ? (
        "source_", Text(", by source", "（按排放源）"),
        Text("power and heat counted where they arise", "电与热计入产生部门")
      )
      : ("", Text("", ""), Text("power and heat counted where they are used", "电与热计入使用部门"))
    let sectors = Sector.allCases.map { sector in
      emissionHead(
        start + sector.rawValue, sector.name.capitalised + end,
        Text("Emissions of \(sector.name); \(how).", "\(sector.name)的排放；\(how)。"))
    }
    return [
      emissionHead(
        start + "total", Text("Total", "合计") + end,
        Text("The emitting sectors together; \(how).", "各排放部门之和；\(how)。"))
    ] + sectors + [
      emissionHead(
        start + "net", Text("Net", "净排放") + end,
        Text("The total with sinks; \(how).", "合计加碳汇；\(how)。"))
    ]
  }

  /// A column that says its unit in its heading, because no column does.
  private static func emissionHead(_ name: String, _ label: Text, _ meaning: Text) -> ColumnHead {
    let unit = OutputKind.total.unit
    return ColumnHead(name, Text("\(label) [\(unit)]", "\(label) [\(unit)]"), meaning, unit: unit)
  }
}

extension Text {
  /// The text with a capital in front, in English.
  var capitalised: Text {
    Text(english: english.prefix(1).uppercased() + english.dropFirst(), chinese: chinese)
  }
}
