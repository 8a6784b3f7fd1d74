import CityModel
import Diagnostics
import Glibc
import Solvers

extension Resolver {
  /// Reads what is not known exactly.
  ///
  /// - Parameter levers: The levers that could be read.
  /// - Returns: What could be read of the section.
  mutating func resolveUncertainties(levers: [Lever]) -> Uncertainties {
    guard let entry = root["uncertainty"], let mapping = requireMap(entry) else {
      return Uncertainties()
    }
    let inherited = readSource(mapping, at: ParameterPath("uncertainty"))
    let others = Self.annotationKeys + ["correlations"]
    let written = mapping.entries.filter { !others.contains($0.key) }
    let values = written.compactMap { resolveUncertain($0, inheriting: inherited, levers: levers) }
    var uncertainties = Uncertainties(values: values)
    if let list = mapping["correlations"] {
      uncertainties.correlations = resolveCorrelations(
        list, of: values, isComplete: values.count == written.count)
    }
    return uncertainties
  }

  /// Whether the model can vary in everything that is called uncertain.
  mutating func checkUncertainties(of blueprint: Blueprint) {
    let finder = AxisFinder(blueprint)
    for value in blueprint.scenario.uncertainties.values {
      guard let location = value.location else { continue }
      do throws(AxisError) {
        try finder.check(value.axis)
      } catch {
        let span = Span(location: location, length: value.axis.path.count)
        switch error {
        case .stepHasNoEnd(let lever): report(.stepHasNoEnd(lever), at: span)
        case .unknownLever, .unknownParameter, .repeated, .shapesTheModel:
          report(.shapesTheModel(value.axis.path), at: span)
        }
      }
    }
  }

  private mutating func resolveUncertain(
    _ entry: Entry, inheriting outer: Inherited, levers: [Lever]
  ) -> Uncertainties.Value? {
    let path = ParameterPath(entry.key)
    guard let mapping = requireMap(entry) else { return nil }
    let inherited = readSource(
      mapping, at: ParameterPath("uncertainty") / entry.key, inheriting: outer)
    let known = DistributionKind.allCases.map(\.rawValue) + ["apply"]
    let unknown = mapping.entries.filter {
      !known.contains($0.key) && !Self.annotationKeys.contains($0.key)
    }
    for inner in unknown {
      report(.unknownKey(inner.key, in: entry.key, among: known), at: inner.span)
    }
    let apply = mapping["apply"]
    guard unknown.isEmpty,
      let subject = uncertainSubject(path, apply: apply, at: entry, levers: levers),
      let (kind, shape) = distributionEntry(mapping, of: entry),
      let distribution = resolveDistribution(kind, shape, as: subject),
      checkSupport(of: distribution, subject, at: shape)
    else { return nil }
    if case .parameter(_, .replace) = subject.axis, let parameter = subject.parameter {
      tellFlat(parameter, at: entry.span)
    }
    return Uncertainties.Value(
      axis: subject.axis, distribution: distribution, location: entry.location,
      source: inherited.source, grade: inherited.grade)
  }

  /// The one key of the map that names a distribution.
  private mutating func distributionEntry(
    _ mapping: Mapping, of entry: Entry
  ) -> (DistributionKind, Entry)? {
    let kinds = mapping.entries.compactMap { inner in
      DistributionKind(rawValue: inner.key).map { ($0, inner) }
    }
    if kinds.count > 1 {
      report(.conflictingKeys(kinds.map(\.1.key), in: nil), at: kinds[1].1.span)
      return nil
    }
    if kinds.isEmpty { report(.noDistribution(entry.key), at: entry.span) }
    return kinds.first
  }
}

// MARK: - What varies

/// Something that a file calls uncertain: what it is, and how its numbers are read.
struct UncertainSubject {
  /// What varies.
  let axis: Axis
  /// What messages call it.
  let name: String
  /// How the numbers of its distribution are read.
  let expectations: [UnitExpectation]
  /// The parameter, if it is one.
  var parameter: Parameter?
  /// Whether its numbers count electricity.
  var countsElectricity: Bool { parameter?.declaration.countsElectricity ?? false }
}

