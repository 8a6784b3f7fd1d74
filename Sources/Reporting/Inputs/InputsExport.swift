public import CityModel
public import Diagnostics

/// The yearly inputs of a scenario as one table to edit, and the files that read it back.
///
/// Each series stands in the unit of the model, so that reading it back gives the same bits. A set
/// of shares is written so that balancing it again changes no bit: where that needs one member to
/// be what the others leave, its column is not in the table; where nothing does, the set stays as
/// the scenario has it.
public struct InputsExport {
  /// The series in the table.
  public let series: [Parameter]
  /// Yearly series that stay as the scenario has them: they are adjusted, their units depend on
  /// others', or their shares sum to 1 only after rounding.
  public let left: [ParameterPath]
  private let rests: Set<ParameterPath>
  private let scenario: Scenario

  /// Chooses what is exported.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - prefix: A path; only what stands under it is exported. Everything if nothing is given.
  public init(_ scenario: Scenario, under prefix: ParameterPath? = nil) {
    let given = scenario.parameters.filter { parameter in
      parameter.declaration.time == .yearly && parameter.location != nil
        && (prefix.map { parameter.path.isAt(orUnder: $0) } ?? true)
    }
    func isAdjusted(_ parameter: Parameter) -> Bool {
      scenario.adjustments.contains { parameter.path.matches($0.pattern) }
    }
    let whole = Dictionary(grouping: scenario.parameters) { $0.shareGroup }
    var (series, left, rests): ([Parameter], [ParameterPath], Set<ParameterPath>) = ([], [], [])
    var solvable: [ParameterPath: Bool] = [:]
    for parameter in given {
      var isKept =
        parameter.reading.basis == .whole
        && !isAdjusted(parameter)
      if let group = parameter.shareGroup, solvable[group] == nil {
        let set = ShareBalance(whole[group] ?? [])
        let isComplete = set.members.allSatisfy { member in
          given.contains { $0.path == member.path } && !isAdjusted(member)
        }
        solvable[group] = isComplete && set.isExact
        if isComplete, set.isExact, let rest = set.rest { rests.insert(rest) }
      }
      if let group = parameter.shareGroup { isKept = isKept && solvable[group] == true }
      if isKept { series.append(parameter) } else { left.append(parameter.path) }
    }
    self.series = series
    self.left = left
    self.rests = rests
    self.scenario = scenario
  }

  /// The table, the file that reads it, and the file that takes out what it replaces.
  ///
  /// - Parameters:
  ///   - base: The scenario's file, as one beside it names it.
  ///   - stem: The name of the new files without what stands after the point.
  ///   - style: For whom the table is written.
  ///   - language: The language of its header.
  /// - Returns: Three files, the one to run first.
  public func files(
    extending base: String, stem: String, style: CSVStyle, language: Language
  ) -> [ResultFile] {
    [
      ResultFile(name: "\(stem).yaml", text: overlay(base, stem, language)),
      table(stem, language).file(style),
      ResultFile(name: "\(stem)-replaced.yaml", text: replaced(by: stem)),
    ]
  }

  // MARK: - Files

  private var columns: [Parameter] { series.filter { !rests.contains($0.path) } }

  private func table(_ stem: String, _ language: Language) -> Table {
    let year = ColumnHead(named: Text("year", "年份")(language), ColumnHead.year.meaning)
    let heads = columns.map {
      ColumnHead(named: title($0, language), $0.declaration.meaning, unit: $0.unit)
    }
    let rows = scenario.years.enumerated().map { place, year in
      [Cell.integer(year)] + columns.map { .number($0.values[place]) }
    }
    return Table(stem, heads: [year] + heads, cells: rows)
  }

  /// The header of a column: the path and the unit, in Chinese also what it means.
  private func title(_ parameter: Parameter, _ language: Language) -> String {
    let meaning = language == .chinese ? " \(parameter.declaration.meaning.chinese)" : ""
    return "\(parameter.path)\(meaning) [\(parameter.unit)]"
  }

