import CityModel
import Diagnostics
import Glibc
import Solvers

extension Resolver {
  /// Reads what is not known exactly.
  ///
  /// - Parameters:
  ///   - levers: The levers that could be read.
  ///   - history: What was observed; spreads begin after it.
  /// - Returns: What could be read of the section.
  mutating func resolveUncertainties(levers: [Lever], history: History) -> Uncertainties {
    typealias Keys = UncertaintySection
    guard let entry = root[Keys.section], let mapping = requireMap(entry) else {
      return Uncertainties()
    }
    let inherited = readSource(mapping, at: ParameterPath(Keys.section.word))
    let others = FileKeys.annotations + Keys.section.members.words
    let written = mapping.entries.filter { !others.contains($0.key) }
    var context = SpreadContext(
      history: history, base: years.lowerBound, levers: levers, keys: written.map(\.key),
      inherited: inherited)
    if let from = mapping[Keys.from] { context.from = spreadStart(from) }
    if let by = mapping[Keys.by] { context.by = readYear(by) }
    var values: [Uncertainties.Value] = []
    var isComplete = true
    for entry in written {
      switch resolveUncertain(entry, context) {
      case .value(let value): values.append(value)
      case .nothing: break
      case .fault: isComplete = false
      }
    }
    var uncertainties = Uncertainties(values: values)
    if let list = mapping[Keys.correlations] {
      uncertainties.correlations = resolveCorrelations(list, of: values, isComplete: isComplete)
    }
    return uncertainties
  }

  private mutating func resolveUncertain(_ entry: Entry, _ context: SpreadContext) -> ReadSpread {
    guard let mapping = requireMap(entry) else { return .fault }
    let inherited = readSource(
      mapping, at: ParameterPath(UncertaintySection.section.word) / entry.key,
      inheriting: context.inherited)
    let keys = UncertaintySection.spread.members
    guard reportUnknownKeys(in: mapping, of: entry, among: keys) else { return .fault }
    let subject: UncertainSubject
    switch uncertainSubject(entry, apply: mapping[UncertaintySection.apply], context) {
    case .subject(let read): subject = read
    case .nothing: return .nothing
    case .fault: return .fault
    }
    guard let (kind, shape) = distributionEntry(mapping, of: entry),
      let distribution = resolveDistribution(kind, shape, as: subject),
      checkSupport(of: distribution, subject, at: shape),
      let opening = opening(mapping, of: subject, at: entry, context)
    else { return .fault }
    if case .parameter(_, .replace) = subject.axis, let parameter = subject.parameters.first {
      tellFlat(parameter, at: entry.span)
    }
    return .value(
      Uncertainties.Value(
        axis: subject.axis, distribution: distribution, opening: opening,
        location: entry.location, source: inherited.source, grade: inherited.grade))
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

// MARK: - Years

/// What all spreads of a file have in common.
struct SpreadContext {
  /// What was observed; a spread begins after it.
  let history: History
  /// The base year, after which spreads begin where nothing later was observed.
  let base: Int
  /// The levers that could be read.
  let levers: [Lever]
  /// All keys of the section that name something.
  let keys: [String]
  /// What the section says of all.
  let inherited: Inherited
  /// From when on all count, if the section says so.
  var from: Int?
  /// From when on all count in full, if the section says so.
  var by: Int?

  /// The first year in which a subject can differ from what was observed.
  ///
  /// What is emitted and used binds every input up to its last observation. Gross domestic product
  /// and population are often observed longer: that binds them alone.
  func start(of subject: UncertainSubject) -> Int {
    if let from { return from }
    var observed = history.emissions + history.energy + history.sectors.values.flatMap(\.self)
    let paths = subject.parameters.map(\.path.description)
    if paths.contains("drivers.gdp") { observed += history.gdp }
    if paths.contains("drivers.population") { observed += history.population }
    return max(observed.map(\.year).max() ?? base, base) + 1
  }
}

/// What became of an entry.
private enum ReadSpread {
  case value(Uncertainties.Value)
  /// It names nothing that this scenario has.
  case nothing
  /// A fault was told.
  case fault
}

extension Resolver {
  /// The years in which a spread opens where nothing is said: ten from the first to the whole.
  static let openingYears = 10

  /// The first year that differs.
  private mutating func spreadStart(_ entry: Entry) -> Int? {
    guard let year = readYear(entry) else { return nil }
    guard !yearsAreKnown || years.contains(year) else {
      report(.spreadOutsideRun(year, years), at: entry.value.span)
      return nil
    }
    return year
  }

  /// From when on a spread counts; nothing if a fault was told.
  private mutating func opening(
    _ mapping: Mapping, of subject: UncertainSubject, at entry: Entry, _ context: SpreadContext
  ) -> Opening? {
    var first = context.start(of: subject)
    if let from = mapping[UncertaintySection.from] {
      guard let own = spreadStart(from) else { return nil }
      first = own
    }
    if subject.parameters.contains(where: { $0.declaration.time == .baseYear }),
      first > years.lowerBound
    {
      report(.describesBaseYear(entry.key, base: years.lowerBound), at: entry.span)
      return nil
    }
    let isWhole = first <= years.lowerBound
    guard let by = mapping[UncertaintySection.by] else {
      let whole = context.by ?? (isWhole ? first : first + Self.openingYears - 1)
      return Opening(first: first, whole: max(first, whole))
    }
    guard subject.opensByYears else {
      report(.opensByItself(entry.key), at: by.span)
      return nil
    }
    guard let whole = readYear(by) else { return nil }
    guard whole >= first else {
      report(.spreadEndsEarly(first, whole), at: by.value.span)
      return nil
    }
    return Opening(first: first, whole: whole)
  }
}
