internal import CityModel

/// Walks a description beside the parameter table, as a reader walks a file.
struct SchemaWalk {
  private let city: CityBuilder
  private var parameters: [Parameter] = []
  private var members: [ParameterPath: [String]] = [:]
  private var choices: [ParameterPath: String] = [:]
  private var shareGroups: [ParameterPath: ParameterPath] = [:]

  init(_ city: CityBuilder) { self.city = city }

  mutating func group(_ group: GroupDeclaration, at path: ParameterPath) throws {
    let keys = group.fields.map(\.key)
    if group.fieldsSumToOne { for key in keys { shareGroups[path / key] = path } }
    for field in group.fields { try node(field.node, at: path / field.key) }
    for rule in group.alternatives { try check(rule, at: path) }
    let ids = (city.children[path] ?? []).filter { !keys.contains($0) && $0 != "iamc" }
    guard let declaration = group.members else {
      if let unknown = ids.first { throw CityBuilder.Fault.unknown((path / unknown).description) }
      return
    }
    if declaration.isRequired, ids.isEmpty { throw CityBuilder.Fault.missing(path.description) }
    members[path] = ids
    for id in ids {
      switch declaration.sum {
      case .none: break
      case .members: shareGroups[path / id] = path
      case .field(let key): shareGroups[path / id / key] = path
      }
      try node(declaration.element, at: path / id)
    }
  }

  private mutating func node(_ node: SchemaNode, at path: ParameterPath) throws {
    switch node {
    case .group(let group):
      if city.children[path] != nil {
        try self.group(group, at: path)
      } else if group.isRequired {
        throw CityBuilder.Fault.missing(path.description)
      }
    case .parameter(let declaration): try parameter(declaration, at: path)
    case .choice(let declaration):
      choices[path] = city.chosen[path] ?? declaration.defaultWord
      if choices[path] == nil, declaration.isRequired {
        throw CityBuilder.Fault.missing(path.description)
      }
    case .table: break
    }
  }

  private mutating func parameter(
    _ declaration: ParameterDeclaration, at path: ParameterPath
  ) throws {
    let values: [Double]
    if let given = city.given[path] {
      guard [1, city.years.count].contains(given.values.count) else {
        throw CityBuilder.Fault.wrongLength(path.description)
      }
      values =
        given.values.count == 1 ? city.years.map { _ in given.values[0] } : given.values
    } else {
      switch declaration.presence {
      case .required: throw CityBuilder.Fault.missing(path.description)
      case .optional: return
      case .defaulted(let value): values = city.years.map { _ in value }
      }
    }
    parameters.append(
      Parameter(
        path: path, declaration: declaration, reading: try reading(declaration, at: path),
        values: values, location: nil, source: city.given[path]?.source,
        shareGroup: shareGroups[path]))
  }

  /// The reading given, that of the sibling it must share, or the first.
  private func reading(_ declaration: ParameterDeclaration, at path: ParameterPath) throws
    -> Reading
  {
    guard let name = readingName(declaration, at: path) else { return declaration.readings[0] }
    guard let reading = declaration.readings.first(where: { $0.name == name }) else {
      throw CityBuilder.Fault.unknown("\(path): \(name)")
    }
    return reading
  }

  private func readingName(
    _ declaration: ParameterDeclaration, at path: ParameterPath
  ) -> Reading.Name? {
    if let reading = city.given[path]?.reading { return reading }
    guard let sibling = declaration.sharesReadingWith else { return nil }
    let above = path.segments.dropLast(1 + sibling.levelsUp) + [Substring(sibling.key.word)]
    return city.given[ParameterPath(above.joined(separator: "."))]?.reading
  }

  private func check(_ rule: AlternativeRule, at path: ParameterPath) throws {
    let present = rule.keys.filter { city.children[path]?.contains($0) == true }
    if present.count > 1 { throw CityBuilder.Fault.conflicting(path.description) }
    if present.isEmpty, rule.isRequired { throw CityBuilder.Fault.missing(path.description) }
  }

  func scenario() throws -> Scenario {
    let known = Set(parameters.map(\.path))
    if let unknown = city.given.keys.filter({ !known.contains($0) }).min() {
      throw CityBuilder.Fault.unknown(unknown.description)
    }
    let variables = city.chosen.filter { $0.key.last == "iamc" }
    return Scenario(
      city: city.city, identity: city.identity, years: city.years, accounting: city.accounting,
      parameters: parameters, members: members,
      choices: choices.merging(variables) { first, _ in first }, tables: city.tables,
      names: city.names, levers: city.levers,
      targets: city.targets.map { Target(aim: $0, location: nil) }, history: city.history)
  }
}
