import Diagnostics

/// One diagnostic from what libyaml says, at the place a person would look for it.
///
/// That is the slip of the keyboard if there is one nearby; else, for what never ended, where it
/// began; else where libyaml noticed.
func malformedYAML(
  _ fault: YAMLFault, in source: SourceText, columns: inout ColumnCounter
) -> Diagnostic {
  let isUnfinished =
    fault.problem.hasSuffix("end of stream") || fault.problem == "could not find expected ':'"
    || fault.problemMark.line >= source.lines.count
  let start = isUnfinished ? fault.contextMark ?? fault.problemMark : fault.problemMark
  let noticed = columns.location(start)
  let slip = slip(near: fault, in: source)
  let message =
    wordings[fault.problem]
    ?? Text("this is not YAML: \(fault.problem)", "YAML 格式有误：\(fault.problem)")
  return Diagnostic(
    .error, code: .malformedYAML,
    message: slip == nil
      ? message : Text("this line cannot be read as 'key: value'", "此行无法按 '键: 值' 读取"),
    at: slip?.location ?? noticed, suggestion: slip?.advice ?? advice[fault.problem])
}

/// The first slip in the lines libyaml speaks of or in the one before, which may have run on.
private func slip(
  near fault: YAMLFault, in source: SourceText
) -> (location: SourceLocation, advice: Text)? {
  let problemLine = fault.problemMark.line + 1
  let numbers = [
    (fault.contextMark?.line ?? fault.problemMark.line) + 1, problemLine, problemLine - 1,
  ]
  for number in numbers {
    guard let line = source.line(number) else { continue }
    if let slip = tabSlip(in: line) ?? punctuationSlip(in: line) {
      return (
        SourceLocation(path: source.path, line: number, column: slip.column), slip.advice
      )
    }
  }
  return nil
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
  "did not find expected ',' or ']'": Text(
    "is the '[' before it closed with ']'?", "前面的 '[' 是否缺少 ']'？"),
  "did not find expected ',' or '}'": Text(
    "is the '{' before it closed with '}'?", "前面的 '{' 是否缺少 '}'？"),
  "did not find expected key": Text(
    "check that this line is indented like its neighbours", "请检查此行缩进是否与相邻行一致"),
  "mapping values are not allowed in this context": Text(
    "check the indentation, or put a text with ': ' in quotes", "请检查缩进，或给含有 ': ' 的文本加引号"),
  "found character that cannot start any token": Text("put the text in quotes", "请给文本加引号"),
  "found unknown escape character": Text(
    "use single quotes for a text with '\\'", "含有 '\\' 的文本请用单引号"),
]
