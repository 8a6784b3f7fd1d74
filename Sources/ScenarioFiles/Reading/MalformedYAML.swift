import Diagnostics

/// One diagnostic from what libyaml says, at the place a person would look for it.
///
/// What never ended is shown where it began, everything else where libyaml noticed.
func malformedYAML(
  _ fault: YAMLFault, in source: SourceText, columns: inout ColumnCounter
) -> Diagnostic {
  let isUnfinished =
    fault.problem.hasSuffix("end of stream") || fault.problem == "could not find expected ':'"
    || fault.problemMark.line >= source.lines.count
  let start = isUnfinished ? fault.contextMark ?? fault.problemMark : fault.problemMark
  let location = columns.location(start)
  let firstLine = (fault.contextMark ?? start).line + 1
  let lines = [location.line, fault.problemMark.line + 1, firstLine]
    .compactMap { source.line($0) }
  let hint =
    lines.lazy.compactMap { indentationHint(for: $0) ?? punctuationHint(for: $0) }.first
  return Diagnostic(
    .error, code: .malformedYAML,
    message: wordings[fault.problem]
      ?? Text("this is not YAML: \(fault.problem)", "YAML 格式有误：\(fault.problem)"),
    at: location, length: 1, suggestion: hint ?? advice[fault.problem])
}

/// What to do about a line that is indented by tabs.
private func indentationHint(for line: String) -> Text? {
  guard line.prefix(while: \.isWhitespace).contains("\t") else { return nil }
  return Text("indent with spaces; YAML allows no tabs there", "请用空格缩进；YAML 不允许用制表符缩进")
}

/// libyaml's problems in the words of this program.
///
/// Source: libyaml 0.2.5, scanner.c and parser.c.
private let wordings: [String: Text] = [
  "could not find expected ':'": Text("expected ':' after this key", "此键后应有 ':'"),
  "mapping values are not allowed in this context": Text(
    "a ':' where no key can stand", "此处不能出现 ':'"),
  "block sequence entries are not allowed in this context": Text(
    "a '-' where no list can begin", "此处不能开始列表 '-'"),
  "found character that cannot start any token": Text(
    "no value can begin with this character", "值不能以此字符开头"),
  "found a tab character that violates indentation": Text(
    "a tab is used to indent", "用了制表符缩进"),
  "found a tab character where an indentation space is expected": Text(
    "a tab is used to indent", "用了制表符缩进"),
  "did not find expected key": Text("expected a key here", "此处应为键"),
  "did not find expected '-' indicator": Text("expected '-' here", "此处应为 '-'"),
  "did not find expected ',' or ']'": Text("expected ',' or ']'", "此处应为 ',' 或 ']'"),
  "did not find expected ',' or '}'": Text("expected ',' or '}'", "此处应为 ',' 或 '}'"),
  "did not find expected node content": Text("expected a value here", "此处应为值"),
  "did not find expected <document start>": Text(
    "expected the end of the file here", "文件应在此处结束"),
  "found unexpected end of stream": Text("the closing quote is missing", "缺少右引号"),
  "found unexpected document indicator": Text(
    "'---' or '...' inside a quoted text", "引号内出现 '---' 或 '...'"),
  "found unknown escape character": Text(
    "unknown escape after '\\' in a quoted text", "引号内 '\\' 之后的转义无效"),
]

/// What to do where the line itself tells nothing.
private let advice: [String: Text] = [
  "did not find expected key": Text(
    "check that this line is indented like its neighbours", "请检查此行缩进是否与相邻行一致"),
  "mapping values are not allowed in this context": Text(
    "check the indentation, or put a text with ': ' in quotes", "请检查缩进，或给含有 ': ' 的文本加引号"),
  "found character that cannot start any token": Text("put the text in quotes", "请给文本加引号"),
  "found unknown escape character": Text(
    "use single quotes for a text with '\\'", "含有 '\\' 的文本请用单引号"),
]
