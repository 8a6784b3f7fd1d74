import CityModel
import Diagnostics
import Quantities

extension Resolver {
  /// Reads what the scenario must reach.
  ///
  /// A peak and carbon intensity are of the scenario's peak account, caps and budgets of net emissions,
  /// where a target names no account of its own.
  mutating func resolveTargets(
    history: ResolvedHistory, peakAccount: EmissionTotal
  ) -> [Target] {
    typealias Keys = TargetSection
    guard let entry = root[Keys.section], let mapping = requireMap(entry) else { return [] }
    _ = readSource(mapping, at: ParameterPath(entry.key))
    return mapping.entries.flatMap { entry -> [Target] in
      tellMovedReference(of: entry)
      return switch entry.key {
      case Keys.peak.word: peakTarget(entry, peakAccount)
      case Keys.carbonIntensity.word: carbonTargets(entry, history: history, peakAccount)
      case Keys.energyIntensity.word: energyTargets(entry, history: history)
      case Keys.nonFossilShare.word: nonFossilTargets(entry)
      case Keys.emissions.word: emissionTargets(entry)
      case Keys.budget.word: budgetTargets(entry)
      case let key where FileKeys.annotations.contains(key): []
      default: targets(under: entry, history, peakAccount)
      }
    }
  }

  /// The total that a target names, if it does.
  mutating func account(
    of mapping: Mapping, else account: EmissionTotal
  ) -> EmissionTotal {
    mapping[TargetSection.account].flatMap { readCase($0, as: EmissionTotal.self) } ?? account
  }

  private mutating func peakTarget(_ entry: Entry, _ peakAccount: EmissionTotal) -> [Target] {
    guard let mapping = readMap(entry, of: TargetSection.peak.members),
      let by = mapping[TargetSection.peakBy],
      let year = readYear(by).flatMap({ yearOfRun($0, at: by.value.span) })
    else { return [] }
    let account = account(of: mapping, else: peakAccount)
    return [Target(aim: .peakBy(year, account: account), location: by.value.location)]
  }

  private mutating func carbonTargets(
    _ entry: Entry, history: ResolvedHistory, _ peakAccount: EmissionTotal
  ) -> [Target] {
    guard let mapping = requireMap(entry) else { return [] }
    let points = targetPoints(mapping, in: entry, of: TargetSection.carbonIntensity)
    guard let (against, place) = referenceYear(mapping, of: entry) else { return [] }
    guard isReference(against, history.values.emissions, history) else {
      report(.unknownReferenceYear(against, needed: "history.emissions"), at: place)
      return []
    }
    let account = account(of: mapping, else: peakAccount)
    let isOutside = yearsAreKnown && !years.contains(against)
    if isOutside, !isComparable(account, with: history.values.inventory) {
      report(
        .unlikeAccounts(account, history.values.inventory.account, year: against),
        at: mapping[TargetSection.account]?.value.span ?? place)
      return []
    }
    return points.map { year, value, location in
      Target(
        aim: .carbonIntensity(year: year, change: value, against: against, account: account),
        location: location)
    }
  }

  private mutating func energyTargets(_ entry: Entry, history: ResolvedHistory) -> [Target] {
    guard let mapping = requireMap(entry) else { return [] }
    let points = targetPoints(mapping, in: entry, of: TargetSection.energyIntensity)
    guard let (against, place) = referenceYear(mapping, of: entry) else { return [] }
    guard isReference(against, history.values.energy, history) else {
      report(.unknownReferenceYear(against, needed: "history.energy"), at: place)
      return []
    }
    return points.map { year, value, location in
      Target(
        aim: .energyIntensity(year: year, change: value, against: against), location: location)
    }
  }

  /// The year that an intensity falls from, and where it stands.
  private mutating func referenceYear(
    _ mapping: Mapping, of target: Entry
  ) -> (year: Int, place: Span)? {
    guard let entry = mapping[TargetSection.against] else {
      report(.missingKey(TargetSection.against.word, in: target.key), at: target.span)
      return nil
    }
    return readYear(entry).map { ($0, entry.value.span) }
  }

  /// Whether the intensity of a year is known: in the run, or observed.
  private func isReference(
    _ year: Int, _ amounts: [History.Observation], _ history: ResolvedHistory
  ) -> Bool {
    if !yearsAreKnown || years.contains(year) || !history.isComplete { return true }
    return amounts.contains { $0.year == year } && history.values.gdp.contains { $0.year == year }
  }

  /// Whether observed emissions are of a total, or the city has no sinks to tell the two totals apart.
  func isComparable(_ account: EmissionTotal, with inventory: InventoryScope) -> Bool {
    inventory.account == account || (members[ParameterPath("sinks")] ?? []).isEmpty
  }