  private func overlay(_ base: String, _ stem: String, _ language: Language) -> String {
    var tree = YAMLTree()
    for parameter in series {
      let path = parameter.path.segments.map(String.init)
      let isRest = rests.contains(parameter.path)
      tree.set(path[...], to: isRest ? "rest" : reference(parameter, stem, language))
    }
    let id = scenario.identity.id
    let name = scenario.identity.name
    let head = [
      "# Takes its yearly inputs from \(oneLine(stem)).csv: edit that table. / 逐年输入取自 \(oneLine(stem)).csv，请编辑该表。",
      "extends: [\(quotedYAML(base)), \(quotedYAML(stem + "-replaced.yaml"))]",
      "scenario:",
      "  id: \(id)-inputs",
      "  name: \(quotedYAML("\(name.english), edited inputs"))",
      "  name-zh: \(quotedYAML("\(name.chinese)（输入表）"))",
    ]
    return (head + tree.lines(indent: "")).joined(separator: "\n") + "\n"
  }

  private func reference(
    _ parameter: Parameter, _ stem: String, _ language: Language
  ) -> String {
    var parts = [
      "csv: \(quotedYAML(stem + ".csv"))", "column: \(quotedYAML(title(parameter, language)))",
    ]
    if parameter.unit != "1" { parts.append("unit: \(quotedYAML(parameter.unit))") }
    if let source = parameter.source { parts.append("source: \(quotedYAML(source))") }
    if let grade = parameter.grade { parts.append("grade: \(grade.rawValue)") }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private func replaced(by stem: String) -> String {
    var tree = YAMLTree()
    for parameter in series {
      tree.set(parameter.path.segments.map(String.init)[...], to: "~")
    }
    let file = "\(oneLine(stem)).yaml"
    let head = "# What \(file) takes from the table is taken out here. / 由输入表替换的原有数值在此移除。"
    return ([head] + tree.lines(indent: "")).joined(separator: "\n") + "\n"
  }
}

/// How a set of shares reads back to the same bits.
private struct ShareBalance {
  let members: [Parameter]
  /// The largest member that can be what the others leave; nothing if all must be given.
  var rest: ParameterPath? {
    members.count > 1 ? candidates.first { isExact(withRest: $0) }?.path : nil
  }
  /// Whether there is a way at all.
  var isExact: Bool { rest != nil || isExactWhenGiven }

  init(_ members: [Parameter]) { self.members = members }

  /// The members, the largest first.
  private var candidates: [Parameter] {
    members.sorted { $0.values.reduce(0, +) > $1.values.reduce(0, +) }
  }

  private func sum(_ year: Int, without rest: ParameterPath? = nil) -> Double {
    members.reduce(0) { $0 + ($1.path == rest ? 0 : $1.values[year]) }
  }

  private var isExactWhenGiven: Bool {
    members[0].values.indices.allSatisfy { year in
      let sum = sum(year)
      return members.allSatisfy { $0.values[year] / sum == $0.values[year] }
    }
  }

  private func isExact(withRest rest: Parameter) -> Bool {
    rest.values.indices.allSatisfy { year in
      let sum = sum(year, without: rest.path)
      return sum <= 1 && 1 - sum == rest.values[year]
    }
  }
}

extension ParameterPath {
  /// Whether it is another path or one below it.
  fileprivate func isAt(orUnder other: ParameterPath) -> Bool {
    self == other || description.hasPrefix(other.description + ".")
  }
}

extension ResultFile {
  fileprivate init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}

/// A text in double quotes, as YAML reads it.
func quotedYAML(_ text: String) -> String {
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
func oneLine(_ text: String) -> String {
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

  /// Sets what was set on the command line, each as `path=value`.
  mutating func set(_ changes: [String]) {
    for change in changes {
      guard let sign = change.firstIndex(of: "=") else { continue }
      let path = change[..<sign].split(separator: ".").map(String.init)
      set(path[...], to: String(change[change.index(after: sign)...]))
    }
  }

  /// The lines of a file.
  func lines(indent: String) -> [String] {
    entries.flatMap { key, value -> [String] in
      switch value {
      case .text(let text): ["\(indent)\(key): \(text)"]
      case .tree(let tree): ["\(indent)\(key):"] + tree.lines(indent: indent + "  ")
      }
    }
  }
}
