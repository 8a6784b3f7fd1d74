import Diagnostics

/// The keys at the top of a file, above its parameters.
public enum HeadSection {
  /// The files that this one extends.
  public static let extends = SectionKey(
    "extends", .files, Text("the files this one extends", "所继承的文件"),
    Text(
      "One file or a list; the later wins, and this file wins over all", "一个文件或列表；后者优先，本文件最优先"))

  /// The version of the format.
  public static let format = SectionKey(
    "format", .format, Text("version of the format", "格式版本"), Text("Always 1", "固定为 1"),
    absence: .required)

  /// What holds after the last point of a series of the file.
  public static let after = SectionKey(
    "after", .word(["hold"]),
    Text("`hold`: series of this file that end early keep their last value", "hold：本文件中提前结束的序列沿用末值")
  )

  /// The city.
  public static let city = SectionKey(
    "city", .map([id] + CommonKeys.names + [tier, area]), Text("the city", "城市"),
    absence: .required)

  /// The scenario.
  public static let scenario = SectionKey(
    "scenario", .map([id] + CommonKeys.names), Text("the scenario", "情景"),
    absence: .means(Text("named as its file", "以文件名为标识")))

  /// An id of a city or a scenario.
  public static let id = SectionKey(
    "id", .id, Text("id, the name of folders and columns", "标识，用于文件夹和列名"), absence: .required)

  /// How far the city is on the way to its peak.
  public static let tier = SectionKey(
    "tier", .word(["leading", "pioneer", "exploring"]),
    Text("how far the city is on the way to its peak", "城市达峰类型"),
    Text("leading, pioneer or exploring", "leading 示范引领、pioneer 先行先试、exploring 探索"))

  /// The city's land.
  public static let area = SectionKey(
    "area", .constant(Reading("km2", 0.1...1e6)),
    Text("the land within its borders, such as 1997 km2", "市域面积，如 1997 km2"))

  /// The years of the run.
  public static let years = SectionKey(
    "years", .map([base, end]), Text("the years of the run", "模拟年份"),
    Text("At most 200", "最多 200 年"), absence: .required)

  /// The first year of the run.
  public static let base = SectionKey(
    "base", .year, Text("the base year", "基年"), absence: .required)

  /// The last year of the run.
  public static let end = SectionKey(
    "end", .year, Text("the last year", "末年"), absence: .required, isSettable: true)

  /// The year in which the plan is made.
  public static let planYear = SectionKey(
    "plan-year", .year, Text("the year in which the plan is made", "规划编制年份"),
    Text("Levers without `from` act in the year after it", "未写 from 的措施自次年起作用"),
    absence: .means(
      Text(
        "the year after the last observed emissions or energy", "最后一个排放或能耗观测年份的次年")),
    isSettable: true)
}

/// The keys of `accounting`.
public enum AccountingSection {
  /// The section.
  public static let section = SectionKey(
    "accounting",
    .map([
      gases, warmingPotential, electricity, scopes, inventory, peakAccount, biogenicCapture,
    ]), Text("what the total counts", "核算口径"), absence: .required)

  /// The gases of the total.
  public static let gases = SectionKey(
    "gases", .words(Gas.allCases.map(\.rawValue)), Text("the gases", "温室气体种类"),
    absence: .required, isSettable: true)

  /// How the gases are weighed.
  public static let warmingPotential = SectionKey(
    "gwp", .word(WarmingPotential.allCases.map(\.rawValue)),
    Text("the assessment report whose GWP100 weighs the gases", "GWP100 所依据的 IPCC 评估报告"),
    Text("Needed where there is more than CO2", "含 CO2 以外的气体时必填"), isSettable: true)

  /// How electricity from outside is counted.
  public static let electricity = SectionKey(
    "electricity", .word(Accounting.ElectricityMethod.allCases.map(\.rawValue)),
    Text("how electricity from outside is counted", "外来电核算方法"),
    Text("location: the regional grid; market: each contract", "location 位置法；market 市场法"),
    absence: .required, isSettable: true)

  /// The scopes of the total.
  public static let scopes = SectionKey(
    "scopes", .words(InventoryScope.scopes), Text("scopes: [1] or [1, 2]", "范围：[1] 或 [1, 2]"),
    absence: .required, isSettable: true)

  /// The inventory of the base year.
  public static let inventory = SectionKey(
    "inventory", .text, Text("the inventory of the base year", "基年所依据的清单"))

  /// The total whose peak is told.
  public static let peakAccount = SectionKey(
    "peak-account", .word(EmissionTotal.allCases.map(\.rawValue)),
    Text("the total whose peak and intensity are told", "达峰与强度所用口径"), EmissionTotal.explained,
    absence: .means(Text(same: EmissionTotal.gross.rawValue)), isSettable: true)

  /// How captured carbon of living matter counts.
  public static let biogenicCapture = SectionKey(
    "biogenic-capture", .word(Accounting.BiogenicCapture.allCases.map(\.rawValue)),
    Text("how captured biogenic carbon counts", "捕集的生物质碳如何计入"),
    Text(
      "credited: as a removal from the air; not-credited: not at all",
      "credited 计为移除量；not-credited 不计入"),
    absence: .means(Text(same: Accounting.BiogenicCapture.credited.rawValue)), isSettable: true)
}

extension EmissionTotal {
  /// What its words in a file say.
  static let explained = Text(
    "gross: without sinks; net: less what sinks take up", "gross 总排放（不计碳汇）；net 净排放（扣除碳汇）")
}

extension InventoryScope {
  /// The words for scopes in a file.
  static let scopes = ["1", "2"]
}
