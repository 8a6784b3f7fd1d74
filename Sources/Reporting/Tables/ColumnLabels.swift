import CityModel
import Diagnostics

/// What the columns of tables are called for people; a column keeps its name in files for machines.
enum ColumnLabels {
  /// The heading of a column.
  ///
  /// - Parameters:
  ///   - column: Its name.
  ///   - table: The name of the file, without extension.
  /// - Returns: The heading; nothing for a column that is named by the scenario (a path, an id, a year).
  static func label(of column: String, in table: String) -> Text? {
    own["\(table)/\(column)"] ?? all[column] ?? emissions(column) ?? hourly(column)
  }

  /// The headings of columns that mean the same in every table.
  private static let all: [String: Text] =
    whereAndWhen
    .merging(peaks) { first, _ in first }
    .merging(judgements) { first, _ in first }
    .merging(levers) { first, _ in first }
    .merging(figures) { first, _ in first }
    .merging(spreads) { first, _ in first }

  /// The headings of columns that mean something else in one table than in all others.
  private static let own: [String: Text] = [
    "costs/imports": Text("Purchases of energy", "外购能源"),
    "energy-balance/imports": Text("Imports", "外地调入"),
    "sensitivity/first": Text("First-order index", "一阶指数"),
    "sensitivity/total": Text("Total index", "总效应指数"),
    "interaction/first": Text("With no other lever", "仅此两项时"),
    "interaction/last": Text("With all other levers", "其他措施均实施时"),
    "judgement/last": Text("Last value", "末值"),
    "judgement/maximum": Text("Highest value", "最高值"),
    "judgement/maximum_year": Text("Highest year", "最高值年份"),
    "judgement/series": Text("Series", "序列"),
    "portfolio/scenario": Text("As in the scenario", "原情景"),
    "portfolio/by": Text("Full by", "完成年份"),
    "calibration/change": Text("Kind of change", "调整方式"),
    "sensitivity/base": Text("Scenario", "原情景"),
    "attribution/first_in": Text("Alone", "单独实施"),
  ]

  private static let whereAndWhen: [String: Text] = [
    "year": Text("Year", "年份"),
    "scenario": Text("Scenario", "情景"),
    "reference": Text("Reference", "参考情景"),
    "account": Text("Account", "核算账户"),
    "sector": Text("Sector", "部门"),
    "carrier": Text("Energy carrier", "能源品种"),
    "unit": Text("Unit", "单位"),
    "accounting": Text("Accounting", "核算口径"),
    "without_cost": Text("Parts without a cost", "未给出成本的项数"),
    "day": Text("Day", "典型日"),
    "weight_days": Text("Days of the year it stands for", "代表天数"),
    "hour": Text("Hour", "时刻"),
    "variant": Text("Variant", "方案编号"),
    "production": Text("Production", "本地生产"),
    "exports": Text("Exports", "调出"),
    "transformation": Text("Transformation", "加工转换"),
    "losses": Text("Losses", "损失"),
    "storage": Text("Storage", "储能损耗"),
    "final": Text("Final use", "终端消费"),
    "unserved": Text("Not served", "缺供"),
    "residual": Text("Residual", "残差"),
    "system_cost": Text("System cost", "系统成本"),
    "capital": Text("Capital", "资本成本"),
    "fixed_om": Text("Fixed operation", "固定运维"),
    "variable_om": Text("Variable operation", "可变运维"),
    "fuel": Text("Fuel", "燃料"),
    "carbon": Text("Payments for carbon (transfer)", "碳支付（转移）"),
    "capture_and_storage": Text("Capture and storage", "碳捕集与封存"),
    "measures": Text("Levers", "措施"),
    "investment_public": Text("Public investment", "公共投资"),
    "investment_private": Text("Private investment", "社会投资"),
    "investment_unassigned": Text("Investment not assigned", "未划分的投资"),
  ]

