import CityModel
import Diagnostics
import Quantities
import Solvers

extension Resolver {
  /// Reads a distribution.
  ///
  /// - Parameters:
  ///   - kind: Which.
  ///   - entry: Its key with its parameters.
  ///   - subject: What varies.
  /// - Returns: The distribution in the unit of what varies; nothing, and a fault, if it is none.
  mutating func resolveDistribution(
    _ kind: DistributionKind, _ entry: Entry, as subject: UncertainSubject
  ) -> Distribution? {
    let distribution: Distribution? =
      switch kind {
      case .normal:
        named(kind, entry, subject).map { .normal(mean: $0[0], sd: $0[1]) }
      case .lognormal:
        named(kind, entry, subject).map { .lognormal(median: $0[0], sigma: $0[1]) }
      case .beta:
        named(kind, entry, subject).map { .beta(a: $0[0], b: $0[1], low: $0[2], high: $0[3]) }
      case .triangular:
        list(kind, entry, example: "[0.8, 1, 1.3]", subject)
          .map { .triangular(low: $0[0], mode: $0[1], high: $0[2]) }
      case .uniform:
        list(kind, entry, example: "[0.9, 1.1]", subject)
          .map { .uniform(low: $0[0], high: $0[1]) }
      case .discrete: discrete(entry, subject)
      case .empirical: empirical(entry, subject)
      }
    guard let distribution else { return nil }
    do {
      try distribution.validate()
      return distribution
    } catch {
      report(.notADistribution(entry.key, error), at: entry.value.span)
      return nil
    }
  }

  /// The parameters of a map that must all be there.
  private mutating func named(
    _ kind: DistributionKind, _ entry: Entry, _ subject: UncertainSubject
  ) -> [Double]? {
    let keys = kind.section.members
    guard let mapping = readMap(entry, of: keys) else { return nil }
    let drawn = keys.filter(\.isDrawn).compactMap { mapping[$0] }
    let plain = keys.filter { !$0.isDrawn }.compactMap { mapping[$0] }
    guard
      let values = numbers(drawn.map(\.value), called: entry.key, subject.expectations, subject),
      let shapes = numbers(plain.map(\.value), called: entry.key, [.fraction], subject),
      values.count + shapes.count == keys.count
    else { return nil }
    var nextValue = values.makeIterator()
    var nextShape = shapes.makeIterator()
    return keys.compactMap { $0.isDrawn ? nextValue.next() : nextShape.next() }
  }

  /// The numbers of a list of a certain length.
  private mutating func list(
    _ kind: DistributionKind, _ entry: Entry, example: String, _ subject: UncertainSubject
  ) -> [Double]? {
    guard case .draws(let count?) = kind.section.value else { return nil }
    guard let nodes = entry.value.sequence, nodes.count == count else {
      let expected = Text(
        "a list of \(count) numbers such as \(example)", "\(count) 个数的列表，例如 \(example)")
      report(
        .wrongType(entry.key, expected: expected, found: entry.value.kind), at: entry.value.span)
      return nil
    }
    return numbers(nodes, called: entry.key, subject.expectations, subject)
  }

  private mutating func discrete(_ entry: Entry, _ subject: UncertainSubject) -> Distribution? {
    guard let mapping = readMap(entry, of: DistributionKind.discrete.section.members),
      let written = mapping[UncertaintySection.values],
      let values = listed(written, subject.expectations, subject)
    else { return nil }
    guard let entry = mapping[UncertaintySection.weights] else {
      return .discrete(values.map { Distribution.WeightedValue(value: $0, weight: 1) })
    }
    guard let weights = listed(entry, [.fraction], subject) else { return nil }
    guard weights.count == values.count else {
      report(.weightsDoNotMatch(weights.count, values.count), at: entry.value.span)
      return nil
    }
    return .discrete(zip(values, weights).map(Distribution.WeightedValue.init(value:weight:)))
  }

  private mutating func empirical(_ entry: Entry, _ subject: UncertainSubject) -> Distribution? {
    guard entry.value.mapping != nil else {
      return listed(entry, subject.expectations, subject).map(Distribution.empirical)
    }
    typealias Keys = UncertaintySection
    guard let mapping = readMap(entry, of: DistributionKind.empirical.section.members),
      let file = mapping[CommonKeys.file], let column = mapping[Keys.column],
      let name = readText(column),
      let table = files.readTable(namedBy: file.value, into: &diagnostics),
      let cells = table.cells(named: name, at: column.value, into: &diagnostics)
    else { return nil }
    let errorsBefore = diagnostics.errorCount
    let numbers = cells.compactMap { readNumber($0, into: &diagnostics) }
    guard diagnostics.errorCount == errorsBefore else { return nil }
    let unit = mapping[Keys.unit].flatMap { readUnit($0) }
    guard diagnostics.errorCount == errorsBefore else { return nil }
    let quantities = zip(numbers, cells).map { number, cell in
      WrittenQuantity(
        value: number, unit: unit, span: cell.span,
        unitSpan: mapping[Keys.unit]?.value.span ?? cell.span)
    }
    return converted(quantities, subject.expectations, subject).map(Distribution.empirical)
  }

  private mutating func listed(
    _ entry: Entry, _ expectations: [UnitExpectation], _ subject: UncertainSubject
  ) -> [Double]? {
    guard let nodes = entry.value.sequence else {
      report(
        .wrongType(
          entry.key, expected: Text("a list of numbers", "数的列表"), found: entry.value.kind),
        at: entry.value.span)
      return nil
    }
    return numbers(nodes, called: entry.key, expectations, subject)
  }

  private mutating func numbers(
    _ nodes: [Node], called name: String, _ expectations: [UnitExpectation],
    _ subject: UncertainSubject
  ) -> [Double]? {
    let quantities = nodes.map { readQuantity($0, called: name) }
    guard !quantities.contains(where: { $0 == nil }) else { return nil }
    return converted(quantities.compactMap(\.self), expectations, subject)
  }

  private mutating func converted(
    _ quantities: [WrittenQuantity], _ expectations: [UnitExpectation], _ subject: UncertainSubject
  ) -> [Double]? {
    guard !quantities.isEmpty else { return [] }
    return match(quantities, with: expectations, countsElectricity: subject.countsElectricity)
      .map { match in quantities.map(match.value) }
  }
}

extension SectionKey {
  /// Whether a number is in the unit of what varies.
  fileprivate var isDrawn: Bool { if case .drawn = value { true } else { false } }
}

extension CSVTable {
  /// The cells of a column that are not empty; nothing, and a fault, if there is no such column.
  fileprivate func cells(
    named name: String, at place: Node, into diagnostics: inout DiagnosticCollection
  ) -> [Cell]? {
    guard let index = header.firstIndex(where: { $0.text == name }) else {
      diagnostics.add(unknownColumn(name, at: place.location, length: place.length))
      return nil
    }
    return rows.map { $0[index] }.filter { !$0.text.isEmpty }
  }
}
