public import Analysis
import CityModel
import Diagnostics

extension Backcast {
  /// `solve.json`: city, scenario, accounting, what was asked and may be changed, what is reached as it is, at
  /// full and at the solution, and conflicts if there is none.
  public var answer: Answer {
    let found =
      switch outcome {
      case .reached(let solution): reached(solution)
      case .unreachable(let conflict): unreachable(conflict)
      }
    return Answer(
      "solve", of: subject(problem.blueprint.scenario),
      figures: [("start", point(start)), ("full", point(full))] + found,
      story: { summary($0, width: $1) })
  }

  private func reached(_ solution: BackcastSolution) -> [(key: String, value: JSONValue)] {
    [
      ("reachable", .bool(true)),
      ("solution", point(solution.point)),
      ("effort", .number(solution.effort)), ("effort_by", .string(effort.rawValue)),
      (
        "ranges",
        .array(
          solution.ranges.map { .array([.number($0.lowerBound), .number($0.upperBound)]) })
      ),
      ("exact", .optional(solution.exact)),
    ]
  }

  private func unreachable(_ conflict: BackcastConflict) -> [(key: String, value: JSONValue)] {
    let sets = conflict.sets.indices.map { place -> JSONValue in
      let options = conflict.relaxations.filter { $0.set == place }
      return .object([
        ("conditions", .array(conflict.sets[place].map { text(problem.conditions[$0]) })),
        (
          "instead",
          .array(
            options.map { option in
              .object([
                ("of", text(problem.conditions[option.condition])),
                ("reachable", option.reachable.map(value) ?? .null),
              ])
            })
        ),
      ])
    }
    return [
      ("reachable", .bool(false)), ("closest", point(conflict.closest)),
      ("conflicts", .array(sets)),
    ]
  }

  private func text(_ aim: Target.Aim) -> JSONValue { .string(aim.askedText.english) }

  private func value(_ aim: Target.Aim) -> JSONValue {
    aim.isPeak ? .integer(aim.year) : .number(aim.required)
  }

  private func point(_ point: BackcastPoint) -> JSONValue {
    let account = problem.blueprint.scenario.accounting.peakAccount
    return .object([
      (
        "values",
        .object(zip(problem.handles, point.values).map { ($0.path, .number($1)) })
      ),
      (Metric.peakYear(account).id, .optional(point.peak?.year)),
      (Metric.peakYearEstimate(account).id, .optional(point.peak?.estimate)),
      ("conditions", Table.targets(point.results).records),
    ])
  }
}

extension Backcast {
  /// What a person reads on the terminal.
  func summary(_ language: Language, width: Int) -> String {
    let title = [problem.blueprint.scenario.title(language)]
    let parts =
      switch outcome {
      case .reached(let solution):
        [title + changes(solution, language), judged(solution.point, language)]
      case .unreachable(let conflict):
        [
          title + [cannot(language)], misses(Self.fullName, full, language),
          closest(conflict, language), explanation(conflict, language),
          peakObstacle.map { [$0.sentence(language)] } ?? [],
        ]
      }
    let texts = parts.map { $0.flatMap { wrapped($0, to: width) } }
    return paragraphs(texts)
  }

  private static let fullName = Text("At full", "全力实施时")

  private func changes(_ solution: BackcastSolution, _ language: Language) -> [String] {
    guard solution.point.values != problem.current else {
      return [Text("Nothing has to change.", "无需调整。")(language)]
    }
    let lines = problem.handles.indices
      .filter { solution.point.values[$0] != problem.current[$0] }
      .map { place in
        let handle = problem.handles[place]
        let old = handle.figure(problem.current[place])
        let new = handle.figure(solution.point.values[place])
        let title = handle.title(in: problem.blueprint.scenario)
        return "  "
          + Text(
            "\(title): \(old) → \(new)",
            "\(title)：\(old) → \(new)")(language)
      }
    let heading = Text("The least change that does it:", "满足要求的最小调整：")(language)
    return [heading] + lines + remarks(solution, language)
  }

  private func remarks(_ solution: BackcastSolution, _ language: Language) -> [String] {
    guard problem.handles.count == 1 else {
      return [measure(readableText(solution.effort))(language)]
    }
    let handle = problem.handles[0]
    let ranges = solution.ranges.map { range in
      let low = handle.figure(range.lowerBound)
      let high = handle.figure(range.upperBound)
      return Text("\(low) to \(high)", "\(low) 至 \(high)")(language)
    }.joined(separator: Text(", and ", "；")(language))
    let meets = Text("It holds from \(ranges).", "满足要求的范围：\(ranges)。")(language)
    let exact = solution.exact.map { value in
      let date = shortestText((1000 * value).rounded() / 1000)
      return Text("It just holds at \(date).", "恰好满足于 \(date) 处。")(language)
    }
    return [meets] + [exact].compactMap(\.self)
  }

