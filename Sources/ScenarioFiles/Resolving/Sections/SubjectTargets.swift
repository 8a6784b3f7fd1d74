import CityModel
import Diagnostics
import Quantities

/// Targets under ids of their own: of an indicator, a sector or a total.
extension Resolver {
  /// Reads one.
  mutating func targets(
    under entry: Entry, _ history: ResolvedHistory, _ peakAccount: EmissionTotal
  ) -> [Target] {
    typealias Keys = TargetSection
    guard let mapping = requireMap(entry) else { return [] }
    let naming = [Keys.indicator, Keys.sector, Keys.total]
    guard naming.contains(where: { mapping[$0] != nil }) else {
      report(
        .unknownKey(entry.key, in: Keys.section.word, among: Keys.section.members.words),
        at: entry.span)
      return []
    }
    if let reason = ScenarioId.fault(entry.key) {
      report(.badId(entry.key, reason: reason), at: entry.span)
      return []
    }
    guard hasCompanions(mapping, entry), let subject = subject(of: mapping) else { return [] }
    let place = SubjectPlace(
      subject: subject, entry: entry, mapping: mapping, history: history,
      bound: bound(of: subject, mapping, entry))
    return peaks(place) + points(place)
  }

  /// Whether keys that say more of another have it beside them.
  private mutating func hasCompanions(_ mapping: Mapping, _ target: Entry) -> Bool {
    typealias Keys = TargetSection
    var isWhole = true
    for (key, other) in [(Keys.by, Keys.sector), (Keys.changeKind, Keys.changesFrom)] {
      guard let entry = mapping[key] else { continue }
      if readWord(entry, among: key.words) == nil {
        isWhole = false
      } else if mapping[other] == nil {
        report(.missingKey(other.word, in: target.key), at: entry.span)
        isWhole = false
      }
    }
    return isWhole
  }

  /// What a target is of; nothing where that cannot be read, which is told.
  private mutating func subject(of mapping: Mapping) -> Target.Subject? {
    typealias Keys = TargetSection
    if let entry = mapping[Keys.indicator] {
      if let other = mapping[Keys.sector] {
        report(.conflictingKeys([Keys.indicator.word, other.key], in: nil), at: other.span)
        return nil
      }
      guard let word = readWord(entry, among: Keys.indicator.words),
        let indicator = Indicator(id: word)
      else { return nil }
      return checkAccount(of: indicator, mapping) ? .indicator(indicator) : nil
    }
    guard let entry = mapping[Keys.sector] else {
      return mapping[Keys.total].flatMap { readCase($0, as: EmissionTotal.self) }
        .map(Target.Subject.total)
    }
    if let other = mapping[Keys.total] {
      report(.conflictingKeys([entry.key, other.key], in: nil), at: other.span)
      return nil
    }
    guard let sector = readCase(entry, as: Sector.self) else { return nil }
    let view = mapping[Keys.by].flatMap { readCase($0, as: Target.SectorView.self) }
    return .sector(sector, view ?? .byEndUse)
  }

  /// An account beside an indicator must be the one that the indicator counts.
  private mutating func checkAccount(of indicator: Indicator, _ mapping: Mapping) -> Bool {
    guard let entry = mapping[TargetSection.total] else { return true }
    guard let account = readCase(entry, as: EmissionTotal.self) else { return false }
    if indicator.account == account { return true }
    report(.otherAccount(indicator, account), at: entry.value.span)
    return false
  }

  private mutating func bound(
    of subject: Target.Subject, _ mapping: Mapping, _ entry: Entry
  ) -> Target.Bound? {
    if let entry = mapping[TargetSection.bound] { return readCase(entry, as: Target.Bound.self) }
    guard case .indicator(let indicator) = subject else { return .atMost }
    switch indicator.better {
    case .less: return .atMost
    case .more: return .atLeast
    case nil: return nil
    }
  }

  private mutating func peaks(_ place: SubjectPlace) -> [Target] {
    guard let by = place.mapping[TargetSection.peaksBy],
      let year = readYear(by).flatMap({ yearOfRun($0, at: by.value.span) })
    else { return [] }
    return [place.target(.peak(by: year), at: by.value.location)]
  }

  // MARK: - Years and periods

