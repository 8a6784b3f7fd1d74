import CityModel
import Diagnostics
import Quantities

/// A series in the model's unit, with the reading it was given in.
struct ResolvedSeries {
  let reading: Reading
  let values: [Double]
}

extension Resolver {
  /// Reads a parameter; `rest` is left to the check of the shares.
  mutating func resolveParameter(
    _ declaration: ParameterDeclaration, _ entry: Entry, at path: ParameterPath, in place: Place,
    mayRest: Bool
  ) {
    let node = entry.value
    let inherited =
      node.mapping.map { readSource($0, at: path, inheriting: place.inherited) } ?? place.inherited
    func parameter(_ series: ResolvedSeries) -> Parameter {
      Parameter(
        path: path, declaration: declaration, reading: series.reading, values: series.values,
        location: node.location, source: inherited.source, grade: inherited.grade, shareGroup: nil)
    }
    if mayRest, node.text == "rest" {
      let unknown = ResolvedSeries(reading: declaration.readings[0], values: years.map { _ in 0 })
      return found.addRest(parameter(unknown), at: node.span)
    }
    guard let candidates = expectations(for: declaration, at: path),
      let series = resolveSeries(node, of: declaration, at: path, with: candidates)
    else { return found.fail(path) }
    found.add(parameter(series))
  }

  /// Reads a series of a parameter: form, units, values and bounds.
  ///
  /// - Parameters:
  ///   - node: The value in the file.
  ///   - declaration: What the parameter is.
  ///   - path: Its path.
  ///   - candidates: The readings it may have.
  /// - Returns: The values, or nothing, and the fault is reported.
  mutating func resolveSeries(
    _ node: Node, of declaration: ParameterDeclaration, at path: ParameterPath,
    with candidates: [UnitExpectation]
  ) -> ResolvedSeries? {
    guard let written = readSeries(node, called: path.description),
      let match = match(
        written.quantities, with: candidates,
        countsElectricity: declaration.countsElectricity || path.last == "electricity"),
      checkRates(of: written, at: path), checkEnds(of: written, at: node, of: path)
    else { return nil }
    rememberPlainCoal(in: written, at: path)
    if declaration.time != .yearly, !written.isConstant {
      report(.notOneNumber(path, declaration.time), at: node.span)
      return nil
    }
    if match.reading.basis == .any {
      guard keepsDriverUnit(written, at: path) else { return nil }
    }
    guard let values = evaluate(written, with: match, at: node) else { return nil }
    let bounds = Bounds(
      range: match.reading.bounds, path: path, expectation: match)
    guard let clamped = checkBounds(bounds, of: written, values: values, at: node) else {
      return nil
    }
    let leaps = tellJump(in: written, match.reading, match, at: path)
    tellUnusual(
      in: written.quantities, match.reading.unit, match, at: path)
    tellPercentOfPercent(in: written.quantities, at: path)
    tellInterleaved(written, match, at: path)
    if !leaps {
      tellGrowth(of: written, values, at: path)
      tellRise(of: written, values, at: path)
    }
    return ResolvedSeries(reading: match.reading, values: clamped)
  }

  /// Whether a driver of the city's own is in the unit it was first given in; that one is kept.
  private mutating func keepsDriverUnit(_ written: WrittenSeries, at path: ParameterPath) -> Bool {
    for quantity in written.quantities {
      let unit = quantity.unit ?? .one
      let known = found.driverUnits[path] ?? unit
      found.driverUnits[path] = known
      guard unit.isCompatible(with: known) else {
        let expected = Text("a unit like '\(known.symbol)'", "与 '\(known.symbol)' 同类的单位")
        report(.wrongDimension(unit, expected: [expected], example: nil), at: quantity.unitSpan)
        return false
      }
    }
    return true
  }

