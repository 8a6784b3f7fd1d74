public import Analysis
public import CityModel
public import Diagnostics

/// What is written of a target that is shared.
///
/// - `allocation.csv`: a row for each rule and part, and for the whole.
/// - `allocation.json`: the amount and where it comes from, the parts, weights, rules without an answer and
///   the rows.
public struct AllocationReport {
  /// Over whom a target is shared.
  public enum Parts: Sendable {
    /// The sectors of a city, their emissions in a view.
    case sectors(Target.SectorView)
    /// Districts.
    case districts
  }

  let allocation: Allocation
  let parts: Parts
  let scenario: Scenario
  let isOfCity: Bool

  /// Reports an allocation.
  ///
  /// - Parameters:
  ///   - allocation: What was shared.
  ///   - parts: Over whom.
  ///   - scenario: What it counts: that of the city, or of a district where none is.
  ///   - isOfCity: Whether it is that of the city.
  public init(_ allocation: Allocation, over parts: Parts, of scenario: Scenario, isOfCity: Bool) {
    self.allocation = allocation
    self.parts = parts
    self.scenario = scenario
    self.isOfCity = isOfCity
  }

  /// `allocation.csv` and `allocation.json`.
  public var answer: Answer {
    let table = Table("allocation", Table.allocationColumns, rows)
    return Answer(
      "allocation", of: isOfCity ? subject(scenario) : districtSubject,
      figures: figures + [("rows", table.records)], tables: [table], story: { story($0, width: $1) }
    )
  }

  /// The rules that have no answer, each with the reason; to be told beside the others.
  public var leftOut: [Text] {
    allocation.gaps.map { rule, gap in
      Text("no answer by '\(rule.name)': \(gap.text)", "“\(rule.name)”未列出：\(gap.text)")
    }
  }

  /// That the parts emit together more than 5 % more or less than their city in the base year; nothing
  /// where they do not.
  public func distance(from city: Trajectory) -> Text? {
    let whole = city.totals[allocation.amount.account].first ?? 0
    let sum = allocation.parts.map(\.base).reduce(0, +)
    guard whole > 0, abs(sum / whole - 1) > 0.05 else { return nil }
    let amounts = [sum, whole].map { readableText($0) }
    let unit = OutputKind.total.unit
    return Text(
      "the districts emit \(amounts[0]) \(unit) together in the base year, the city \(amounts[1])",
      "各区县基准年排放合计 \(amounts[0]) \(unit)，全市为 \(amounts[1])")
  }

  // MARK: - Record

  private var districtSubject: [(key: String, value: JSONValue)] {
    [
      ("base_year", .integer(scenario.years.lowerBound)),
      ("accounting", accounting(scenario.accounting)),
    ]
  }

  private var figures: [(key: String, value: JSONValue)] {
    let amount = allocation.amount
    return [
      ("over", .string(over)), ("view", view.map { .string($0.rawValue) } ?? .null),
      ("first_year", .integer(amount.years.lowerBound)),
      ("last_year", .integer(amount.years.upperBound)),
      ("account", .string(amount.account.rawValue)), ("origin", .string(amount.origin.word)),
      ("limit", .number(amount.limit)), ("sinks", .number(amount.sinks)),
      ("shared", .number(megatonnes(amount.tonnes))), ("base", .number(allocation.base)),
      ("unit", .string(OutputKind.total.unit)), ("weights", weights),
      ("parts", .array(allocation.parts.map(record))),
      (
        "left_out",
        .array(
          allocation.gaps.map { rule, gap in
            .object([("rule", .string(rule.rawValue)), ("reason", .string(gap.text.english))])
          })
      ),
    ]
  }

  private var over: String { if case .sectors = parts { "sectors" } else { "districts" } }

  /// The name of a part for people.
  private func name(of part: AllocationPart) -> Text {
    part.district == nil ? Sector(rawValue: part.id)?.name ?? part.name : part.name
  }

