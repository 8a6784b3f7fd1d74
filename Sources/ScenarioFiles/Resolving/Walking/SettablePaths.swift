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

/// What `--set` may name of a scenario beside its parameters: its end, what is counted, levers it has and
/// targets of any year.
struct SettableSections {
  /// The paths, in the order of the declarations; a year of a target stands in none.
  private(set) var paths: [String] = []
  /// Maps of years and periods that may be set one by one.
  private var mapsOfYears: [String] = []

  init(root: Mapping) {
    for key in ScenarioSections.all { collect(key, root[key], at: key.word) }
  }

  /// Whether a path may be named.
  ///
  /// What a year or a period may be is checked as in a file.
  func admits(_ path: String) -> Bool {
    paths.contains(path)
      || mapsOfYears.contains { map in
        path.hasPrefix(map + ".") && path.count > map.count + 1
          && !path.dropFirst(map.count + 1).contains(".")
      }
  }

  private mutating func collect(_ key: SectionKey, _ entry: Entry?, at path: String) {
    if key.isSettable { paths.append(path) }
    let mapping = entry?.value.mapping ?? Mapping([])
    for inner in key.members { collect(inner, mapping[inner], at: "\(path).\(inner.word)") }
    guard case .each(let chosen, let element, _) = key.value else { return }
    switch chosen {
    case .year, .period, .yearOrPeriod: if element.isSettable { mapsOfYears.append(path) }
    case .id:
      let others = key.members.words + FileKeys.annotations
      for entry in mapping.entries where !others.contains(entry.key) {
        collect(element, entry, at: "\(path).\(entry.key)")
      }
    case .path, .pathOrLever: break
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
