public import Analysis
public import Diagnostics
import Solvers

/// What must not be overlooked of a fit.
public struct FitWarning: Sendable {
  /// What kind of warning it is.
  public let kind: StudyWarningKind
  /// The words for people.
  public let text: Text

  init(_ kind: StudyWarningKind, _ text: Text) {
    self.kind = kind
    self.text = text
  }
}

/// What is told of a fit, whatever was fitted.
public struct FitReport {
  /// One fitted number.
  struct Number {
    let name: String
    let change: String
    let unit: String
    var start: Double?
    let value: Double
    let standardError: Double?
    var lower: Double?
    var upper: Double?
    var isAtBound = false
    var correlated: [String] = []

    /// How many standard errors lie between the number and none of its effect: 1 for a factor, else 0.
    var distance: Double? {
      let none = ["multiply", "grow", "lock"].contains(change) ? 1.0 : 0
      guard let standardError, standardError > 0 else { return nil }
      return (value - none) / standardError
    }
  }

  /// One observation with what the fit gives for it.
  struct Residual {
    let series: String
    let unit: String
    let x: Double
    let observed: Double
    let fitted: Double
  }

  let title: Text
  let numbers: [Number]
  let residuals: [Residual]
  let hindcasts: [Hindcast]
  /// What is said in sentences before the numbers.
  let sentences: [Text]
  /// What must not be overlooked.
  public let warnings: [FitWarning]
  /// How it was fitted, for machines.
  let details: JSONValue

  /// `calibration.csv`, `calibration-residuals.csv` and, where years were kept back,
  /// `calibration-hindcast.csv`, with the record `calibration.json`.
  public var answer: Answer {
    let years = hindcasts.flatMap { hindcast in hindcast.years.map { (hindcast, $0) } }
    return Answer(
      "calibration",
      figures: [
        ("fit", details), ("fitted", .array(numbers.map(numberRecord))),
        ("observations", .integer(residuals.count)),
        ("hindcasts", .array(hindcasts.map(hindcastRecord))),
      ],
      tables: [
        Table("calibration", Table.fitColumns, numbers),
        Table("calibration-residuals", Table.residualColumns, residuals),
      ]
        + (years.isEmpty ? [] : [Table("calibration-hindcast", Table.hindcastColumns, years)]),
      story: { summary($0, width: $1) })
  }

  private func numberRecord(_ number: Number) -> JSONValue {
    .object([
      ("parameter", .string(number.name)), ("change", .string(number.change)),
      ("unit", .string(number.unit)), ("start", .optional(number.start)),
      ("fitted", .number(number.value)), ("standard_error", .optional(number.standardError)),
      ("lower", .optional(number.lower)), ("upper", .optional(number.upper)),
      ("at_bound", .bool(number.isAtBound)),
      ("correlated_with", .array(number.correlated.map(JSONValue.string))),
    ])
  }

  private func hindcastRecord(_ hindcast: Hindcast) -> JSONValue {
    func score(_ score: Hindcast.Score?) -> JSONValue {
      guard let score else { return .null }
      return .object([
        ("mae", .number(score.meanAbsolute)), ("rmse", .number(score.rootMeanSquare)),
      ])
    }
    return .object([
      ("series", .string(hindcast.name)), ("unit", .string(hindcast.unit)),
      ("fitted_from", .integer(hindcast.fittedYears.lowerBound)),
      ("fitted_to", .integer(hindcast.fittedYears.upperBound)),
      ("predicted", .array(hindcast.years.map { .integer($0.year) })),
      ("fit", score(hindcast.score)), ("no_change", score(hindcast.noChangeScore)),
      ("trend", score(hindcast.trendScore)),
      ("skill_against_no_change", .optional(hindcast.skillAgainstNoChange)),
      ("skill_against_trend", .optional(hindcast.skillAgainstTrend)),
    ])
  }
}

extension FitReport {
  /// What a person reads on the terminal.
  func summary(_ language: Language, width: Int) -> String {
    let words = (sentences + warnings.map(\.text)).flatMap { wrapped($0(language), to: width) }
    let parts = [
      [terminalSafe(title(language))], words, numbers.map { line($0, language) },
      residualLines(language, width: width),
      hindcasts.flatMap { lines($0, language).flatMap { wrapped($0, to: width) } },
    ]
    return paragraphs(parts)
  }

  /// How the fit is taken over by other scenarios.
  public static let carrying = Text(
    "Other scenarios of the city take the fit over by adjustments.yaml: copy it beside them and write 'extends: [FILE, adjustments.yaml]' with what they extended before.",
    "本市其他情景可沿用拟合结果：把 adjustments.yaml 复制到其旁，并写 extends: [原文件, adjustments.yaml]。")

