public import Analysis
import CityModel
import Diagnostics

extension Calibration {
  /// The scenario with the fitted numbers, as a file that extends the one that was fitted.
  ///
  /// Every number stands under `adjustments:`, where it can be seen, changed and taken out.
  ///
  /// - Parameters:
  ///   - base: The file to extend, as the new file names it.
  ///   - changes: What was set on the command line, `path=value`; the fit builds on it.
  ///   - run: The command that runs it.
  /// - Returns: `calibrated.yaml`.
  public func scenarioFile(extending base: String, changes: [String], run: String) -> ResultFile {
    let scenario = problem.blueprint.scenario
    var tree = YAMLTree()
    tree.set(changes)
    adjust(&tree)
    let name = scenario.identity.name
    let head = [
      "# Fitted numbers; each is visible under adjustments, and gone when its line is. / 拟合结果见 adjustments。",
      "# Run it / 运行: \(oneLine(run))",
      "extends: \(quotedYAML(base))",
      "scenario:",
      "  id: \(scenario.identity.id)-calibrated",
      "  name: \(quotedYAML("\(name.english), calibrated"))",
      "  name-zh: \(quotedYAML("\(name.chinese)（校准）"))",
    ]
    let text = head + tree.lines(indent: "")
    return ResultFile(
      name: "calibrated.yaml", bytes: Array((text.joined(separator: "\n") + "\n").utf8))
  }

  /// The fitted numbers alone, `adjustments.yaml`, for other scenarios of the city to extend.
  public var adjustmentsFile: ResultFile {
    var tree = YAMLTree()
    adjust(&tree)
    let head = [
      "# Fitted numbers alone. A scenario takes them over by extending this file after its own:",
      "# 仅含拟合结果。其他情景在自身之后 extends 本文件即可沿用：",
      "#   extends: [city.yaml, adjustments.yaml]",
    ]
    let text = head + tree.lines(indent: "")
    return ResultFile(
      name: "adjustments.yaml", bytes: Array((text.joined(separator: "\n") + "\n").utf8))
  }

  /// Writes every fitted number, and the lock of the base year, under `adjustments:`.
  private func adjust(_ tree: inout YAMLTree) {
    let scenario = problem.blueprint.scenario
    for (place, parameter) in problem.parameters.enumerated() {
      let error = standardErrors[place].map { " ± \(readableText($0, digits: 2))" } ?? ""
      let note = "fitted to \(fittedTo): \(readableText(values[place], digits: 5))\(error)"
      adjust(parameter, values[place], note: note, &tree)
    }
    if let lockFactor, let lock {
      let year = scenario.years.lowerBound
      let note = "base year \(year) locked to \(readableText(lock.observed, digits: 4)) Mt CO2e"
      for pattern in lock.patterns {
        let members = scenario.parameters.filter { $0.path.matches(pattern) }.map(\.path)
        factor(.multiply, lockFactor, pattern, members, note: note, &tree)
      }
    }
  }

  private var fittedTo: String {
    problem.series.map { series in
      let years = series.observations.map(\.year)
      return "\(series.subject.name) \(years.min() ?? 0)–\(years.max() ?? 0)"
    }.joined(separator: ", ")
  }

  private func adjust(
    _ parameter: CalibrationParameter, _ value: Double, note: String, _ tree: inout YAMLTree
  ) {
    let paths = parameter.members.map(\.path)
    guard parameter.change == .replace else {
      return factor(parameter.change, value, parameter.pattern, paths, note: note, &tree)
    }
    for member in parameter.members {
      let unit = member.unit
      let text = unit == "1" ? shortestText(value) : "\(shortestText(value)) \(unit)"
      let isNew = !problem.blueprint.scenario.adjustments.contains { $0.pattern == member.path }
      let undone = isNew ? [] : [("multiply", "1"), ("grow", "1")]
      set(member.path, [("replace", text)] + undone, note, &tree)
    }
  }

  /// Writes a factor beside those that the scenario has already.
  private func factor(
    _ change: Axis.Change, _ value: Double, _ pattern: ParameterPath, _ members: [ParameterPath],
    note: String, _ tree: inout YAMLTree
  ) {
    let known = problem.blueprint.scenario.adjustments
    // What replaces a member's values comes after a pattern: the factor then stands with the member.
    let isReplaced = known.contains { old in
      old.isReplaced && members.contains { $0.matches(old.pattern) }
    }
    for path in isReplaced ? members : [pattern] {
      let old = known.first { $0.pattern == path }
      let before = change == .grow ? old?.grow : old?.multiply
      set(path, [(change.rawValue, shortestText(value * (before ?? 1)))], note, &tree)
    }
  }

  private func set(
    _ path: ParameterPath, _ entries: [(String, String)], _ note: String,
    _ tree: inout YAMLTree
  ) {
    let key = path.description.hasPrefix("*") ? quotedYAML(path.description) : path.description
    for (name, text) in entries { tree.set(["adjustments", key, name], to: text) }
    tree.set(["adjustments", key, "note"], to: quotedYAML(note))
  }
}
