public import Analysis
import Diagnostics

/// An observed series under its name, judged.
public struct JudgedSeries: Sendable {
  /// What its file calls it.
  package let name: String
  /// What was found of it.
  package let judgement: Judgement

  /// Names a judgement.
  public init(name: String, judgement: Judgement) {
    self.name = name
    self.judgement = judgement
  }
}

/// What `carbonpeak judge` says and writes.
public struct JudgementReport: Sendable {
  /// The series, in the order of their file.
  package let series: [JudgedSeries]
  /// The unit of all of them, as the user calls it; none if not told.
  package let unit: String?

  /// Joins series of one unit.
  public init(_ series: [JudgedSeries], unit: String?) {
    self.series = series
    self.unit = unit
  }

  /// `judgement.csv`, a row a series, and its record `judgement.json`.
  public var answer: Answer {
    Answer(
      "judgement",
      figures: [("unit", .optional(unit)), ("series", .array(series.map(judgementRecord)))],
      tables: [.judgements(series)], story: { text($0, width: $1) })
  }

  /// Of each series the verdict, its numbers, and every rule with what it found.
  private func text(_ language: Language, width: Int) -> String {
    paragraphs(
      series.map { series in
        let words = JudgementWords(series.judgement, unit: unit)
        let title = terminalSafe(series.name)
        let finding = Text("\(title): \(words.finding).", "\(title)：\(words.finding)。")
        return wrapped(finding(language), to: width)
          + words.lines(language).flatMap { indented($0, to: width) }
      })
  }

  private func indented(_ line: String, to width: Int) -> [String] {
    wrapped(line, to: max(20, width - 2)).map { "  " + $0 }
  }
}

/// A judgement for machines, under the names of the columns of `judgement.csv`.
func judgementRecord(_ series: JudgedSeries) -> JSONValue {
  let judgement = series.judgement
  return .object([
    ("series", .string(series.name)),
    ("n", .integer(judgement.observations.count)),
    ("first_year", .integer(judgement.first.year)),
    ("last_year", .integer(judgement.last.year)),
    ("maximum_year", .integer(judgement.maximum.year)),
    ("maximum", .number(judgement.maximum.value)),
    ("runner_up_year", .optional(judgement.runnerUp?.year)),
    ("runner_up", .optional(judgement.runnerUp?.value)),
    ("margin", .optional(judgement.margin)),
    ("plateau_from", .integer(judgement.plateau.lowerBound)),
    ("plateau_to", .integer(judgement.plateau.upperBound)),
    ("last", .number(judgement.last.value)),
    ("drop", .optional(judgement.drop)),
    ("trend", trend(judgement.trend)),
    ("trend_after", judgement.trendAfter.map(trend) ?? .null),
    (
      "rules",
      .object(JudgementRule.allCases.map { ($0.rawValue, .bool(judgement.holds($0))) })
    ),
    ("verdict", .string(judgement.verdict.rawValue)),
    ("earlier_maxima", yearValues(judgement.earlierMaxima)),
  ])
}

/// Years with their values.
func yearValues(_ years: [YearValue]) -> JSONValue {
  .array(years.map { .object([("year", .integer($0.year)), ("value", .number($0.value))]) })
}

private func trend(_ trend: Trend) -> JSONValue {
  .object([
    ("n", .integer(trend.test.count)), ("mk_s", .integer(trend.test.score)),
    ("mk_z", .number(trend.test.z)), ("mk_p", .optional(trend.probability)),
    ("exact", .bool(trend.test.exactProbability != nil)), ("sen_slope", .optional(trend.slope)),
  ])
}

/// A judgement in words.
struct JudgementWords {
  private let judgement: Judgement
  private let unit: String

  init(_ judgement: Judgement, unit: String?) {
    self.judgement = judgement
    self.unit = unit.map { " " + terminalSafe($0) } ?? ""
  }

  /// The verdict with what it rests on, without a final stop.
  var finding: Text {
    if isShort { return short }
    let word = verdict
    let highest = judgement.maximum
    let top = amount(highest.value)
    if highest.year == judgement.last.year {
      return Text(
        "\(word); highest in \(highest.year), the last year, at \(top)",
        "\(word)；最后一年\(highest.year)年最高，为 \(top)")
    }
    let since = trendSince.map { Text("; \($0)", "；\($0)") } ?? Text("", "")
    return Text(
      "\(word); highest in \(again) at \(top), \(lower)\(since)",
      "\(word)；\(again)年最高，为 \(top)，\(lower)\(since)")
  }