  /// The parameters of curves in words; others are named by their paths.
  private static let curveWords = [
    "rate": Text("rate", "增长速率"), "midpoint": Text("midpoint", "中点"),
    "potential": Text("potential", "潜力（饱和水平）"), "innovation": Text("innovation", "创新系数"),
    "imitation": Text("imitation", "模仿系数"),
  ]

  private func line(_ number: Number, _ language: Language) -> String {
    let unit = number.unit == "1" || number.unit.isEmpty ? "" : " \(number.unit)"
    let error = number.standardError.map { " ± \(readableText($0, digits: 2))" } ?? ""
    let what = number.change.isEmpty ? "" : " (\(number.change))"
    let bound = number.isAtBound ? Text(", at its bound", "，已达边界")(language) : ""
    let without =
      number.standardError == nil && !number.isAtBound && number.change != "lock"
      ? Text(", standard error unknown", "，标准误未知")(language) : ""
    let name = Self.curveWords[number.name]?(language) ?? number.name
    return
      "  \(name)\(what): \(readableText(number.value, digits: 5))\(error)\(unit)\(bound)\(without)"
  }

  /// The residuals of each series as a small drawing in its unit.
  private func residualLines(_ language: Language, width: Int) -> [String] {
    var names: [String] = []
    for point in residuals where names.last != point.series { names.append(point.series) }
    return names.flatMap { name in
      lines(residuals.filter { $0.series == name }, language, width: width)
    }
  }

  /// A mark for each year at its distance from the fit.
  private func lines(_ points: [Residual], _ language: Language, width: Int) -> [String] {
    let shown = points.suffix(24)
    let most = shown.map { abs($0.observed - $0.fitted) }.max() ?? 0
    guard shown.count > 2, let first = shown.first, most > 0, most.isFinite else { return [] }
    let half = max(8, min(20, (width - 40) / 2))
    let edge = readableText(most) + (first.unit.isEmpty ? "" : " \(first.unit)")
    let name = terminalSafe(first.series)
    let heading = Text(
      "Observed less fitted, \(name) (│ is 0, the edge \(edge)):",
      "\(name)：观测值减拟合值（│ 为 0，边缘为 \(edge)）：")
    return [heading(language)]
      + shown.map { point in
        let distance = point.observed - point.fitted
        let place = half + Int((distance / most * Double(half)).rounded())
        var cells = [Character](repeating: " ", count: 2 * half + 1)
        cells[half] = "│"
        cells[min(max(0, place), 2 * half)] = "●"
        let year = readableText(point.x, digits: 4)
        return "  \(year)  \(String(cells))  \(readableText(distance))"
      }
  }

  private func lines(_ hindcast: Hindcast, _ language: Language) -> [String] {
    let score = hindcast.score
    let none = hindcast.noChangeScore
    func figures(_ score: Hindcast.Score) -> String {
      "MAE \(readableText(score.meanAbsolute)), RMSE \(readableText(score.rootMeanSquare))"
    }
    func skill(_ value: Double?) -> String { value.map { readableText($0, digits: 2) } ?? "–" }
    let first = hindcast.fittedYears.lowerBound
    let last = hindcast.fittedYears.upperBound
    let from = hindcast.years[0].year
    let to = hindcast.years[hindcast.years.count - 1].year
    let trend =
      hindcast.trendScore.map {
        Text(
          "; a linear trend: \(figures($0)), skill \(skill(hindcast.skillAgainstTrend))",
          "；线性趋势：\(figures($0))，技巧分 \(skill(hindcast.skillAgainstTrend))")
      } ?? Text("", "")
    let isBetter = [hindcast.skillAgainstNoChange, hindcast.skillAgainstTrend].allSatisfy {
      ($0 ?? 0) > 0
    }
    let verdict =
      isBetter
      ? Text("It predicts better than both.", "预测优于两者。")
      : Text(
        "It does not predict better than both: do not trust it with the future.",
        "预测并未优于两者：不宜用于外推。")
    return [
      Text(
        "Hindcast of \(hindcast.name) [\(hindcast.unit)], fitted \(first)–\(last), predicted \(from)–\(to): \(figures(score)). No change: \(figures(none)), skill \(skill(hindcast.skillAgainstNoChange))\(trend). \(verdict)",
        "回测 \(hindcast.name)［\(hindcast.unit)］：拟合 \(first)–\(last)，预测 \(from)–\(to)：\(figures(score))。不变：\(figures(none))，技巧分 \(skill(hindcast.skillAgainstNoChange))\(trend)。\(verdict)"
      )(language)
    ]
  }
}