extension Resolver {
  private mutating func uncertainSubject(
    _ path: ParameterPath, apply: Entry?, at entry: Entry, levers: [Lever]
  ) -> UncertainSubject? {
    let change: Axis.Change
    if let apply {
      guard let read = readCase(apply, as: Axis.Change.self) else { return nil }
      change = read
    } else {
      change = .replace
    }
    if let part = LeverPart(path) {
      return uncertainLever(part, apply: apply, change, at: entry, levers: levers)
    }
    if isHidden(path) { return nil }
    guard let parameter = found[path] else {
      let known = found.paths.map(\.description) + Self.leverPaths(levers)
      let isAbsent = SettablePaths(root: root).all.contains(path)
      report(.unknownParameterPath(entry.key, among: known, absent: isAbsent), at: entry.span)
      return nil
    }
    guard change != .multiply, change != .grow else {
      return UncertainSubject(
        axis: .parameter(path, change), name: entry.key, expectations: [.fraction],
        parameter: parameter)
    }
    guard
      let expectations = expectations(
        for: parameter.declaration, at: path, reading: parameter.reading)
    else { return nil }
    return UncertainSubject(
      axis: .parameter(path, change), name: entry.key, expectations: expectations,
      parameter: parameter)
  }

  private mutating func uncertainLever(
    _ part: LeverPart, apply: Entry?, _ change: Axis.Change, at entry: Entry, levers: [Lever]
  ) -> UncertainSubject? {
    guard levers.contains(where: { $0.identity.id == part.lever }), let axis = part.axis else {
      if !hasUnknownLever {
        report(
          .unknownParameterPath(entry.key, among: Self.leverPaths(levers), absent: false),
          at: entry.span)
      }
      return nil
    }
    if let apply, change != .replace {
      report(.leverIsReplaced(entry.key), at: apply.value.span)
      return nil
    }
    return UncertainSubject(axis: axis, name: entry.key, expectations: [.fraction])
  }

  private static func leverPaths(_ levers: [Lever]) -> [String] {
    levers.flatMap { lever in
      LeverPart.keys.map { "levers.\(lever.identity.id).\($0)" }
    }
  }

  /// Whether no value that can be drawn lies outside what is possible; of a distribution without
  /// ends nothing is said, since the run says how many draws it had to leave out.
  private mutating func checkSupport(
    of distribution: Distribution, _ subject: UncertainSubject, at entry: Entry
  ) -> Bool {
    let support = distribution.support
    guard support.upperBound.isFinite else { return true }
    for end in [support.lowerBound, support.upperBound] {
      guard let fault = fault(of: end, subject) else { continue }
      report(fault, at: entry.value.span)
      return false
    }
    return true
  }

  /// What is wrong with a value that can be drawn.
  private func fault(of end: Double, _ subject: UncertainSubject) -> Fault? {
    switch subject.axis {
    case .level: (0...1).contains(end) ? nil : .drawnOutside(subject.name, end, 0...1)
    case .from, .by:
      !yearsAreKnown || end >= Double(years.lowerBound) && end <= Self.latestYear
        ? nil : .drawnOutside(subject.name, end, Double(years.lowerBound)...Self.latestYear)
    case .parameter(_, let change):
      subject.parameter.flatMap { parameter in
        parameter.values.enumerated().lazy.map { year, value in
          switch change {
          case .multiply: value * end
          case .grow: value * pow(end, Double(year))
          case .add: value + end
          case .replace: end
          }
        }.first { $0.isFinite && !parameter.bounds.contains($0) }
          .map { .drawnOutside(subject.name, $0, parameter.bounds) }
      }
    }
  }

  private static let latestYear = Double(conceivableYears.upperBound)
}

