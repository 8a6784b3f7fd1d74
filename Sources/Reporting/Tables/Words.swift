import Analysis
import CityModel
import Diagnostics

/// The words that stand in cells of several tables.
extension Cell {
  /// A unit; its words are in the language of the reader.
  static func unit(_ unit: String) -> Self { .word(unit, unitName(unit)) }

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

  /// A figure of a run.
  static func metric(_ metric: Metric) -> Self { .word(metric.id, metric.name) }

  /// What a target is of, with its year where it is one among several.
  static func target(_ word: String, in year: Int? = nil) -> Self {
    let id = year.map { "\(word)-\($0)" } ?? word
    guard let name = targetName(word) else { return .text(id) }
    return .word(id, year.map { Text("\(name) \($0)", "\($0)年\(name)") } ?? name)
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

/// What a target is of, for people.
///
/// - Parameter word: The target as machines read it.
/// - Returns: Its name; nothing for what is no target.
func targetName(_ word: String) -> Text? {
  for total in EmissionTotal.allCases where word == "peak-\(total.rawValue)" {
    return Text("peak year (\(total.name))", "达峰年份（\(total.emissions)）")
  }
  return targetNames[word]
}

private let targetNames: [String: Text] = [
  "peak": Text("peak year", "达峰年份"),
  "emissions": Text("net emissions", "净排放"),
  "budget": Text("emissions budget", "累计排放预算"),
  "carbon-intensity": Text("change of carbon intensity", "碳强度变化"),
  "energy-intensity": Text("change of energy intensity", "能耗强度变化"),
  "non-fossil-share": Text("non-fossil share", "非化石能源占比"),
]

/// A unit as people read it: symbols stay, words are in their language.
///
/// - Parameter unit: The unit as tables for machines have it.
/// - Returns: The same unit; a number in it needs no conversion.
func unitName(_ unit: String) -> Text {
  if let known = wholeUnits[unit] { return Text(english: unit, chinese: known) }
  let parts = unit.split(separator: "/").map { unitParts[String($0)] ?? String($0) }
  return Text(english: unit, chinese: parts.joined(separator: "/"))
}

/// Units that are read as one.
private let wholeUnits = [
  "10^6 people": "百万人", "million": "百万", "million m2": "百万m2", "million people": "百万人",
  "million vehicles": "百万辆", "Mtce": "百万吨标准煤",
]

/// What stands on either side of a stroke.
private let unitParts = [
  "year": "年", "yr": "年", "billion CNY": "十亿元", "10^9 CNY": "十亿元", "MCNY": "百万元",
  "kCNY": "千元", "CNY": "元", "vehicle": "辆", "1000km": "千km", "person": "人", "pkm": "人km",
  "tkm": "t·km", "tce": "吨标准煤", "10^4 CNY": "万元", "1000person": "千人", "million m2": "百万m2",
  "million": "百万", "day": "日",
]

/// A unit of people or money as each language counts it: 亿元 and 万人 in Chinese.
struct CountedUnit {
  /// Its name in each language.
  let name: Text
  private let chineseFactor: Double

  /// The unit as tables for machines have it.
  init(_ unit: String) {
    switch unit {
    case "10^9 CNY", "billion CNY":
      name = Text(english: unit, chinese: "亿元")
      chineseFactor = 10
    case "10^6 people":
      name = Text(english: unit, chinese: "万人")
      chineseFactor = 100
    default:
      name = unitName(unit)
      chineseFactor = 1
    }
  }

  /// Money, which the model counts in 10⁹ yuan.
  static let money = Self("billion CNY")

  /// A number of it in the language's unit.
  func number(_ value: Double, _ language: Language) -> Double {
    language == .chinese ? value * chineseFactor : value
  }

  /// A number of it for people, without its name.
  func figure(_ value: Double, digits: Int = 3) -> Text {
    Text(
      english: readableText(number(value, .english), digits: digits),
      chinese: readableText(number(value, .chinese), digits: digits))
  }
}

extension Lever.Group {
  /// The group's name for people.
  var name: Text {
    switch self {
    case .grid: Text("clean grid", "清洁电网")
    case .electrification: Text("electrification", "终端电气化")
    case .hydrogen: Text("hydrogen", "氢能")
    case .ccs: Text("capture", "碳捕集")
    case .efficiency: Text("efficiency", "能效")
    case .structure: Text("structure", "结构调整")
    case .behaviour: Text("behaviour", "行为")
    case .circular: Text("circular economy", "循环经济")
    case .sinks: Text("sinks", "碳汇")
    case .price: Text("prices", "价格")
    }
  }
}

extension AllocationRule {
  /// The rule for people.
  var name: Text {
    switch self {
    case .equalFall: Text("equal fall", "同比例下降")
    case .planned: Text("as planned", "按模拟排放")
    case .perHead: Text("per head", "按人口")
    case .perProduct: Text("per GDP", "按 GDP")
    case .burden: Text("responsibility, capacity, potential", "责任—能力—潜力")
    case .shapley: Text("Shapley", "Shapley 值")
    }
  }

  /// The rule at the head of a narrow column.
  var column: Text { self == .burden ? Text("R–C–P", "责能潜") : name }

  /// What it does, in a few words.
  var meaning: Text {
    switch self {
    case .equalFall: Text("all fall by the same part", "各部分下降比例相同")
    case .planned: Text("in proportion to what the run emits by then", "与届时的模拟排放成比例")
    case .perHead: Text("as much for each person", "人均相同")
    case .perProduct: Text("as much for each yuan of GDP", "单位 GDP 相同")
    case .burden: Text("falls go by three indicators", "降幅按三项指标确定")
    case .shapley:
      Text(
        "what each gets on average over all orders in which they come and take what they emit in the base year",
        "各部分按一切先后次序依次取用其基年排放量时所得的平均值")
    }
  }
}