extension Table {
  /// The columns of `calibration.csv`.
  static let fitColumns: [Column<FitReport.Number>] = [
    Column(
      "parameter", Text("Parameter", "参数"),
      Text("What was fitted: a path or a coefficient.", "拟合对象：参数路径或系数。")
    ) { .text($0.name) },
    Column(
      "change", Text("Kind of change", "调整方式"),
      Text(
        "How it changes the parameter: `multiply` all years, `grow` each year more, `replace` by a value, `lock` to the inventory; or a `coefficient`.",
        "调整方式：`multiply` 各年倍数、`grow` 逐年倍数、`replace` 取值、`lock` 锁定到清单；或 `coefficient` 系数。")
    ) { .change($0.change) },
    Column(.unit) { .unit($0.unit) },
    Column("start", Text("Start", "初值"), Text("Where the search began.", "搜索的初值。")) {
      .optional($0.start)
    },
    Column("fitted", Text("Fitted", "拟合值"), Text("What was found.", "拟合所得的值。")) {
      .number($0.value)
    },
    Column("standard_error", Text("Standard error", "标准误"), Text("Its standard error.", "其标准误。")) {
      .optional($0.standardError)
    },
    Column(
      "t", Text("t", "t 值"),
      Text(
        "How many standard errors lie between it and no effect: 1 for a factor, else 0.",
        "与“无作用”（倍数为 1，其余为 0）相距的标准误个数。")
    ) { .optional($0.distance) },
    Column("lower", Text("Lower bound", "下界"), Text("The least it may be.", "允许的最小值。")) {
      .optional($0.lower)
    },
    Column("upper", Text("Upper bound", "上界"), Text("The greatest it may be.", "允许的最大值。")) {
      .optional($0.upper)
    },
    Column("at_bound", Text("At its bound", "位于边界"), Text("Whether it lies at a bound.", "是否位于边界。"))
    {
      .flag($0.isAtBound)
    },
    Column(
      "correlated_with", Text("Correlated with", "高度相关"),
      Text("The parameters that cannot be told from it by these observations.", "这些观测值无法与之区分的参数。")
    ) { $0.correlated.isEmpty ? .empty : .text($0.correlated.joined(separator: " ")) },
  ]

  /// The columns of `calibration-residuals.csv`.
  static let residualColumns: [Column<FitReport.Residual>] = [
    Column(.series) { .text($0.series) }, Column(.unit) { .unit($0.unit) },
    Column(.year) { .number($0.x) }, Column(.observed) { .number($0.observed) },
    Column("fitted", Text("Fitted", "拟合值"), Text("What the fit gives.", "拟合结果。")) {
      .number($0.fitted)
    },
    Column("residual", Text("Residual", "残差"), Text("Observed less fitted.", "观测值减拟合值。")) {
      .number($0.observed - $0.fitted)
    },
  ]

  /// The columns of `calibration-hindcast.csv`, whose rows are a year that was kept back.
  static let hindcastColumns: [Column<(hindcast: Hindcast, year: Hindcast.Year)>] = [
    Column(.series) { .text($0.hindcast.name) }, Column(.unit) { .unit($0.hindcast.unit) },
    Column(.year) { .integer($0.year.year) }, Column(.observed) { .number($0.year.observed) },
    Column(
      "predicted", Text("Predicted", "预测值"),
      Text("What a fit without this year gives.", "未使用该年数据的拟合结果。")
    ) { .number($0.year.predicted) },
    Column(
      "no_change", Text("No change", "不变外推"),
      Text("The last value of the years fitted.", "拟合期末年的值。")
    ) { .number($0.year.noChange) },
    Column(
      "trend", Text("Linear trend", "线性趋势"),
      Text("The straight line through the years fitted.", "拟合期的线性外推。")
    ) { .optional($0.year.trend) },
  ]
}

extension Cell {
  /// The cell of how a number changes a parameter.
  fileprivate static func change(_ word: String) -> Self {
    changes[word].map { .word(word, $0) } ?? .text(word)
  }

  private static let changes = [
    "multiply": Text("factor on all years", "各年倍数"),
    "grow": Text("factor for each year", "逐年倍数"), "replace": Text("value", "取值"),
    "lock": Text("locked to the inventory", "锁定到清单"), "coefficient": Text("coefficient", "系数"),
  ]
}
