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
      switch (target.aim, aim) {
      case (.emissions, .emissions), (.budget, .budget): target.aim.account != aim.account
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
    switch aim {
    case .peakBy(let year, let account):
      tree.set(["targets", "peak", "by"], to: "\(year)")
      tree.set(["targets", "peak", "account"], to: account.rawValue)
    case .emissions(let year, let limit, let account):
      tree.set(["targets", "emissions", "account"], to: account.rawValue)
      tree.set(["targets", "emissions", "\(year)"], to: "\(shortestText(limit)) Mt")
    case .budget(let years, let limit, let account):
      tree.set(["targets", "budget", "account"], to: account.rawValue)
      let span = "\(years.lowerBound)-\(years.upperBound)"
      tree.set(["targets", "budget", span], to: "\(shortestText(limit)) Mt")
    case .nonFossilShare(let year, let share):
      tree.set(["targets", "non-fossil-share", "\(year)"], to: shortestText(share))
    case .carbonIntensity, .energyIntensity: break
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
    switch self {
    case .peakBy(let year, let account):
      Text(
        "the earliest peak of \(account.emissions) in reach is \(year)",
        "\(account.emissions)最早可在\(year)年达峰")
    case .emissions(let year, let limit, let account):
      Text(
        "the least \(account.emissions) of \(year) in reach are \(least(limit))",
        "\(year)年\(account.emissions)最低可降至 \(least(limit))")
    case .budget(let years, let limit, let account):
      Text(
        "the least budget of \(account.emissions) \(span(years)) in reach is \(least(limit))",
        "\(span(years))年累计\(account.emissions)最低可降至 \(least(limit))")
    case .nonFossilShare(let year, let share):
      Text(
        "the highest non-fossil share of \(year) in reach is \(most(share))",
        "\(year)年非化石能源占比最高可达 \(most(share))")
    case .carbonIntensity(let year, let change, _, _):
      Text(
        "the carbon intensity of \(year) can change by \(percent(change)) at best",
        "\(year)年碳强度变化最多 \(percent(change))")
    case .energyIntensity(let year, let change, _):
      Text(
        "the energy intensity of \(year) can change by \(percent(change)) at best",
        "\(year)年能耗强度变化最多 \(percent(change))")
    }
  }

  /// The condition itself, in words.
  var askedText: Text {
    switch self {
    case .peakBy(let year, let account):
      Text(
        "peak of \(account.emissions) by \(year)",
        "\(account.emissions)\(year)年前达峰")
    case .emissions(let year, let limit, let account):
      Text(
        "\(account.emissions) of \(year) at most \(amount(limit))",
        "\(year)年\(account.emissions)不高于 \(amount(limit))")
    case .budget(let years, let limit, let account):
      Text(
        "\(account.emissions) of \(span(years)) together at most \(amount(limit))",
        "\(span(years))年累计\(account.emissions)不高于 \(amount(limit))")
    case .nonFossilShare(let year, let share):
      Text(
        "non-fossil share of \(year) at least \(percent(share))",
        "\(year)年非化石能源占比不低于 \(percent(share))")
    case .carbonIntensity(let year, let change, let reference, let account):
      Text(
        "carbon intensity (\(account.name)) of \(year) \(percent(change)) against \(reference)",
        "\(year)年碳强度（\(account.emissions)）较\(reference)年 \(percent(change))")
    case .energyIntensity(let year, let change, let reference):
      Text(
        "energy intensity of \(year) \(percent(change)) against \(reference)",
        "\(year)年能耗强度较\(reference)年 \(percent(change))")
    }
  }

  /// A limit that is in reach also as it is shown: rounded up.
  private func least(_ limit: Double) -> String { amount((limit * 1e4).rounded(.up) / 1e4) }

  /// A share that is in reach also as it is shown: rounded down.
  private func most(_ share: Double) -> Text { percent((share * 1e4).rounded(.down) / 1e4) }

  private func amount(_ value: Double) -> String { "\(shortestText(value)) Mt CO2e" }
  private func percent(_ value: Double) -> Text { shownPercent(value) }
  private func span(_ years: ClosedRange<Int>) -> String {
    "\(years.lowerBound)–\(years.upperBound)"
  }
}

/// A share in percent, for people.
func shownPercent(_ share: Double) -> Text {
  let percent = readableText(100 * share, digits: 4)
  return Text("\(percent) %", "\(percent)%")
}