  private func measure(_ length: String) -> Text {
    if effort == .cost {
      return Text(
        "Least by the root of the summed squares of level changes, each weighed by what its lever adds to the system's cost.",
        "以力度变化平方和的平方根衡量最小，各措施按其增加的系统成本加权。")
    }
    return problem.handles.contains { if case .end = $0 { true } else { false } }
      ? Text(
        "Least by the root of the summed squares of changes in years: \(length).",
        "以年份变化平方和的平方根衡量最小：\(length)。")
      : Text(
        "Least by the root of the summed squares of level changes: \(length).",
        "以力度变化平方和的平方根衡量最小：\(length)。")
  }

  private func judged(_ point: BackcastPoint, _ language: Language) -> [String] {
    point.results.map { $0.line(language) }
  }

  private func cannot(_ language: Language) -> String {
    let scenario = problem.blueprint.scenario
    let count = problem.handles.count
    let isAll = count == scenario.levers.count && count > 1
    let titles = problem.handles.map { $0.title(in: scenario)(language) }
    let names =
      isAll
      ? Text("all \(count) levers", "全部 \(count) 项措施")(language)
      : titles.joined(separator: Text("; ", "；")(language))
    return Text(
      "No change was found that does it; may be changed: \(names).", "未找到满足要求的调整；可调整项：\(names)。")(
        language)
  }

  private func misses(_ name: Text, _ point: BackcastPoint, _ language: Language) -> [String] {
    guard point.fault == nil else {
      return [
        Text("\(name): no results.", "\(name)：无结果。")(language)
      ]
    }
    return [Text("\(name):", "\(name)：")(language)]
      + judged(point, language).map { "  \($0)" }
  }

  /// The closest setting, where it reaches anything else than all at full.
  private func closest(_ conflict: BackcastConflict, _ language: Language) -> [String] {
    let here = conflict.closest.results
    let there = full.results
    let isSame =
      here.count == there.count
      && zip(here, there).allSatisfy { $0.line(language) == $1.line(language) }
    guard !isSame else { return [] }
    let setting = zip(problem.handles, conflict.closest.values).map { handle, value in
      "\(handle.title(in: problem.blueprint.scenario)(language)) \(handle.figure(value)(language))"
    }.joined(separator: Text(", ", "，")(language))
    return misses(
      Text("Closest, at \(setting)", "最接近的组合（\(setting)）"), conflict.closest, language)
  }

  private func explanation(_ conflict: BackcastConflict, _ language: Language) -> [String] {
    conflict.sets.indices.flatMap { place -> [String] in
      let set = conflict.sets[place].map { problem.conditions[$0].askedText(language) }
      let alone = set.count == 1
      let names = set.joined(separator: Text(" and ", " 与 ")(language))
      let heading =
        alone
        ? Text("Out of reach by itself: \(names).", "单独也无法实现：\(names)。")
        : Text("Cannot hold together: \(names).", "不能同时成立：\(names)。")
      let options = conflict.relaxations.filter { $0.set == place }.map { relaxation in
        let text =
          relaxation.reachable?.relaxedText ?? Text("nothing weaker was found", "未找到可行的放宽")
        guard !alone else { return "  " + text(language) }
        let asked = problem.conditions[relaxation.condition].askedText
        return "  "
          + Text(
            "in place of '\(asked)': \(text)",
            "放宽“\(asked)”：\(text)")(language)
      }
      return [heading(language)] + options
    }
  }
}

extension PeakObstacle {
  /// The reason in a sentence or two.
  var sentence: Text {
    let unit = OutputKind.total.unit
    let low = readableText(before.value, digits: 4)
    let high = readableText(after.value, digits: 4)
    if let lastUntouched {
      return Text(
        "Why not by \(asked): no lever changes anything before \(lastUntouched + 1), and emissions of \(after.year) (\(high) \(unit)) already lie above all up to \(asked) (at most \(low) \(unit), in \(before.year)).",
        "为何不能在 \(asked) 年前达峰：\(lastUntouched + 1) 年之前没有措施起作用，而 \(after.year) 年排放（\(high) \(unit)）已高于 \(asked) 年及以前的最高值（\(before.year) 年 \(low) \(unit)）。"
      )
    }
    let parts = growth.prefix(3).map { part -> Text in
      let amount = readableText(part.value)
      return Text(
        "\(part.sector.name) +\(amount)", "\(part.sector.name) +\(amount)")
    }
    let grows = Text(
      parts.isEmpty ? "" : "; what grows: \(parts.map(\.english).joined(separator: ", "))",
      parts.isEmpty ? "" : "；增长来自：\(parts.map(\.chinese).joined(separator: "、"))")
    return Text(
      "Why not by \(asked): with all at full emissions still rise from \(low) in \(before.year) to \(high) \(unit) in \(after.year)\(grows). Levers that begin earlier or reach further would be needed.",
      "为何不能在 \(asked) 年前达峰：全力实施时排放仍由 \(before.year) 年的 \(low) 升至 \(after.year) 年的 \(high) \(unit)\(grows)。需要更早开始或力度更大的措施。"
    )
  }
}
