import Analysis
import CityModel
import Diagnostics

extension ReportPart {
  /// Emissions by sector with the total that peaks are told of, the reference, the band and the peak.
  var emissions: Exhibit? {
    let unit = OutputKind.total.unit
    var chart = TimeChart(places: years, unit: unit)
    chart.layers = Sector.allCases.enumerated().map { place, sector in
      TimeChart.Layer(
        name: sectorName(sector), ink: .series(place), values: trajectory.byEndUse(sector))
    }.filter { layer in layer.values.contains { $0 != 0 } }
    chart.lines = [
      TimeChart.Line(
        name: totalName, ink: .text, isDashed: false, values: trajectory.totals[account])
    ]
    if let reference = subject.reference {
      chart.lines.append(
        TimeChart.Line(
          name: say("Without the levers", "无措施"), ink: .faint, isDashed: true,
          values: reference.totals[account]))
    }
    chart.band = band.map { band in
      TimeChart.Band(name: say("5–95 % of samples", "样本 5–95%"), low: band.low, high: band.high)
    }
    chart.dots = observed
    chart.mark = peakMark
    let figure = Figure(
      name: prefix + "emissions",
      title: say("Emissions by sector", "分部门排放"), owner: owner, description: emissionWords,
      chart: chart)
    return Exhibit(figure: figure, notes: emissionNotes, table: emissionTable)
  }

  /// The total that the headline is of.
  var account: EmissionTotal { subject.outcome.peakAccount }

  private var totalName: String { account.emissions.capitalised(language) }

  /// City and scenario, for pictures that stand alone.
  var owner: String {
    say(
      "\(scenario.city.name), \(scenario.identity.name)",
      "\(scenario.city.name) \(scenario.identity.name)")
  }

