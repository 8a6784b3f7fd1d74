import Analysis
import CityModel
public import Diagnostics

extension RunOutcome {
  /// `results.xlsx`: the tables of a run in one workbook, a sheet for each, some with a chart.
  ///
  /// The sheet `data` is `trajectory.csv` in its wide form, which `pyam.IamDataFrame` reads. Numbers
  /// are those of the CSV files; headings say their units where no column does.
  ///
  /// - Parameters:
  ///   - context: What it was started with.
  ///   - language: The language of the first sheet and of the charts' titles.
  ///   - labels: The language of names of sheets, headings and our words in cells; none for those
  ///     of the CSV files.
  /// - Returns: The file, ready to be written to the folder of the scenario.
  public func workbook(
    _ context: RunContext, _ language: Language, labels: Language? = nil
  ) -> ResultFile {
    let scenario = trajectory.blueprint.scenario
    let part = ReportPart(
      subject: ReportSubject(self, context), language: labels ?? language, prefix: "", level: 2)
    let power = [
      energySheet(part.energy, "final-energy", "PJ", labels),
      energySheet(part.power, "power", "TWh", labels),
    ].compactMap { $0 }
    let costs = trajectory.countsCosts ? [Sheet(.costs(trajectory), labels)] : []
    let sheets =
      [
        Sheet(about(part), labels), emissionSheet(part, labels),
        Sheet(.indicators(indicators, years: trajectory.years), labels),
        Sheet(.peaks(peaks, scenario: scenario.identity.id), labels),
        Sheet(.targets(targets), labels),
      ] + power + [Sheet(.energyBalance(trajectory), labels)] + costs + [
        Sheet(
          .trajectory(trajectory, version: context.version, shape: .wide), labels, name: "data")
      ]
    return ResultFile(name: "results.xlsx", bytes: Workbook(sheets: sheets).bytes)
  }

  /// What the numbers are of, and what they count.
  private func about(_ part: ReportPart) -> Table {
    let scenario = part.scenario
    let language = part.language
    let sentences = [
      headline(caveat: peakCaveat)?(language),
      certificate?.sentence?(language),
    ].compactMap { $0 }
    let lines: [(String, [String])] = [
      (part.say("City", "城市"), [scenario.city.name(language)]),
      (part.say("Scenario", "情景"), [scenario.identity.name(language)]),
      (part.say("Peak", "达峰"), sentences),
      (part.say("Accounting", "核算口径"), [scenario.accounting.sentence(language)]),
      (part.say("Set", "设定"), part.subject.context.changes),
      (part.say("Warnings", "警告"), part.subject.context.warnings),
      (part.say("Notes", "说明"), notes.filter { !$0.kind.isWarning }.map { $0.sentence(language) }),
      ("carbonpeak", ["\(part.subject.context.version), \(part.subject.context.time)"]),
    ]
    let heads = [
      ColumnHead(
        named: part.say("What", "项目"), Text("What is told of the run.", "关于本次运行的项目。")),
      ColumnHead(named: part.say("Value", "内容"), Text("What is told of it.", "该项目的内容。")),
    ]
    return Table(
      "about", heads: heads,
      cells: lines.flatMap { name, values in values.map { [.text(name), .text($0)] } })
  }

  /// `emissions.csv`, with the sectors stacked and the net total as a line.
  private func emissionSheet(_ part: ReportPart, _ labels: Language?) -> Sheet {
    let table = Table.emissions(trajectory)
    let unit = OutputKind.total.unit
    // A spreadsheet would stack sinks downward from the top; the net total shows them.
    let layers = Sector.emitting.enumerated().filter { _, sector in
      trajectory.byEndUse(sector).contains { $0 != 0 }
    }.compactMap { place, sector in
      table.columns.firstIndex(of: sector.rawValue).map { (column: $0, colour: place) }
    }
    // A label says the unit.
    return Sheet(
      labels == nil ? table.withUnit(unit) : table, labels,
      chart: Sheet.Chart(
        title: part.say("Emissions by sector", "分部门排放"), unit: unit, layers: layers,
        lines: [table.columns.firstIndex(of: "net")].compactMap { $0 }))
  }

  /// The table behind a picture of the report, with its columns stacked.
  private func energySheet(
    _ exhibit: Exhibit?, _ name: String, _ unit: String, _ labels: Language?
  ) -> Sheet? {
    guard let exhibit else { return nil }
    let caption = Text(same: exhibit.table.caption)
    let heads = exhibit.table.headers.map { ColumnHead(named: $0, caption) }
    let table = Table(name, heads: heads, cells: exhibit.table.rows)
    return Sheet(
      table.withUnit(unit), labels,
      chart: Sheet.Chart(
        title: exhibit.figure.title, unit: unit,
        layers: table.columns.indices.dropFirst().map { (column: $0, colour: $0 - 1) },
        lines: []))
  }
}

extension Sheet {
  /// A sheet with headings, words and a name for people.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - labels: The language; none for the names of the CSV files.
  ///   - name: Its name, where that is not the table's.
  ///   - chart: The chart beside it.
  fileprivate init(
    _ table: Table, _ labels: Language?, name: String? = nil, chart: Chart? = nil
  ) {
    let name = name ?? table.name
    self.init(
      name: labels.flatMap { Self.names[name]?($0) } ?? name, table: table, labels: labels,
      chart: chart)
  }

  /// The names of the sheets for people; programs look for `data`.
  private static let names: [String: Text] = [
    "about": Text("About", "说明"), "emissions": Text("Emissions", "排放"),
    "indicators": Text("Indicators", "指标"), "peak": Text("Peak", "达峰"),
    "targets": Text("Targets", "目标"),
    "final-energy": Text("Final energy", "终端能源"), "power": Text("Power", "电力"),
    "energy-balance": Text("Energy balance", "能源平衡"), "costs": Text("Costs", "成本"),
  ]
}

extension Table {
  /// The table with the unit in the heading of every column but the first.
  fileprivate func withUnit(_ unit: String) -> Table {
    let others = heads.dropFirst().map { head in
      ColumnHead(
        "\(head.name) [\(unit)]", Text("\(head.label) [\(unit)]", "\(head.label) [\(unit)]"),
        head.meaning, unit: unit)
    }
    return Table(name, heads: heads.prefix(1) + others, cells: rows)
  }
}