  private mutating func nonFossilTargets(_ entry: Entry) -> [Target] {
    guard let mapping = requireMap(entry) else { return [] }
    let points = targetPoints(mapping, in: entry, of: TargetSection.nonFossilShare)
    let imports = ParameterPath("energy.electricity.imports")
    let lacking = (members[imports] ?? []).filter {
      !found.holds(imports / $0 / "non-fossil-share")
    }
    if !lacking.isEmpty { report(.targetNeedsShares(of: lacking), at: entry.span) }
    return points.map { year, value, location in
      Target(aim: .nonFossilShare(year: year, share: value), location: location)
    }
  }

  private mutating func emissionTargets(_ entry: Entry) -> [Target] {
    guard let mapping = requireMap(entry) else { return [] }
    let account = account(of: mapping, else: .net)
    return targetPoints(mapping, in: entry, of: TargetSection.emissions).map {
      Target(aim: .emissions(year: $0, limit: $1, account: account), location: $2)
    }
  }

  private mutating func budgetTargets(_ entry: Entry) -> [Target] {
    guard let mapping = requireMap(entry) else { return [] }
    let account = account(of: mapping, else: .net)
    let others = TargetSection.budget.members.words + FileKeys.annotations
    let periods = mapping.entries.filter { !others.contains($0.key) }
    if periods.isEmpty { report(.noPeriods(entry.key), at: entry.span) }
    return periods.compactMap { inner in
      guard let years = period(inner),
        let limit = targetValue(inner, of: entry, as: TargetSection.budget)
      else { return nil }
      return Target(
        aim: .budget(years: years, limit: limit, account: account),
        location: inner.value.location)
    }
  }

  /// The years of a key such as `2026-2030`, all of them of the run.
  mutating func period(_ entry: Entry) -> ClosedRange<Int>? {
    let parts = entry.key.split(separator: "-").map { Int($0) }
    guard parts.count == 2, let first = parts[0], let last = parts[1], first <= last else {
      report(.notAPeriod(entry.key), at: entry.span)
      return nil
    }
    guard yearOfRun(first, at: entry.span) != nil, yearOfRun(last, at: entry.span) != nil else {
      return nil
    }
    return first...last
  }

  /// Years with the value that each asks for.
  private mutating func targetPoints(
    _ mapping: Mapping, in entry: Entry, of key: SectionKey
  ) -> [(Int, Double, SourceLocation)] {
    let known = key.members.words
    var isEmpty = true
    let points = mapping.entries.compactMap { inner -> (Int, Double, SourceLocation)? in
      guard !known.contains(inner.key), !FileKeys.annotations.contains(inner.key) else {
        return nil
      }
      isEmpty = false
      guard let number = Int(inner.key) else {
        report(.unknownKey(inner.key, in: entry.key, among: known), at: inner.span)
        return nil
      }
      guard let year = yearOfRun(number, at: inner.span),
        let value = targetValue(inner, of: entry, as: key)
      else { return nil }
      return (year, value, inner.value.location)
    }
    if isEmpty { report(.noPoints(entry.key), at: entry.span) }
    return points
  }

  mutating func targetValue(
    _ entry: Entry, of target: Entry, as key: SectionKey
  ) -> Double? {
    guard let declaration = key.element?.declaration else { return nil }
    if declaration.readings[0].bounds.upperBound == 0,
      let written = entry.value.text.flatMap({ percentage($0) }),
      written > 0
    {
      report(.notADecrease(percent: written), at: entry.value.span)
      return nil
    }
    let path = ParameterPath(TargetSection.section.word) / target.key / entry.key
    guard let candidates = expectations(for: declaration, at: path) else { return nil }
    return resolveSeries(entry.value, of: declaration, at: path, with: candidates)?.values.first
  }

  /// A fraction in percent: `45%`, and by its size also `0.45` and `45`; nothing if it is none.
  func percentage(_ text: String) -> Double? {
    guard let quantity = try? ParsedQuantity.parse(text), let share = quantity.share else {
      return nil
    }
    let isPercent = !quantity.hasUnit && abs(quantity.value) >= 2
    return isPercent ? quantity.value : 100 * share
  }

  /// A year, if it is one of the run.
  mutating func yearOfRun(_ year: Int, at span: Span) -> Int? {
    guard let year = checkedYear(year, at: span) else { return nil }
    guard !yearsAreKnown || years.contains(year) else {
      report(.yearOutOfRange(year, allowed: years), at: span)
      return nil
    }
    return year
  }
}
