import Analysis
import CityModel
import Diagnostics

/// The words that stand in cells of several tables.
extension Cell {
  /// A unit; its words are in the language of the reader.
  static func unit(_ unit: String) -> Self { .word(unit, unitName(unit)) }

  /// Yes or no.
  static func answer(_ isTrue: Bool) -> Self {
    isTrue ? .word("yes", Text("yes", "是")) : .word("no", Text("no", "否"))
  }

  /// The status of a peak.
  static func status(_ status: PeakStatus) -> Self { .word(status.word, status.name) }

  /// A total of emissions.
  static func account(_ account: EmissionTotal) -> Self { .account(account.rawValue) }

  /// An account of emissions, by its word.
  static func account(_ word: String) -> Self {
    switch word {
    case "net": .word(word, Text("net", "净排放"))
    case "gross": .word(word, Text("gross, before sinks", "总排放（不计碳汇）"))
    case "end-use": .word(word, Text("by end use", "按终端使用"))
    case "source": .word(word, Text("by source", "按排放源"))
    default: .text(word)
    }
  }

  /// A sector; the city as a whole where there is none.
  static func sector(_ sector: Sector?) -> Self {
    sector.map { .word($0.rawValue, $0.name) } ?? .word("total", Text("total", "合计"))
  }

  /// A sector, or the net total beside them.
  static func sector(_ word: String) -> Self {
    word == "net" ? .word(word, Text("net", "净排放")) : .sector(Sector(rawValue: word))
  }

  /// A group of levers.
  static func group(_ group: Lever.Group) -> Self { .word(group.rawValue, group.name) }

  /// A figure of a run, or a target.
  static func figure(_ word: String) -> Self {
    figureName(word).map { .word(word, $0) } ?? .text(word)
  }
}

extension PeakStatus {
  /// The status for people, in a word or two.
  var name: Text {
    switch self {
    case .peakedBeforeBaseYear: Text("peaked before base year", "基准年之前已达峰")
    case .peakedByBaseYear: Text("peaked by base year", "不晚于基准年达峰")
    case .peaks: Text("peaks", "达峰")
    case .plateau: Text("plateau", "峰值平台期")
    case .notPeaked: Text("not peaked", "尚未达峰")
    case .rebound: Text("rebound", "回落后反弹")
    case .noEmissions: Text("no emissions", "无正排放")
    }
  }
}

/// The name of a figure of a run, which may end with the year or the total that it is of.
///
/// - Parameter word: The figure as machines read it.
/// - Returns: Its name for people; nothing for what is no figure.
func figureName(_ word: String) -> Text? {
  if let known = figures[word] { return known }
  for account in EmissionTotal.allCases {
    guard let end = ["-", "_"].map({ $0 + account.rawValue }).first(where: word.hasSuffix),
      let known = figures[String(word.dropLast(end.count))]
    else { continue }
    return Text("\(known) (\(account.name))", "\(known)（\(account.emissions)）")
  }
  guard let end = word.lastIndex(where: { $0 == "-" || $0 == "_" }),
    let year = Int(word[word.index(after: end)...]), let known = figures[String(word[..<end])]
  else { return nil }
  return Text("\(known) \(year)", "\(year)年\(known)")
}

private let figures: [String: Text] = [
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
