import Analysis
import CityModel
import Diagnostics

/// What the fixed words in cells are called for people.
///
/// Only columns named here hold words of ours; ids and names of a scenario are never translated.
enum CellWords {
  /// A word of a column for people.
  ///
  /// - Parameters:
  ///   - word: What the cell holds in files for machines.
  ///   - column: The column's name.
  /// - Returns: The word; nothing where the column holds other things or this is not one of its words.
  static func label(of word: String, in column: String) -> Text? {
    switch column {
    case "status", "reference_status":
      peakStatus[word] ?? TrackingStatus(rawValue: word)?.text
    case "sector": sector(word)
    case "account": accounts[word]
    case "group": Lever.Group(rawValue: word)?.name
    case "factor": KayaFactor(rawValue: word)?.name ?? sector(word)
    case "verdict": Verdict(rawValue: word)?.text
    case "unit": unitName(word)
    case "met", "own_cost", "at_bound": answers[word]
    case "metric", "figure", "target", "id": figure(word)
    case "item": item(word)
    case _ where column.hasPrefix("rule_"): answers[word]
    default: words[column]?[word]
    }
  }

  private static let answers = ["yes": Text("yes", "是"), "no": Text("no", "否")]

  private static let peakStatus: [String: Text] = [
    "peaked-before-base-year": Text("peaked before base year", "基准年之前已达峰"),
    "peaked-by-base-year": Text("peaked by base year", "不晚于基准年达峰"),
    "peaks": Text("peaks", "达峰"),
    "plateau": Text("plateau", "峰值平台期"),
    "not-peaked": Text("not peaked", "尚未达峰"),
    "rebound": Text("rebound", "回落后反弹"),
    "no-emissions": Text("no emissions", "无正排放"),
  ]

  private static let accounts: [String: Text] = [
    "net": Text("net", "净排放"),
    "gross": Text("gross, before sinks", "总排放（不计碳汇）"),
    "end-use": Text("by end use", "按终端使用"),
    "source": Text("by source", "按排放源"),
  ]

  /// The words of columns that have only a few.
  private static let words: [String: [String: Text]] = [
    "lever": ["(total)": Text("(total)", "（合计）"), "(group)": Text("(group)", "（类别小计）")],
    "from_scenario": ["(levers at 0)": Text("(levers at 0)", "（措施力度为 0）")],
    "setting": ["level": Text("level", "力度"), "by": Text("full by", "完成年份")],
    "direction": ["earlier": Text("earlier", "提前"), "later": Text("later", "推迟")],
    "positive_means": [
      "avoided": Text("avoided", "减排"), "earlier": Text("earlier", "提前"),
      "extra": Text("extra cost", "增加成本"),
    ],
    "kind": [
      "distance": Text("distance", "差距"), "explained": Text("explained", "成因"),
      "nowcast": Text("nowcast", "推算"), "budget": Text("budget", "预算"),
      "target": Text("target", "目标"), "lever": Text("lever", "措施"),
      "metric": Text("figure", "指标"), "condition": Text("condition", "要求"),
      "probability": Text("probability", "概率要求"),
    ],
    "peak_year_gross": ["not-peaked": Text("not peaked", "尚未达峰")],
    "peak_year_net": ["not-peaked": Text("not peaked", "尚未达峰")],
    "moved": ["yes": Text("yes", "是"), "no": Text("no", "否")],
    "method": [
      "sobol": Text("Sobol", "Sobol"), "morris": Text("Morris", "Morris"),
      "tornado": Text("tornado", "逐项变动"), "gradient": Text("gradient", "梯度"),
    ],
    "change": [
      "multiply": Text("factor on all years", "各年倍数"),
      "grow": Text("factor for each year", "逐年倍数"), "replace": Text("value", "取值"),
      "lock": Text("locked to the inventory", "锁定到清单"), "coefficient": Text("coefficient", "系数"),
    ],
  ]

  /// A sector, or one of the sums that stand beside them.
  private static func sector(_ word: String) -> Text? {
    switch word {
    case "total": Text("total", "合计")
    case "net": Text("net", "净排放")
    default: Sector(rawValue: word)?.name
    }
  }

  /// A figure of a run; it may end with the year it is of.
  private static func figure(_ word: String) -> Text? {
    if let known = figures[word] { return known }
    if let known = figureOfTotal(word) { return known }
    guard let end = word.lastIndex(where: { $0 == "-" || $0 == "_" }),
      let year = Int(word[word.index(after: end)...]), let known = figures[String(word[..<end])]
    else { return nil }
    return Text("\(known) \(year)", "\(year)年\(known)")
  }

  /// A figure of a peak, which ends with the total it is of.
  private static func figureOfTotal(_ word: String) -> Text? {
    for account in EmissionTotal.allCases {
      guard let end = ["-", "_"].map({ $0 + account.rawValue }).first(where: word.hasSuffix),
        let known = figures[String(word.dropLast(end.count))]
      else { continue }
      return Text(
        "\(known) (\(account.name))",
        "\(known)（\(account.emissions)）")
    }
    return nil
  }

  private static let figures: [String: Text] = [
    "emissions": Text("net emissions", "净排放"),
    "cumulative-emissions": Text("cumulative net emissions", "累计净排放"),
    "cumulative": Text("cumulative net emissions", "累计净排放"),
    "peak-value": Text("peak value", "峰值"),
    "peak_value": Text("peak value", "峰值"),
    "peak-year": Text("peak year", "达峰年份"),
    "peak_year": Text("peak year", "达峰年份"),
    "peak_year_estimate": Text("peak time, estimated", "达峰时点（估计）"),
    "system-cost": Text("present value of cost", "成本现值"),
    "cost": Text("present value of cost", "成本现值"),
    "cost-per-tonne": Text("cost per tonne avoided", "单位减排成本"),
    "peak": Text("peak year", "达峰年份"),
    "carbon-intensity": Text("change of carbon intensity", "碳强度变化"),
    "energy-intensity": Text("change of energy intensity", "能耗强度变化"),
    "non-fossil-share": Text("non-fossil share", "非化石能源占比"),
    "budget": Text("emissions budget", "累计排放预算"),
  ]

  /// What is tracked: emissions or energy, of all or of a sector, a factor, a span of a budget.
  private static func item(_ word: String) -> Text? {
    for (start, name) in [
      ("emissions.", Text("emissions of", "排放")), ("energy.", Text("energy of", "能源消费")),
      ("spent ", Text("spent of the budget", "年预算已用")),
      ("used up ", Text("budget used up", "年预算用尽")),
    ] where word.hasPrefix(start) {
      let rest = String(word.dropFirst(start.count))
      let of = Sector(rawValue: rest)?.name ?? Text(same: rest)
      return Text("\(name) \(of)", "\(of)\(name)")
    }
    switch word {
    case "non-fossil energy": return Text(english: word, chinese: "非化石能源")
    case "net": return EmissionTotal.net.emissions
    case "gross": return EmissionTotal.gross.emissions
    case "emissions": return Text("emissions", "排放")
    default: return figure(word) ?? DistanceFactors.name(of: word)
    }
  }
}
