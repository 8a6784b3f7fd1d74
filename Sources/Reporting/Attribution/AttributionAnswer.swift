public import Analysis
public import CityModel
import Diagnostics
import Solvers

extension LeverAttribution {
  /// `attribution.csv`, `attribution-by-year.csv`, `interaction.csv`, `lmdi.csv`, and the record
  /// `attribution.json`: what was shared, from what, how it was found, and for each metric the whole, the groups
  /// and the levers.
  ///
  /// - Parameter reference: The scenario it was held against; none for all levers at 0.
  /// - Returns: The answer, to be written to the folder of the scenario.
  public func answer(against reference: Identity?) -> Answer {
    let noLevers = Cell.word("(levers at 0)", Text("(levers at 0)", "（措施力度为 0）"))
    let seed: UInt64? = if case .sampled(_, let seed) = method { seed } else { nil }
    return Answer(
      "attribution", of: subject(game.space.blueprint.scenario), seed: seed,
      figures: [("reference", reference.map(identity) ?? .null)] + methodRecord + [
        ("idle", .array(game.idle.map { .string($0.identity.id) })),
        ("metrics", .array(metrics.indices.map(record))),
        ("scope_2_beside", scopeTwoRecord),
      ],
      tables: [
        .attribution(self), .attributionByYear(self), .interactions(self),
        .lmdi(change, from: reference.map { .text($0.id) } ?? noLevers),
      ],
      story: { summary($0, against: reference?.name, width: $1) })
  }

  private var scopeTwoRecord: JSONValue {
    .array(
      change.scenario.scopeTwoEffects.map {
        .object([
          ("lever", .string($0.lever.id)), ("avoided", .number($0.avoided)),
          ("unit", .string(OutputKind.total.unit)),
        ])
      })
  }

  /// How the parts were found, with what decides their error.
  private var methodRecord: [(key: String, value: JSONValue)] {
    let variants: (key: String, value: JSONValue) = ("variants", .integer(variants))
    guard case .sampled(let mostPairs, _) = method,
      case .sampled(let pairs) = attribution.method
    else { return [("method", .string("exact")), variants] }
    return [
      ("method", .string("sampled")), variants, ("generator", .string(RandomStream.name)),
      ("orders", .integer(2 * pairs)), ("most_orders", .integer(2 * mostPairs)),
      ("tolerance", .number(AttributionMethod.tolerance)),
      ("stopped_by", .string(pairs < mostPairs ? "tolerance" : "most_orders")),
    ]
  }

  private func record(_ place: Int) -> JSONValue {
    let metric = metrics[place]
    return .object([
      ("metric", .string(metric.metric.id)), ("unit", .string(metric.unit)),
      ("positive_means", .string(metric.sense.rawValue)),
      ("whole", .number(attribution.whole[place])),
      ("groups", parts(groupRows(place), attribution.whole[place])),
      ("levers", parts(leverRows(place), attribution.whole[place])),
    ])
  }

  private func parts(_ rows: [AttributionRow], _ whole: Double) -> JSONValue {
    .object(
      rows.map { row in
        let name =
          switch row.subject {
          case .total: "total"
          case .group(let group): group.rawValue
          case .lever(let identity, _): identity.id
          }
        return (
          name,
          .object([
            ("value", .number(row.value)),
            ("share", .optional(whole == 0 ? nil : row.value / whole)),
            ("owen", .number(row.owen)), ("first_in", .number(row.firstIn)),
            ("last_out", .number(row.lastOut)), ("standard_error", .number(row.errors.value)),
          ])
        )
      })
  }
}

extension LeverAttribution {
  /// What a person reads on the terminal after an attribution, without a final line break.
  private func summary(_ language: Language, against reference: Text?, width: Int) -> String {
    let scenario = game.space.blueprint.scenario
    let heading =
      [scenario.title(language)] + wrapped(terminalSafe(method(reference)(language)), to: width)
    let notes = [
      wholeSentence, interactionSentence, change.kayaSentence, peakNote,
      change.scenario.scopeTwoNote,
      idleNote,
    ]
    .compactMap { $0 }
    let parts = [
      heading, groupTable(language), leverTable(language),
      notes.flatMap { wrapped(terminalSafe($0(language)), to: width) },
      wrapped(terminalSafe(scenario.accounting.sentence(language)), to: width),
    ]
    return paragraphs(parts)
  }

  private var endYear: Int { years.upperBound }
  private var account: EmissionTotal {
    game.space.blueprint.scenario.accounting.peakAccount
  }
  private var end: Int { metrics.firstIndex(of: .emissions(year: endYear)) ?? 0 }
  private var unit: String { OutputKind.total.unit }

  private func method(_ reference: Text?) -> Text {
    let against = reference ?? Text("all of them at 0", "全部措施为零")
    let count = game.players.count
    let how =
      switch attribution.method {
      case .exact:
        Text("exact, over all \(1 << count) combinations", "精确计算，共 \(1 << count) 种组合")
      case .sampled(let pairs):
        Text(
          "estimated from \(2 * pairs) orders; standard errors in attribution.csv",
          "由 \(2 * pairs) 个随机次序估计；标准误见 attribution.csv")
      }
    return Text(
      "What \(count) levers bring about against \(against): Shapley values, \(how).",
      "\(count) 项措施相对于“\(against)”的贡献：Shapley 值，\(how)。")
  }