  private mutating func points(_ place: SubjectPlace) -> [Target] {
    let known = TargetSection.target.members.words + FileKeys.annotations
    let written = place.mapping.entries.filter { !known.contains($0.key) }
    let reference = referenceYear(place)
    if written.isEmpty, place.mapping[TargetSection.peaksBy] == nil {
      report(.noPoints(place.entry.key), at: place.entry.span)
    }
    if place.mapping[TargetSection.changesFrom] != nil, reference == nil { return [] }
    return written.compactMap { inner in
      if inner.key.contains("-"), inner.key.first?.isNumber == true {
        return budget(inner, place)
      }
      guard let number = Int(inner.key) else {
        report(
          .unknownKey(inner.key, in: place.entry.key, among: TargetSection.target.members.words),
          at: inner.span)
        return nil
      }
      guard let bound = place.bound else {
        report(.missingKey(TargetSection.bound.word, in: place.entry.key), at: place.entry.span)
        return nil
      }
      guard let year = yearOfRun(number, at: inner.span) else { return nil }
      guard let reference else {
        if place.reading.unit != "1", place.isPercentage(inner) {
          report(.missingKey(TargetSection.changesFrom.word, in: place.entry.key), at: inner.span)
          return nil
        }
        return amount(inner, place, place.reading).map {
          place.target(.value(bound, $0, year: year), at: inner.value.location)
        }
      }
      return change(inner, place).map {
        place.target(
          .change(bound, $0, year: year, against: reference), at: inner.value.location)
      }
    }
  }

  private mutating func budget(_ inner: Entry, _ place: SubjectPlace) -> Target? {
    guard let years = period(inner) else { return nil }
    if case .indicator(let indicator) = place.subject {
      report(.noSum(of: indicator), at: inner.span)
      return nil
    }
    return amount(inner, place, place.reading).map {
      place.target(.sum(atMost: $0, years: years), at: inner.value.location)
    }
  }

  /// The year that changes are counted from, if its value is known.
  private mutating func referenceYear(_ place: SubjectPlace) -> Int? {
    guard let entry = place.mapping[TargetSection.changesFrom], let year = readYear(entry) else {
      return nil
    }
    let isKnown =
      !yearsAreKnown || years.contains(year) || !place.history.isComplete
      || place.history.values.observes(place.subject, in: year)
    if isKnown { return year }
    report(.notObservedIn(year, needed: place.neededHistory), at: entry.value.span)
    return nil
  }

  /// A change as it is written: a percentage of what was, or an amount.
  private mutating func change(_ inner: Entry, _ place: SubjectPlace) -> Target.Change? {
    let word = place.mapping[TargetSection.changeKind]?.value.text
    let plain = place.plainNumber(inner)
    let isPercentage = plain != nil || place.isPercentage(inner)
    if place.reading.unit == "1", word == nil {
      report(.changeOfShare(place.entry.key), at: inner.value.span)
      return nil
    }
    if word == "absolute" || word == nil && !isPercentage {
      let limit = place.reading.bounds.upperBound
      return amount(inner, place, place.reading.within(-limit...limit)).map { .absolute($0) }
    }
    if place.bound == .atMost, place.isBetterLess, let text = inner.value.text,
      let written = percentage(text), written > 0, !text.contains("+")
    {
      report(.notADecrease(percent: written), at: inner.value.span)
      return nil
    }
    if let plain, abs(plain) > 1 {
      report(.percentForgotten(plain), at: inner.value.span)
      return nil
    }
    return amount(inner, place, Reading("1", -1...1e3)).map { .relative($0) }
  }

  private mutating func amount(
    _ inner: Entry, _ place: SubjectPlace, _ reading: Reading
  ) -> Double? {
    let declaration = ParameterDeclaration(
      TargetSection.required.meaning, readings: [reading], time: .constant)
    let path = ParameterPath(TargetSection.section.word) / place.entry.key / inner.key
    guard let candidates = expectations(for: declaration, at: path) else { return nil }
    return resolveSeries(inner.value, of: declaration, at: path, with: candidates)?.values.first
  }

  // MARK: - Inherited targets

