import CityModel

/// The paths of all parameters and choices that a scenario with these members can have, given or
/// not: what `--set` may name.
struct SettablePaths {
  /// The paths, in the order of the table of parameters.
  private(set) var all: [ParameterPath] = []
  private let root: Mapping

  init(root: Mapping) {
    self.root = root
    collect(ParameterTable.root, root, at: ParameterPath(""))
  }

  private mutating func collect(
    _ group: GroupDeclaration, _ mapping: Mapping, at path: ParameterPath
  ) {
    for field in group.fields {
      collect(field.node, mapping[field.key], at: path / field.key)
    }
    guard let declaration = group.members else { return }
    let fixed = group.knownKeys
    for entry in mapping.entries where !fixed.contains(entry.key) {
      collect(declaration.element, entry, at: path / entry.key)
    }
    if case .relative(let key, let levels) = declaration.ids {
      let siblings = root.mapping(at: path.ancestor(up: levels) / key)?.entries.map(\.key) ?? []
      for id in siblings where mapping[id] == nil && !FileKeys.annotations.contains(id) {
        collect(declaration.element, nil, at: path / id)
      }
    }
  }

  private mutating func collect(_ node: SchemaNode, _ entry: Entry?, at path: ParameterPath) {
    switch node {
    case .group(let group): collect(group, entry?.value.mapping ?? Mapping([]), at: path)
    case .parameter, .choice: all.append(path)
    case .table: break
    }
  }
}

extension Mapping {
  /// The map at a path below this one, if there is one.
  func mapping(at path: ParameterPath) -> Mapping? {
    var mapping: Mapping? = self
    for segment in path.segments { mapping = mapping?[String(segment)]?.value.mapping }
    return mapping
  }

  /// The entry at a path below this map, if there is one.
  func entry(at path: ParameterPath) -> Entry? { mapping(at: path.parent)?[path.last] }
}