/// The level or a year of a lever, named by a path.
private struct LeverPart {
  static let keys = ["level", "from", "by"]
  let lever: String
  let key: String

  /// Reads `levers.ID.key`; nothing if the path is none of a lever.
  init?(_ path: ParameterPath) {
    let segments = path.segments
    guard segments.first == "levers" else { return nil }
    (lever, key) = (segments.count > 1 ? String(segments[1]) : "", path.last)
    isWhole = segments.count == 3
  }

  private let isWhole: Bool

  var axis: Axis? {
    switch key {
    case _ where !isWhole: nil
    case "level": .level(lever: lever)
    case "from": .from(lever: lever)
    case "by": .by(lever: lever)
    default: nil
    }
  }
}

// MARK: - Correlations

extension Resolver {
  /// Reads the pairs that are not independent, and checks that they can hold together.
  ///
  /// - Parameters:
  ///   - entry: The list.
  ///   - values: The uncertain values that could be read.
  ///   - isComplete: Whether these are all that the file has.
  /// - Returns: The pairs that could be read.
  private mutating func resolveCorrelations(
    _ entry: Entry, of values: [Uncertainties.Value], isComplete: Bool
  ) -> [Uncertainties.Correlation] {
    guard let nodes = entry.value.sequence else {
      let expected = Text(
        "a list such as [{between: [a, b], rank: 0.5}]", "列表，例如 [{between: [a, b], rank: 0.5}]")
      report(
        .wrongType(entry.key, expected: expected, found: entry.value.kind), at: entry.value.span)
      return []
    }
    var read: [Uncertainties.Correlation] = []
    for node in nodes {
      guard let pair = resolveCorrelation(node, of: values, isComplete: isComplete) else {
        continue
      }
      let twin = read.contains { Set([$0.first, $0.second]) == [pair.first, pair.second] }
      if twin { report(.correlatedTwice(values[pair.first], values[pair.second]), at: node.span) }
      if !twin { read.append(pair) }
    }
    guard isComplete, read.count == nodes.count else { return read }
    let all = Uncertainties(values: values, correlations: read)
    do {
      try requireCorrelations(all.correlationMatrix, of: values.count)
    } catch {
      report(.correlationsClash, at: entry.span)
    }
    return read
  }

  private mutating func resolveCorrelation(
    _ node: Node, of values: [Uncertainties.Value], isComplete: Bool
  ) -> Uncertainties.Correlation? {
    let entry = Entry(
      key: "correlations", location: node.location, length: node.length, value: node)
    guard let mapping = readMap(entry, known: ["between", "rank"], required: ["between", "rank"]),
      let between = mapping["between"], let rank = mapping["rank"]
    else { return nil }
    guard let names = between.value.sequence, names.count == 2 else {
      let expected = Text("a list of two paths", "两个路径的列表")
      report(
        .wrongType(between.key, expected: expected, found: between.value.kind),
        at: between.value.span)
      return nil
    }
    let places = names.map { place(of: $0, among: values, isComplete: isComplete) }
    guard let quantity = readQuantity(rank.value, called: "rank"),
      let match = match([quantity], with: [.fraction])
    else { return nil }
    let correlation = match.value(of: quantity)
    guard abs(correlation) < 1 else {
      report(.notACorrelation(quantity.description), at: rank.value.span)
      return nil
    }
    guard let first = places[0], let second = places[1] else { return nil }
    guard first != second else {
      report(.correlatedWithItself(values[first]), at: names[1].span)
      return nil
    }
    return Uncertainties.Correlation(first: first, second: second, rank: correlation)
  }

  private mutating func place(
    of node: Node, among values: [Uncertainties.Value], isComplete: Bool
  ) -> Int? {
    let paths = values.map(\.axis.path)
    if let place = node.text.flatMap({ paths.firstIndex(of: $0) }) { return place }
    if isComplete {
      report(.notUncertain(node.text ?? "", among: paths), at: node.span)
    }
    return nil
  }
}
