import CityModel
import Diagnostics

/// Follows `extends` from file to file and collects their maps, the extended before the extending.
struct LayerCollector {
  private(set) var files: FileSet
  private(set) var layers: [Mapping] = []
  private(set) var diagnostics = DiagnosticCollection()
  /// Files that say `after: hold` at their top.
  private(set) var heldFiles: Set<String> = []
  /// Whether every file was read whole.
  private(set) var isComplete = true
  /// Whether the first file was readable.
  private(set) var didReadFirst = false
  /// The files from the first to the current one.
  private var chain: [InputFile] = []
  private var visited: Set<String> = []

  init(files: FileSet) { self.files = files }

  /// Collects a file and, before it, all it extends.
  mutating func visit(_ file: InputFile) {
    guard visited.insert(file.realPath).inserted else { return }
    guard let mapping = readMapping(file.text, limits: files.limits, into: &diagnostics) else {
      isComplete = false
      return
    }
    if chain.isEmpty { didReadFirst = true }
    chain.append(file)
    if let extends = mapping[HeadSection.extends] {
      for node in extendedFiles(extends) { follow(node) }
    }
    chain.removeLast()
    var layer = mapping.without(HeadSection.extends.word)
    if let after = mapping[HeadSection.after]?.value.text, HeadSection.after.words.contains(after) {
      heldFiles.insert(file.path)
      layer = layer.without(HeadSection.after.word)
    }
    layers.append(layer)
  }

  private mutating func follow(_ node: Node) {
    do throws(Diagnostic) {
      let reference = FilePlace(naming: node.text ?? "", at: node)
      let path = try files.resolve(reference)
      if let start = chain.firstIndex(where: { $0.realPath == path }) {
        throw cycle(chain[start...].map(\.path), at: node)
      }
      guard chain.count < files.limits.extending else { throw tooDeep(at: node) }
      visit(try files.readReference(reference))
    } catch {
      isComplete = false
      diagnostics.add(error)
    }
  }

  /// The names behind `extends:`, and a fault for what is none.
  private mutating func extendedFiles(_ entry: Entry) -> [Node] {
    let nodes = entry.value.sequence ?? [entry.value]
    if nodes.isEmpty { diagnostics.add(noName(entry.value)) }
    return nodes.filter { node in
      let isSeveral = node.text?.contains(" - ") ?? false
      if node.text?.isEmpty == false, !isSeveral { return true }
      isComplete = false
      diagnostics.add(isSeveral ? severalNames(node) : noName(node))
      return false
    }
  }

  private func noName(_ node: Node) -> Diagnostic {
    .error(
      .wrongType,
      Text(
        "expected the name of a file after 'extends', found \(node.kind)",
        "'extends' 后应为文件名，实为\(node.kind)"),
      at: node,
      suggestion: Text(
        "write 'extends: city.yaml' or 'extends: [city.yaml, measures.yaml]'",
        "请写 'extends: city.yaml' 或 'extends: [city.yaml, measures.yaml]'"))
  }

  private func severalNames(_ node: Node) -> Diagnostic {
    .error(
      .wrongType,
      Text(
        "these names after 'extends' are read as one: '\(excerpt(node.text ?? ""))'",
        "'extends' 后的文件名被读成了一个：'\(excerpt(node.text ?? ""))'"),
      at: node,
      suggestion: Text(
        "write each on a line of its own, '- city.yaml', and nothing after 'extends:'",
        "每行只写一个，形如 '- city.yaml'，'extends:' 之后不写内容"))
  }

  private func cycle(_ paths: [String], at node: Node) -> Diagnostic {
    let names = (paths + paths.prefix(1)).joined(separator: " → ")
    return .error(
      .extendsCycle,
      Text("these files extend each other in a circle: \(names)", "文件之间循环 extends：\(names)"),
      at: node)
  }

  private func tooDeep(at node: Node) -> Diagnostic {
    .error(
      .tooDeep,
      Text(
        "more than \(files.limits.extending) files extend each other in a chain",
        "extends 链超过 \(files.limits.extending) 个文件"), at: node)
  }
}