  private var view: Target.SectorView? { if case .sectors(let view) = parts { view } else { nil } }

  private var weights: JSONValue {
    guard allocation.shares.contains(where: { $0.rule == .burden }) else { return .null }
    let weights = allocation.weights
    return .object([
      ("responsibility", .number(weights.responsibility)), ("capacity", .number(weights.capacity)),
      ("potential", .number(weights.potential)),
    ])
  }

  private func record(_ part: AllocationPart) -> JSONValue {
    let district: JSONValue =
      part.district.map { district in
        .object([
          ("population", .number(district.population)), ("gdp", .number(district.gdp)),
          ("energy", .number(district.energy)), ("industry", .number(district.industry)),
        ])
      } ?? .null
    return .object([
      ("id", .string(part.id)), ("name", .string(name(of: part).english)),
      ("name_zh", .string(name(of: part).chinese)), ("base", .number(part.base)),
      ("planned", .number(part.planned)), ("district", district),
    ])
  }

  // MARK: - Rows

  private var rows: [AllocationRow] {
    let total = allocation.amount.tonnes
    let years = allocation.amount.years.count
    return allocation.shares.flatMap { shares in
      zip(allocation.parts.indices, allocation.parts).map { place, part in
        AllocationRow(
          rule: shares.rule, id: part.id, name: name(of: part), tonnes: shares.tonnes[place],
          total: total, years: years, base: allocation.base(of: part), planned: part.planned,
          population: part.district?.population, index: shares.index?[place])
      }
        + [
          AllocationRow(
            rule: shares.rule, id: "(total)", name: Text("total", "合计"),
            tonnes: shares.tonnes.reduce(0, +), total: total, years: years, base: allocation.base,
            planned: planned, population: population)
        ]
    }
  }

  private var planned: Double { allocation.parts.map(\.planned).reduce(0, +) }

  private var population: Double? {
    let people = allocation.parts.compactMap(\.district?.population)
    return people.isEmpty ? nil : people.reduce(0, +)
  }

  // MARK: - Story

  private func story(_ language: Language, width: Int) -> String {
    paragraphs(
      [
        wrapped(heading(language), to: width),
        [caption(Text("May emit", "可排放量"), language)] + aligned(amounts(language)),
        [caption(fallHeading, language, unit: "%")] + aligned(falls(language)),
        allocation.shares.flatMap {
          wrapped(sentence($0.rule)(language), to: width)
        },
      ] + leftOut.map { wrapped($0(language), to: width) }
        + [wrapped(Self.rounding(language), to: width), wrapped(counted(language), to: width)])
  }

  private func caption(_ text: Text, _ language: Language, unit: String? = nil) -> String {
    "\(text(language)) [\(unit ?? OutputKind.total.unit)]"
  }

  private func counted(_ language: Language) -> String {
    var accounting = scenario.accounting
    if !isOfCity { accounting.inventory = nil }
    return terminalSafe(accounting.sentence(language))
  }

  private static let rounding = Text(
    "Shares are whole tonnes, rounded by the largest remainder: by every rule they sum to the whole exactly.",
    "份额为整吨，按最大余数法取整：每种规则下各部分之和恰为总量。")

  private func heading(_ language: Language) -> String {
    let amount = allocation.amount
    let shared = readableText(megatonnes(amount.tonnes), digits: 4)
    let unit = OutputKind.total.unit
    let room =
      amount.sinks == 0
      ? Text("", "")
      : Text(
        ", with the \(readableText(amount.sinks)) that sinks take up then",
        "，含届时碳汇吸收的 \(readableText(amount.sinks))")
    let count = allocation.parts.count
    let parts =
      over == "sectors"
      ? Text("\(count) sectors", "\(count) 个部门") : Text("\(count) districts", "\(count) 个区县")
    return Text(
      "\(shared) \(unit) of \(amount.account.emissions) in \(amount.span) (\(amount.origin.text))\(room), shared over \(parts): \(fallSentence)",
      "\(amount.span)年\(amount.account.emissions) \(shared) \(unit)（\(amount.origin.text)）\(room)，分解到 \(parts)：\(fallSentence)"
    )(language)
  }