  /// The groups: emissions avoided in the end year with the shares, over all years, and the cost.
  private func groupTable(_ language: Language) -> [String] {
    let cumulative = metrics.firstIndex(of: .cumulative)
    let cost = metrics.firstIndex(of: .systemCost)
    var header = [
      Text("group", "类别"), Text("avoided \(endYear)", "\(endYear)年减排"),
      Text("share", "占比"), Text("share as a whole", "按整组占比"),
      Text("avoided in all", "累计减排"), Text("share", "占比"),
    ]
    if cost != nil { header.append(Text("extra cost", "成本变化")) }
    func cells(_ name: String, _ row: (Int) -> AttributionRow?) -> [String] {
      var cells = [name]
      if let found = row(end) {
        cells += [readableText(found.value), percent(found.value, of: end, language)]
        cells.append(percent(found.owen, of: end, language))
      }
      if let cumulative, let found = row(cumulative) {
        cells += [readableText(found.value), percent(found.value, of: cumulative, language)]
      }
      if let cost, let found = row(cost) {
        cells.append(CountedUnit.money.figure(found.value)(language))
      }
      return cells
    }
    let groups = game.groups.enumerated().map { place, group in
      cells(group.name(language)) { metric in groupRows(metric)[place] }
    }
    let total = cells(Text("all", "合计")(language)) { rows($0).first }
    let money = Text(
      "\(CountedUnit.money.name) (present value)", "\(CountedUnit.money.name)（现值）")(
        language)
    return aligned([header.map { $0(language) }] + groups + [total])
      + [unit + (cost == nil ? "" : Text("; \(money)", "；\(money)")(language))]
  }

  /// The levers that avoid most in the end year, each with what it does first and last.
  private func leverTable(_ language: Language) -> [String] {
    let levers = leverRows(end).prefix(game.players.count).enumerated()
      .sorted { (abs($0.element.value), $1.offset) > (abs($1.element.value), $0.offset) }
      .map(\.element)
    let most = 12
    let header = [
      Text("lever", "措施"), Text("avoided \(endYear)", "\(endYear)年减排"), Text("share", "占比"),
      Text("alone", "单独实施"), Text("lost without it", "缺少时损失"),
    ]
    let rows = levers.prefix(most).map { row -> [String] in
      guard case .lever(let identity, _) = row.subject else { return [] }
      return [
        terminalSafe(identity.name(language)), readableText(row.value),
        percent(row.value, of: end, language), readableText(row.firstIn), readableText(row.lastOut),
      ]
    }
    let rest =
      levers.count > most
      ? [
        Text("and \(levers.count - most) more", "另有 \(levers.count - most) 项，见 attribution.csv")(
          language)
      ] : []
    return aligned([header.map { $0(language) }] + rows) + rest
  }

  private func percent(
    _ value: Double, of metric: Int, _ language: Language
  ) -> String {
    let whole = attribution.whole[metric]
    guard whole != 0 else { return "–" }
    let number = readableText(value / whole * 100)
    return Text("\(number) %", "\(number)%")(language)
  }

  /// Peak year and peak value, which need no table.
  private var wholeSentence: Text? {
    guard let value = metrics.firstIndex(of: .peakValue(account)),
      let year = metrics.firstIndex(of: .peakYear(account))
    else { return nil }
    let lower = readableText(attribution.whole[value])
    let before = Int(-attribution.base[year])
    let after = before - Int(attribution.whole[year])
    guard attribution.whole[value] != 0 || before != after else {
      return Text(
        "The levers move neither the year of the maximum of \(account.emissions), \(before), nor its value.",
        "各措施既不改变\(account.emissions)最高点的年份（\(before) 年），也不改变其数值。")
    }
    guard before != after else {
      return Text(
        "The maximum of \(account.emissions) stays in \(before) and falls by \(lower) \(unit).",
        "\(account.emissions)最高点仍在 \(before) 年，降低 \(lower) \(unit)。")
    }
    return Text(
      "The maximum of \(account.emissions) moves from \(before) to \(after) and falls by \(lower) \(unit).",
      "\(account.emissions)最高点由 \(before) 年移至 \(after) 年，降低 \(lower) \(unit)。")
  }

  /// The pairs that work together most, or stand in each other's way.
  private var interactionSentence: Text? {
    let end = end
    func strength(_ pair: Attribution.Interaction) -> Double {
      (pair.index ?? pair.last)[end]
    }
    let least = 0.01 * abs(attribution.whole[end])
    let pairs = attribution.interactions.filter { abs(strength($0)) > least }
      .sorted { abs(strength($0)) > abs(strength($1)) }.prefix(3)
    guard !pairs.isEmpty else { return nil }
    let parts = pairs.map { pair in
      let names = pair.players.map { game.players[$0].identity.name }
      let amount = (strength(pair) > 0 ? "+" : "") + readableText(strength(pair))
      return Text(
        "\(names[0]) × \(names[1]) \(amount)",
        "\(names[0]) × \(names[1]) \(amount)")
    }
    return Text(
      "Most interaction in \(endYear), \(unit) beyond what each does alone: \(parts.map(\.english).joined(separator: "; ")).",
      "\(endYear)年交互作用最大者（超出各自单独效果，\(unit)）：\(parts.map(\.chinese).joined(separator: "；"))。")
  }

  /// How the year of the peak is counted where the end of the run hides it.
  private var peakNote: Text? {
    guard let year = metrics.firstIndex(of: .peakYear(account)),
      -attribution.base[year] >= Double(endYear)
    else { return nil }
    return Text(
      "Without the levers emissions have not peaked by \(endYear); in the years of the peak that counts as a peak in \(endYear), so the shift is at least what stands here.",
      "无措施时至\(endYear)年尚未达峰；计算达峰年时按\(endYear)年计，因此实际提前年数不少于此处所列。")
  }

  private var idleNote: Text? {
    guard !game.idle.isEmpty else { return nil }
    let names = game.space.blueprint.scenario.leverNames(game.idle.map(\.identity.id))
    return Text(
      "Levers that stand alike in both have no part: \(names).",
      "两边取值相同、没有贡献的措施：\(names)。")
  }
}
