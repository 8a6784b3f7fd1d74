import CityModel
public import Diagnostics

/// The chapter of the manual that names every key of a scenario file, written from the table of parameters
/// and the declarations of what stands beside them.
public struct ParameterChapter {
  private let language: Language
  private var rows: [[String]] = []

  /// The chapter as Markdown.
  public static func text(_ language: Language) -> String {
    let parameters = ParameterTable.root.fields.map { field in
      var chapter = Self(language: language)
      chapter.node(field.node, at: field.key)
      return "## \(field.key)\n\n" + markdownTable(chapter.heading, chapter.rows)
    }
    return ([introduction(language)] + parameters + [SectionChapter.text(language)])
      .joined(separator: "\n")
  }

  private init(language: Language) { self.language = language }

  private static func introduction(_ language: Language) -> String {
    Text(
      """
      # Every parameter

      Written by `carbonpeak manual parameters` from the program's own table.

      `*` stands for an id that the file chooses. Levers move what has a series over the years.
      `--set`, sweeps and `uncertainty:` take every number. Any map may hold `source`, `note` and
      `grade`; where ids are free, also `name`, `name-zh` and `iamc`. What is an error if absent may be
      left out where the map above it is not there.

      """,
      """
      # 全部参数

      由 `carbonpeak manual parameters` 根据程序自身的参数表生成。

      `*` 代表文件自定的标识。措施只能改变逐年取值的参数；`--set`、扫描与 `uncertainty:` 可用于任何数值。
      任何映射都可写 `source`、`note`、`grade`；标识可自定之处还可写 `name`、`name-zh`、`iamc`。
      上级映射不存在时，标为“报错”的键也可不写。

      """)(language)
  }

  private var heading: [String] {
    [
      Text("path", "路径"), Text("what it is", "含义"), Text("value", "取值"), Text("years", "年份"),
      Text("if absent", "不写时"),
    ].map { $0(language) }
  }

  // MARK: - Rows

  private mutating func node(_ node: SchemaNode, at path: String) {
    switch node {
    case .group(let group): self.group(group, at: path)
    case .parameter(let declaration): parameter(declaration, at: path)
    case .choice(let declaration): choice(declaration, at: path)
    case .table(let declaration):
      let keys = declaration.keys.map(\.name).joined(separator: Text(", ", "、")(language))
      add(
        path, declaration.meaning,
        Text("`{csv: FILE}`, a table with the columns \(keys)", "`{csv: 文件}`，含列 \(keys) 的表"),
        absence: .mayBeAbsent)
    }
  }

  private mutating func group(_ group: GroupDeclaration, at path: String) {
    let rules = [.aMap, group.rules, group.members?.shareRule].compactMap(\.self)
    add(
      path, group.meaning,
      rules.joined(". ", "。"),
      absence: Self.absence(isRequired: group.isRequired))
    for field in group.fields { node(field.node, at: "\(path).\(field.key)") }
    if let members = group.members { node(members.element, at: "\(path).*") }
  }

  private mutating func parameter(_ declaration: ParameterDeclaration, at path: String) {
    let readings = declaration.readings.map(\.words)
    let years: Text =
      switch declaration.time {
      case .yearly: Text("series", "逐年")
      case .constant: Text("one number", "同一数值")
      case .baseYear: Text("base year", "基年")
      }
    let absence: Text =
      switch declaration.presence {
      case .required: Self.absence(isRequired: true)
      case .optional: Self.absence(isRequired: false)
      case .defaulted(let value): Text(same: shortestText(value))
      }
    add(
      path, declaration.meaning,
      readings.joined("; or ", "；或 "),
      years: years, absence: absence)
  }

  private mutating func choice(_ declaration: ChoiceDeclaration, at path: String) {
    let value: Text
    switch declaration.domain {
    case .words(let words): value = .oneOf(words)
    case .id: value = .anId
    case .text: value = .prose
    }
    add(
      path, declaration.meaning, value,
      absence: declaration.defaultWord.map { Text("`\($0)`", "`\($0)`") }
        ?? Self.absence(isRequired: declaration.isRequired))
  }

  private static func absence(isRequired: Bool) -> Text {
    isRequired ? .anError : .mayBeAbsent
  }

  private mutating func add(
    _ path: String, _ meaning: Text, _ value: Text, years: Text = Text("", ""), absence: Text
  ) {
    rows.append(["`\(path)`"] + [meaning, value, years, absence].map { $0(language) })
  }
}

extension MemberDeclaration {
  /// Which shares of the members sum to 1.
  fileprivate var shareRule: Text? {
    switch sum {
    case .none: nil
    case .members: Text("The values sum to 1", "各值之和为 1")
    case .field(let key): Text("The `\(key.word)` of all sum to 1", "各项 `\(key.word)` 之和为 1")
    }
  }
}

