import Diagnostics

/// Builds values from the steps of a YAML text, within a budget of values and of nesting.
///
/// Faults that leave the rest readable are collected; the others end the reading by being thrown.
struct NodeBuilder {
  /// What was found wrong so far.
  private(set) var diagnostics = DiagnosticCollection()
  private let events: YAMLEvents
  private let source: SourceText
  private let limits: ReadingLimits
  private var columns: ColumnCounter
  private var nodeCount = 0
  private var anchors: [String: Anchored] = [:]
  private var openAnchors: Set<String> = []

  /// A value that aliases may repeat, with what that costs.
  private struct Anchored {
    let node: Node
    let size: Int
    let height: Int
  }

  init(_ events: YAMLEvents, source: SourceText, limits: ReadingLimits) {
    self.events = events
    self.source = source
    self.limits = limits
    columns = ColumnCounter(source)
  }

  /// The value at the top of the text, or nothing if the text says nothing.
  mutating func document() throws(Diagnostic) -> Node? {
    _ = try next()
    guard case .documentStart = try next().kind else { return nil }
    let root = try node(from: try next(), depth: 1)
    _ = try next()
    let event = try next()
    if case .documentStart = event.kind {
      throw error(
        .severalDocuments, Text("a second document begins here", "此处开始了第二个文档"), at: event,
        suggestion: Text("write one document a file, without '---'", "每个文件只写一个文档，去掉 '---'"))
    }
    return root
  }

  private mutating func next() throws(Diagnostic) -> YAMLEvent {
    do {
      return try events.next()
    } catch {
      throw malformedYAML(error, in: source, columns: &columns)
    }
  }

  private mutating func node(from event: YAMLEvent, depth: Int) throws(Diagnostic) -> Node {
    guard depth <= limits.nesting else { throw tooDeep(at: event) }
    if case .alias(let name) = event.kind { return try expand(name, at: event, depth: depth) }
    try count(1, at: event)
    if event.tag != nil { diagnostics.add(tag(at: event)) }
    if let anchor = event.anchor { openAnchors.insert(anchor) }
    let countBefore = nodeCount
    let node = try content(of: event, depth: depth)
    if let anchor = event.anchor {
      openAnchors.remove(anchor)
      anchors[anchor] = Anchored(
        node: node, size: nodeCount - countBefore + 1, height: node.height)
    }
    return node
  }

  private mutating func content(of event: YAMLEvent, depth: Int) throws(Diagnostic) -> Node {
    let location = columns.location(event.start)
    switch event.kind {
    case .scalar(let text, let isQuoted):
      let length = columns.length(from: event.start, to: event.end)
      if !isQuoted, ["", "~", "null", "Null", "NULL"].contains(text) {
        return Node(location: location, length: length, content: .null(isWritten: !text.isEmpty))
      }
      checkControls(in: text, at: event)
      return Node(
        location: location, length: length, content: .scalar(text, isQuoted: isQuoted))
    case .sequenceStart:
      let values = try sequence(depth: depth)
      return Node(location: location, length: 1, content: .sequence(values))
    default:
      let mapping = try mapping(depth: depth)
      let first = mapping.entries.first
      let length = first?.location == location ? first?.length : nil
      return Node(location: location, length: length ?? 1, content: .mapping(mapping))
    }
  }

  private mutating func sequence(depth: Int) throws(Diagnostic) -> [Node] {
    var values: [Node] = []
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind { return values }
      values.append(try node(from: event, depth: depth + 1))
    }
  }

  private mutating func mapping(depth: Int) throws(Diagnostic) -> Mapping {
    var entries: [Entry] = []
    var places: [String: SourceLocation] = [:]
    while true {
      let event = try next()
      if case .mappingEnd = event.kind { return Mapping(entries) }
      let key = try key(from: event)
      let value = try node(from: try next(), depth: depth + 1)
      guard let key else { continue }
      if let joined = entries.last?.joining(digits: key, before: value) {
        entries[entries.count - 1] = joined
        continue
      }
      let location = columns.location(event.start)
      if let earlier = places[key] {
        diagnostics.add(duplicate(key, earlier: earlier, at: event))
        continue
      }
      places[key] = location
      let length = columns.length(from: event.start, to: event.end)
      let entry = Entry(key: key, location: location, length: length, value: value)
      entries.append(mended(entry))
    }
  }

  /// An entry as it was meant, and a fault, if its colon is full-width.
  private mutating func mended(_ entry: Entry) -> Entry {
    guard let (meant, fault) = entry.splitAtWideColon else { return entry }
    diagnostics.add(fault)
    return meant
  }

  /// The text of a key; nothing, and a fault, if it is no usable one.
  private mutating func key(from event: YAMLEvent) throws(Diagnostic) -> String? {
    guard case .scalar(let text, let isQuoted) = event.kind else {
      throw complexKey(at: event)
    }
    try count(1, at: event)
    if event.tag != nil { diagnostics.add(tag(at: event)) }
    if !isQuoted, text == "<<" {
      diagnostics.add(mergeKey(at: event))
      return nil
    }
    if text.isEmpty || !isQuoted && text == "~" {
      diagnostics.add(error(.wrongType, Text("a key is missing here", "此处缺少键名"), at: event))
      return nil
    }
    checkControls(in: text, at: event)
    return text
  }

  private mutating func expand(
    _ name: String, at event: YAMLEvent, depth: Int
  ) throws(Diagnostic) -> Node {
    guard let anchored = anchors[name], !openAnchors.contains(name) else {
      throw unknownAlias(name, isInside: openAnchors.contains(name), at: event)
    }
    guard depth + anchored.height - 1 <= limits.nesting else { throw tooDeep(at: event) }
    try count(anchored.size, at: event, isAlias: true)
    return anchored.node
  }

  private mutating func count(
    _ number: Int, at event: YAMLEvent, isAlias: Bool = false
  ) throws(Diagnostic) {
    nodeCount += number
    guard nodeCount > limits.nodes else { return }
    throw isAlias ? aliasBomb(at: event) : tooManyNodes(at: event)
  }

  private mutating func checkControls(in text: String, at event: YAMLEvent) {
    guard text.unicodeScalars.contains(where: \.isControl) else { return }
    diagnostics.add(
      error(
        .controlCharacter,
        Text("the text holds a control character, written as an escape", "文本含有以转义写出的控制字符"),
        at: event))
  }
}

