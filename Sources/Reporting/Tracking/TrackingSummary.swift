import Analysis
import CityModel
import Diagnostics

extension TrackingStatus {
  /// The status for people.
  var text: Text {
    switch self {
    case .onTrack: Text("on track", "符合计划")
    case .offTrack: Text("off track", "偏离计划")
    case .unknown: Text("unknown", "无法判断")
    }
  }
}

extension SameBase {
  /// The growth of both sides from their own base year.
  var text: Text {
    let seen = signedPercent(observed)
    let aim = signedPercent(planned)
    return Text(
      "against the same base the observed growth is \(seen) % against \(aim) % planned",
      "按各自基准年起算，实际增长 \(seen)%，计划增长 \(aim)%")
  }
}

private func signedPercent(_ share: Double) -> String {
  (share > 0 ? "+" : "") + readableText(100 * share)
}

extension TrackingGap {
  /// Why a status is unknown.
  var text: Text {
    switch self {
    case .notObserved(let item):
      Text("\(item) was not observed", "没有“\(Self.name(item))”的观测值")
    case .noValue(let item, let year):
      Text("\(item) has no value in \(year)", "“\(Self.name(item))”缺少 \(year) 年的值")
    case .missingYears(let years) where years.isEmpty:
      Text("no observed year lies in the run", "没有观测年份落在模拟期内")
    case .missingYears(let years):
      Text(
        "years without a value: \(Self.list(years))", "缺少以下年份的值：\(Self.list(years))")
    case .notPlanned: Text("the plan does not move it", "计划中没有变化")
    case .noColumn: Text("no column of the table is about it", "表中没有相应的列")
    case .noFigure: Text("a figure is missing", "缺少数据")
    case .farFromPlan(let item):
      Text(
        "\(item) is too far from the plan to be the same thing",
        "“\(Self.name(item))”与计划相差过大，恐非同一口径或单位")
    case .planNotPositive(let year):
      Text(
        "the plan emits nothing above zero in \(year), so that its growth says nothing",
        "计划在 \(year) 年没有大于零的排放，无法按其增速推算")
    }
  }

  private static func name(_ item: String) -> String {
    trackedName(item)?.chinese ?? item
  }

  private static func list(_ years: [Int]) -> String {
    let shown = years.prefix(6).map(String.init).joined(separator: ", ")
    return years.count > 6 ? "\(shown), …" : shown
  }
}

