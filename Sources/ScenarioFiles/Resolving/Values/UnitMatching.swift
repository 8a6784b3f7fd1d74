import CityModel
import Diagnostics
import Quantities

/// What a value per driver is divided by.
struct UnitDivisor {
  /// What the driver measures.
  let dimension: Dimension
  /// How messages name its unit.
  let symbol: String
  /// The size of the unit in which the model counts the driver, in base units.
  let factor: Double
}

/// One way in which the numbers of a parameter may be read.
struct UnitExpectation {
  /// The reading of the declaration.
  let reading: Reading
  /// The unit the model computes in; that of the counted thing where it is per driver.
  let unit: Unit
  /// What the counted thing is divided by; nothing if the value stands for itself.
  let divisor: UnitDivisor?
  /// The dimensions that fit; nothing if any does.
  let dimensions: Set<Dimension>?

  /// Whether numbers without a unit can be read so.
  var acceptsBareNumbers: Bool { dimensions == nil || ownDimension == .none }

  private var ownDimension: Dimension {
    divisor.map { unit.dimension / $0.dimension } ?? unit.dimension
  }

  /// Whether a number of this unit can be read so.
  func accepts(_ other: Unit?) -> Bool {
    guard let other else { return acceptsBareNumbers }
    return dimensions?.contains(other.dimension) ?? true
  }

  /// The same expectation for one dimension only, so that all points of a series agree.
  func fixed(to other: Unit?) -> UnitExpectation {
    UnitExpectation(
      reading: reading, unit: unit, divisor: divisor,
      dimensions: dimensions ?? [(other ?? .one).dimension])
  }

  /// The number in the model's unit.
  func value(of quantity: WrittenQuantity) -> Double {
    guard let written = quantity.unit else { return quantity.value }
    return written.reinterpret(quantity.value, as: unit) * (divisor?.factor ?? 1)
  }

  /// A number of the model in the unit of a number of the file.
  func written(_ value: Double, like quantity: WrittenQuantity) -> Double {
    guard let written = quantity.unit else { return value }
    return unit.reinterpret(value / (divisor?.factor ?? 1), as: written)
  }

  /// What is expected: `a unit of energy per area such as GJ/m2`.
  var described: Text {
    guard dimensions != nil else { return Text("any unit", "任意单位") }
    if ownDimension == .none { return Text("a plain number or %", "无量纲数或 %") }
    let name = ownDimension.name
    let example = example
    return Text(
      "a unit of \(name) such as \(example)",
      "\(name)单位，例如 \(example)")
  }

  /// A unit that would fit, as people write it.
  var example: Text {
    divisor.map { Text("\(unit.symbol) per \($0.symbol)", "\(unit.symbol)/\($0.symbol)") }
      ?? Unit.example(for: unit.symbol)
  }
}

extension Resolver {
  /// The readings that a parameter can have at its place; nothing if an earlier fault hides them.
  mutating func expectations(
    for declaration: ParameterDeclaration, at path: ParameterPath,
    reading fixed: Reading.Name? = nil
  ) -> [UnitExpectation]? {
    let perDriver = declaration.readings.contains { $0.basis == .perNamedDriver }
    let driverEntry = perDriver ? mapping(at: path.parent)?[Key.driver.word] : nil
    var divisor: UnitDivisor?
    if driverEntry != nil {
      guard let unit = driverUnit(for: path.parent) else { return nil }
      divisor = unit
    }
    let only = fixed ?? siblingReading(of: declaration, at: path)
    return declaration.readings.compactMap { reading in
      if let only, only != reading.name { return nil }
      guard (reading.basis == .perNamedDriver) == (driverEntry != nil) || !perDriver else {
        return nil
      }
      return expectation(reading, per: divisor)
    }
  }

  private mutating func expectation(
    _ reading: Reading, per divisor: UnitDivisor?
  ) -> UnitExpectation {
    let own = unit(reading.unit)
    switch reading.basis {
    case .any:
      return UnitExpectation(reading: reading, unit: .one, divisor: nil, dimensions: nil)
    case .whole:
      // A percentage where a rate per year is meant is one per year.
      let percent: [Dimension] = own.dimension == .none / .time ? [.none] : []
      let accepted = Set(reading.synonyms.map { unit($0).dimension } + [own.dimension] + percent)
      return UnitExpectation(reading: reading, unit: own, divisor: nil, dimensions: accepted)
    case .perNamedDriver:
      let dimension = divisor.map { own.dimension / $0.dimension } ?? own.dimension
      return UnitExpectation(
        reading: reading, unit: own, divisor: divisor,
        dimensions: [dimension, dimension / .time, dimension * .time])
    }
  }

