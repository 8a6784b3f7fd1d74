import Diagnostics

/// The keys of `adjustments`: what is done to the scenario's own parameters before levers move them.
public enum AdjustmentSection {
  /// The section.
  public static let section = SectionKey(
    "adjustments", .each(.path, adjustment, besides: []),
    Text("factors on the scenario's own parameters, before levers", "对情景自身参数的调整（先于措施）"),
    Text("Paths of numbers; * stands for any one id", "数值的路径；* 代表任一标识"))

  /// What is done to one parameter, or several.
  public static let adjustment = SectionKey(
    "PATH", .map([replace, multiply, grow]), Text("one adjustment", "一项调整"))

  /// Other values, before factors act.
  public static let replace = SectionKey(
    "replace", .ofParameter, Text("other values, before factors act", "替换后的数值（先于倍数）"))

  /// A factor on all years.
  public static let multiply = SectionKey(
    "multiply", .number, Text("factor on all years", "各年倍数"), absence: .means(Text(same: "1")))

  /// A factor for each year since the base year.
  public static let grow = SectionKey(
    "grow", .number, Text("factor for each year since the base year", "基年起每年的倍数"),
    absence: .means(Text(same: "1")))
}
