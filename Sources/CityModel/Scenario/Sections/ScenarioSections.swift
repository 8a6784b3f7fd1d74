/// All of a scenario file beside its parameters: with ``ParameterTable`` the one table of the file.
public enum ScenarioSections {
  /// What stands above the parameters, in the order in which people write it.
  public static let head = [
    HeadSection.extends, HeadSection.format, HeadSection.after, HeadSection.city,
    HeadSection.scenario, HeadSection.years, HeadSection.planYear, AccountingSection.section,
    DistrictSection.section,
  ]

  /// What stands below them.
  public static let plans = [
    LeverSection.section, TargetSection.section, HistorySection.section, UncertaintySection.section,
    AdjustmentSection.section,
  ]

  /// All of it.
  public static let all = head + plans

  /// Words of the top that nothing below it is called.
  public static let wordsOfTheTop =
    [HeadSection.years, HeadSection.planYear, AccountingSection.section, DistrictSection.section]
    .words + plans.words
}
