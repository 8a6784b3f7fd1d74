import Diagnostics

/// Reads the map that a scenario file is.
///
/// - Parameters:
///   - source: The text of the file.
///   - limits: How many values, and how deeply nested, are read.
///   - diagnostics: Takes up all faults that are found.
/// - Returns: The map, or nothing if there is none that can be read.
func readMapping(
  _ source: SourceText, limits: ReadingLimits, into diagnostics: inout DiagnosticCollection
) -> Mapping? {
  guard let events = YAMLEvents(source.lines.joined(separator: "\n") + "\n") else {
    diagnostics.add(
      Diagnostic(
        .error, code: .unreadableFile, message: Text("not enough memory", "内存不足"),
        at: SourceLocation(wholeFile: source.path)))
    return nil
  }
  var builder = NodeBuilder(events, source: source, limits: limits)
  defer { diagnostics.add(contentsOf: builder.diagnostics) }
  do {
    guard let root = try builder.document() else {
      diagnostics.add(emptyFile(source.path))
      return nil
    }
    if case .null = root.content { diagnostics.add(emptyFile(source.path)) }
    return topMapping(root, into: &diagnostics)
  } catch {
    diagnostics.add(error)
    return nil
  }
}

/// Reads a single value, such as the right side of `--set path=value`.
///
/// - Parameters:
///   - source: The text, one line.
///   - limits: How many values, and how deeply nested, are read.
///   - diagnostics: Takes up all faults that are found.
/// - Returns: The value, or nothing if there is none that can be read.
func readValue(
  _ source: SourceText, limits: ReadingLimits, into diagnostics: inout DiagnosticCollection
) -> Node? {
  guard let events = YAMLEvents(source.lines.joined(separator: "\n") + "\n") else { return nil }
  var builder = NodeBuilder(events, source: source, limits: limits)
  defer { diagnostics.add(contentsOf: builder.diagnostics) }
  do {
    return try builder.document()
  } catch {
    diagnostics.add(error)
    return nil
  }
}

private func topMapping(
  _ root: Node, into diagnostics: inout DiagnosticCollection
) -> Mapping? {
  switch root.content {
  case .mapping(let mapping): return mapping
  case .null: return nil
  case .scalar(let text, _):
    diagnostics.add(
      .error(
        .wrongType,
        Text(
          "expected keys and values at the top of the file, found a single value",
          "文件顶层应为键和值，实为单个值"),
        at: root,
        suggestion: punctuationSlip(in: text)?.advice
          ?? Text("write 'key: value', a space after the colon", "请写成 'key: value'，冒号后有空格")))
    return nil
  case .sequence:
    diagnostics.add(
      .error(
        .wrongType,
        Text(
          "expected keys and values at the top of the file, found a list", "文件顶层应为键和值，实为列表"),
        at: root, suggestion: Text("write 'key: value' without '-'", "请写成 'key: value'，去掉 '-'")))
    return nil
  }
}

private func emptyFile(_ path: String) -> Diagnostic {
  Diagnostic(
    .error, code: .emptyFile, message: Text("the file says nothing", "文件没有内容"),
    at: SourceLocation(path: path, line: 1, column: 1))
}