  private var fallSentence: Text {
    let base = readableText(allocation.base, digits: 4)
    let year = scenario.years.lowerBound
    let count = allocation.amount.years.count
    let often =
      count == 1
      ? Text("in \(year)", "\(year)年")
      : Text("in \(count) years like \(year)", "按\(year)年水平\(count)年")
    let fall = Allocation.fall(to: allocation.amount.tonnes, from: allocation.base) ?? 0
    let percent = readableText(100 * abs(fall))
    return Text(
      "together they emit \(base) \(often), and \(fall < 0 ? "may rise" : "must fall") by \(percent) %.",
      "合计\(often)排放 \(base)，\(fall < 0 ? "可增加" : "须下降") \(percent)%。")
  }

  private var fallHeading: Text {
    let year = scenario.years.lowerBound
    return Text("Fall against \(year)", "较\(year)年下降")
  }

  private func amounts(_ language: Language) -> [[String]] {
    let head =
      ["", "\(scenario.years.lowerBound)", Text("run", "模拟")(language)]
      + allocation.shares.map { $0.rule.column(language) }
    let lines = allocation.parts.enumerated().map { place, part in
      [
        terminalSafe(name(of: part)(language)), figure(allocation.base(of: part)),
        figure(part.planned),
      ]
        + allocation.shares.map { figure(megatonnes($0.tonnes[place])) }
    }
    let total =
      [Text("total", "合计")(language), figure(allocation.base), figure(planned)]
      + allocation.shares.map { figure(megatonnes($0.tonnes.reduce(0, +))) }
    return [head] + lines + [total]
  }

  private func figure(_ value: Double) -> String { readableText(value, digits: 4) }

  private func falls(_ language: Language) -> [[String]] {
    let head =
      ["", Text("run", "模拟")(language)] + allocation.shares.map { $0.rule.column(language) }
    let lines = allocation.parts.enumerated().map { place, part in
      let base = allocation.base(of: part)
      return [
        terminalSafe(name(of: part)(language)), percent(base > 0 ? 1 - part.planned / base : nil),
      ]
        + allocation.shares.map { percent(Allocation.fall(to: $0.tonnes[place], from: base)) }
    }
    return [head] + lines
  }

  private func percent(_ share: Double?) -> String {
    share.map { readableText((1000 * $0).rounded() / 10) } ?? "–"
  }

  /// A rule, and what it does.
  private func sentence(_ rule: AllocationRule) -> Text {
    Text("\(rule.name): \(meaning(rule))", "\(rule.name)：\(meaning(rule))")
  }

  /// What a rule does, in a few words.
  private func meaning(_ rule: AllocationRule) -> Text {
    guard rule == .burden else { return rule.meaning }
    let weights = allocation.weights
    let shares = [weights.responsibility, weights.capacity, weights.potential].map {
      readableText(100 * $0)
    }
    return Text(
      "falls go by emissions per head (\(shares[0]) %), GDP per head (\(shares[1]) %) and energy of industry per value added (\(shares[2]) %), against their means",
      "降幅按人均排放（\(shares[0])%）、人均 GDP（\(shares[1])%）和单位工业增加值能耗（\(shares[2])%）相对于均值确定")
  }
}

/// Tonnes as the unit of emissions in tables; every whole tonne is a decimal number of it.
private func megatonnes(_ tonnes: Int) -> Double { Double(tonnes) / 1e6 }

/// A row of `allocation.csv`.
struct AllocationRow {
  let rule: AllocationRule
  let id: String
  let name: Text
  /// What it may emit, and all [t].
  let tonnes: Int
  let total: Int
  /// How many years the amount has.
  let years: Int
  /// In the base year as often as there are years, and in the years of the amount [Mt CO2e].
  let base: Double
  let planned: Double
  /// Million people.
  let population: Double?
  var index: Double?

