import CityModel
import Diagnostics
import Quantities

extension Resolver {
  /// Reads the axes of a command line and what they name in the scenario.
  ///
  /// - Parameters:
  ///   - texts: The axes, each `PATH=VALUES`.
  ///   - scenario: The scenario, which has no faults.
  /// - Returns: The axes that could be read; every fault is reported.
  mutating func resolveAxes(_ texts: [SourceText], of scenario: Scenario) -> [AxisValues] {
    let paths = texts.map { String(($0.lines.first ?? "").prefix { $0 != "=" }) }
    return texts.compactMap { text in
      writtenAxis(text).flatMap { resolveAxis($0, of: scenario, beside: paths) }
    }
  }

  private mutating func resolveAxis(
    _ written: WrittenAxis, of scenario: Scenario, beside others: [String]
  ) -> AxisValues? {
    if written.path.description.contains("@") {
      return yearPoint(written.path.description, beside: others, at: written.span).flatMap {
        parameterAxis(written, of: $0.parameter, in: $0.reach)
      }
    }
    let segments = written.path.segments
    let known = scenario.levers.flatMap { lever in
      ["level", "from", "by"].map { "levers.\(lever.identity.id).\($0)" }
    }
    if known.contains(written.path.description) {
      return leverAxis(written, lever: String(segments[1]), part: String(segments[2]))
    }
    guard let parameter = found[written.path] else {
      let absent = SettablePaths(root: root).all.contains(written.path)
      report(
        .unknownParameterPath(
          written.path.description, among: found.paths.map(\.description) + known, absent: absent),
        at: written.span)
      return nil
    }
    return parameterAxis(written, of: parameter, in: nil)
  }

  private mutating func leverAxis(
    _ written: WrittenAxis, lever: String, part: String
  ) -> AxisValues? {
    guard !written.isFactor else {
      report(.leverHasNoFactor(written.path), at: written.numbers[0].span)
      return nil
    }
    let isLevel = part == "level"
    let first = Double(years.lowerBound)
    let last = Double(Self.conceivableYears.upperBound)
    let axis: Axis =
      isLevel ? .level(lever: lever) : part == "from" ? .from(lever: lever) : .by(lever: lever)
    guard let match = match(written.numbers, with: [.fraction]) else { return nil }
    let bounds = Bounds(
      range: isLevel ? 0...1 : first...last, path: written.path, expectation: match)
    return values(written, of: axis, within: bounds)
  }

  private mutating func parameterAxis(
    _ written: WrittenAxis, of parameter: Parameter, in reach: YearReach?
  ) -> AxisValues? {
    func axis(_ change: Axis.Change) -> Axis {
      reach.map { .year(parameter.path, change, $0) } ?? .parameter(parameter.path, change)
    }
    if written.isFactor { return factorAxis(written, axis(.multiply)) }
    guard
      let candidates = expectations(
        for: parameter.declaration, at: parameter.path, reading: parameter.reading.name),
      let match = match(
        written.numbers, with: candidates,
        countsElectricity: parameter.declaration.countsElectricity
          || parameter.path.last == "electricity")
    else { return nil }
    if reach == nil { tellFlat(parameter, at: written.span) }
    return values(
      written, of: axis(.replace),
      within: Bounds(range: parameter.bounds, path: parameter.path, expectation: match))
  }

  private mutating func factorAxis(_ written: WrittenAxis, _ axis: Axis) -> AxisValues? {
    guard let match = match(written.numbers, with: [.fraction]) else { return nil }
    let anything = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    return values(
      written, of: axis,
      within: Bounds(range: anything, path: written.path, expectation: match))
  }

  /// The values, within bounds; a step is none.
  private mutating func values(
    _ written: WrittenAxis, of axis: Axis, within bounds: Bounds
  ) -> AxisValues? {
    let unit = written.numbers[0].unit
    guard written.numbers.allSatisfy({ $0.unit == unit }) else {
      report(.severalUnits(written.numbers), at: written.numbers[0].unitSpan)
      return nil
    }
    for number in written.isRange ? written.numbers.prefix(2) : written.numbers[...]
    where bounds.admit(bounds.expectation.value(of: number)) == nil {
      report(
        .outOfBounds(
          written.path, value: number.description, year: nil,
          bounds: bounds.described(like: number),
          hint: nil),
        at: number.span)
      return nil
    }
    guard let choice = choice(written) else { return nil }
    let expectation = bounds.expectation
    let span = written.numbers[0].span
    let unitSpan = written.numbers[0].unitSpan
    return AxisValues(
      axis, choice, unit: written.isFactor ? "x" : unit?.symbol ?? "",
      location: written.span.location
    ) { value in
      expectation.value(
        of: WrittenQuantity(value: value, unit: unit, span: span, unitSpan: unitSpan))
    }
  }

  private mutating func choice(_ written: WrittenAxis) -> AxisValues.Choice? {
    if let values = written.values {
      var before: Set<Double> = []
      guard !written.isRange,
        let twice = values.indices.first(where: { !before.insert(values[$0]).inserted })
      else { return .list(values) }
      report(.valueTwice(written.numbers[twice]), at: written.numbers[twice].span)
      return nil
    }
    let start = written.numbers[0].value
    let end = written.numbers[1].value
    guard written.numbers.count == 2 else {
      report(.leadsNowhere(written.numbers), at: written.numbers[2].span)
      return nil
    }
    guard start < end else {
      report(.rangeIsEmpty(written.numbers), at: written.numbers[1].span)
      return nil
    }
    return .range(start, end)
  }
}
