import Analysis
import CityModel
import Diagnostics

extension RunOutcome {
  /// What a person reads on the terminal after a run, without a final line break.
  ///
  /// The peak and how certain it is, what was observed, a chart of the total and the sectors, the targets, what was moved
  /// out of the city, and what the figures count.
  func summary(
    _ language: Language, width: Int, changes: [String] = []
  ) -> String {
    let scenario = trajectory.blueprint.scenario
    let sentences = [
      headline(caveat: peakCaveat)?(language),
      certificate?.sentence?(language),
      trajectory.baseYearLine()(language),
      observed?.sentence(language),
    ].compactMap { $0 }
    let counted =
      notes.filter(\.isOfAccount).map { $0.sentence(language) }
      + [trajectory.scopeTwoLine?(language)].compactMap { $0 } + [
        terminalSafe(scenario.accounting.sentence(language))
      ]
    let heading = [scenario.title(language)] + changes.map { "  --set \(terminalSafe($0))" }
    let parts = [
      heading + sentences.flatMap { wrapped($0, to: width) },
      SectorChart(trajectory, language, width: width, peakYear: peakYear).lines,
      targets.flatMap { wrapped($0.line(language, caveat: peakCaveat), to: width) },
      counted.flatMap { wrapped($0, to: width) },
    ]
    return paragraphs(parts)
  }

  /// The observed total, where the scenario has one.
  private var observed: JudgedHistory? { history.first { $0.path.last == "emissions" } }

  private var peakYear: Int? {
    peak.flatMap { $0.status == .noEmissions ? nil : $0.year }
  }
}

extension Scenario {
  /// City and scenario by name, with the id that the results are filed under.
  func title(_ language: Language) -> String {
    let name = "\(city.name(language)) · \(identity.name(language))"
    let id = fullId
    return terminalSafe(Text("\(name) (\(id))", "\(name)（\(id)）")(language))
  }
}

extension Accounting {
  /// How bought electricity is counted, for people.
  var method: Text {
    switch electricity {
    case .location: Text("location-based", "位置法")
    case .market: Text("market-based", "市场法")
    }
  }

  /// What the figures of a run count.
  var sentence: Text {
    let gases = gases.map(\.rawValue).joined(separator: ", ")
    let scopes =
      countsScope2
      ? Text("scope 1 and 2 (\(method))", "范围一与范围二（\(method)）")
      : Text("scope 1", "范围一")
    let source = inventory.map { Text("; inventory: \($0)", "；清单：\($0)") } ?? Text("", "")
    let credit =
      creditsBiogenicCapture
      ? Text("", "") : Text("; biogenic capture not credited", "；捕集的生物质碳不计入")
    return Text(
      "Counts \(scopes): \(gases), GWP100 of \(warmingPotential.rawValue)\(credit)\(source).",
      "核算口径：\(scopes)；气体 \(gases)；\(warmingPotential.rawValue) GWP100\(credit)\(source)。"
    )
  }
}

extension Trajectory {
  /// What the base year comes to per person, so that a slip of a power of ten shows at once.
  func baseYearLine() -> Text {
    let people = population[0]
    let gdp = gdp[0]
    // As the inventory beside it, which knows no sinks.
    let gross = total(.gross)[0]
    let hasSinks = bySource(.sinks)[0] != 0
    let figures = [
      gross / people,  // Mt per million people = t per person
      electricityUsed / 3.6e-3 / people,  // PJ per million people → kWh per person
      gdp / people,  // 10⁹ yuan per million people = 10³ yuan per person
    ].map { readableText($0) }
    let yuan = readableText(gdp / people / 10)
    let inventory = inventoryDistance
    return Text(
      "\(years.lowerBound): \(figures[0]) t CO2e\(hasSinks ? " without sinks" : ""), \(figures[1]) kWh with grid losses and \(figures[2]) thousand yuan of GDP per person\(inventory).",
      "\(years.lowerBound)年人均：\(figures[0]) t CO2e\(hasSinks ? "（不计碳汇）" : "")，全社会用电量 \(figures[1]) kWh，GDP \(yuan) 万元\(inventory)。"
    )
  }

  /// How far the base year's total is from the inventory that the scenario names, if it gives one.
  private var inventoryDistance: Text {
    let history = blueprint.scenario.history.emissions
    guard let observed = history.first(where: { $0.year == years.lowerBound })?.value, observed > 0
    else { return Text("", "") }
    let modelled = inventoried[0]
    let kind = blueprint.scenario.history.inventory.words(blueprint.scenario.accounting)
    let whole = kind?.english ?? "in all"
    let part = kind.map { "总量（\($0.chinese)）" } ?? "总量"
    let percent = (modelled / observed - 1) * 100
    let sign = percent < 0 ? "" : "+"
    let model = readableText(modelled, digits: 4)
    let inventory = readableText(observed, digits: 4)
    let distance = sign + readableText(percent, digits: 2)
    return Text(
      "; \(model) Mt \(whole) against \(inventory) of the inventory (\(distance) %)",
      "；\(part) \(model) Mt，清单为 \(inventory) Mt（\(distance)%）")
  }
}

extension Trajectory {
  /// Scope 2 beside a total that counts scope 1 alone, as a line of its own; nothing where the total counts
  /// it or nothing is bought.
  var scopeTwoLine: Text? {
    let accounting = blueprint.scenario.accounting
    let values = total(accounting.scope2)
    guard !accounting.countsScope2, let first = values.first, let last = values.last,
      values.contains(where: { $0 != 0 })
    else { return nil }
    let start = readableText(first)
    let end = readableText(last)
    let base = years.lowerBound
    let until = years.upperBound
    let method = accounting.method
    return Text(
      "Not in the total: scope 2 (bought power and heat, \(method)), \(start) Mt CO2e in \(base), \(end) in \(until).",
      "总量之外：范围二（外购电力与热力，\(method)）\(base)年 \(start) Mt CO2e，\(until)年 \(end)。")
  }

