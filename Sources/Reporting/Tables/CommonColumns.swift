import Analysis
import CityModel
import Diagnostics

/// The columns that several tables have.
extension ColumnHead {
  static let year = Self("year", Text("Year", "年份"), Text("The year.", "年份。"))
  static let scenario = Self(
    "scenario", Text("Scenario", "情景"), Text("The id of the scenario.", "情景的 id。"))
  static let account = Self(
    "account", Text("Account", "核算账户"),
    Text(
      "What is counted: `gross` before sinks, `net` with sinks and removals, `end-use` power and heat where they are used, `source` where they arise.",
      "核算什么：`gross` 不计碳汇，`net` 计入碳汇与移除量，`end-use` 电与热计入使用部门，`source` 计入产生部门。"))
  static let sector = Self(
    "sector", Text("Sector", "部门"),
    Text("The sector; `total` and `net` are the whole city.", "部门；`total` 与 `net` 为全市。"))
  static let unit = Self(
    "unit", Text("Unit", "单位"), Text("The unit of the row's numbers.", "该行数值的单位。"))
  static let lever = Self(
    "lever", Text("Lever", "措施"),
    Text(
      "The id of the lever; `(group)` is the sum of a group, `(total)` of all.",
      "措施的 id；`(group)` 为该类小计，`(total)` 为合计。"))
  static let group = Self(
    "group", Text("Group", "类别"), Text("The group of the lever.", "措施所属类别。"))
  static let series = Self(
    "series", Text("Series", "序列"), Text("The observed series.", "观测序列。"))
  static let observed = Self(
    "observed", Text("Observed", "实际"), Text("What was observed.", "观测值。"))
  static let value = Self(
    "value", Text("Value", "数值"), Text("The value of the scenario.", "该情景的数值。"))
  static let referenceValue = Self(
    "reference_value", Text("Value of the reference", "参考情景数值"),
    Text("The value of the reference.", "参考情景的数值。"))
  static let difference = Self(
    "difference", Text("Difference", "差值"),
    Text("Scenario less reference.", "该情景减参考情景。"))
  static let required = Self(
    "required", Text("Required", "要求值"), Text("What is asked for.", "所要求的值。"))
  static let variant = Self(
    "variant", Text("Variant", "方案编号"),
    Text("The number of the variant, which decides its values.", "方案编号，决定其各项取值。"))
  static let status = Self(
    "status", Text("Status", "状态"),
    Text(
      "Whether emissions peak: `peaks`, `plateau`, `rebound`, `not-peaked`, `peaked-before-base-year`, `peaked-by-base-year` or `no-emissions`.",
      "是否达峰：`peaks` 达峰、`plateau` 平台期、`rebound` 回落后反弹、`not-peaked` 尚未达峰、`peaked-before-base-year` 基准年之前已达峰、`peaked-by-base-year` 不晚于基准年达峰、`no-emissions` 无正排放。"
    ))
  static let plateauFrom = Self(
    "plateau_from", Text("Plateau from", "平台期起"),
    Text(
      "The first of the years in a row within 1 % of the maximum.", "与最高值相差不超过1%的连续年份之首年。"))
  static let plateauTo = Self(
    "plateau_to", Text("Plateau to", "平台期止"),
    Text("The last of these years.", "上述年份之末年。"))
  static let runnerUpYear = Self(
    "runner_up_year", Text("Second highest year", "次高年份"),
    Text("The year of the highest value but one.", "数值第二高的年份。"))
  static let runnerUp = Self(
    "runner_up", Text("Second highest value", "次高值"),
    Text("The highest value but one.", "第二高的数值。"))
  static let margin = Self(
    "margin", Text("Share above the second highest", "高出次高值的比例"),
    Text(
      "By which share the maximum is above the second highest value.", "最高值高出次高值的比例。"), unit: "1")
  static let earlierMaxima = Self(
    "earlier_maxima", Text("Local maxima before", "此前局部极大值"),
    Text(
      "The local maxima before the maximum, as `year=value`.", "最高值之前的局部极大值，写作“年份=数值”。"))

  /// The year of the maximum of emissions.
  ///
  /// - Parameter account: The total it is of, with which the name ends; none where a column says it.
  /// - Returns: The column.
  static func peakYear(_ account: EmissionTotal?) -> Self {
    let of = account.map { Text(english: ", \($0.name.english)", chinese: $0.name.chinese) }
    return Self(
      account.map { Metric.peakYear($0).id } ?? "peak_year", Text("Peak year\(of)", "\(of)达峰年份"),
      Text(
        "The year of the maximum of emissions\(of).", "\(of)排放最高的年份。"))
  }

  /// The time of the maximum within the year; see ``peakYear(_:)``.
  static func peakEstimate(_ account: EmissionTotal?) -> Self {
    let of = account.map { Text(english: ", \($0.name.english)", chinese: $0.name.chinese) }
    return Self(
      account.map { Metric.peakYearEstimate($0).id } ?? "peak_year_estimate",
      Text("Peak time\(of), estimated within the year", "\(of)达峰时点（年内估计）"),
      Text(
        "The top of the parabola through the peak year and its neighbours\(of): the peak year with a fraction.",
        "由达峰年份及其前后两年的抛物线求得的\(of)顶点：带小数的达峰年份。"))
  }

  /// The maximum of emissions; see ``peakYear(_:)``.
  static func peakValue(_ account: EmissionTotal?) -> Self {
    let of = account.map { Text(english: ", \($0.name.english)", chinese: $0.name.chinese) }
    let unit = OutputKind.total.unit
    return Self(
      account.map { Metric.peakValue($0).id } ?? "peak_value",
      Text("Peak value\(of) [\(unit)]", "\(of)峰值 [\(unit)]"),
      Text("The maximum of emissions\(of).", "\(of)排放的最高值。"), unit: unit)
  }

  /// Net emissions of all years together.
  static let cumulative = Self(
    Metric.cumulative.id,
    Text("Cumulative emissions [\(OutputKind.total.unit)]", "累计净排放 [\(OutputKind.total.unit)]"),
    Text("Net emissions of all years together.", "各年净排放之和。"), unit: OutputKind.total.unit)

  /// The present value of the system cost.
  static let cost = Self(
    Metric.cost.id, Text("Present value of cost [billion CNY]", "成本现值 [十亿元]"),
    Text(
      "The present value of the system cost, without payments for carbon.", "系统成本的现值，不含碳支付。"),
    unit: OutputKind.cost.unit)
}