  var allocated: Double { megatonnes(tonnes) }
}

extension Table {
  /// The columns of `allocation.csv`.
  static let allocationColumns: [Column<AllocationRow>] = [
    Column("rule", Text("Rule", "规则"), Text("The rule.", "分解规则。")) {
      .word($0.rule.rawValue, $0.rule.name)
    },
    Column(
      "part", Text("Part", "部分"),
      Text(
        "The district or the sector; `(total)` is the sum of all.", "区县或部门；`(total)` 为合计。")
    ) { .word($0.id, $0.name) },
    Column(
      "share", Text("Share", "份额"), Text("Its part of what is shared.", "占可排放总量的比例。"), unit: "1"
    ) { .number(Double($0.tonnes) / Double($0.total)) },
    Column(
      "allocated", Text("May emit [\(unit)]", "可排放量 [\(unit)]"),
      Text(
        "What it may emit in the years of the amount together, in whole tonnes; the parts sum to the whole exactly.",
        "在目标年份合计可排放多少，取整到吨；各部分之和恰为总量。"), unit: unit
    ) { .number($0.allocated) },
    Column(
      "base", Text("Base year [\(unit)]", "基年排放 [\(unit)]"),
      Text(
        "What it emits in the base year, as often as the amount has years.", "基年排放，乘以目标的年数。"),
      unit: unit
    ) { .number($0.base) },
    Column(
      "fall", Text("Fall against base year", "较基年下降"),
      Text(
        "The part by which it must fall from the base year; below 0 where it may rise.",
        "较基年须下降的比例；小于 0 表示可以增加。"), unit: "1"
    ) { .optional(Allocation.fall(to: $0.tonnes, from: $0.base)) },
    Column(
      "planned", Text("In the run [\(unit)]", "模拟排放 [\(unit)]"),
      Text("What its run emits in the years of the amount.", "模拟在目标年份的排放。"), unit: unit
    ) { .number($0.planned) },
    Column(
      "distance", Text("Run above share [\(unit)]", "模拟超出份额 [\(unit)]"),
      Text(
        "By how much its run is above what it may emit; below 0 is room to spare.",
        "模拟排放超出可排放量多少；小于 0 为余量。"), unit: unit
    ) { .number($0.planned - $0.allocated) },
    Column(
      "per_person", Text("Per person and year [t]", "人均每年 [t]"),
      Text(
        "What it may emit a year for each of its people of the base year; none for sectors.",
        "按基年人口计的人均每年可排放量；部门无此项。"), unit: "t/person"
    ) { row in .optional(row.population.map { row.allocated / Double(row.years) / $0 }) },
    Column(
      "index", Text("Burden index", "责任指数"),
      Text(
        "By `burden`, how much of the fall it carries against the mean, 1; none by other rules.",
        "`burden` 规则下所承担降幅与均值 1 之比；其他规则无此项。"), unit: "1"
    ) { .optional($0.index) },
  ]

  private static let unit = OutputKind.total.unit
}

extension AllocatedAmount.Origin {
  /// Its word in records.
  var word: String {
    switch self {
    case .given: "given"
    case .cap: "emissions"
    case .budget: "budget"
    case .intensity: "carbon-intensity"
    }
  }

  /// Where the amount comes from, for people.
  var text: Text {
    switch self {
    case .given: Text("as given", "由命令行给出")
    case .cap: Text("the scenario's target", "情景目标")
    case .budget: Text("the scenario's budget", "情景预算")
    case .intensity(let change, let reference):
      Text(
        "the scenario's target of intensity, \(readableText(100 * change)) % against \(reference), with the GDP of its run",
        "情景的碳强度目标，较\(reference)年 \(readableText(100 * change))%，按模拟 GDP 折算")
    }
  }
}