  private static let peaks: [String: Text] = [
    "status": Text("Status", "状态"),
    "reference_status": Text("Status of the reference", "参考情景状态"),
    "peak_year": Text("Peak year", "达峰年份"),
    "peak_year_estimate": Text("Peak time, estimated within the year", "达峰时点（年内估计）"),
    "peak_value": Text("Peak value [Mt CO2e]", "峰值 [Mt CO2e]"),
    "peak_year_gross": Text("Peak year, gross", "总排放达峰年份"),
    "peak_year_estimate_gross": Text(
      "Peak time, gross, estimated within the year", "总排放达峰时点（年内估计）"),
    "peak_value_gross": Text("Peak value, gross [Mt CO2e]", "总排放峰值 [Mt CO2e]"),
    "peak_year_net": Text("Peak year, net", "净排放达峰年份"),
    "peak_year_estimate_net": Text(
      "Peak time, net, estimated within the year", "净排放达峰时点（年内估计）"),
    "peak_value_net": Text("Peak value, net [Mt CO2e]", "净排放峰值 [Mt CO2e]"),
    "plateau_from": Text("Plateau from", "平台期起"),
    "plateau_to": Text("Plateau to", "平台期止"),
    "plateau_years": Text("Years of plateau", "平台期年数"),
    "base_value": Text("Base year", "基准年值"),
    "end_value": Text("End year", "末年值"),
    "runner_up_year": Text("Second highest year", "次高年份"),
    "runner_up": Text("Second highest value", "次高值"),
    "margin": Text("Share above the second highest", "高出次高值的比例"),
    "margin_years": Text("Years to the second highest", "距次高年份"),
    "rival_year": Text("Year of the next local maximum", "次高局部极大年份"),
    "rival": Text("Next local maximum", "次高局部极大值"),
    "rival_margin": Text("Share above the next local maximum", "高出次高局部极大值的比例"),
    "rival_years": Text("Years to the next local maximum", "距次高局部极大年份"),
    "earlier_maxima": Text("Local maxima before", "此前局部极大值"),
    "later_maxima": Text("Local maxima after", "此后局部极大值"),
    "maximum_year": Text("Highest year, history and run", "历史与模拟最高年份"),
    "maximum": Text("Highest value, history and run", "历史与模拟最高值"),
    "confirmed_by": Text("First year that could confirm it", "最早可确认年份"),
    "target": Text("Target", "目标"),
    "required": Text("Required", "要求值"),
    "reached": Text("Reached", "达到值"),
    "met": Text("Met", "是否达成"),
    "counts": Text("Judged on", "判断口径"),
    "gap": Text("Gap (positive: missed)", "差距（正值为未达成）"),
  ]

  private static let judgements: [String: Text] = [
    "series": Text("Series", "序列"),
    "n": Text("Observations", "观测数"),
    "first_year": Text("First year", "首年"),
    "last_year": Text("Last year", "末年"),
    "drop": Text("Share below the highest", "较最高值下降比例"),
    "mk_s": Text("Mann–Kendall S", "Mann–Kendall S"),
    "mk_z": Text("Mann–Kendall z", "Mann–Kendall z"),
    "mk_p": Text("Mann–Kendall p", "Mann–Kendall p"),
    "sen_slope": Text("Sen slope per year", "Sen 斜率（每年）"),
    "mk_after_s": Text("Mann–Kendall S after the highest year", "最高年之后 Mann–Kendall S"),
    "mk_after_p": Text("Mann–Kendall p after the highest year", "最高年之后 Mann–Kendall p"),
    "sen_after": Text("Sen slope after the highest year", "最高年之后 Sen 斜率"),
    "rule_five_years": Text("Rule: highest at least 5 years ago", "准则：最高值距今至少5年"),
    "rule_ten_percent_five_years": Text(
      "Rule: and at least 10 % lower now", "准则：且已下降至少10%"),
    "rule_trend": Text("Rule: falling since", "准则：此后显著下降"),
    "rule_plateau": Text("Rule: plateau of at least 5 years", "准则：平台期至少5年"),
    "verdict": Text("Verdict", "结论"),
  ]

