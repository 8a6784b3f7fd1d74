import CityModel
import Diagnostics
import Glibc
import Quantities
import Solvers

/// Something that a file calls uncertain: what it is, and how its numbers are read.
struct UncertainSubject {
  /// What varies.
  let axis: Axis
  /// What messages call it.
  let name: String
  /// How the numbers of its distribution are read.
  let expectations: [UnitExpectation]
  /// The parameters, if it is any.
  var parameters: [Parameter] = []
  /// The levers, if it is any.
  var levers: [Lever] = []
  /// Whether its numbers count electricity.
  var countsElectricity: Bool {
    parameters.contains { $0.declaration.countsElectricity }
  }
  /// Whether it opens over some years, and does not by itself as growth and levers do.
  var opensByYears: Bool {
    switch axis.members.first {
    case .parameter(_, let change): change != .grow
    default: false
    }
  }
}

/// What an entry names.
enum ReadSubject {
  case subject(UncertainSubject)
  /// Nothing that this scenario has, though another may.
  case nothing
  /// A fault was told.
  case fault
}

extension Resolver {
  /// What an entry of `uncertainty` names: a parameter, one year of it, a lever's level or date, or by
  /// `*` several that are drawn as one.
  mutating func uncertainSubject(
    _ entry: Entry, apply: Entry?, _ context: SpreadContext
  ) -> ReadSubject {
    var change = Axis.Change.replace
    if let apply {
      guard let read = readCase(apply, as: Axis.Change.self) else { return .fault }
      change = read
    }
    if entry.key.hasPrefix("levers.") {
      return uncertainLevers(entry, apply: apply, change, context)
    }
    if entry.key.contains("*") { return uncertainPattern(entry, change, context) }
    if entry.key.contains("@") { return uncertainYear(entry, change, context) }
    let path = ParameterPath(entry.key)
    if isHidden(path) { return .fault }
    guard let parameter = found[path] else {
      let known = found.paths.map(\.description) + leverPaths(context.levers)
      let isAbsent = SettablePaths(root: root).all.contains(path)
      report(.unknownParameterPath(entry.key, among: known, absent: isAbsent), at: entry.span)
      return .fault
    }
    return subject(.parameter(path, change), change, of: parameter, named: entry.key)
  }

  private mutating func subject(
    _ axis: Axis, _ change: Axis.Change, of parameter: Parameter, named name: String
  ) -> ReadSubject {
    guard change != .multiply, change != .grow else {
      return .subject(
        UncertainSubject(
          axis: axis, name: name, expectations: [.fraction], parameters: [parameter]))
    }
    guard
      let expectations = expectations(
        for: parameter.declaration, at: parameter.path, reading: parameter.reading.name)
    else { return .fault }
    return .subject(
      UncertainSubject(axis: axis, name: name, expectations: expectations, parameters: [parameter]))
  }

  private mutating func uncertainYear(
    _ entry: Entry, _ change: Axis.Change, _ context: SpreadContext
  ) -> ReadSubject {
    guard change != .grow else {
      report(.yearDoesNotGrow(entry.key), at: entry.span)
      return .fault
    }
    guard let point = yearPoint(entry.key, beside: context.keys, at: entry.span) else {
      return .fault
    }
    return subject(
      .year(point.parameter.path, change, point.reach), change, of: point.parameter,
      named: entry.key)
  }

  /// The parameters that a pattern names and nothing names more exactly; one draw moves them all.
  private mutating func uncertainPattern(
    _ entry: Entry, _ change: Axis.Change, _ context: SpreadContext
  ) -> ReadSubject {
    let pattern = ParameterPath(entry.key)
    guard change == .multiply || change == .grow else {
      report(.patternTakesFactors(entry.key), at: entry.span)
      return .fault
    }
    guard ParameterTable.root.admits(pattern.segments[...]) else {
      report(.nothingMatches(entry.key), at: entry.span)
      return .fault
    }
    let others = context.keys.filter { $0 != entry.key }.map(BesidePattern.init)
    var members: [Parameter] = []
    for path in PathIndex(found.paths).matching(pattern) {
      guard let parameter = found[path], parameter.declaration.time == .yearly else { continue }
      let rivals = others.filter { path.matches($0.pattern) && $0.stars <= pattern.stars }
      if let twin = rivals.first(where: { $0.stars == pattern.stars }) {
        report(.variedTwice(path, by: twin.key), at: entry.span)
        return .fault
      }
      if rivals.isEmpty { members.append(parameter) }
    }
    guard !members.isEmpty else { return .nothing }
    return .subject(
      UncertainSubject(
        axis: .together(entry.key, members.map { .parameter($0.path, change) }),
        name: entry.key, expectations: [.fraction], parameters: members))
  }

