import CityModel
import Diagnostics
import Quantities

/// The history, and whether all of it could be read.
struct ResolvedHistory {
  var values = History()
  var isComplete = true
}

extension Resolver {
  /// Reads what was observed; years without a value stay without one.
  ///
  /// - Parameter accounting: What the run counts.
  /// - Returns: The history, and whether all of it could be read.
  mutating func resolveHistory(_ accounting: Accounting) -> ResolvedHistory {
    var history = ResolvedHistory()
    let section = HistorySection.section
    guard let entry = root[section], let mapping = readMap(entry, of: section.members) else {
      return history
    }
    let path = ParameterPath(section.word)
    history.values.places[path] = entry.location
    history.values.inventory =
      mapping[HistorySection.emissions].map { inventoryScope($0, accounting) } ?? InventoryScope()
    history.values.emissions = observe(
      HistorySection.emissions, of: mapping, under: path, in: &history)
    history.values.gdp = observe(HistorySection.product, of: mapping, under: path, in: &history)
    history.values.energy = observe(HistorySection.energy, of: mapping, under: path, in: &history)
    history.values.population = observe(
      HistorySection.population, of: mapping, under: path, in: &history)
    for indicator in HistorySection.observable {
      let key = HistorySection.indicator(indicator)
      guard mapping[key] != nil else { continue }
      history.values.indicators[indicator] = observe(key, of: mapping, under: path, in: &history)
    }
    let sectors = HistorySection.sectors
    guard let entry = mapping[sectors],
      let mapping = readMap(entry, of: sectors.members, at: path / sectors.word)
    else { return history }
    for sector in Sector.emitting {
      let key = HistorySection.sector(sector)
      guard let entry = mapping[key] else { continue }
      if history.values.inventory.excludes.contains(.sector(sector)) {
        report(.excludedSector(sector.rawValue), at: entry.span)
      }
      history.values.sectors[sector] = observe(
        key, of: mapping, under: path / sectors.word, in: &history)
    }
    return history
  }

  /// What observed emissions count; what is not said is as the run counts it.
  private mutating func inventoryScope(
    _ entry: Entry, _ accounting: Accounting
  ) -> InventoryScope {
    guard let mapping = entry.value.mapping else { return InventoryScope() }
    typealias Keys = HistorySection
    let account = mapping[Keys.account].flatMap { readCase($0, as: EmissionTotal.self) }
    let scopes = mapping[Keys.scopes].flatMap { readWords($0, among: Keys.scopes.words) }
    let gaps = mapping[Keys.excludes].flatMap { readWords($0, among: Keys.excludes.words) }
    if let scopes, let place = mapping[Keys.scopes]?.value.span {
      if !scopes.contains("1") { report(.scopeOneMissing, at: place) }
      if scopes.contains("2"), !accounting.countsScope2 { report(.inventoryBeyondRun, at: place) }
    }
    return InventoryScope(
      account: account ?? .gross, countsScope2: scopes.map { $0.contains("2") },
      excludes: InventoryScope.Gap.all.filter { gaps?.contains($0.word) ?? false })
  }

  /// Reads one observed series, if the file has it, and remembers where it stands.
  private mutating func observe(
    _ key: SectionKey, of mapping: Mapping, under path: ParameterPath,
    in history: inout ResolvedHistory
  ) -> [History.Observation] {
    guard let entry = mapping[key]?.without(key.members.words), let declaration = key.declaration
    else { return [] }
    history.values.places[path / entry.key] = entry.location
    guard let read = resolveObservations(entry, declaration, at: path / entry.key) else {
      history.isComplete = false
      return []
    }
    return read
  }

  private mutating func resolveObservations(
    _ entry: Entry, _ declaration: ParameterDeclaration, at path: ParameterPath
  ) -> [History.Observation]? {
    guard let mapping = requireMap(entry) else { return nil }
    _ = readSource(mapping, at: path)
    guard let written = readObserved(entry, mapping),
      let candidates = expectations(for: declaration, at: path),
      let match = match(written.map(\.quantity), with: candidates)
    else { return nil }
    let bounds = Bounds(range: declaration.readings[0].bounds, path: path, expectation: match)
    for point in written where bounds.admit(match.value(of: point.quantity)) == nil {
      report(
        .outOfBounds(
          path, value: point.quantity.description, year: point.year,
          bounds: bounds.described(like: point.quantity), hint: nil), at: point.quantity.span)
      return nil
    }
    let all = written.sorted { $0.year < $1.year }
    let years = all.filter { isOver($0.year) }
    let later = all.filter { !isOver($0.year) }
    if let first = later.first, let last = later.last {
      report(.notOver(path, first.year, last.year), at: first.span)
    }
    tellJump(among: years, declaration.readings[0], match, at: path)
    if years.contains(where: { $0.quantity.value > 0 }) {
      for zero in years where zero.quantity.value == 0 {
        report(.zeroObserved(path, zero.year), at: zero.quantity.span)
      }
    }
    return written.filter { isOver($0.year) }.map {
      History.Observation(year: $0.year, value: match.value(of: $0.quantity))
    }
  }

  /// Whether a year can have been observed: it is over, or the scenario starts in the one that is not.
  private func isOver(_ year: Int) -> Bool {
    thisYear.map { year < $0 || year == $0 && year == years.lowerBound } ?? true
  }

  private mutating func readObserved(_ entry: Entry, _ mapping: Mapping) -> [WrittenPoint]? {
    let series = readSeries(
      entry.value, called: "\(HistorySection.section.word).\(entry.key)", skippingEmpty: true)
    for key in [SeriesKeys.shape, SeriesKeys.before, SeriesKeys.growth] {
      guard let wrong = mapping[key] else { continue }
      let known = [SeriesKeys.file, SeriesKeys.column, SeriesKeys.unit].words
      report(.unknownKey(key.word, in: entry.key, among: known), at: wrong.span)
    }
    guard case .points(let points, _, _, nil) = series else {
      if series != nil { report(.notObserved(entry.key), at: entry.value.span) }
      return nil
    }
    return points
  }
}

extension Entry {
  /// The entry whose map is without some keys.
  fileprivate func without(_ keys: [String]) -> Entry {
    guard let mapping = value.mapping else { return self }
    let rest = Mapping(mapping.entries.filter { !keys.contains($0.key) })
    let node = Node(location: value.location, length: value.length, content: .mapping(rest))
    return Entry(key: key, location: location, length: length, value: node)
  }
}

extension Fault {
  fileprivate static func notOver(_ path: ParameterPath, _ first: Int, _ last: Int) -> Self {
    let years = first == last ? "\(first)" : "\(first)–\(last)"
    var fault = Self(
      .yearOutOfRange,
      "'\(path)' has values for \(years), which nobody can have observed: they are left out",
      "'\(path)' 含 \(years) 年的数值，尚不可能是全年观测值；未予采用",
      help: Text(
        "history ends with the last full year; what is to come belongs to drivers and targets",
        "history 只写到最近一个完整年份；未来的数值属于驱动因素或目标"))
    fault.severity = .warning
    return fault
  }

  fileprivate static func zeroObserved(_ path: ParameterPath, _ year: Int) -> Self {
    var fault = Self(
      .zeroValue, "'\(path)' is 0 in \(year), beside values above 0",
      "'\(path)' 在 \(year) 年为 0，而其他年份大于 0",
      help: Text(
        "leave the year out where there is no value; 0 counts as an observation",
        "没有数值的年份请去掉；0 会按观测值计入"))
    fault.severity = .warning
    return fault
  }
}