  /// The unit of the driver that the map at `path` names: the model's, or the base unit of what a
  /// driver of the city's own counts.
  private mutating func driverUnit(for path: ParameterPath) -> UnitDivisor? {
    guard let id = choices[path / "driver"] else { return nil }
    let driver = ParameterPath("drivers") / id
    guard let parameter = found[driver] else { return nil }
    guard parameter.reading.basis == .any else {
      let unit = unit(parameter.unit)
      return UnitDivisor(dimension: unit.dimension, symbol: unit.symbol, factor: unit.factor)
    }
    let unit = found.driverUnits[driver] ?? .one
    return UnitDivisor(dimension: unit.dimension, symbol: unit.symbol, factor: 1)
  }

  /// The reading that a sibling prescribes; nothing if none does or it is not known.
  func siblingReading(of declaration: ParameterDeclaration, at path: ParameterPath) -> Reading.Name?
  {
    guard let sibling = declaration.sharesReadingWith else { return nil }
    return found[path.parent.ancestor(up: sibling.levelsUp) / sibling.key]?.reading.name
  }

  /// The reading of a parameter that the file does not give: the sibling's, else the first.
  func defaultReading(of declaration: ParameterDeclaration, at path: ParameterPath) -> Reading {
    let name = siblingReading(of: declaration, at: path)
    return declaration.readings.first { $0.name == name } ?? declaration.readings[0]
  }
}

extension Resolver {
  /// Finds the reading that all numbers of a series fit, and reports the first that fits none.
  mutating func match(
    _ quantities: [WrittenQuantity], with candidates: [UnitExpectation],
    countsElectricity: Bool = false
  ) -> UnitExpectation? {
    guard let first = quantities.first else { return nil }
    for quantity in quantities {
      guard checkCoalBasis(of: quantity, countsElectricity: countsElectricity) else { return nil }
    }
    guard
      checkUnitsAreThere(in: quantities, countingAny: candidates.contains { $0.dimensions == nil })
    else { return nil }
    guard let match = candidates.first(where: { $0.accepts(first.unit) }) else {
      reportMismatch(first, with: candidates)
      return nil
    }
    let fixed = match.fixed(to: first.unit)
    for quantity in quantities where !fixed.accepts(quantity.unit) {
      reportMismatch(quantity, with: [fixed], after: first)
      return nil
    }
    return fixed
  }

  /// Two numbers of one series of which only one can be right; where they stand in two files, the
  /// one of the file that extends the other is told, since only it was just written.
  private mutating func reportMismatch(
    _ quantity: WrittenQuantity, with candidates: [UnitExpectation], after first: WrittenQuantity
  ) {
    let here = distance(of: quantity.span)
    let there = distance(of: first.span)
    guard here != there else { return reportMismatch(quantity, with: candidates) }
    let (own, other) = here < there ? (quantity, first) : (first, quantity)
    report(.mixedFiles(own, other), at: own.span)
  }

  /// Whether no number is without a unit beside others that have one; `0.1` beside `5%` may stand.
  private mutating func checkUnitsAreThere(
    in quantities: [WrittenQuantity], countingAny: Bool
  ) -> Bool {
    let counted = quantities.first { $0.unit.map { $0.dimension != .none || countingAny } ?? false }
    guard let counted, let bare = quantities.first(where: { $0.unit == nil }) else { return true }
    report(.unitLeftOut(bare, beside: counted), at: bare.span)
    return false
  }

  private mutating func reportMismatch(
    _ quantity: WrittenQuantity, with candidates: [UnitExpectation]
  ) {
    let expected = candidates.map(\.described)
    if let unit = quantity.unit {
      let isWhole = candidates.contains {
        $0.divisor != nil && $0.unit.dimension == unit.dimension
      }
      report(
        isWhole
          ? .wholeForPart(unit, expected: expected)
          : .wrongDimension(unit, expected: expected, example: candidates.first?.example),
        at: quantity.unitSpan)
    } else {
      report(.missingUnit(quantity.description, expected: expected), at: quantity.span)
    }
  }

  private mutating func checkCoalBasis(
    of quantity: WrittenQuantity, countsElectricity: Bool
  ) -> Bool {
    guard let unit = quantity.unit, let basis = unit.coalBasis else { return true }
    switch (basis, countsElectricity) {
    case (.unspecified, true):
      report(.ambiguousCoalUnit(unit.symbol), at: quantity.unitSpan)
      return false
    case (.equivalent, false):
      report(.equivalentCoalUnit(unit.symbol), at: quantity.unitSpan)
      return false
    default: return true
    }
  }
}

extension UnitExpectation {
  /// A number without a unit, or a percentage.
  static let fraction = UnitExpectation(
    reading: Reading("1", -1...1), unit: .one, divisor: nil, dimensions: [.none])
}