  /// Whether no value that can be drawn lies outside what is possible; of a distribution without
  /// ends nothing is said, since the run says how many draws it had to leave out.
  mutating func checkSupport(
    of distribution: Distribution, _ subject: UncertainSubject, at entry: Entry
  ) -> Bool {
    let support = distribution.support
    guard support.upperBound.isFinite else { return true }
    for end in [support.lowerBound, support.upperBound] {
      for axis in subject.axis.members {
        guard let fault = fault(of: end, axis, subject) else { continue }
        report(fault, at: entry.value.span)
        return false
      }
    }
    return true
  }

  /// What is wrong with a value that can be drawn.
  private func fault(of end: Double, _ axis: Axis, _ subject: UncertainSubject) -> Fault? {
    func lever(_ id: String) -> Lever? { subject.levers.first { $0.identity.id == id } }
    func date(_ value: Double?) -> Fault? {
      guard let value, yearsAreKnown else { return nil }
      let allowed = Double(years.lowerBound)...Self.latestYear
      return allowed.contains(value) ? nil : .drawnOutside(subject.name, value, allowed)
    }
    switch axis {
    case .level: return (0...1).contains(end) ? nil : .drawnOutside(subject.name, end, 0...1)
    case .levelTimes(let id):
      let value = (lever(id)?.level ?? 0) * end
      return (0...1).contains(value) && end >= 0
        ? nil : .drawnOutside("levers.\(id).level", value, 0...1)
    case .from, .by: return date(end)
    case .fromPlus(let id): return date(lever(id).map { $0.ramp.from + end })
    case .byPlus(let id): return date(lever(id).map { $0.ramp.by + end })
    case .parameter(let path, let change):
      return subject.parameters.first { $0.path == path }
        .flatMap { fault(of: end, change, $0, $0.values, named: subject.name) }
    case .year(_, let change, let reach):
      return subject.parameters.first.flatMap { parameter in
        let place = reach.year - years.lowerBound
        return fault(
          of: end, change, parameter, [parameter.values[place]], named: subject.name)
      }
    case .together: return nil
    }
  }

  private func fault(
    of end: Double, _ change: Axis.Change, _ parameter: Parameter, _ values: [Double],
    named name: String
  ) -> Fault? {
    values.enumerated().lazy.map { year, value in
      switch change {
      case .multiply: value * end
      case .grow: value * pow(end, Double(year))
      case .add: value + end
      case .replace: end
      }
    }.first { $0.isFinite && !parameter.bounds.contains($0) }
      .map { .drawnOutside(name, $0, parameter.bounds) }
  }

  private static let latestYear = Double(conceivableYears.upperBound)
}

/// Another key of the section, as a pattern names what it covers.
private struct BesidePattern {
  let key: String
  let pattern: ParameterPath
  var stars: Int { pattern.stars }

  init(_ key: String) {
    self.key = key
    pattern = ParameterPath(String(key.prefix { $0 != "@" }))
  }
}

extension ParameterPath {
  /// How many of its segments stand for any.
  var stars: Int { segments.count { $0 == "*" } }
}

extension GroupDeclaration {
  /// Whether some scenario may have a parameter that fits a pattern.
  fileprivate func admits(_ pattern: ArraySlice<Substring>) -> Bool {
    guard let first = pattern.first else { return false }
    let rest = pattern.dropFirst()
    let fits = fields.filter { first == "*" || $0.key == first }.map(\.node)
    let members = fits.isEmpty || first == "*" ? [self.members?.element].compactMap(\.self) : []
    return (fits + members).contains { node in
      switch node {
      case .group(let group): group.admits(rest)
      case .parameter: rest.isEmpty
      case .choice, .table: false
      }
    }
  }
}