  /// All numbers and rules, a line each.
  func lines(_ language: Language) -> [String] {
    if isShort { return [observations, zeros].compactMap { $0?(language) } }
    let figures = [
      observations, zeros, runnerUp, plateau, whole, after,
      maxima(judgement.earlierMaxima, "earlier", "此前"),
      maxima(judgement.laterMaxima, "later", "此后"),
    ].compactMap { $0?(language) }
    let rules = JudgementRule.allCases.map { rule in
      let text = rule.text
      let found = found(by: rule)
      let mark = holds(rule) ? "✓" : "✗"
      return Text(
        "\(mark) \(text): \(found)", "\(mark) \(text)：\(found)")(
          language)
    }
    return figures + rules
  }

  // MARK: - Too few years

  private var isShort: Bool { judgement.observations.count < Judgement.fewestTold }

  private var short: Text {
    let count = judgement.observations.count
    let fewest = Judgement.fewestTold
    let years = Text(count == 1 ? "1 year" : "\(count) years", "\(count)年")
    return Text(
      "\(years), too few to judge whether there was a peak (from \(fewest) on)",
      "仅\(years)，不足以判断是否达峰（至少需要\(fewest)年）")
  }

  // MARK: - The sentence

  /// The verdict, and how many rules hold.
  ///
  /// Where the highest year is the last it has not peaked; where it is past, that no peak is shown is
  /// not that there was none.
  private var verdict: Text {
    let isHighest = judgement.verdict == .notShown && judgement.yearsSinceMaximum == 0
    let word = isHighest ? Text("not peaked", "尚未达峰") : judgement.verdict.text
    let all = JudgementRule.allCases.count
    let held = JudgementRule.allCases.count(where: holds)
    return Text(
      "\(word) (\(held) of \(all) rules hold)", "\(word)（\(all)条规则中\(held)条成立）")
  }

  private func holds(_ rule: JudgementRule) -> Bool { judgement.holds(rule) }

  /// The year of the maximum, and the last one where it comes again.
  private var again: Text {
    let first = judgement.maximum.year
    let last = judgement.lastMaximum.year
    return first == last || judgement.yearsSinceMaximum == 0
      ? Text("\(first)", "\(first)")
      : Text("\(first) and again in \(last)", "\(first)年及\(last)")
  }

  /// How the last year stands to the highest.
  private var lower: Text {
    let last = judgement.last
    if judgement.yearsSinceMaximum == 0 {
      return Text("and as high in \(last.year)", "\(last.year)年同样高")
    }
    guard let drop = judgement.drop else {
      return Text("\(amount(last.value)) in \(last.year)", "\(last.year)年为 \(amount(last.value))")
    }
    return Text("\(percent(drop)) % lower in \(last.year)", "\(last.year)年低 \(percent(drop))%")
  }

  /// The trend since the highest year; nothing where that is the last.
  private var trendSince: Text? {
    guard let trend = judgement.trendAfter else { return nil }
    let count = trend.test.count
    let p = probability(trend) ?? ""
    let steep = readableText(abs(trend.slope ?? 0)) + unit
    if trend.isFalling {
      return Text("falling since by \(steep) a year (\(p))", "此后每年下降 \(steep)（\(p)）")
    }
    if trend.isRising {
      return Text("rising since by \(steep) a year (\(p))", "此后每年上升 \(steep)（\(p)）")
    }
    if count < Judgement.fewestObservations {
      let years = judgement.yearsSinceMaximum
      let values = count == 1 ? "value" : "values"
      let since = years == 1 ? "year since" : "years since"
      let english = "\(count) \(values) in the \(years) \(since), too few to tell a trend"
      return Text(english: english, chinese: "此后\(years)年仅有\(count)个值，不足以判断趋势")
    }
    return Text("no clear trend since (\(p))", "此后无显著趋势（\(p)）")
  }

  // MARK: - The numbers

  private var span: String { judgement.span }

  private var observations: Text? {
    let years = Set(judgement.observations.map(\.year))
    let missing = (judgement.first.year...judgement.last.year).filter { !years.contains($0) }
    let list = missing.prefix(6).map(String.init).joined(separator: ", ")
    let more = missing.count > 6 ? ", …" : ""
    let gaps =
      missing.isEmpty ? Text("", "") : Text("; none for \(list)\(more)", "；缺 \(list)\(more)")
    return Text(
      "observations: \(years.count), \(span)\(gaps)",
      "观测：\(years.count) 个，\(span)年\(gaps)")
  }