  private static let levers: [String: Text] = [
    "lever": Text("Lever", "措施"),
    "lever_a": Text("Lever A", "措施甲"),
    "lever_b": Text("Lever B", "措施乙"),
    "group": Text("Group", "类别"),
    "setting": Text("What is changed", "调整项"),
    "direction": Text("Peak moves", "达峰变动方向"),
    "from": Text("From", "原值"),
    "to": Text("To", "新值"),
    "change": Text("Change", "变化"),
    "share": Text("Share", "占比"),
    "first_in": Text("Alone", "单独实施"),
    "last_out": Text("Lost without it", "唯独缺少时的损失"),
    "standard_error": Text("Standard error", "标准误"),
    "owen": Text("Owen value", "Owen 值"),
    "owen_share": Text("Owen share", "Owen 占比"),
    "owen_standard_error": Text("Owen standard error", "Owen 值标准误"),
    "positive_means": Text("Positive means", "正值含义"),
    "kind": Text("Kind", "类型"),
    "id": Text("Item", "项目"),
    "level": Text("Level", "力度"),
    "scenario_level": Text("Level in the scenario", "原情景力度"),
    "scenario_by": Text("Full by, in the scenario", "原情景完成年份"),
    "added_cost": Text("Added cost [billion CNY]", "增加成本 [十亿元]"),
    "avoided": Text("Avoided [Mt CO2e]", "减排量 [Mt CO2e]"),
    "own_cost": Text("Has a cost of its own", "计有自身成本"),
    "without_levers": Text("Without levers", "不采取措施"),
    "least": Text("Least level", "最低力度"),
    "greatest": Text("Greatest level", "最高力度"),
    "point": Text("Point", "点"),
    "budget": Text("Budget [Mt CO2e]", "累计排放预算 [Mt CO2e]"),
    "marginal_cost": Text("Marginal cost [CNY/t CO2e]", "边际成本 [元/t CO2e]"),
    "levers": Text("Levers", "措施"),
    "plan_reaches": Text("When the plan is there", "计划达到该值的时间"),
  ]

  private static let figures: [String: Text] = [
    "metric": Text("Figure", "指标"),
    "figure": Text("Figure", "指标"),
    "value": Text("Value", "数值"),
    "reference_value": Text("Value of the reference", "参考情景数值"),
    "difference": Text("Difference", "差值"),
    "cumulative": Text("Cumulative emissions [Mt CO2e]", "累计净排放 [Mt CO2e]"),
    "cost": Text("Present value of cost [billion CNY]", "成本现值 [十亿元]"),
    "from_scenario": Text("From scenario", "起点情景"),
    "from_year": Text("From year", "起点年份"),
    "to_scenario": Text("To scenario", "终点情景"),
    "to_year": Text("To year", "终点年份"),
    "factor": Text("Factor", "因素"),
    "effect": Text("Effect", "贡献"),
    "ratio": Text("Ratio", "比值"),
    "item": Text("Item", "项目"),
    "planned": Text("Planned", "计划"),
    "observed": Text("Observed", "实际"),
    "distance": Text("Distance", "差距"),
    "relative": Text("Relative distance", "相对差距"),
    "reason": Text("Reason", "原因"),
    "parameter": Text("Parameter", "参数"),
    "start": Text("Start", "初值"),
    "fitted": Text("Fitted", "拟合值"),
    "t": Text("t", "t 值"),
    "lower": Text("Lower bound", "下界"),
    "upper": Text("Upper bound", "上界"),
    "at_bound": Text("At its bound", "位于边界"),
    "correlated_with": Text("Correlated with", "高度相关"),
    "predicted": Text("Predicted", "预测值"),
    "no_change": Text("No change", "不变外推"),
    "trend": Text("Linear trend", "线性趋势"),
  ]

