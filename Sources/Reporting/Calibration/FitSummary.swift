import Analysis
public import Diagnostics

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
    let (score, none) = (hindcast.score, hindcast.noChangeScore)
    func figures(_ score: Hindcast.Score) -> String {
      "MAE \(readableText(score.meanAbsolute)), RMSE \(readableText(score.rootMeanSquare))"
    }
    func skill(_ value: Double?) -> String { value.map { readableText($0, digits: 2) } ?? "–" }
    let (first, last) = (hindcast.fittedYears.lowerBound, hindcast.fittedYears.upperBound)
    let (from, to) = (hindcast.years[0].year, hindcast.years[hindcast.years.count - 1].year)
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