extension TrackingReport {
  /// What a person reads on the terminal.
  func summary(_ language: Language, width: Int) -> String {
    let parts: [[Text]] = [
      [scenario.accounting.sentence, statusLine] + accounts, distanceLines, explainedLines, landing,
      targetLines, leverLines,
    ]
    let texts = parts.map { part in part.flatMap { wrapped($0(language), to: width) } }
    return ([[scenario.title(language)]] + texts).filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  /// The status of the whole; not plainly, where it says more of the base year than of the plan.
  private var statusLine: Text {
    let status = tracking.status.text
    guard let found = tracking.sameBase,
      tracking.distances.last(where: { $0.item == "emissions" })?.status == tracking.status
    else { return Text("Status: \(status).", "状态：\(status)。") }
    return Text(
      "Status: \(status) as printed; \(found.text).",
      "状态：按绝对量\(status)；\(found.text)。")
  }

  /// What of the plan observations are held against, where that makes a difference.
  private var accounts: [Text] {
    let observed = scenario.history.inventory.account
    let kind = scenario.history.inventory.words(scenario.accounting)
    let part = kind.map { kind in
      Text(
        "Observed emissions are held against what their inventory counts of the plan: \(kind).",
        "观测排放与计划中同口径的部分对照：\(kind)。")
    }
    guard tracking.plan.bySource(.sinks).contains(where: { $0 != 0 }) else {
      return [part].compactMap { $0 }
    }
    return [part].compactMap { $0 } + [
      Text(
        "Observed emissions are \(observed.name) and held against the plan's \(observed.emissions); each target and budget is judged on the total it names.",
        "观测值为\(observed.emissions)，与计划的\(observed.emissions)对照；各目标与预算按其口径（总排放或净排放）判断。"
      )
    ]
  }

  private func reason(_ gap: TrackingGap?) -> Text {
    gap.map { Text(" (\($0.text))", "（\($0.text)）") } ?? Text("", "")
  }

  // MARK: - Distances

  /// The last observed value of each item, and the gap that stood in the base year already.
  private var distanceLines: [Text] {
    var seen: Set<String> = []
    let latest = tracking.distances.reversed().filter { seen.insert($0.item).inserted }.reversed()
    let unseen = latest.filter { $0.sector != nil && $0.observed == nil }.map { name($0.item) }
    let shown = latest.filter { $0.sector == nil || $0.observed != nil }
    return shown.map(line) + behindLines + baseLines + mismatchLines
      + (unseen.isEmpty
        ? []
        : [
          Text(
            "Unknown, never observed: \(unseen.map(\.english).joined(separator: ", ")).",
            "无法判断（没有观测值）：\(unseen.map(\.chinese).joined(separator: "、"))。"
          )
        ])
  }

  /// What is tracked, for people.
  func name(_ item: String) -> Text {
    trackedName(item) ?? Text(same: item)
  }

  private func line(_ distance: Tracking.Distance) -> Text {
    let item = name(distance.item)
    let unit = CountedUnit(distance.unit)
    let planned = unit.figure(distance.planned, digits: 4)
    let why = reason(distance.gap)
    let end = ending(distance)
    guard let seen = distance.observed else {
      return Text(
        "\(item) \(distance.year): \(planned) \(unit.name) planned\(end)\(why)",
        "\(distance.year)年\(item)：计划 \(planned) \(unit.name)\(end)\(why)"
      )
    }
    let percent = signed(100 * (seen / distance.planned - 1))
    let observed = unit.figure(seen, digits: 4)
    if let seen = asStated(seen, distance), let aim = asStated(distance.planned, distance) {
      return Text(
        "\(item) \(distance.year): \(seen) observed, \(aim) planned, \(percent) %\(end)",
        "\(distance.year)年\(item)：实际 \(seen)，计划 \(aim)，相差 \(percent)%\(end)"
      )
    }
    return Text(
      "\(item) \(distance.year): \(observed) \(unit.name) observed, \(planned) planned (\(percent) %)\(end)",
      "\(distance.year)年\(item)：实际 \(observed) \(unit.name)，计划 \(planned)（\(percent)%）\(end)"
    )
  }

  /// The status, and what the base year has to do with it.
  private func ending(_ distance: Tracking.Distance) -> Text {
    guard let status = distance.status?.text else { return Text("", "") }
    guard let found = sameBase(as: distance)?.text else {
      return Text(": \(status)", "：\(status)")
    }
    return Text(
      ": \(status) as printed; \(found)", "：按绝对量\(status)；\(found)")
  }

  /// Emissions or energy in the unit of the table, the model's beside it; nothing where they are one.
  private func asStated(_ value: Double, _ distance: Tracking.Distance) -> Text? {
    guard ["emissions", "energy"].contains(where: distance.item.hasPrefix),
      let stated = tracking.observations.units[distance.item], stated.size != 1
    else { return nil }
    let number = figure(value / stated.size)
    let name = terminalSafe(stated.name)
    let own = figure(value)
    let unit = unitName(distance.unit)
    return Text(
      "\(number) \(name) (\(own) \(unit))", "\(number) \(name)（\(own) \(unit)）")
  }

  /// That emissions end before what else was observed.
  private var behindLines: [Text] {
    guard let last = tracking.lastYear, let end = tracking.years.last, last < end else { return [] }
    return [
      Text(
        "Emissions were observed as far as \(last), other things as far as \(end): each is judged by its own last year.",
        "排放观测至\(last)年，其他数据至\(end)年：各项按各自最后的观测年判断。")
    ]
  }

  /// What the base year has to do with distances, as the table or the history observed it.
  private var baseLines: [Text] {
    guard let base = tracking.base, abs(base.share) > 0.02 || tracking.sameBase != nil else {
      return []
    }
    let percent = signed(100 * base.share)
    let year = base.year
    let place = base.isOfHistory ? Text(" (history)", "（history 所载）") : Text("", "")
    return [
      Text(
        "In the base year \(year) observation\(place) and model were \(percent) % apart already: part of every distance is that, not the plan. 'calibrate --lock-base' closes it.",
        "基准年 \(year) 的观测\(place)与模型已相差 \(percent)%：各年差距中有一部分源于此而非计划执行。可用 calibrate --lock-base 消除。"
      )
    ]
  }

  /// Years whose sectors do not sum to the total, to 2 %.
  private var mismatchLines: [Text] {
    tracking.years.compactMap { year in
      let seen = tracking.distances.filter { $0.year == year && $0.observed != nil }
      let sectors = seen.filter { $0.sector != nil }.compactMap(\.observed)
      let planned = tracking.distances.filter { $0.year == year && $0.sector != nil }
      guard let total = seen.first(where: { $0.item == "emissions" })?.observed,
        !sectors.isEmpty, sectors.count == planned.count,
        Set(planned.map(\.item)).count
          == Set(tracking.distances.filter { $0.sector != nil }.map(\.item)).count,
        case let sum = sectors.reduce(0, +), abs(sum - total) > 0.02 * abs(total)
      else { return nil }
      return Text(
        "The observed sectors of \(year) sum to \(figure(sum)) Mt CO2e, the observed total is \(figure(total)).",
        "\(year) 年各部门观测值合计 \(figure(sum)) Mt CO2e，观测总量为 \(figure(total))。")
    }
  }

  // MARK: - What explains them

  private var explainedLines: [Text] {
    guard let last = tracking.explained.last else { return [] }
    guard let factors = last.factors else {
      return [
        Text(
          "What explains the distance of \(last.year) is unknown: population, GDP and energy were not observed.",
          "无法解释 \(last.year) 年的差距：没有人口、GDP 与能源的观测值。")
      ]
    }
    let parts = factors.parts.sorted { abs($0.effect) > abs($1.effect) }.map { part in
      let effect = signed(part.effect)
      return Text("\(part.name) \(effect)", "\(part.name) \(effect)")
    }
    let missing =
      factors.missing.isEmpty
      ? Text("", "")
      : Text(
        " Not told apart, for want of data: \(factors.missing.map { name($0).english }.joined(separator: ", ")).",
        "因缺数据未分开：\(factors.missing.map { name($0).chinese }.joined(separator: "、"))。")
    let whole = signed(last.distance)
    return [
      Text(
        "Of the \(whole) Mt CO2e of \(last.year) (LMDI-I): \(parts.map(\.english).joined(separator: ", ")).\(missing)",
        "\(last.year) 年的差距 \(whole) Mt CO2e（LMDI-I）：\(parts.map(\.chinese).joined(separator: "，"))。\(missing)"
      )
    ]
  }

  // MARK: - Where it would land

  private var landing: [Text] {
    guard let nowcast = tracking.nowcast, let last = tracking.lastYear,
      last < scenario.years.upperBound
    else { return [] }
    let base = scenario.years.lowerBound
    let end = scenario.years.upperBound
    let next = last + 1
    let account = scenario.accounting.peakAccount
    let values = nowcast[account]
    let planned = tracking.plan.totals[account]
    let soon = figure(values[next - base])
    let late = figure(values[end - base])
    let lines = [
      Text(
        "Nowcast (the last observation, \(last), at the plan's growth; no forecast of its own): \(account.name) \(soon) Mt CO2e in \(next) against \(figure(planned[next - base])) planned, \(late) in \(end) against \(figure(planned[end - base])).",
        "推算（以 \(last) 年实际值按计划增速外推，并非独立预测）：\(account.emissions) \(next) 年 \(soon) Mt CO2e（计划 \(figure(planned[next - base]))），\(end) 年 \(late)（计划 \(figure(planned[end - base]))）。"
      )
    ]
    return lines + tracking.budgets.map(line)
  }

  private func line(_ budget: Tracking.Budget) -> Text {
    let span = "\(budget.years.lowerBound)–\(budget.years.upperBound)"
    guard let spent = budget.spent else {
      let why = reason(.missingYears(budget.missingYears))
      return Text(
        "Budget \(span): unknown what is spent\(why)",
        "\(span)年预算：已用量无法判断\(why)")
    }
    let left = figure(budget.limit - spent)
    let end =
      budget.exhausted.map {
        Text("; by the nowcast it is used up in \($0)", "；按推算将于 \($0) 年用尽")
      } ?? Text("; by the nowcast it lasts", "；按推算不会用尽")
    return Text(
      "Budget \(span): \(figure(spent)) of \(figure(budget.limit)) Mt CO2e spent, \(left) left\(end)",
      "\(span)年预算：\(figure(budget.limit)) Mt CO2e 中已用 \(figure(spent))，剩余 \(left)\(end)")
  }

  // MARK: - Targets and levers

  private var targetLines: [Text] {
    guard !tracking.targets.isEmpty else { return [] }
    return [Text("Targets, by the nowcast:", "目标（按推算）：")]
      + tracking.targets.map { target in
        let goal = target.result.goal
        let status = target.status.text
        let why = reason(target.gap)
        let own =
          target.isMissedByPlan
          ? target.reason.map { Text("; \($0)", "；\($0)") } ?? Text("", "")
          : Text("", "")
        guard target.gap == nil else {
          return Text(
            "\(goal): \(status)\(why)",
            "\(goal)：\(status)\(why)")
        }
        return Text(
          "\(target.result.line(.english)) — \(status)\(own)",
          "\(target.result.line(.chinese))——\(status)\(own)")
      }
  }

  private var leverLines: [Text] {
    let unseen = tracking.levers.filter { $0.gap == .noColumn }.flatMap(\.levers)
    return tracking.levers.filter { $0.gap != .noColumn }.map(line)
      + (unseen.isEmpty
        ? []
        : [
          Text(
            "Unknown, no column of the table is about these levers: \(scenario.leverNames(unseen)).",
            "无法判断，表中没有以下措施的数据列：\(scenario.leverNames(unseen))。")
        ])
  }

  private func line(_ lever: Tracking.LeverProgress) -> Text {
    let status = lever.status.text
    let why = reason(lever.gap)
    let path = lever.path?.description ?? ""
    let levers = scenario.leverNames(lever.levers)
    let name = Text("\(levers) (\(path))", "\(levers)（\(path)）")
    guard let observed = lever.observed, let planned = lever.planned, let year = lever.year else {
      return Text(
        "\(name): \(status)\(why)",
        "\(name)：\(status)\(why)")
    }
    let seen = amount(observed, lever.unit)
    let aim = amount(planned, lever.unit)
    let place = reached(lever, year)
    return Text(
      "\(name) \(year): \(seen) observed, \(aim) planned: \(status)\(why)\(place)",
      "\(year)年\(name)：实际 \(seen)，计划 \(aim)：\(status)\(why)\(place)"
    )
  }

  /// When the plan is where observation is.
  private func reached(_ lever: Tracking.LeverProgress, _ year: Int) -> Text {
    guard lever.status != .unknown else { return Text("", "") }
    guard let time = lever.planReaches else {
      return Text("; the plan is never there", "；计划始终不处于该水平")
    }
    let place = shortestText((10 * time).rounded() / 10)
    let years = readableText(abs(time - Double(year)), digits: 2)
    let side =
      time < Double(year)
      ? Text("\(years) years behind", "滞后 \(years) 年")
      : Text("\(years) years ahead", "超前 \(years) 年")
    return Text(
      "; the plan is there in \(place), \(side)", "；计划于 \(place) 年处于该水平，\(side)")
  }

  private func amount(_ value: Double, _ unit: String) -> Text {
    guard unit != "1" else { return shownPercent(value) }
    let shown = unitName(unit)
    return Text("\(figure(value)) \(shown)", "\(figure(value)) \(shown)")
  }

  private func figure(_ value: Double) -> String { readableText(value, digits: 4) }

  private func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + readableText(value)
  }
}
