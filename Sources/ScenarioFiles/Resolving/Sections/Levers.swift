import CityModel
import Diagnostics
import Quantities

extension Resolver {
  /// Reads the levers.
  mutating func resolveLevers() -> [Lever] {
    guard let entry = root[LeverSection.section], let mapping = requireMap(entry) else {
      return []
    }
    knownPaths = PathIndex(found.paths)
    var levers: [Lever] = []
    for entry in mapping.entries where !FileKeys.annotations.contains(entry.key) {
      if ScenarioSections.wordsOfTheTop.contains(entry.key) {
        report(
          .unknownKey(entry.key, in: LeverSection.section.word, among: []), at: entry.span)
      } else if let reason = ScenarioId.fault(entry.key) {
        report(.badId(entry.key, reason: reason), at: entry.span)
      } else if let near = meantLever(entry, among: mapping) {
        report(.unknownLever(entry.key, meant: near), at: entry.span)
        hasUnknownLever = true
      } else if let lever = resolveLever(entry) {
        levers.append(lever)
      } else {
        hasUnknownLever = true
      }
    }
    return levers
  }

  /// The lever that an entry means which declares none of its own: a level of one that is spelt otherwise.
  private func meantLever(_ entry: Entry, among levers: Mapping) -> String? {
    guard let mapping = entry.value.mapping, mapping[LeverSection.group] == nil,
      mapping[LeverSection.moves] == nil
    else { return nil }
    let declared = levers.entries.filter { $0.value.mapping?[LeverSection.moves] != nil }
      .map(\.key)
    return closestName(to: entry.key, among: declared)
  }

  private mutating func resolveLever(_ entry: Entry) -> Lever? {
    guard let mapping = readLeverMap(entry) else { return nil }
    let group = mapping[LeverSection.group].flatMap { readCase($0, as: Lever.Group.self) }
    let names = CommonKeys.names.map { key in mapping[key].flatMap { readText($0) } }
    let ramp = leverRamp(mapping)
    let level = leverLevel(mapping)
    let moves = mapping[LeverSection.moves].flatMap { resolveMoves($0) }
    let cost = leverCost(mapping, of: entry.key, moves: moves ?? [])
    guard let group, let ramp, let level, let moves else { return nil }
    let lever = Lever(
      identity: Identity(
        id: entry.key, name: Self.name(english: names[0], chinese: names[1], id: entry.key)),
      group: group, level: level, ramp: ramp, moves: moves, cost: cost,
      location: entry.location)
    warnIfIdle(lever, at: entry.span)
    tellMovesAgainstTheirKind(lever)
    warnIfNeverFull(lever, mapping)
    warnIfPast(lever, mapping)
    return lever
  }

  private mutating func readLeverMap(_ entry: Entry) -> Mapping? {
    let shape = entry.value.mapping?[LeverSection.shape]?.value.text
    let mapping = readMap(
      entry, of: LeverSection.lever.members,
      at: ParameterPath(LeverSection.section.word) / entry.key)
    if let mapping, shape != SeriesShape.step.rawValue, mapping[LeverSection.by] == nil {
      report(.missingCompletion(of: entry.key), at: entry.span)
    }
    if let mapping, mapping[LeverSection.from] == nil, planYear == nil, !isPlanYearFaulty {
      report(.missingStart(of: entry.key), at: entry.span)
    }
    return mapping
  }

  private mutating func leverLevel(_ mapping: Mapping) -> Double? {
    let key = LeverSection.level
    guard let entry = mapping[key] else { return 1 }
    guard let declaration = key.declaration else { return nil }
    let level = UnitExpectation(
      reading: declaration.readings[0], unit: .one, divisor: nil, dimensions: [.none])
    return resolveSeries(
      entry.value, of: declaration, at: ParameterPath(key.word), with: [level])?.values.first
  }

  /// How a lever comes in.
  private mutating func leverRamp(_ mapping: Mapping) -> Ramp? {
    let written = mapping[LeverSection.from].map { readDate($0) }
    let by = mapping[LeverSection.by].flatMap { readDate($0) }
    guard let shape = leverShape(mapping[LeverSection.shape]),
      let from = written ?? planYear.map({ Double(shape == .step ? $0 + 1 : $0) }),
      let by = by ?? (shape == .step ? from : nil)
    else { return nil }
    if let byEntry = mapping[LeverSection.by], by < from {
      report(.endBeforeStart(from: from, by: by), at: byEntry.value.span)
      return nil
    }
    if let fromEntry = mapping[LeverSection.from], yearsAreKnown,
      from < Double(years.lowerBound)
    {
      report(.leverStartsEarly(from, base: years.lowerBound), at: fromEntry.value.span)
      return nil
    }
    return Ramp(shape, from: from, by: by)
  }

  /// Warns of a pulled lever that acts in the year of the plan or before, which no plan can move.
  private mutating func warnIfPast(_ lever: Lever, _ mapping: Mapping) {
    guard let planYear, let date = mapping[LeverSection.from] ?? mapping[LeverSection.by],
      lever.level > 0, yearsAreKnown, years.contains(planYear), lever.ramp.weight(in: planYear) > 0
    else { return }
    let first = years.first { lever.ramp.weight(in: $0) > 0 } ?? planYear
    report(
      .leverActsInPast(lever.identity.id, first: first, planYear: planYear), at: date.value.span)
  }

