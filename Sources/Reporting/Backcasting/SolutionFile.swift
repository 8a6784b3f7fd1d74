public import Analysis
import CityModel
import Diagnostics

/// What a scenario file that meets conditions is the answer to.
public enum SolutionKind: Sendable {
  /// The least change.
  case leastChange
  /// The least cost, with conditions of a probability and how often they are met in how many draws.
  case leastCost([(chance: Chance, share: Double)], draws: Int)
  /// A point of a frontier, counted from 1.
  case frontier(Int)

  /// The file's name without its ending.
  public var file: String {
    switch self {
    case .leastChange, .leastCost: "solution"
    case .frontier(let place): place < 10 ? "frontier-0\(place)" : "frontier-\(place)"
    }
  }

  /// What the scenario is called behind the name of the one it extends: its results replace no other's.
  var ending: (id: String, name: Text) {
    switch self {
    case .leastChange: ("solution", Text(", backcast", "（反推）"))
    case .leastCost: ("least-cost", Text(", least cost", "（最低成本）"))
    case .frontier: (file, Text(", \(file)", "（成本前沿 \(file.dropFirst(9))）"))
    }
  }
}

extension BackcastProblem {
  /// A setting that meets the conditions, as a scenario file that extends the one that was asked of.
  ///
  /// - Parameters:
  ///   - point: The setting.
  ///   - kind: What it is the answer to.
  ///   - base: The file to extend, as the new file names it.
  ///   - changes: What was set on the command line, `path=value`; the solution builds on it.
  ///   - run: The command that runs it.
  /// - Returns: `solution.yaml`.
  public func solutionFile(
    _ point: BackcastPoint, _ kind: SolutionKind, extending base: String, changes: [String],
    run: String
  ) -> ResultFile {
    let scenario = blueprint.scenario
    var tree = YAMLTree()
    tree.set(changes)
    for (handle, value) in zip(handles, point.values) { set(handle, value, &tree) }
    for aim in conditions where canBeTarget(aim) { set(aim, &tree) }
    let name = scenario.identity.name
    let head = [
      "extends: \(quotedYAML(base))",
      "scenario:",
      "  id: \(scenario.identity.id)-\(kind.ending.id)",
      "  name: \(quotedYAML(name.english + kind.ending.name.english))",
      "  name-zh: \(quotedYAML(name.chinese + kind.ending.name.chinese))",
    ]
    let text = comments(point, kind, run: run) + head + tree.lines(indent: "")
    return ResultFile(
      name: "\(kind.file).yaml", bytes: Array((text.joined(separator: "\n") + "\n").utf8))
  }

  private func comments(
    _ point: BackcastPoint, _ kind: SolutionKind, run: String
  ) -> [String] {
    let languages = [Language.english, .chinese]
    let changed = handles.indices.filter { point.values[$0] != current[$0] }.map { place in
      let handle = handles[place]
      let values = [current[place], point.values[place]].map {
        handle.figure($0).english
      }
      return "#   \(handle.path): \(values.joined(separator: " → "))"
    }
    return ["# Asked and reached / 要求与结果:"]
      + point.results.flatMap { result in
        languages.map { "#   \(oneLine(result.line($0)))" }
      } + (kind.chanceLines + accountLines).map { "#   \(oneLine($0))" }
      + ["# Changed, from → to / 调整:"] + changed + ["# Run it / 运行: \(oneLine(run))"]
  }

  private func set(_ handle: BackcastHandle, _ value: Double, _ tree: inout YAMLTree) {
    let path = handle.path.split(separator: ".").map(String.init)
    switch handle {
    case .level, .end: tree.set(path[...], to: shortestText(value))
    case .carbonPrice:
      let scenario = blueprint.scenario
      let found = scenario.parameters.first { $0.path.description == handle.path }
      guard let price = found else { return }
      let unit = price.unit
      for (year, amount) in zip(scenario.years, price.values) {
        tree.set((path + ["\(year)"])[...], to: "\(shortestText(amount * value)) \(unit)")
      }
    }
  }

  /// Whether a condition can stand among the scenario's targets: those of a year or a budget are all of
  /// one total.
  private func canBeTarget(_ aim: Target.Aim) -> Bool {
    !blueprint.scenario.targets.contains { target in
      switch (target.aim.condition, aim.condition) {
      case (.value, .value), (.sum, .sum):
        target.aim.account != nil && aim.account != nil && target.aim.account != aim.account
      default: false
      }
    }
  }

  /// The conditions that stand in no target, since the scenario's own are of the other total.
  private var accountLines: [String] {
    conditions.filter { !canBeTarget($0) }.flatMap { aim in
      [Language.english, .chinese].map { aim.askedText($0) }
    }
  }

  /// The condition as a target, so that a run shows whether it holds.
  private func set(_ aim: Target.Aim, _ tree: inout YAMLTree) {
    switch (aim.subject, aim.condition) {
    case (.total(let account), .peak(let year)):
      tree.set(["targets", "peak", "by"], to: "\(year)")
      tree.set(["targets", "peak", "account"], to: account.rawValue)
    case (.total(let account), .value(.atMost, let limit, let year)):
      tree.set(["targets", "emissions", "account"], to: account.rawValue)
      tree.set(["targets", "emissions", "\(year)"], to: "\(shortestText(limit)) Mt")
    case (.total(let account), .sum(let limit, let years)):
      tree.set(["targets", "budget", "account"], to: account.rawValue)
      let span = "\(years.lowerBound)-\(years.upperBound)"
      tree.set(["targets", "budget", span], to: "\(shortestText(limit)) Mt")
    case (.indicator(.nonFossilShare), .value(.atLeast, let share, let year)):
      tree.set(["targets", "non-fossil-share", "\(year)"], to: shortestText(share))
    default: break  // Of the scenario's own targets, which stand in its file already.
    }
  }
}

