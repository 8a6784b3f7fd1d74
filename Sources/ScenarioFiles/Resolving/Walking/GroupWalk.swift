import CityModel
import Diagnostics

extension Resolver {
  /// Walks a map beside its declaration.
  ///
  /// Fields come in the order of the declaration, members in the order of the file, so that the
  /// order of keys in a file changes nothing.
  ///
  /// - Parameters:
  ///   - group: What may stand in the map.
  ///   - mapping: What stands there.
  ///   - place: Where.
  ///   - others: Keys that are read elsewhere.
  mutating func resolveGroup(
    _ group: GroupDeclaration, _ mapping: Mapping, at place: Place, besides others: [String] = []
  ) {
    var inner = place
    inner.shareKey = nil
    let inherited = readAnnotations(mapping, of: group, at: place)
    inner = Place(path: place.path, span: place.span, inherited: inherited)
    let misspelt = reportUnknownKeys(group, mapping, at: place, besides: others)
    for field in group.fields {
      let mayRest = group.fieldsSumToOne || place.shareKey == field.key
      if let entry = mapping[field.key] {
        resolve(field.node, entry, in: inner, mayRest: mayRest)
      } else {
        resolveAbsent(field, in: inner, isMisspelt: misspelt.contains(field.key))
      }
    }
    checkAlternatives(group.alternatives, mapping, at: place)
    if let declaration = group.members {
      resolveMembers(declaration, of: group, mapping, in: inner, besides: others)
    }
    checkShares(of: group, at: place)
  }

  private mutating func resolve(
    _ node: SchemaNode, _ entry: Entry, in place: Place, mayRest: Bool, shareKey: String? = nil
  ) {
    let path = place.path / entry.key
    switch node {
    case .group(let group):
      guard let mapping = requireMap(entry) else { return found.fail(path) }
      let inner = Place(
        path: path, span: entry.span, inherited: place.inherited, shareKey: shareKey)
      resolveGroup(group, mapping, at: inner)
    case .parameter(let declaration):
      resolveParameter(declaration, entry, at: path, in: place, mayRest: mayRest)
    case .choice(let declaration):
      resolveChoice(declaration, entry, at: path, in: place)
    case .table(let declaration):
      resolveTable(declaration, entry, at: path)
    }
  }

  private mutating func resolveAbsent(
    _ field: FieldDeclaration, in place: Place, isMisspelt: Bool
  ) {
    let path = place.path / field.key
    switch field.node {
    case .group(let group):
      guard group.isRequired else { return }
      reportMissing(field.key, meaning: group.meaning, in: place, unless: isMisspelt)
    case .parameter(let declaration):
      switch declaration.presence {
      case .optional: break
      case .required:
        reportMissing(field.key, meaning: declaration.described, in: place, unless: isMisspelt)
      case .defaulted(let value):
        found.add(
          Parameter(
            path: path, declaration: declaration,
            reading: defaultReading(of: declaration, at: path),
            values: years.map { _ in value }, location: nil, source: nil, shareGroup: nil))
      }
    case .choice(let declaration):
      if declaration.isRequired {
        reportMissing(field.key, meaning: declaration.meaning, in: place, unless: isMisspelt)
      }
      choices[path] = declaration.defaultWord
    case .table: break
    }
  }

  private mutating func reportMissing(
    _ key: String, meaning: Text, in place: Place, unless isMisspelt: Bool
  ) {
    found.fail(place.path / key)
    if isMisspelt || place.path.description.isEmpty && reportMissingLibrary(key) { return }
    let keys = mapping(at: place.path)?.entries.map(\.key) ?? []
    report(
      .missingParameter(
        key, in: place.path, meaning: meaning, meant: closestName(to: key, among: keys)),
      at: place.span)
  }

  private mutating func checkAlternatives(
    _ rules: [AlternativeRule], _ mapping: Mapping, at place: Place
  ) {
    for rule in rules {
      let present = mapping.entries.filter { rule.keys.contains($0.key) }
        .sorted { $0.location < $1.location }
      if present.isEmpty, rule.isRequired {
        report(.missingAlternative(rule.keys, in: place.path), at: place.span)
        for key in rule.keys { found.fail(place.path / key) }
      }
      if present.count > 1 {
        report(.conflictingKeys(present.map(\.key), in: place.path), at: present[1].span)
      }
    }
  }
}

// MARK: - Members