// MARK: - Beside the parameters

/// The part of the chapter on what stands beside the parameters, written from its declarations.
private struct SectionChapter {
  private let language: Language
  private var rows: [[String]] = []

  static func text(_ language: Language) -> String {
    let parts =
      [(Text("Above the parameters", "参数之上"), ScenarioSections.head)]
      + ScenarioSections.plans.map { (Text(same: $0.word), [$0]) } + [
        (Text("A number, or a series over the years", "数值与逐年序列"), SeriesKeys.all),
        (
          Text("In any map, and names", "任意映射中，以及名称"),
          CommonKeys.annotations + CommonKeys.names + [CommonKeys.iamc]
        ),
      ]
    let sections = parts.map { title, keys in
      var chapter = Self(language: language)
      for key in keys { chapter.add(key, at: key.word) }
      return "## \(title(language))\n\n" + markdownTable(chapter.heading, chapter.rows)
    }
    return ([introduction(language)] + sections).joined(separator: "\n")
  }

  private init(language: Language) { self.language = language }

  private static func introduction(_ language: Language) -> String {
    Text(
      """
      # Every other key of a scenario file

      `*` stands for an id that the file chooses, `PATH` for the path of a parameter, `YEAR` for a year.
      `--set` takes what is marked; a target of any year too.

      """,
      """
      # 情景文件的其他键

      `*` 代表文件自定的标识，`PATH` 代表参数的路径，`YEAR` 代表年份。`--set` 可用于有标记的键，包括任一年份的目标。

      """)(language)
  }

  private var heading: [String] {
    [
      Text("key", "键"), Text("what it is", "含义"), Text("value", "取值"), Text(same: "`--set`"),
      Text("if absent", "不写时"),
    ].map { $0(language) }
  }

  private mutating func add(_ key: SectionKey, at path: String) {
    let meaning = [key.meaning, key.remark].compactMap(\.self).joined(". ", "。")
    let absence: Text =
      switch key.absence {
      case .required: .anError
      case .optional: .mayBeAbsent
      case .means(let text): text
      }
    let isSettable = key.isSettable ? Text("yes", "可") : Text("", "")
    rows.append(["`\(path)`"] + [meaning, key.form, isSettable, absence].map { $0(language) })
    let inner = key.members + [key.element].compactMap(\.self)
    for member in inner { add(member, at: "\(path).\(member.word)") }
  }
}

extension SectionKey {
  /// What may stand there, in words.
  fileprivate var form: Text {
    switch value {
    case .text: .prose
    case .id: .anId
    case .year: Text("a year", "年份")
    case .date: Text("a year, or a date within one such as 2035.5", "年份，可带小数，如 2035.5")
    case .format: Text(same: "`1`")
    case .files: Text("a file, or a list of files", "一个文件或文件列表")
    case .word(let words): .oneOf(words)
    case .words(let words): Text("a list of \(Text.oneOf(words))", "列表：\(Text.oneOf(words))")
    case .number: Text("a number", "数值")
    case .numbers: Text("a list of numbers", "数值列表")
    case .drawn: Text("a number in the unit of what varies", "数值，单位同所变参数")
    case .draws(nil), .sample:
      Text("a list of numbers in the unit of what varies", "数值列表，单位同所变参数")
    case .draws(let count?):
      Text(
        "a list of \(count) numbers in the unit of what varies", "\(count) 个数值的列表，单位同所变参数")
    case .constant(let reading): reading.words
    case .series(let readings):
      Text(
        "a number or a series. \(readings.map(\.words).joined("; or ", "；或 "))",
        "数值或逐年序列。\(readings.map(\.words).joined("; or ", "；或 "))")
    case .ofParameter:
      Text("a number or a series, in the parameter's unit", "数值或逐年序列，单位同参数")
    case .ofSubject:
      Text(
        "an amount in the unit of what the target is of, or its change",
        "目标所指指标的数值（带单位），或其变化")
    case .fractions: Text("a fraction, or a series of fractions", "比例，或逐年比例")
    case .observations(let reading, _):
      Text(
        "years with values, or a column of a table. \(reading.words)", "逐年数值或表的一列。\(reading.words)")
    case .pair: Text("a list of two paths", "两个路径的列表")
    case .list: Text("a list of maps", "映射的列表")
    case .map, .each: .aMap
    }
  }
}

extension Text {
  fileprivate static let prose = Text("a text", "文本")
  fileprivate static let anId = Text("an id", "标识")
  fileprivate static let aMap = Text("a map", "映射")
  fileprivate static let anError = Text("an error", "报错")
  fileprivate static let mayBeAbsent = Text("may be absent", "可不写")

  fileprivate static func oneOf(_ words: [String]) -> Text {
    Text(same: words.map { "`\($0)`" }.joined(separator: " · "))
  }
}