extension Node {
  /// The number of values inside each other, itself included.
  fileprivate var height: Int {
    switch content {
    case .null, .scalar: 1
    case .sequence(let values): 1 + (values.map(\.height).max() ?? 0)
    case .mapping(let mapping): 1 + (mapping.entries.map(\.value.height).max() ?? 0)
    }
  }
}

// MARK: - What can be wrong

extension NodeBuilder {
  private mutating func error(
    _ code: DiagnosticCode, _ message: Text, at event: YAMLEvent, suggestion: Text? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, code: code, message: message, at: columns.location(event.start),
      length: columns.length(from: event.start, to: event.end), suggestion: suggestion)
  }

  private mutating func duplicate(
    _ key: String, earlier: SourceLocation, at event: YAMLEvent
  ) -> Diagnostic {
    error(
      .duplicateKey,
      Text(
        "the key '\(excerpt(key))' is here twice; the first is in line \(earlier.line), column \(earlier.column)",
        "键 '\(excerpt(key))' 重复；第一处在第 \(earlier.line) 行第 \(earlier.column) 列"),
      at: event, suggestion: Text("keep one of the two", "请只保留其中一处"))
  }

  private mutating func complexKey(at event: YAMLEvent) -> Diagnostic {
    if case .alias = event.kind {
      return error(.wrongType, Text("an alias cannot be a key", "别名不能作为键"), at: event)
    }
    return error(
      .wrongType, Text("a map or a list cannot be a key", "映射或列表不能作为键"), at: event)
  }

  private mutating func mergeKey(at event: YAMLEvent) -> Diagnostic {
    error(
      .mergeKeyNotAllowed, Text("the merge key '<<' is not used here", "此处不使用合并键 '<<'"), at: event,
      suggestion: Text(
        "to build on another file write 'extends: file.yaml'",
        "若要在另一文件的基础上修改，请写 'extends: file.yaml'"))
  }

  private mutating func tag(at event: YAMLEvent) -> Diagnostic {
    error(
      .tagNotAllowed,
      Text(
        "the tag '\(excerpt(event.tag ?? ""))' is not used here",
        "此处不使用标签 '\(excerpt(event.tag ?? ""))'"),
      at: event, suggestion: Text("remove it; values are read by their place", "请删除；值的类型由其位置决定"))
  }

  private mutating func unknownAlias(
    _ name: String, isInside: Bool, at event: YAMLEvent
  ) -> Diagnostic {
    let message =
      isInside
      ? Text(
        "the alias '*\(excerpt(name))' stands inside its own anchor",
        "别名 '*\(excerpt(name))' 位于其自身的锚点之内")
      : Text("no anchor '&\(excerpt(name))' before this alias", "此别名之前没有锚点 '&\(excerpt(name))'")
    return error(
      .unknownAlias, message, at: event,
      suggestion: isInside
        ? nil : Text("a text that begins with * needs quotes", "以 * 开头的文本需要加引号"))
  }

  private mutating func tooDeep(at event: YAMLEvent) -> Diagnostic {
    error(
      .tooDeep,
      Text(
        "more than \(limits.nesting) maps and lists inside each other",
        "映射和列表嵌套超过 \(limits.nesting) 层"),
      at: event)
  }

  private mutating func aliasBomb(at event: YAMLEvent) -> Diagnostic {
    error(
      .aliasBomb,
      Text(
        "aliases expand this file to more than \(limits.nodes) values",
        "别名展开后，此文件的值超过 \(limits.nodes) 个"),
      at: event)
  }

  private mutating func tooManyNodes(at event: YAMLEvent) -> Diagnostic {
    error(
      .tooLarge,
      Text("the file holds more than \(limits.nodes) values", "此文件的值超过 \(limits.nodes) 个"),
      at: event, suggestion: Text("keep long series in CSV files", "请把长序列放在 CSV 文件中"))
  }
}
