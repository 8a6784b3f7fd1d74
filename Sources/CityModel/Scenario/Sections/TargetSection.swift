import Diagnostics

/// The keys of `targets`: what the scenario must reach.
public enum TargetSection {
  /// The section.
  public static let section = SectionKey(
    "targets",
    .each(
      .id, target,
      besides: [peak, carbonIntensity, energyIntensity, nonFossilShare, emissions, budget]),
    Text("what the scenario must reach", "目标"),
    Text(
      "Of any indicator, total or sector under an id of its own; some have a key of their own",
      "可为任一指标、总量或部门设目标，自取标识；常用者有专用键"))

  /// A target under an id.
  public static let target = SectionKey(
    "*",
    .each(
      .yearOrPeriod, required,
      besides: [indicator, sector, by, total, peaksBy, changesFrom, changeKind, bound]),
    Text("a target of an indicator, a total or a sector", "指标、总量或部门的目标"))

  /// What a target requires of a year, or of years together.
  public static let required = SectionKey(
    "YEAR", .ofSubject,
    Text("the value or change required; of years 2026-2030 the sum", "要求的数值或变化；2026-2030 为合计"),
    isSettable: true)

  /// How emissions of a target are read.
  public static let emissionAmount = Reading.emissions(-1e6...1e6)

  /// The indicator that a target is of.
  public static let indicator = SectionKey(
    "indicator", .word(Indicator.allCases.map(\.id)), Text("the indicator", "指标"),
    Text("See the chapter on indicators", "见指标一章"))

  /// The sector that a target is of.
  public static let sector = SectionKey(
    "sector", .word(Sector.emitting.map(\.rawValue)), Text("the sector", "部门"))

  /// Where a sector's emissions are counted.
  public static let by = SectionKey(
    "by", .word(Target.SectorView.allCases.map(\.rawValue)),
    Text("where a sector's emissions count", "部门排放的核算方式"),
    Text(
      "end-use: where the energy is used; source: where they arise",
      "end-use：按终端用能；source：按排放源"),
    absence: .means(Text(same: Target.SectorView.byEndUse.rawValue)))

  /// The total that a target without indicator or sector is of.
  public static let total = SectionKey(
    "account", .word(EmissionTotal.allCases.map(\.rawValue)),
    Text("the total it is of", "所用总量"), EmissionTotal.explained)

  /// The latest year in which it peaks.
  public static let peaksBy = SectionKey(
    "peak-by", .year, Text("the latest year of its peak", "最晚达峰年份"), isSettable: true)

  /// How a change is counted.
  public static let changeKind = SectionKey(
    "change", .word(["relative", "absolute"]), Text("how a change is counted", "变化的计法"),
    Text(
      "Of a share with `against` it must be said; else a percentage is relative, an amount absolute",
      "占比类指标写 `against` 时必须注明；其余情形百分数为相对变化，带单位者为绝对变化"))

  /// On which side of the value it must be.
  public static let bound = SectionKey(
    "bound", .word(Target.Bound.allCases.map(\.rawValue)),
    Text("whether the value is the most or the least", "上限或下限"),
    absence: .means(
      Text(
        "at-least for shares that should grow and sinks, at-most else",
        "宜提高的占比与碳汇为 at-least，其余为 at-most")))

  /// The latest year of the peak.
  public static let peak = SectionKey(
    "peak", .map([peakBy, account(absent: .peakAccount)]), Text("the peak", "达峰"))

  /// The latest peak year.
  public static let peakBy = SectionKey(
    "by", .year, Text("the latest peak year", "最晚达峰年份"), absence: .required, isSettable: true)

  /// Carbon dioxide per gross domestic product.
  public static let carbonIntensity = SectionKey(
    "carbon-intensity",
    .each(.year, change, besides: [against, account(absent: .peakAccount)]),
    Text("CO2 per GDP, such as 2030: -65%", "碳强度，如 2030: -65%"))

  /// Energy per gross domestic product.
  public static let energyIntensity = SectionKey(
    "energy-intensity", .each(.year, change, besides: [against]),
    Text("energy per GDP, such as 2025: -14.5%", "能源强度，如 2025: -14.5%"))

  /// The year that an intensity falls from.
  public static let against = SectionKey(
    "against", .year, Text("the year it falls from", "对比年份"), absence: .required,
    isSettable: true)

  /// The year that a change is counted from.
  public static let changesFrom = SectionKey(
    "against", .year, Text("the year it changes from", "对比年份"), isSettable: true)

  /// The share of energy that is not fossil.
  public static let nonFossilShare = SectionKey(
    "non-fossil-share",
    .each(.year, ofYear(Reading("1", 0...1), Text("at least this share", "不低于此比例")), besides: []),
    Text("non-fossil share of energy, such as 2030: 25%", "非化石能源占比，如 2030: 25%"))

  /// Emissions of a year.
  public static let emissions = SectionKey(
    "emissions",
    .each(
      .year, ofYear(.emissions(-1e5...1e5), Text("at most so much", "不高于此值")),
      besides: [account(absent: .net)]),
    Text("emissions, such as 2050: 5 Mt", "排放量，如 2050: 500 万吨"))

  /// Emissions summed over some years.
  public static let budget = SectionKey(
    "budget",
    .each(
      .period,
      SectionKey(
        "YEAR-YEAR", .constant(.emissions(-1e6...1e6)), Text("at most so much", "不高于此值"),
        isSettable: true),
      besides: [account(absent: .net)]),
    Text("cumulative emissions, such as 2021-2060: 1.9 Gt", "累计排放，如 2021-2060: 19 亿吨"))

  /// The total that a target is of; its meaning and words are the same for all targets.
  public static let account = account(absent: .net)

  private enum AccountByDefault { case peakAccount, net }

  private static func account(absent: AccountByDefault) -> SectionKey {
    SectionKey(
      "account", .word(EmissionTotal.allCases.map(\.rawValue)),
      Text("the total it is of", "所用口径"), EmissionTotal.explained,
      absence: .means(
        Text(same: absent == .net ? EmissionTotal.net.rawValue : "accounting.peak-account")),
      isSettable: true)
  }

  private static let change = ofYear(
    Reading("1", -1...0), Text("the change by that year, as a fraction", "该年的变化比例"))

  private static func ofYear(_ reading: Reading, _ meaning: Text) -> SectionKey {
    SectionKey("YEAR", .constant(reading), meaning, isSettable: true)
  }
}