  /// Reads a series of fractions: growth, or what a lever changes.
  mutating func resolveFractions(_ node: Node, called name: String) -> [Double]? {
    let fraction = UnitExpectation.fraction
    guard let written = readSeries(node, called: name),
      match(written.quantities, with: [fraction]) != nil,
      checkRates(of: written, at: ParameterPath(name))
    else { return nil }
    if let quantity = written.quantities.first(where: { $0.unit == nil && abs($0.value) > 1 }) {
      report(.percentForgotten(quantity.value), at: quantity.span)
      return nil
    }
    tellUnusual(in: written.quantities, "1", fraction, at: ParameterPath(name))
    return evaluate(written, with: fraction, at: node)
  }

  private mutating func checkRates(of written: WrittenSeries, at path: ParameterPath) -> Bool {
    guard !written.rates.isEmpty else { return true }
    guard match(written.rates, with: [Self.rate]) != nil else { return false }
    guard written.growthRates.allSatisfy({ checkGrowth($0) }) else { return false }
    let rates = written.growthRates.filter { Self.rate.value(of: $0) <= 0.4 }
    tellUnusual(in: rates, "1", Self.rate, at: path / "growth")
    tellTurn(of: written, at: path)
    return true
  }

  /// Whether a rate of growth can be meant; one of more than 40 % a year is told all the same.
  private mutating func checkGrowth(_ rate: WrittenQuantity) -> Bool {
    if rate.unit == nil, abs(rate.value) >= 1 {
      report(.percentForgotten(rate.value), at: rate.span)
      return false
    }
    if Self.rate.value(of: rate) > 0.4 { report(.steepGrowth(rate), at: rate.span) }
    return true
  }

  private static let rate = UnitExpectation(
    reading: Reading("1", -1...1), unit: .one, divisor: nil, dimensions: [.none, .none / .time])

  private mutating func evaluate(
    _ written: WrittenSeries, with match: UnitExpectation, at node: Node
  ) -> [Double]? {
    let evaluation = SeriesEvaluation(value: match.value, rate: Self.rate.value)
    do {
      return try evaluation.series(written, over: years).values
    } catch {
      if case .startsLate = error, !yearsAreKnown { return nil }
      report(.badSeries(error), at: written.span(of: error, in: node))
      return nil
    }
  }
}

extension WrittenSeries {
  /// Whether it is one number for all years.
  var isConstant: Bool { if case .constant = self { true } else { false } }

  /// The numbers given for a year of the run, and those that are of no single year.
  fileprivate func quantities(within years: ClosedRange<Int>) -> [(Int?, WrittenQuantity)] {
    switch self {
    case .points(let points, _, _, _):
      points.filter { years.contains($0.year) }.map { ($0.year, $0.quantity) }
    case .constant, .ramp, .adoption: quantities.map { (nil, $0) }
    }
  }
}

// MARK: - Bounds

extension Resolver {
  /// The values within bounds, or nothing: the first that is not is reported.
  private mutating func checkBounds(
    _ bounds: Bounds, of written: WrittenSeries, values: [Double], at node: Node
  ) -> [Double]? {
    for (year, quantity) in written.quantities(within: years)
    where bounds.admit(bounds.expectation.value(of: quantity)) == nil {
      report(
        .outOfBounds(
          bounds.path, value: quantity.description, year: year,
          bounds: bounds.described(like: quantity), hint: percentHint(quantity, bounds)),
        at: quantity.span)
      return nil
    }
    var admitted: [Double] = []
    for (year, value) in zip(years, values) {
      if let inside = bounds.admit(value) {
        admitted.append(inside)
      } else if let like = written.quantities.first {
        let shown = like.written(bounds.expectation.written(value, like: like))
        report(
          .outOfBounds(
            bounds.path, value: shown, year: year, bounds: bounds.described(like: like), hint: nil),
          at: node.span)
        return nil
      }
    }
    return admitted
  }

  /// `55` where a share is meant is `55%` without its sign.
  private func percentHint(_ quantity: WrittenQuantity, _ bounds: Bounds) -> Text? {
    guard quantity.unit == nil, bounds.range.upperBound <= 1, abs(quantity.value) >= 2,
      bounds.admit(quantity.value / 100) != nil
    else { return nil }
    let number = shortNumber(quantity.value)
    return Text("write \(number)%", "请写 \(number)%")
  }
}
