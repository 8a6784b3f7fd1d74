public import Diagnostics

/// A kind of warning that a study may tell beside its answer: its name, what it means and what to do about it.
public struct StudyWarningKind: Sendable {
  /// The name for programs, in lower-case words joined by `-`: the same in every version.
  public let id: String
  /// What it tells, in one line.
  public let meaning: Text
  /// What to do about it.
  public let cure: Text

  init(_ id: String, meaning: Text, cure: Text) {
    self.id = id
    self.meaning = meaning
    self.cure = cure
  }
}

extension StudyWarningKind: CaseIterable {
  /// All of them, in the order of the manual.
  public static let allCases: [Self] = [
    .impossibleVariants, .observedSlip, .unitLeftOut, .withoutWedges, .ruleLeftOut,
    .partsUnlikeWhole,
    .lockedBase, .lockedFarFromOne, .hardlyTellsApart, .atBound, .noObservationsLeft, .noCauses,
    .moveAsOne, .potentialFarBeyondData,
  ]

  /// Variants that cannot be, and are left out.
  public static let impossibleVariants = Self(
    "impossible-variants",
    meaning: Text(
      "some variants cannot be, such as shares above 1, and are left out of all figures",
      "部分样本不可能成立（如份额大于 1），已从全部结果中剔除"),
    cure: Text(
      "Narrow the inputs that the first of them names; where many are left out, the rest is no sample of what you asked.",
      "请收窄首例所指的输入；若剔除较多，其余样本已不能代表所设分布。"))

  /// An observation that looks like a slip.
  public static let observedSlip = Self(
    "observed-slip",
    meaning: Text(
      "an observed value is so far from the plan that a unit or a digit may be wrong",
      "观测值与计划相差过大，可能是单位或数字有误"),
    cure: Text(
      "Look at the table's unit and number, or leave it if it is right: the status is told of what stands there.",
      "请核对表中的单位与数字；若无误可保留，状态按表中数值判断。"))

  /// Series in another unit, left out.
  public static let unitLeftOut = Self(
    "unit-left-out",
    meaning: Text("series in other units than the one judged are left out", "单位不同的序列未予判断"),
    cure: Text("Judge them by a command of their own, with --unit.", "请用 --unit 另行判断。"))

  /// A report without wedges.
  public static let withoutWedges = Self(
    "report-without-wedges",
    meaning: Text(
      "the wedges of the levers could not be found, and the page says why", "无法得出各措施的楔形图，页面中说明了原因"),
    cure: Text("Mend what the warning names, or leave out --wedges.", "请处理警告所指的问题，或不用 --wedges。"))

  /// A rule that has no answer, left out.
  public static let ruleLeftOut = Self(
    "rule-left-out",
    meaning: Text(
      "a rule has no answer, and the target is shared by the others", "某分解规则无解，仅列出其他规则的结果"),
    cure: Text(
      "Nothing, if the reason is what you meant; else change the amount or the files.",
      "若原因合乎本意，无需处理；否则请修改可排放量或文件。"))

  /// Districts that do not make up their city.
  public static let partsUnlikeWhole = Self(
    "parts-unlike-whole",
    meaning: Text(
      "districts emit together more than 5 % more or less than their city in the base year",
      "各区县基准年排放之和与全市相差超过 5%"),
    cure: Text(
      "See that all districts are there and count alike; what is missing has no share.",
      "请核对区县是否齐全、口径是否一致；缺少的部分分不到份额。"))
}