extension Resolver {
  private mutating func resolveMembers(
    _ declaration: MemberDeclaration, of group: GroupDeclaration, _ mapping: Mapping,
    in place: Place, besides others: [String]
  ) {
    let fixed = group.knownKeys + others
    let known = knownIds(declaration.ids, from: place.path)
    if known == nil { reportMissingHome(of: declaration.ids) }
    var ids: [String] = []
    for entry in mapping.entries where !fixed.contains(entry.key) {
      guard isMember(entry, of: declaration, group, known: known) else { continue }
      ids.append(entry.key)
      resolveMember(declaration, entry, in: place)
    }
    members[place.path] = ids
    if ids.isEmpty, declaration.isRequired, mapping.entries.allSatisfy({ fixed.contains($0.key) }) {
      report(.noMembers(declaration.noun, in: place.path), at: place.span)
    }
    if case .buildingClasses = declaration.ids, let known {
      let missing = known.filter { mapping[$0] == nil }
      if !missing.isEmpty {
        report(.missingMembers(missing, in: place.path), at: place.span)
      }
    }
  }

  private mutating func resolveMember(
    _ declaration: MemberDeclaration, _ entry: Entry, in place: Place
  ) {
    var shareKey: String?
    if case .field(let key) = declaration.sum { shareKey = key.word }
    resolve(
      declaration.element, entry, in: place, mayRest: declaration.sum == .members,
      shareKey: shareKey)
  }

  /// Whether an entry is a member at all; if it is none, ``reportUnknownKeys`` has said so.
  private func isMember(
    _ entry: Entry, of declaration: MemberDeclaration, _ group: GroupDeclaration, known: [String]?
  ) -> Bool {
    if let known { return known.contains(entry.key) }
    return memberFault(entry, of: declaration, in: group) == nil
  }

  /// Reports keys that mean nothing here, and gives the fields they were probably meant for.
  private mutating func reportUnknownKeys(
    _ group: GroupDeclaration, _ mapping: Mapping, at place: Place, besides others: [String]
  ) -> Set<String> {
    let fixed = group.knownKeys + others
    let known = group.members.flatMap { knownIds($0.ids, from: place.path) }
    let absent = fixed.filter { mapping[$0] == nil }
    var misspelt: Set<String> = []
    for entry in mapping.entries where !fixed.contains(entry.key) {
      if let members = group.members, known == nil {
        guard let fault = memberFault(entry, of: members, in: group) else { continue }
        report(fault(place.path), at: entry.span)
        found.unknownKeys[place.path, default: []].append(entry.key)
      } else if known?.contains(entry.key) != true {
        found.unknownKeys[place.path, default: []].append(entry.key)
        let possible = (known ?? []) + fixed
        let candidates = possible.filter { mapping[$0] == nil } + possible
        report(
          others.isEmpty
            ? .unknownParameter(
              place.path / entry.key, meant: entry.key, among: candidates,
              names: group.members.map { idsByName($0.ids, from: place.path) } ?? [:])
            : .unknownTopKey(entry.key, among: candidates), at: entry.span)
      }
      if let meant = closestName(to: entry.key, among: absent) { misspelt.insert(meant) }
    }
    return misspelt
  }

  /// What is wrong with a key that could be the id of a free member; nothing if it is one.
  private func memberFault(
    _ entry: Entry, of members: MemberDeclaration, in group: GroupDeclaration
  ) -> ((ParameterPath) -> Fault)? {
    if case .group = members.element {
      let isService = group.fields.contains { $0.key == "demand" }
      if isService, entry.key == "modes" { return { .modesKey($0 / "modes") } }
      if entry.value.mapping != nil, ScenarioSections.wordsOfTheTop.contains(entry.key) {
        return { .unknownParameter($0 / entry.key, meant: entry.key, among: []) }
      }
      let fields = group.knownKeys
      if entry.value.mapping == nil, closestName(to: entry.key, among: fields) != nil {
        return { .unknownParameter($0 / entry.key, meant: entry.key, among: fields) }
      }
    }
    if Fault.isChineseKey(entry.key, among: group.knownKeys) {
      return { .unknownParameter($0 / entry.key, meant: entry.key, among: group.knownKeys) }
    }
    if members.reservedIds.contains(entry.key) {
      let reason = Text("the model makes it itself", "模型自身产生它")
      return { _ in .badId(entry.key, reason: reason) }
    }
    if let reason = ScenarioId.fault(entry.key) {
      return { _ in .badId(entry.key, reason: reason) }
    }
    return nil
  }
}