  /// Tells where a file that extends another moves the year that an inherited value is held against.
  mutating func tellMovedReference(of target: Entry) {
    guard let mapping = target.value.mapping, let against = mapping[TargetSection.against] else {
      return
    }
    let own = distance(of: against.value.span)
    let inherited = mapping.entries.first {
      Int($0.key) != nil && distance(of: $0.value.span) > own
    }
    guard let inherited else { return }
    report(
      .movedReference(
        target.key, inherited.key, value: inherited.value.text ?? "",
        of: inherited.value.location.path), at: against.value.span)
  }
}

/// A target under an id while it is read.
private struct SubjectPlace {
  let subject: Target.Subject
  let entry: Entry
  let mapping: Mapping
  let history: ResolvedHistory
  let bound: Target.Bound?

  /// How values of the subject are read.
  var reading: Reading {
    switch subject {
    case .total, .totalPerProduct, .sector: TargetSection.emissionAmount
    case .indicator(let indicator): indicator.reading
    }
  }

  /// Whether less of it is better.
  var isBetterLess: Bool {
    if case .indicator(let indicator) = subject { indicator.better == .less } else { true }
  }

  /// A number without any unit; nothing where it has one, or is no number.
  func plainNumber(_ entry: Entry) -> Double? {
    quantity(entry).flatMap { $0.hasUnit ? nil : $0.value }
  }

  /// Whether a value is written in percent or another fraction.
  func isPercentage(_ entry: Entry) -> Bool {
    quantity(entry).map { $0.hasUnit && $0.share != nil } ?? false
  }

  /// A value as it is written; faults of it are told where it is read.
  private func quantity(_ entry: Entry) -> ParsedQuantity? {
    entry.value.text.flatMap { try? ParsedQuantity.parse($0) }
  }

  /// Where a year before the run would have to be observed.
  var neededHistory: String {
    switch subject {
    case .total, .totalPerProduct: "history.emissions"
    case .sector(let sector, _): "history.sectors.\(sector.rawValue)"
    case .indicator(let indicator): "history.\(indicator.id)"
    }
  }

  func target(_ condition: Target.Condition, at location: SourceLocation) -> Target {
    Target(id: entry.key, aim: Target.Aim(subject, condition), location: location)
  }
}

extension Fault {
  fileprivate static func otherAccount(_ indicator: Indicator, _ account: EmissionTotal) -> Self {
    Self(
      .unlikeAccounts,
      "the indicator '\(indicator.id)' does not count \(account.emissions)",
      "指标 '\(indicator.id)' 不按\(account.emissions)计",
      help: Text(
        "leave 'account' out, or name a total without 'indicator'",
        "请去掉 'account'，或不写 'indicator' 而只写总量"))
  }

  fileprivate static func noSum(of indicator: Indicator) -> Self {
    Self(
      .unknownKey, "'\(indicator.id)' of several years cannot be summed to a target",
      "'\(indicator.id)' 不能按多年合计设目标",
      help: Text("name one year", "请写单一年份"))
  }

  fileprivate static func notObservedIn(_ year: Int, needed: String) -> Self {
    Self(
      .yearOutOfRange,
      "the year \(year) is neither in the run nor in '\(needed)'",
      "年份 \(year) 既不在计算期内，也不见于 '\(needed)'")
  }

  fileprivate static func changeOfShare(_ key: String) -> Self {
    Self(
      .missingKey,
      "'\(key)' changes a share: percent of it and percentage points are not the same",
      "'\(key)' 是占比的变化：百分比与百分点含义不同",
      help: Text(
        "write 'change: relative' or 'change: absolute' (percentage points)",
        "请写 'change: relative'（相对变化）或 'change: absolute'（百分点）"))
  }

  fileprivate static func movedReference(
    _ target: String, _ year: String, value: String, of file: String
  ) -> Self {
    var fault = Self(
      .movedReference,
      "the target '\(target)' is held against another year here, with \(year): \(value) of '\(file)' as it was",
      "目标 '\(target)' 在此改变了对比年份，而 '\(file)' 的 \(year): \(value) 仍沿用",
      help: Text(
        "write the value that belongs to this year too, or a target of its own id",
        "请同时改写相应数值，或另设一个标识的目标"))
    fault.severity = .warning
    return fault
  }
}
