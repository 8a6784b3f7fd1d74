extension DiagnosticCode {
  /// What is wrong with a text as YAML.
  static let yaml: [Self] = [
    .malformedYAML, .tagNotAllowed, .mergeKeyNotAllowed, .unknownAlias, .severalDocuments,
    .controlCharacter, .aliasBomb, .tooDeep, .tooLarge,
  ]

  package static let malformedYAML = Self(
    "malformed-yaml",
    meaning: Text("a text that is not YAML", "文本不符合 YAML 格式"),
    cure: Text(
      "Look at the place named: mostly a missing space after `:`, an open bracket or quote, a full-width `：` or `，`.",
      "看所指位置：多为 `:` 后缺空格、括号或引号未闭合、用了全角 `：` 或 `，`。"),
    example: "city: {name: My city")

  package static let tagNotAllowed = Self(
    "tag-not-allowed",
    meaning: Text("a YAML tag, which scenario files do not use", "YAML 标签，情景文件不使用"),
    cure: Text("Take the word that begins with `!` out.", "删去以 `!` 开头的词。"),
    example: "city: {name: !!str My city}")

  package static let mergeKeyNotAllowed = Self(
    "merge-key-not-allowed",
    meaning: Text(
      "a YAML merge key; scenario files use extends", "YAML 合并键；情景文件用 extends"),
    cure: Text("Use `extends:` in place of `<<:`.", "用 `extends:` 代替 `<<:`。"),
    example: "city: {<<: {name: My city}}")

  package static let unknownAlias = Self(
    "unknown-alias",
    meaning: Text("an alias without an anchor before it", "别名之前没有对应的锚点"),
    cure: Text(
      "Put a text that begins with `*` in quotes, or write its anchor `&` before it.",
      "以 `*` 开头的文本加引号，或在其前定义锚点 `&`。"),
    example: "city: {name: *star}")

  package static let severalDocuments = Self(
    "several-documents",
    meaning: Text("more than one YAML document in a file", "一个文件中有多个 YAML 文档"),
    cure: Text(
      "Take out the line `---`; one file, one scenario.", "删去 `---` 行；一个文件一个情景。"),
    example: "---\ncity: {name: My city}")

  package static let controlCharacter = Self(
    "control-character",
    meaning: Text("a control character inside a text", "文本中有控制字符"),
    cure: Text(
      "Delete the character; it mostly came with a copy from another program.",
      "删去该字符；多半是从其他程序复制时带入的。"),
    example: nil)

  package static let aliasBomb = Self(
    "alias-bomb",
    meaning: Text("aliases that expand to more values than a scenario can have", "别名展开后的值过多"),
    cure: Text("Write the values out, or fewer aliases.", "直接写出数值，或少用别名。"),
    example: nil)

  package static let tooDeep = Self(
    "too-deep",
    meaning: Text("maps, lists or files nested too deeply", "映射、列表或文件嵌套过深"),
    cure: Text(
      "Close the brackets that were left open, or extend fewer files in a row.",
      "补上未闭合的括号，或减少逐层 `extends` 的文件。"),
    example: nil)

  package static let tooLarge = Self(
    "too-large",
    meaning: Text("a file, a line or a number of values beyond the limit", "文件、行或值的数量超出上限"),
    cure: Text(
      "Check that this is the file you meant; put long series into CSV tables.",
      "确认文件无误；较长的序列放到 CSV 表中。"),
    example: nil)
}