  private var runnerUp: Text? {
    guard let second = judgement.runnerUp else { return nil }
    let value = amount(second.value)
    let margin = judgement.margin.map { percent($0) }
    return Text(
      "next highest: \(second.year) at \(value)"
        + (margin.map { "; the highest is \($0) % above it" } ?? ""),
      "次高：\(second.year)年，\(value)" + (margin.map { "；最高年比它高 \($0)%" } ?? ""))
  }

  /// That zeros are not judged.
  private var zeros: Text? {
    guard !judgement.zeros.isEmpty else { return nil }
    let list = judgement.zeros.prefix(6).map { "\($0.year)" }.joined(separator: ", ")
    let more = judgement.zeros.count > 6 ? ", …" : ""
    return Text("left out: 0 in \(list)\(more)", "未计入：\(list)\(more) 年为 0")
  }

  /// The years near the maximum, and which of them stand in a row with it.
  private var plateau: Text? {
    let near = judgement.nearMaximum.map(\.year)
    guard !near.isEmpty else {
      return Text("within 1 % of it: no other year", "与最高值相差1%以内：无其他年份")
    }
    let years = judgement.plateau
    let list =
      near.prefix(8).map(String.init).joined(separator: ", ") + (near.count > 8 ? ", …" : "")
    let row = years.count > 1 ? "\(years.lowerBound)–\(years.upperBound)" : nil
    return Text(
      "within 1 % of it: \(list); in a row with it: \(row ?? "no other year")",
      "与最高值相差1%以内：\(list)年；其中与最高年相连：\(row.map { $0 + "年" } ?? "无")")
  }

  private var whole: Text? {
    let found = figures(judgement.trend)
    return Text("trend \(span): \(found)", "\(span)年趋势：\(found)")
  }

  private var after: Text? {
    judgement.trendAfter.map {
      Text(
        "trend after \(judgement.lastMaximum.year): \(figures($0))",
        "\(judgement.lastMaximum.year)年之后趋势：\(figures($0))")
    }
  }

  private func maxima(_ years: [YearValue], _ english: EnglishWords, _ chinese: ChineseWords)
    -> Text?
  {
    guard !years.isEmpty else { return nil }
    let shown = years.map { "\($0.year) (\(readableText($0.value)))" }
    return Text(
      "\(english) local maxima: \(shown.joined(separator: ", "))",
      "\(chinese)局部峰值：\(shown.joined(separator: "、"))")
  }

  /// What a rule found, in numbers.
  private func found(by rule: JudgementRule) -> Text {
    let since = judgement.yearsSinceMaximum
    let years = Text("\(since) \(since == 1 ? "year" : "years")", "\(since)年")
    switch rule {
    case .fiveYears: return years
    case .tenPercentFiveYears:
      let drop = judgement.drop.map { percent($0) + " %" } ?? "–"
      return Text(
        "\(years), \(drop)", "\(years)，\(drop.replacing(" ", with: ""))")
    case .trend:
      guard let trend = judgement.trendAfter else {
        return Text("no year after it", "此后没有观测")
      }
      guard let p = probability(trend), let steep = slope(trend) else {
        return Text("one value after it, no trend", "此后仅1个值，无趋势可言")
      }
      return Text("\(p), \(steep) a year", "\(p)，每年 \(steep)")
    case .plateau:
      let count = judgement.plateau.count
      return Text("\(count) \(count == 1 ? "year" : "years")", "\(count)年")
    }
  }

  private func figures(_ trend: Trend) -> Text {
    let test = trend.test
    let score = "S = \(test.score < 0 ? "−" : "")\(abs(test.score))"
    guard let p = probability(trend), let steep = slope(trend) else {
      return Text("none, there is one value", "仅1个值，无趋势")
    }
    let numbers = [score, "z = \(readableText(test.z))", p]
    let isExact = test.exactProbability != nil
    return Text(
      "\(numbers.joined(separator: ", "))\(isExact ? " (exact)" : ""); \(steep) a year",
      "\(numbers.joined(separator: "，"))\(isExact ? "（精确）" : "")；每年 \(steep)")
  }

  private func slope(_ trend: Trend) -> String? {
    trend.slope.map { "\($0 > 0 ? "+" : "")\(readableText($0))\(unit)" }
  }

  private func probability(_ trend: Trend) -> String? {
    trend.probability.map { $0 < 1e-4 ? "p < 0.0001" : "p = \(readableText($0, digits: 2))" }
  }

  private func percent(_ share: Double) -> String { readableText(100 * share) }

  private func amount(_ value: Double) -> String { readableText(value) + unit }
}

extension Judgement {
  /// From the first observed year to the last.
  var span: String { first.year == last.year ? "\(first.year)" : "\(first.year)–\(last.year)" }
}
