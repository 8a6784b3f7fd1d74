import CityModel
import Diagnostics
import Quantities
import Tables

/// From a value of the file to a series as written; nothing of units but their spelling.
extension Resolver {
  /// Reads a number or a series.
  ///
  /// - Parameters:
  ///   - node: The value.
  ///   - name: What it is, for messages.
  ///   - sharedUnit: The unit of numbers that have none of their own.
  ///   - skippingEmpty: Whether empty cells of a table are gaps.
  /// - Returns: The series, or nothing, and every fault is reported.
  mutating func readSeries(
    _ node: Node, called name: String, sharedUnit: Unit? = nil, skippingEmpty: Bool = false
  ) -> WrittenSeries? {
    guard let mapping = node.mapping else {
      return readQuantity(node, called: name, sharedUnit: sharedUnit)
        .map(WrittenSeries.constant)
    }
    let form = SeriesForm(of: mapping)
    guard checkKeys(of: mapping, form: form, node, called: name) else { return nil }
    var unit = sharedUnit
    if let entry = mapping[SeriesKeys.unit] {
      guard let own = readUnit(entry) else { return nil }
      unit = own
    }
    switch form {
    case .single:
      return mapping[SeriesKeys.value]
        .flatMap { readQuantity($0.value, called: name, sharedUnit: unit) }
        .map(WrittenSeries.constant)
    case .points:
      return readPoints(mapping, node, called: name, unit: unit) {
        $0.writtenPoints(mapping, called: name, unit: unit)
      }
    case .table:
      return readPoints(mapping, node, called: name, unit: unit) {
        $0.tablePoints(mapping, unit: unit, skippingEmpty: skippingEmpty)
      }
    case .ramp: return readRamp(mapping, called: name, unit: unit)
    case .adoption: return readAdoption(mapping, called: name, unit: unit)
    }
  }

  /// Reads a number with its unit, if any.
  mutating func readQuantity(
    _ node: Node, called name: String, sharedUnit: Unit? = nil
  ) -> WrittenQuantity? {
    guard let text = node.text else {
      report(
        .wrongType(name, expected: Text("a number or a series", "数值或序列"), found: node.kind),
        at: node.span)
      return nil
    }
    do {
      let quantity = try ParsedQuantity.parse(text)
      let range = quantity.unitRange
      return WrittenQuantity(
        value: quantity.value, unit: quantity.hasUnit ? quantity.unit : sharedUnit, span: node.span,
        unitSpan: quantity.hasUnit
          ? node.span(offset: range.lowerBound, length: range.count) : node.span)
    } catch {
      report(.malformed(error), at: node.span(offset: error.offset, length: error.length))
      return nil
    }
  }

  mutating func readUnit(_ entry: Entry) -> Unit? {
    guard let text = readText(entry) else { return nil }
    do {
      return try Unit.parse(text)
    } catch {
      report(.badUnit(error), at: entry.value.span(offset: error.offset, length: error.length))
      return nil
    }
  }

  /// Whether the keys of a map fit its form.
  private mutating func checkKeys(
    of mapping: Mapping, form: SeriesForm, _ node: Node, called name: String
  ) -> Bool {
    var fits = true
    let known = form.keys.words
    let foreign = SeriesForm.allCases.flatMap(\.keys.words)
    for entry in mapping.entries {
      let key = entry.key
      if known.contains(key) || FileKeys.annotations.contains(key) { continue }
      if isYear(key), form == .points { continue }
      fits = false
      if isYear(key) || foreign.contains(key), let other = mapping.entries.first, other.key != key {
        report(.conflictingKeys([other.key, key], in: nil), at: entry.span)
      } else {
        report(.unknownKey(key, in: name, among: known), at: entry.span)
      }
    }
    for key in form.required where mapping[key] == nil {
      fits = false
      report(.missingKey(key.word, in: name), at: node.span)
    }
    return fits
  }