  func sectorName(_ sector: Sector) -> String {
    let name = sector.name(language)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// The 5 and 95 % quantiles of that total.
  var band: (low: [Double], high: [Double])? {
    guard let bands = subject.spread?.result.bands,
      let total = bands.first(where: {
        $0.series.account == account.account && $0.series.sector == nil
      })
    else { return nil }
    return (total.years.compactMap(\.quantiles.first), total.years.compactMap(\.quantiles.last))
  }

  private var observed: TimeChart.Dots? {
    let values = scenario.history.emissions.filter { years.contains($0.year) }
    guard !values.isEmpty else { return nil }
    let kind = scenario.history.inventory.words(scenario.accounting)
    return TimeChart.Dots(
      name: say(
        "Observed\(kind.map { " (\($0.english))" } ?? "")",
        "观测值\(kind.map { "（\($0.chinese)）" } ?? "")"), values: values.map { ($0.year, $0.value) })
  }

  private var peakMark: TimeChart.Mark? {
    guard let peak = subject.outcome.peak else { return nil }
    switch peak.status {
    case .noEmissions, .notPeaked: return nil
    case .peakedBeforeBaseYear, .peakedByBaseYear, .peaks, .plateau, .rebound:
      let words = "\(peak.status.text(language)) · \(readableText(peak.value))"
      return TimeChart.Mark(
        place: peak.year, span: peak.plateauFrom...peak.plateauTo, value: peak.value,
        label: words.prefix(1).uppercased() + words.dropFirst())
    }
  }

  private var emissionWords: String {
    let sentence = subject.outcome.headline()?(language) ?? ""
    let reference = subject.reference.map {
      course(say("Without the levers", "无措施"), $0.totals[account], OutputKind.total.unit)
    }
    return [
      say(
        "Stacked areas, a line for \(account.emissions).",
        "堆积面积图，折线为\(account.emissions)。"), sentence,
      course(totalName, trajectory.totals[account], OutputKind.total.unit), reference ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var emissionNotes: [String] {
    var notes = [
      say(
        "By end use: power and heat are counted where they are used. Shaded years are within 1 % of the highest.",
        "按终端核算：电力与热力排放计入使用部门。阴影为排放在峰值 1% 以内的年份。")
    ]
    if subject.reference != nil {
      notes.append(
        say(
          "Dashed: the same city with all levers at level 0.", "虚线：同一城市，所有措施力度为 0。"))
    } else if scenario.levers.isEmpty {
      notes.append(say("This scenario has no levers.", "本情景没有措施。"))
    }
    if let spread = subject.spread {
      let count = spread.result.count
      let inputs = scenario.uncertainties.values.count
      notes.append(
        say(
          "Band: 5 to 95 % of \(account.emissions) in each year over \(count) samples of \(inputs) uncertain inputs (seed \(spread.seed)): a modest sample, for the eye. \(spread.standingSentence) 'uncertainty' draws more.",
          "带：\(inputs) 项不确定输入的 \(count) 个样本（种子 \(spread.seed)）中各年\(account.emissions)的 5–95%；样本不多，仅供参考。\(spread.standingSentence)更多样本请用 uncertainty 命令。"
        ))
    }
    if scenario.history.emissions.contains(where: { years.contains($0.year) }) {
      let inventory = scenario.accounting.inventory ?? ""
      notes.append(say("Circles: observed. \(inventory)", "圆点：观测值。\(inventory)"))
    }
    return notes
  }

  /// The columns of `emissions.csv` by end use, then what the picture holds beside them.
  private var emissionTable: PageTable {
    let table = Table.emissions(trajectory)
    let isBeside = trajectory.scopeTwoLine != nil
    let names =
      ["year", "total"] + Sector.allCases.map(\.rawValue) + ["net"] + (isBeside ? ["scope_2"] : [])
    let places = names.compactMap(table.columns.firstIndex)
    let more = [subject.reference?.totals[account], band?.low, band?.high].compactMap { $0 }
    let headers =
      [say("Year", "年份"), say("Gross", "总排放")] + Sector.allCases.map(sectorName)
      + [say("Net", "净排放")]
      + (isBeside ? [say("Scope 2, in no total", "范围二（不计入总量）")] : [])
      + (subject.reference == nil ? [] : [say("Without levers", "无措施")])
      + (band == nil ? [] : ["5 %", "95 %"])
    return PageTable(
      caption: say(
        "Emissions by sector and end use, \(OutputKind.total.unit)",
        "分部门终端排放，\(OutputKind.total.unit)"),
      headers: headers, columns: names, file: "emissions.csv",
      rows: table.rows.enumerated().map { row, cells in
        places.map { cells[$0] } + more.map { .number($0[row]) }
      })
  }

  // MARK: Wedges

  /// What each lever avoids, between the scenario and itself without levers.
  var wedges: Exhibit? {
    guard let found = subject.wedges else { return nil }
    let net = trajectory.total(.net)
    let years = Array(found.years)
    let layers = found.game.players.enumerated().map { place, player in
      TimeChart.Layer(
        name: player.identity.name(language), ink: .rest,
        values: years.map { found.attribution.shapley[place][found.place(of: $0)] })
    }
    var chart = TimeChart(places: found.years, unit: OutputKind.total.unit)
    chart.floor = net
    chart.layers = TimeChart.leading(layers, rest: say("other levers", "其他措施"))
    let reference = zip(net, years).map { value, year in
      value + found.attribution.whole[found.place(of: year)]
    }
    chart.lines = [
      TimeChart.Line(
        name: say("Scenario", "情景"), ink: .text, isDashed: false, values: net),
      TimeChart.Line(
        name: say("Without the levers", "无措施"), ink: .faint, isDashed: true, values: reference),
    ]
    let end = found.place(of: found.years.upperBound)
    let whole = readableText(found.attribution.whole[end])
    let words = say(
      "Wedges between the net total without the levers and that of the scenario; together they avoid \(whole) Mt CO2e in \(found.years.upperBound).",
      "无措施与情景净排放之间的楔形；\(found.years.upperBound)年合计减排 \(whole) Mt CO2e。")
    let figure = Figure(
      name: prefix + "wedges", title: say("What each lever avoids", "各措施的减排量"), owner: owner,
      description: words, chart: chart)
    let table = PageTable(
      caption: say("Net emissions avoided by lever, Mt CO2e", "各措施净减排量，Mt CO2e"),
      headers: [say("Year", "年份")] + layers.map(\.name) + [say("All", "合计")],
      columns: ["year"] + found.game.players.map(\.identity.id) + ["(total)"],
      file: "attribution-by-year.csv",
      rows: years.enumerated().map { row, year in
        [.integer(year)] + layers.map { .number($0.values[row]) }
          + [.number(found.attribution.whole[found.place(of: year)])]
      })
    return Exhibit(figure: figure, notes: wedgeNotes(found, layers), table: table)
  }

  private func wedgeNotes(_ found: LeverAttribution, _ layers: [TimeChart.Layer]) -> [String] {
    let method =
      switch found.attribution.method {
      case .exact:
        say(
          "Shapley values over all \(1 << found.game.players.count) combinations of levers, year by year; they add up to the whole.",
          "逐年 Shapley 值，遍历全部 \(1 << found.game.players.count) 种措施组合，合计等于总效果。")
      case .sampled(let pairs):
        say(
          "Shapley values estimated from \(2 * pairs) random orders of levers, year by year; 'attribute' gives their standard errors.",
          "逐年 Shapley 值，由 \(2 * pairs) 个随机次序估计；标准误见 attribute 命令。")
      }
    let rising = layers.filter { $0.values.contains { $0 < -1e-6 } }.map(\.name)
    guard !rising.isEmpty else { return [method] }
    let names = rising.joined(separator: say(", ", "、"))
    return [
      method,
      say(
        "Below the scenario's line hangs what levers add in some years: \(names).",
        "情景线以下为措施在部分年份增加的排放：\(names)。"),
    ]
  }
}