  /// Which levers act on scope 2 where the total leaves it out; nothing where none does.
  var scopeTwoNote: Text? {
    let effects = scopeTwoEffects
    guard !effects.isEmpty else { return nil }
    let span = "\(years.lowerBound)–\(years.upperBound)"
    let parts = effects.prefix(6).map { effect in
      let amount = readableText(abs(effect.avoided))
      let isLess = effect.avoided > 0
      return Text(
        "\(effect.lever.name) \(isLess ? "−" : "+")\(amount)",
        "\(effect.lever.name) \(isLess ? "−" : "+")\(amount)")
    }
    return Text(
      "The total counts scope 1 alone: what levers do to bought power and heat is in none of these parts. Scope 2 of \(span) changes by, each as the last lever: \(parts.map(\.english).joined(separator: ", ")) Mt CO2e.",
      "总量仅含范围一，措施对外购电力与热力的作用不在上述各项之内。\(span)年范围二累计变化（各为最后实施）：\(parts.map(\.chinese).joined(separator: "，")) Mt CO2e。"
    )
  }
}

extension Scenario {
  /// Levers by their names for people, in a row.
  ///
  /// - Parameter ids: The ids of the levers.
  /// - Returns: Their names; the id where a lever has none.
  func leverNames(_ ids: [String]) -> Text {
    let names = ids.map { id in
      levers.first { $0.identity.id == id }?.identity.name ?? Text(same: id)
    }
    return Text(
      english: names.map { terminalSafe($0.english) }.joined(separator: ", "),
      chinese: names.map { terminalSafe($0.chinese) }.joined(separator: "、"))
  }
}

extension Target.Aim {
  /// Whether a share changes by percentage points.
  fileprivate var isInPoints: Bool {
    if case .change(_, .absolute, _, _) = condition { subject.unit == "1" } else { false }
  }

  /// Whether so much at least is required.
  fileprivate var isLeast: Bool {
    switch condition {
    case .value(let bound, _, _), .change(let bound, _, _, _): bound == .atLeast
    case .peak, .sum: false
    }
  }
}

extension TargetResult {
  /// One target with what is reached of it: `✓ peak by 2027: 2026`.
  ///
  /// - Parameters:
  ///   - language: The language of the words.
  ///   - caveat: What must stand beside a peak that is reached.
  /// - Returns: The line, without a final stop.
  func line(_ language: Language, caveat: Text? = nil) -> String {
    let mark = isMet ? "✓" : "✗"
    let outcome = reached.map { figure($0) } ?? missing
    let distance = isMet ? aside(caveat) : shortfall
    return Text(
      "\(mark) \(goal): \(outcome)\(distance)",
      "\(mark) \(goal)：\(outcome)\(distance)")(language)
  }

  var goal: Text {
    let required = figure(required)
    let name = aim.subject.name(counting: counts)
    switch aim.condition {
    case .peak(let year):
      return Text("peak of \(name) by \(year)", "\(name)\(year)年前达峰")
    case .value(let bound, _, let year):
      return Text(
        "\(name) \(year), \(bound.words) \(required)",
        "\(year)年\(name)\(bound.words) \(required)")
    case .change(_, _, let year, let reference):
      return Text(
        "\(name) \(year), \(required) against \(reference)",
        "\(year)年\(name)较\(reference)年 \(required)")
    case .sum(_, let years):
      let span = "\(years.lowerBound)–\(years.upperBound)"
      return Text(
        "budget of \(name) \(span), at most \(required)",
        "\(span)年累计\(name)不高于 \(required)")
    }
  }

  private func aside(_ caveat: Text?) -> Text {
    guard aim.isPeak, aim.account != nil, let caveat else { return Text("", "") }
    return Text(", \(caveat)", "，\(caveat)")
  }

  private var missing: Text {
    if aim.isPeak { return Text("no peak", "未达峰") }
    return Text("a figure is missing", "缺少数据")
  }

  private var shortfall: Text {
    guard let gap else { return Text("", "") }
    let amount = amount(of: gap)
    return Text(" (\(amount))", "（\(amount)）")
  }

  /// By how much a target is missed.
  func amount(of gap: Double) -> Text {
    switch unit {
    case "year": Text("\(Int(gap)) \(gap == 1 ? "year" : "years") late", "晚\(Int(gap))年")
    case "1": Text("\(readableText(gap * 100)) points short", "差\(readableText(gap * 100))个百分点")
    default:
      aim.isLeast
        ? Text("\(readableText(gap)) \(unit) short", "差 \(readableText(gap)) \(unit)")
        : Text("\(readableText(gap)) \(unit) too much", "超出 \(readableText(gap)) \(unit)")
    }
  }

  /// A value in the target's unit.
  func figure(_ value: Double) -> Text {
    switch unit {
    case "year": return Text("\(Int(value))", "\(Int(value))年")
    case "1" where aim.isInPoints:
      let points = readableText(value * 100)
      return Text("\(points) points", "\(points)个百分点")
    case "1":
      let percent = readableText(value * 100)
      return Text("\(percent) %", "\(percent)%")
    default:
      let amount = "\(readableText(value)) \(unit)"
      return Text(same: amount)
    }
  }
}