  private func isYear(_ key: String) -> Bool {
    key.utf8.count <= 9 && !key.isEmpty && key.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

// MARK: - Points

extension Resolver {
  private mutating func readPoints(
    _ mapping: Mapping, _ node: Node, called name: String, unit: Unit?,
    points read: (inout Resolver) -> [WrittenPoint]?
  ) -> WrittenSeries? {
    let points = read(&self)
    let shape = readShape(mapping[SeriesKeys.shape])
    let before = readBefore(mapping[SeriesKeys.before])
    if let entry = mapping[SeriesKeys.after], readWord(entry, among: SeriesKeys.after.words) == nil
    {
      return nil
    }
    var growth: WrittenGrowth?
    if let entry = mapping[SeriesKeys.growth] {
      if let after = mapping[SeriesKeys.after] {
        report(.conflictingKeys([entry.key, after.key], in: nil), at: after.span)
        return nil
      }
      guard let rates = readSeries(entry.value, called: entry.key) else { return nil }
      growth = WrittenGrowth(rates: rates, span: entry.span)
    }
    guard let points, let shape, let before else { return nil }
    guard !points.isEmpty else {
      report(.noPoints(name), at: node.span)
      return nil
    }
    if let entry = mapping[SeriesKeys.growth], mapping[SeriesKeys.file] == nil {
      tellHeldGrowth(entry, of: name, until: points.last)
    }
    return .points(points, shape, before, growth: growth)
  }

  /// Tells if a point of one file keeps the growth of another from acting before it.
  private mutating func tellHeldGrowth(
    _ growth: Entry, of name: String, until last: WrittenPoint?
  ) {
    let years = growth.value.mapping?.entries.compactMap { isYear($0.key) ? Int($0.key) : nil }
    guard let last, last.span.location.path != growth.location.path,
      let first = years?.first, first <= last.year
    else { return }
    report(.heldGrowth(name, from: first, until: last.year), at: last.span)
  }

  /// The points of a map, in the order of their years.
  ///
  /// Within one file they must be written in that order; points of several files interleave.
  private mutating func writtenPoints(
    _ mapping: Mapping, called name: String, unit: Unit?
  ) -> [WrittenPoint]? {
    var points: [WrittenPoint] = []
    var lastYears: [String: Int] = [:]
    var isSound = true
    for entry in mapping.entries where isYear(entry.key) {
      guard let number = Int(entry.key), let year = checkedYear(number, at: entry.span),
        let quantity = readQuantity(entry.value, called: "\(name) \(entry.key)", sharedUnit: unit)
      else {
        isSound = false
        continue
      }
      if let last = lastYears[entry.location.path], year <= last {
        report(.decreasingYears(year, after: last), at: entry.span)
        isSound = false
      }
      lastYears[entry.location.path] = year
      points.append(WrittenPoint(year: year, quantity: quantity, span: entry.span))
    }
    return isSound ? points.sorted { $0.year < $1.year } : nil
  }

  /// The points of a column of a table, whose rows must be in the order of their years.
  private mutating func tablePoints(
    _ mapping: Mapping, unit: Unit?, skippingEmpty: Bool
  ) -> [WrittenPoint]? {
    guard let file = mapping[SeriesKeys.file], let column = mapping[SeriesKeys.column],
      let name = readText(column), let table = readTable(file)
    else { return nil }
    let errorsBefore = diagnostics.errorCount
    let rows = table.column(
      named: name, at: column.value, skippingEmpty: skippingEmpty, into: &diagnostics)
    guard let rows, diagnostics.errorCount == errorsBefore else { return nil }
    guard agrees(mapping[SeriesKeys.unit], with: table, column: name) else { return nil }
    var points: [WrittenPoint] = []
    for row in rows {
      let span = Span(location: row.location, length: row.length)
      let yearSpan = Span(location: row.yearLocation, length: 4)
      guard let year = checkedYear(row.year, at: yearSpan) else { return nil }
      if let last = points.last, year <= last.year {
        report(.decreasingYears(year, after: last.year), at: yearSpan)
        return nil
      }
      let unitSpan = mapping[SeriesKeys.unit]?.value.span ?? span
      points.append(
        WrittenPoint(
          year: year,
          quantity: WrittenQuantity(value: row.value, unit: unit, span: span, unitSpan: unitSpan),
          span: span))
    }
    return points
  }

  /// Whether `unit:` is the unit that the table states for its column, if it states one.
  private mutating func agrees(
    _ unit: Entry?, with table: CSVTable, column name: String
  ) -> Bool {
    guard let unit, let given = unit.value.text,
      let column = table.header.firstIndex(where: { $0.text == name }),
      let stated = table.statedUnit(of: column), StatedUnit.agree(stated, given) == false
    else { return true }
    report(.unitConflict(given, stated: stated, in: table.path), at: unit.value.span)
    return false
  }

  private mutating func readTable(_ entry: Entry) -> CSVTable? {
    guard let name = readText(entry) else { return nil }
    let node = entry.value
    let place =
      OverridePlace.isOverride(node.location.path)
      ? FilePlace(
        path: joinPath(folder(of: scenarioPath), name), location: node.location,
        length: node.length)
      : FilePlace(naming: name, at: node)
    return files.readTable(at: place, into: &diagnostics)
  }

  private mutating func readShape(_ entry: Entry?) -> SeriesShape? {
    guard let entry else { return .linear }
    return readCase(entry, as: SeriesShape.self)
  }

  private mutating func readBefore(_ entry: Entry?) -> BeforePolicy? {
    guard let entry else { return .refuse }
    return readWord(entry, among: SeriesKeys.before.words)
      .flatMap(BeforePolicy.init(rawValue:))
  }
}

// MARK: - Curves

extension Resolver {
  private mutating func readRamp(
    _ mapping: Mapping, called name: String, unit: Unit?
  ) -> WrittenSeries? {
    let shape = readShape(mapping[SeriesKeys.shape])
    let values = [SeriesKeys.from, SeriesKeys.to].map { key in
      mapping[key].flatMap { readQuantity($0.value, called: key.word, sharedUnit: unit) }
    }
    let start = mapping[SeriesKeys.start].flatMap { readYear($0) }
    let by = mapping[SeriesKeys.by].flatMap { readYear($0) }
    guard let shape, let from = values[0], let to = values[1], let start, let by else { return nil }
    return .ramp(from: from, to: to, start: start, by: by, shape)
  }

  private mutating func readAdoption(
    _ mapping: Mapping, called name: String, unit: Unit?
  ) -> WrittenSeries? {
    let start = mapping[SeriesKeys.start].flatMap { readYear($0) }
    let initial = mapping[SeriesKeys.initial].flatMap {
      readQuantity($0.value, called: $0.key, sharedUnit: unit)
    }
    let rates = [SeriesKeys.innovation, SeriesKeys.imitation].map { key in
      mapping[key].flatMap { readQuantity($0.value, called: key.word) }
    }
    let potential = mapping[SeriesKeys.potential].flatMap {
      readSeries($0.value, called: $0.key, sharedUnit: unit)
    }
    let before = readBefore(mapping[SeriesKeys.before])
    guard let start, let initial, let innovation = rates[0], let imitation = rates[1],
      let potential, let before
    else { return nil }
    return .adoption(
      WrittenAdoption(
        start: start, initial: initial, innovation: innovation, imitation: imitation,
        potential: potential, before: before))
  }
}
