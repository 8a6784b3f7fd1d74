public import Analysis
import CityModel
import Diagnostics

extension Backcast {
  /// The solution as a scenario file that extends the one that was asked of.
  ///
  /// - Parameters:
  ///   - solution: What to change.
  ///   - base: The file to extend, as the new file names it.
  ///   - changes: What was set on the command line, `path=value`; the solution builds on it.
  ///   - run: The command that runs it.
  /// - Returns: `solution.yaml`.
  public func solutionFile(
    _ solution: BackcastSolution, extending base: String, changes: [String], run: String
  ) -> ResultFile {
    let scenario = problem.blueprint.scenario
    var tree = YAMLTree()
    for change in changes {
      guard let sign = change.firstIndex(of: "=") else { continue }
      let path = change[..<sign].split(separator: ".").map(String.init)
      tree.set(path[...], to: String(change[change.index(after: sign)...]))
    }
    for (handle, value) in zip(problem.handles, solution.point.values) { set(handle, value, &tree) }
    for aim in problem.conditions { set(aim, &tree) }
    let name = scenario.identity.name
    let head = [
      "extends: \(quoted(base))",
      "scenario:",
      "  id: \(Self.solutionId(of: scenario.identity.id))",
      "  name: \(quoted("\(name.english), backcast"))",
      "  name-zh: \(quoted("\(name.chinese)（反推）"))",
    ]
    let text = comments(solution, run: run) + head + tree.lines(indent: "")
    return ResultFile(
      name: "solution.yaml", bytes: Array((text.joined(separator: "\n") + "\n").utf8))
  }

  /// The id of the solution of a scenario: its results do not replace those of the scenario.
  static func solutionId(of id: String) -> String { "\(id)-solution" }

  private func comments(_ solution: BackcastSolution, run: String) -> [String] {
    let languages = [Language.english, .chinese]
    let changed = problem.handles.indices.map { place in
      let handle = problem.handles[place]
      let values = [problem.current[place], solution.point.values[place]].map {
        handle.figure($0).english
      }
      return "#   \(handle.path): \(values.joined(separator: " → "))"
    }
    return ["# Asked and reached / 要求与结果:"]
      + solution.point.results.flatMap { result in
        languages.map { "#   \(oneLine(result.line($0)))" }
      }
      + ["# Changed, from → to / 调整:"] + changed + ["# Run it / 运行: \(oneLine(run))"]
  }

  private func set(_ handle: BackcastHandle, _ value: Double, _ tree: inout YAMLTree) {
    let path = handle.path.split(separator: ".").map(String.init)
    switch handle {
    case .level, .end: tree.set(path[...], to: shortestText(value))
    case .carbonPrice:
      let scenario = problem.blueprint.scenario
      let found = scenario.parameters.first { $0.path.description == handle.path }
      guard let price = found else { return }
      let unit = price.declaration.readings[price.reading].unit
      for (year, amount) in zip(scenario.years, price.values) {
        tree.set((path + ["\(year)"])[...], to: "\(shortestText(amount * value)) \(unit)")
      }
    }
  }

  /// The condition as a target, so that a run shows whether it holds.
  private func set(_ aim: Target.Aim, _ tree: inout YAMLTree) {
    switch aim {
    case .peakBy(let year): tree.set(["targets", "peak", "by"], to: "\(year)")
    case .emissions(let year, let limit):
      tree.set(["targets", "emissions", "\(year)"], to: "\(shortestText(limit)) Mt")
    case .budget(let years, let limit):
      let span = "\(years.lowerBound)-\(years.upperBound)"
      tree.set(["targets", "budget", span], to: "\(shortestText(limit)) Mt")
    case .nonFossilShare(let year, let share):
      tree.set(["targets", "non-fossil-share", "\(year)"], to: shortestText(share))
    case .carbonIntensity, .energyIntensity: break
    }
  }
}

/// A text in double quotes, as YAML reads it.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case _ where scalar.value < 0x20: result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// A text without line breaks, for a comment.
private func oneLine(_ text: String) -> String {
  terminalSafe(String(text.map { $0.isNewline ? " " : $0 }))
}

/// Maps within maps with texts at their ends, in the order of being set.
struct YAMLTree {
  private enum Value {
    case text(String)
    case tree(YAMLTree)
  }
  private var entries: [(key: String, value: Value)] = []

  /// Sets the text at a path; the last one set stays.
  mutating func set(_ path: ArraySlice<String>, to text: String) {
    guard let key = path.first else { return }
    let place = entries.firstIndex { $0.key == key }
    var value = Value.text(text)
    if path.count > 1 {
      var inner = YAMLTree()
      if let place, case .tree(let old) = entries[place].value { inner = old }
      inner.set(path.dropFirst(), to: text)
      value = .tree(inner)
    }
    if let place { entries[place].value = value } else { entries.append((key, value)) }
  }

  func lines(indent: String) -> [String] {
    entries.flatMap { key, value -> [String] in
      switch value {
      case .text(let text): ["\(indent)\(key): \(text)"]
      case .tree(let tree): ["\(indent)\(key):"] + tree.lines(indent: indent + "  ")
      }
    }
  }
}
