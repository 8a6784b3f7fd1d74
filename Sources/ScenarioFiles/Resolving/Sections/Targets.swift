import CityModel
import Diagnostics
import Quantities

extension Resolver {
  /// What a scenario may aim at.
  static let targetKinds = [
    "peak", "carbon-intensity", "energy-intensity", "non-fossil-share", "emissions", "budget",
  ]

  /// Reads what the scenario must reach.
  ///
  /// A peak and carbon intensity are of the scenario's peak account, caps and budgets of net emissions,
  /// where a target names no account of its own.
  mutating func resolveTargets(
    history: ResolvedHistory, peakAccount: EmissionTotal
  ) -> [Target] {
    guard let entry = root["targets"], let mapping = readMap(entry, known: Self.targetKinds) else {
      return []
    }
    var targets: [Target] = []
    for entry in mapping.entries {
      switch entry.key {
      case "peak": targets += peakTarget(entry, peakAccount)
      case "carbon-intensity", "energy-intensity":
        targets += intensityTargets(entry, history: history, peakAccount)
      case "non-fossil-share": targets += nonFossilTargets(entry)
      case "emissions": targets += emissionTargets(entry)
      case "budget": targets += budgetTargets(entry)
      default: break
      }
    }
    return targets
  }

  /// The total that a target names, if it does.
  private mutating func account(
    of mapping: Mapping, else account: EmissionTotal
  ) -> EmissionTotal {
    mapping["account"].flatMap { readCase($0, as: EmissionTotal.self) } ?? account
  }

  private mutating func peakTarget(_ entry: Entry, _ peakAccount: EmissionTotal) -> [Target] {
    guard let mapping = readMap(entry, known: ["by", "account"], required: ["by"]),
      let by = mapping["by"],
      let year = readYear(by).flatMap({ yearOfRun($0, at: by.value.span) })
    else { return [] }
    let account = account(of: mapping, else: peakAccount)
    return [Target(aim: .peakBy(year, account: account), location: by.value.location)]
  }

  private mutating func intensityTargets(
    _ entry: Entry, history: ResolvedHistory, _ peakAccount: EmissionTotal
  ) -> [Target] {
    guard let mapping = requireMap(entry) else { return [] }
    let isCarbon = entry.key == "carbon-intensity"
    let points = targetPoints(
      mapping, in: entry, known: ["against"] + (isCarbon ? ["account"] : []), unit: "1",
      bounds: -1...0)
    guard let againstEntry = mapping["against"] else {
      report(.missingKey("against", in: entry.key), at: entry.span)
      return []
    }
    guard let against = readYear(againstEntry) else { return [] }
    guard isReference(against, isCarbon: isCarbon, history: history) else {
      let needed = isCarbon ? "history.emissions" : "history.energy"
      report(.unknownReferenceYear(against, needed: needed), at: againstEntry.value.span)
      return []
    }
    let account = account(of: mapping, else: peakAccount)
    let isOutside = yearsAreKnown && !years.contains(against)
    if isCarbon, isOutside, !isComparable(account, with: history.values.inventory) {
      report(
        .unlikeAccounts(account, history.values.inventory.account, year: against),
        at: mapping["account"]?.value.span ?? againstEntry.value.span)
      return []
    }
    return points.map { year, value, location in
      Target(
        aim: isCarbon
          ? .carbonIntensity(year: year, change: value, against: against, account: account)
          : .energyIntensity(year: year, change: value, against: against), location: location)
    }
  }

  /// Whether the intensity of a year is known: in the run, or observed.
  private func isReference(_ year: Int, isCarbon: Bool, history: ResolvedHistory) -> Bool {
    if !yearsAreKnown || years.contains(year) || !history.isComplete { return true }
    let values = history.values
    let amounts = isCarbon ? values.emissions : values.energy
    return amounts.contains { $0.year == year } && values.gdp.contains { $0.year == year }
  }

  /// Whether observed emissions are of a total, or the city has no sinks to tell the two totals apart.
  private func isComparable(_ account: EmissionTotal, with inventory: InventoryScope) -> Bool {
    inventory.account == account || (members[ParameterPath("sinks")] ?? []).isEmpty
  }

  private mutating func nonFossilTargets(_ entry: Entry) -> [Target] {
    guard let mapping = requireMap(entry) else { return [] }
    let points = targetPoints(mapping, in: entry, unit: "1", bounds: 0...1)
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
    return targetPoints(
      mapping, in: entry, known: ["account"], unit: "MtCO2", bounds: -1e5...1e5
    ).map {
      Target(aim: .emissions(year: $0, limit: $1, account: account), location: $2)
    }
  }

  private mutating func budgetTargets(_ entry: Entry) -> [Target] {
    guard let mapping = requireMap(entry) else { return [] }
    let account = account(of: mapping, else: .net)
    let periods = mapping.entries.filter {
      $0.key != "account" && !FileKeys.annotations.contains($0.key)
    }
    if periods.isEmpty { report(.noPeriods(entry.key), at: entry.span) }
    return periods.compactMap { inner in
      let parts = inner.key.split(separator: "-").map { Int($0) }
      guard parts.count == 2, let first = parts[0], let last = parts[1], first <= last else {
        report(.notAPeriod(inner.key), at: inner.span)
        return nil
      }
      guard yearOfRun(first, at: inner.span) != nil, yearOfRun(last, at: inner.span) != nil,
        let limit = targetValue(inner, of: entry, unit: "MtCO2", bounds: -1e6...1e6)
      else { return nil }
      return Target(
        aim: .budget(years: first...last, limit: limit, account: account),
        location: inner.value.location)
    }
  }

  /// Years with the value that each asks for.
  private mutating func targetPoints(
    _ mapping: Mapping, in entry: Entry, known: [String] = [], unit: String,
    bounds: ClosedRange<Double>
  ) -> [(Int, Double, SourceLocation)] {
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
        let value = targetValue(inner, of: entry, unit: unit, bounds: bounds)
      else { return nil }
      return (year, value, inner.value.location)
    }
    if isEmpty { report(.noPoints(entry.key), at: entry.span) }
    return points
  }

  private mutating func targetValue(
    _ entry: Entry, of target: Entry, unit: String, bounds: ClosedRange<Double>
  ) -> Double? {
    if bounds.upperBound == 0, let written = entry.value.text.flatMap({ percentage($0) }),
      written > 0
    {
      report(.notADecrease(percent: written), at: entry.value.span)
      return nil
    }
    let path = ParameterPath("targets") / target.key / entry.key
    let declaration = ParameterDeclaration(
      Text("a target", "目标"), Reading(unit, bounds, synonyms: Self.massSynonyms[unit] ?? []),
      time: .constant)
    guard let candidates = expectations(for: declaration, at: path) else { return nil }
    return resolveSeries(entry.value, of: declaration, at: path, with: candidates)?.values.first
  }

  /// A fraction in percent: `45%`, and by its size also `0.45` and `45`; nothing if it is none.
  private func percentage(_ text: String) -> Double? {
    guard let quantity = try? ParsedQuantity.parse(text), let share = quantity.share else {
      return nil
    }
    let isPercent = !quantity.hasUnit && abs(quantity.value) >= 2
    return isPercent ? quantity.value : 100 * share
  }

  /// A year, if it is one of the run.
  private mutating func yearOfRun(_ year: Int, at span: Span) -> Int? {
    guard let year = checkedYear(year, at: span) else { return nil }
    guard !yearsAreKnown || years.contains(year) else {
      report(.yearOutOfRange(year, allowed: years), at: span)
      return nil
    }
    return year
  }
}