extension SolutionKind {
  /// The conditions of a probability, which no target can hold.
  fileprivate var chanceLines: [String] {
    guard case .leastCost(let chances, let draws) = self else { return [] }
    return chances.flatMap { chance, share in
      [Language.english, .chinese].map { chance.line(share, of: draws, $0) }
    }
  }
}

extension BackcastHandle {
  /// What it is called for people: the lever by its name.
  func title(in scenario: Scenario) -> Text {
    guard let lever else { return Text("carbon price", "碳价") }
    let name = scenario.leverNames([lever])
    guard case .end = self else { return name }
    return Text("\(name), full by", "\(name)，完成年份")
  }

  /// Its value for people.
  func figure(_ value: Double) -> Text {
    switch self {
    case .level:
      return shownPercent(value)
    case .end:
      let year = shortestText((100 * value).rounded() / 100)
      return Text(english: year, chinese: "\(year)年")
    case .carbonPrice:
      let times = readableText(value, digits: 4)
      return Text("× \(times)", "× \(times)")
    }
  }
}

extension Target.Aim {
  /// What a condition can be weakened to, in words.
  var relaxedText: Text {
    let name = subject.name
    switch condition {
    case .peak(let year):
      return Text("the earliest peak of \(name) in reach is \(year)", "\(name)最早可在\(year)年达峰")
    case .value(.atMost, let limit, let year) where account == nil:
      return Text(
        "the least \(name) of \(year) in reach is \(amount(roundedUp(limit)))",
        "\(year)年\(name)最低可降至 \(amount(roundedUp(limit)))")
    case .value(.atMost, let limit, let year):
      return Text(
        "the least \(name) of \(year) in reach are \(amount(roundedUp(limit)))",
        "\(year)年\(name)最低可降至 \(amount(roundedUp(limit)))")
    case .value(.atLeast, let limit, let year):
      return Text(
        "the highest \(name) of \(year) in reach is \(amount(roundedDown(limit)))",
        "\(year)年\(name)最高可达 \(amount(roundedDown(limit)))")
    case .change(_, let change, let year, _):
      return Text(
        "the \(name) of \(year) can change by \(amount(change)) at best",
        "\(year)年\(name)变化最多 \(amount(change))")
    case .sum(let limit, let years):
      return Text(
        "the least budget of \(name) \(span(years)) in reach is \(amount(roundedUp(limit)))",
        "\(span(years))年累计\(name)最低可降至 \(amount(roundedUp(limit)))")
    }
  }

  /// The condition itself, in words.
  var askedText: Text {
    let name = subject.name
    switch condition {
    case .peak(let year):
      return Text("peak of \(name) by \(year)", "\(name)\(year)年前达峰")
    case .value(let bound, let limit, let year):
      return Text(
        "\(name) of \(year) \(bound.words) \(amount(limit))",
        "\(year)年\(name)\(bound.words) \(amount(limit))")
    case .change(_, let change, let year, let reference):
      return Text(
        "\(name) of \(year) \(amount(change)) against \(reference)",
        "\(year)年\(name)较\(reference)年 \(amount(change))")
    case .sum(let limit, let years):
      return Text(
        "\(name) of \(span(years)) together at most \(amount(limit))",
        "\(span(years))年累计\(name)不高于 \(amount(limit))")
    }
  }

  /// A limit that is in reach also as it is shown.
  private func roundedUp(_ limit: Double) -> Double { (limit * 1e4).rounded(.up) / 1e4 }
  private func roundedDown(_ limit: Double) -> Double { (limit * 1e4).rounded(.down) / 1e4 }

  private func amount(_ change: Target.Change) -> Text {
    switch change {
    case .relative(let amount): shownPercent(amount)
    case .absolute(let amount): self.amount(amount)
    }
  }

  private func amount(_ value: Double) -> Text {
    subject.unit == "1"
      ? shownPercent(value) : Text(same: "\(shortestText(value)) \(subject.unit)")
  }

  private func span(_ years: ClosedRange<Int>) -> String {
    "\(years.lowerBound)–\(years.upperBound)"
  }
}

extension Target.Bound {
  /// `at most`, `at least`.
  var words: Text {
    switch self {
    case .atMost: Text("at most", "不高于")
    case .atLeast: Text("at least", "不低于")
    }
  }
}

extension Target.Subject {
  /// What it is, for people.
  var name: Text { name(counting: nil) }

  /// What it is, for people, with the part of a total that was counted.
  func name(counting part: Text?) -> Text {
    switch self {
    case .total(let account): return account.emissions
    case .totalPerProduct(let account):
      let aside = part.map { Text(", \($0)", "，\($0)") } ?? Text("", "")
      return Text(
        "carbon intensity (\(account.name)\(aside))", "碳强度（\(account.emissions)\(aside)）")
    case .sector(let sector, let view):
      let way =
        switch view {
        case .byEndUse: Text("by end use", "按终端用能")
        case .bySource: Text("by source", "按排放源")
        }
      return Text(
        "emissions of \(sector.name) (\(way))", "\(sector.name)排放（\(way)）")
    case .indicator(let indicator): return indicator.name
    }
  }
}

/// A share in percent, for people.
func shownPercent(_ share: Double) -> Text {
  let percent = readableText(100 * share, digits: 4)
  return Text("\(percent) %", "\(percent)%")
}