  private static let spreads: [String: Text] = [
    "method": Text("Method", "方法"),
    "input": Text("Input", "输入"),
    "moved": Text("Moved by anything", "是否受影响"),
    "metric_deviation": Text("Standard deviation of the figure", "指标标准差"),
    "metric_low": Text("Least value of the figure", "指标最小值"),
    "metric_high": Text("Greatest value of the figure", "指标最大值"),
    "first_confidence": Text("First-order, half of 95 %", "一阶指数95%半宽"),
    "total_confidence": Text("Total, half of 95 %", "总效应指数95%半宽"),
    "mu": Text("μ", "μ"),
    "mu_star": Text("μ*", "μ*"),
    "sigma": Text("σ", "σ"),
    "low_input": Text("Input at 5 %", "输入5%分位"),
    "high_input": Text("Input at 95 %", "输入95%分位"),
    "base": Text("Scenario", "原情景"),
    "low": Text("With the input at 5 %", "输入取5%分位时"),
    "high": Text("With the input at 95 %", "输入取95%分位时"),
    "swing": Text("Swing", "变幅"),
    "gradient": Text("Change per whole pull", "全力度变化量"),
    "variants": Text("Variants", "样本数"),
    "probability": Text("Probability", "概率"),
    "probability_low": Text("Probability, low end of 95 %", "概率95%区间下限"),
    "probability_high": Text("Probability, high end of 95 %", "概率95%区间上限"),
    "probability_by": Text("Probability by then", "至该年累计概率"),
    "probability_by_low": Text("By then, low end of 95 %", "至该年累计概率95%区间下限"),
    "probability_by_high": Text("By then, high end of 95 %", "至该年累计概率95%区间上限"),
    "scenario_percentile": Text("Percentile of the scenario", "情景所处百分位"),
    "mean": Text("Mean", "均值"),
    "p5": Text("5 %", "5%分位"),
    "p25": Text("25 %", "25%分位"),
    "p50": Text("Median", "中位数"),
    "p75": Text("75 %", "75%分位"),
    "p95": Text("95 %", "95%分位"),
    "quantile_error": Text("Error of quantiles", "分位数误差"),
  ]

  /// The columns of `emissions.csv`, which say the unit because no column does.
  private static func emissions(_ column: String) -> Text? {
    let bySource = column.hasPrefix("source_")
    let account = bySource ? String(column.dropFirst("source_".count)) : column
    let name: Text? =
      switch account {
      case "total": Text("Total", "合计")
      case "net": Text("Net", "净排放")
      case "removals" where !bySource: Text("Captured biogenic carbon", "捕集的生物质碳（移除量）")
      case "scope_1" where !bySource: Text("Scope 1", "范围一")
      case "scope_2" where !bySource: Text("Scope 2", "范围二")
      default: Sector(rawValue: account)?.name.capitalised
      }
    let unit = OutputKind.total.unit
    let end = bySource ? Text(", by source", "（按排放源）") : Text("", "")
    return name.map {
      Text("\($0)\(end) [\(unit)]", "\($0)\(end) [\(unit)]")
    }
  }

  /// The columns of `hourly-YEAR.csv`: what it is, of which user or plant, in which unit.
  private static func hourly(_ column: String) -> Text? {
    let parts = column.split(separator: "_")
    guard parts.count > 1, let kind = hourlyKinds[String(parts[0])], let unit = parts.last,
      unit == "GW" || unit == "GWh"
    else { return nil }
    let subject = parts.dropFirst().dropLast().joined(separator: "_")
    let of = subject.isEmpty ? "" : " \(subject)"
    return Text("\(kind)\(of) [\(unit)]", "\(kind)\(of) [\(unit)]")
  }

  private static let hourlyKinds: [String: Text] = [
    "load": Text("Load", "负荷"),
    "shifted": Text("Shifted", "移峰"),
    "generation": Text("Generation", "发电"),
    "import": Text("Import", "外来电"),
    "charge": Text("Charge", "充电"),
    "discharge": Text("Discharge", "放电"),
    "level": Text("Level", "储能电量"),
    "curtailed": Text("Curtailed", "弃电"),
    "unserved": Text("Not served", "缺电"),
  ]
}

extension Text {
  /// The text with a capital in front, in English.
  var capitalised: Text {
    Text(english: english.prefix(1).uppercased() + english.dropFirst(), chinese: chinese)
  }
}
