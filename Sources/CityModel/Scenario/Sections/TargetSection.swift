import Diagnostics

/// The keys of `targets`: what the scenario must reach.
public enum TargetSection {
  /// The section.
  public static let section = SectionKey(
    "targets", .map([peak, carbonIntensity, energyIntensity, nonFossilShare, emissions, budget]),
    Text("what the scenario must reach", "目标"))

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
