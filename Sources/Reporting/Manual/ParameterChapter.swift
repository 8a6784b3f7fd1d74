import CityModel
public import Diagnostics

/// The chapter of the manual that names every parameter, written from the table of parameters.
public struct ParameterChapter {
  private let language: Language
  private var rows: [[String]] = []

  /// The chapter as Markdown.
  public static func text(_ language: Language) -> String {
    let sections = ParameterTable.root.fields.map { field in
      var chapter = Self(language: language)
      chapter.node(field.node, at: field.key)
      return "## \(field.key)\n\n" + markdownTable(chapter.heading, chapter.rows)
    }
    return ([introduction(language)] + sections).joined(separator: "\n")
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
        absence: Text("may be absent", "可不写"))
    }
  }

  private mutating func group(_ group: GroupDeclaration, at path: String) {
    let rules = [Text("a map", "映射"), group.rules, group.members?.shareRule].compactMap(\.self)
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
    case .words(let words):
      let list = words.map { "`\($0)`" }.joined(separator: " · ")
      value = Text(same: list)
    case .id: value = Text("an id", "标识")
    case .text: value = Text("a text", "文本")
    }
    add(
      path, declaration.meaning, value,
      absence: declaration.defaultWord.map { Text("`\($0)`", "`\($0)`") }
        ?? Self.absence(isRequired: declaration.isRequired))
  }

  private static func absence(isRequired: Bool) -> Text {
    isRequired ? Text("an error", "报错") : Text("may be absent", "可不写")
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