  /// A date of a lever: a year, which may have a fraction as in a sweep (`2035.5`).
  private mutating func readDate(_ entry: Entry) -> Double? {
    let parts = (entry.value.text ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let isDecimal =
      parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.count <= 9 && part.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      }
    guard isDecimal, let date = entry.value.text.flatMap(Double.init) else {
      return readYear(entry).map(Double.init)
    }
    return checkedYear(Int(date), at: entry.value.span).map { _ in date }
  }

  private mutating func leverShape(_ entry: Entry?) -> SeriesShape? {
    guard let entry else { return .linear }
    return readWord(entry, among: LeverSection.shape.words)
      .flatMap(SeriesShape.init(rawValue:))
  }

  /// Warns of a lever that begins within the run and is full only after it.
  private mutating func warnIfNeverFull(_ lever: Lever, _ mapping: Mapping) {
    guard yearsAreKnown, lever.level > 0, let by = mapping[LeverSection.by],
      case let reached = lever.ramp.weight(in: years.upperBound),
      reached > 0, reached < 1
    else { return }
    report(.neverFull(lever.ramp.by, end: years.upperBound, reached: reached), at: by.value.span)
  }

  /// Warns of a lever that at full level changes no value in any year.
  private mutating func warnIfIdle(_ lever: Lever, at span: Span) {
    guard yearsAreKnown, !lever.moves.contains(where: { found.failed.contains($0.path) }) else {
      return
    }
    let movesSomething = lever.moves.contains { move in
      guard let base = found[move.path]?.values else { return false }
      return zip(base, lever.ramp.weights(in: years)).enumerated().contains { year, pair in
        pair.1 != 0 && move.effect.shift(of: pair.0, year: year) != 0
      }
    }
    if !movesSomething { report(.leverMovesNothing(lever.identity.id), at: span) }
  }
}

// MARK: - Moves

extension Resolver {
  private mutating func resolveMoves(_ entry: Entry) -> [Lever.Move]? {
    guard let mapping = requireMap(entry) else { return nil }
    let entries = mapping.entries.filter { !FileKeys.annotations.contains($0.key) }
    if entries.isEmpty { report(.noMoves, at: entry.span) }
    var moves: [(entry: Entry, moves: [Lever.Move])] = []
    var isSound = !entries.isEmpty
    for entry in entries {
      guard let resolved = resolveMove(entry) else {
        isSound = false
        continue
      }
      moves.append((entry, resolved))
    }
    return isSound ? mostSpecific(moves) : nil
  }

  /// One line of `moves`: a parameter, or by `*` several.
  private mutating func resolveMove(_ entry: Entry) -> [Lever.Move]? {
    let kinds = Lever.Effect.Kind.allCases
    guard let mapping = readMap(entry, of: LeverSection.move.members) else { return nil }
    let targets = movedParameters(entry)
    let effects = mapping.entries.compactMap { entry in
      kinds.first { $0.key == entry.key }.map { (kind: $0, entry: entry) }
    }
    guard let (kind, effect) = effects.first else {
      report(.missingKey(Lever.Effect.Kind.to.key, in: entry.key), at: entry.span)
      return nil
    }
    if effects.count > 1 {
      report(.conflictingKeys(effects.map(\.kind.key), in: nil), at: effects[1].entry.span)
      return nil
    }
    moveSpans[entry.location] = entry.span
    if let inner = effect.value.mapping { _ = readSource(inner, at: ParameterPath(entry.key)) }
    guard let targets else { return nil }
    return kind == .change
      ? changing(targets, by: effect, at: entry) : setting(targets, kind, effect, at: entry)
  }

  private mutating func setting(
    _ targets: [Parameter], _ kind: Lever.Effect.Kind, _ effect: Entry, at entry: Entry
  ) -> [Lever.Move]? {
    var moves: [Lever.Move] = []
    for target in targets {
      let candidates = expectations(
        for: target.declaration, at: target.path, reading: target.reading.name)
      guard let candidates,
        let series = resolveSeries(
          effect.value, of: target.declaration, at: target.path, with: candidates)
      else { return nil }
      moves.append(
        Lever.Move(
          path: target.path, effect: Lever.Effect(kind, series.values), location: entry.location))
    }
    return moves
  }

  private mutating func changing(
    _ targets: [Parameter], by effect: Entry, at entry: Entry
  ) -> [Lever.Move]? {
    guard let values = resolveFractions(effect.value, called: effect.key) else { return nil }
    if let index = values.firstIndex(where: { $0 <= -1 }) {
      report(
        .changesTooMuch(shortNumber(values[index] * 100), year: years.lowerBound + index),
        at: effect.value.span)
      return nil
    }
    return targets.map {
      Lever.Move(path: $0.path, effect: .change(values), location: entry.location)
    }
  }

  /// The parameters that a path names; nothing, and a fault, if there are none to move.
  private mutating func movedParameters(_ entry: Entry) -> [Parameter]? {
    let pattern = ParameterPath(entry.key)
    if isHidden(pattern) { return nil }
    let paths =
      entry.key.contains("*") ? knownPaths.matching(pattern) : [pattern]
    let targets = paths.compactMap { found[$0] }
    if targets.isEmpty {
      let known = found.paths.map(\.description)
      report(
        entry.key.contains("*")
          ? .nothingMatches(entry.key)
          : .unknownParameterPath(
            entry.key, among: known, absent: SettablePaths(root: root).all.contains(pattern)),
        at: entry.span)
      return nil
    }
    if let fixed = targets.first(where: { $0.declaration.time != .yearly }) {
      report(.movesConstant(fixed.path, fixed.declaration.time), at: entry.span)
      return nil
    }
    return targets
  }
}
