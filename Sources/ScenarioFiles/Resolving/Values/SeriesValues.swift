import Diagnostics
import Quantities

/// From a series as written to a value for each year.
struct SeriesEvaluation {
  /// A number of the file in the model's unit.
  let value: (WrittenQuantity) -> Double
  /// A rate of the file as a fraction.
  let rate: (WrittenQuantity) -> Double

  /// The values of the years.
  func series(
    _ written: WrittenSeries, over years: ClosedRange<Int>
  ) throws(SeriesError) -> YearSeries {
    switch written {
    case .constant(let quantity): YearSeries(constant: value(quantity), over: years)
    case .points(let points, let shape, let before, let growth):
      try path(
        points.map { SeriesPoint(year: $0.year, value: value($0.quantity)) }, shape: shape,
        before: before, growth: growth, over: years)
    case .ramp(let from, let to, let start, let by, let shape):
      try YearSeries.ramp(
        from: value(from), to: value(to), start: start, by: by, shape: shape, over: years)
    case .adoption(let adoption): try levels(adoption, over: years)
    }
  }

  /// Points, and growth after the last of them.
  private func path(
    _ points: [SeriesPoint], shape: SeriesShape, before: BeforePolicy, growth: WrittenGrowth?,
    over years: ClosedRange<Int>
  ) throws(SeriesError) -> YearSeries {
    guard let growth, let last = points.last, last.year < years.upperBound else {
      return try YearSeries.through(points, shape: shape, over: years, before: before)
    }
    let grownYears = max(last.year, years.lowerBound)...years.upperBound
    let rates = try SeriesEvaluation(value: rate, rate: rate)
      .series(growth.rates, over: last.year + 1...years.upperBound)
    let grown = try YearSeries.growing(
      from: last, rates: zip(rates.years, rates.values).map(SeriesPoint.init), over: grownYears)
    guard years.lowerBound < grownYears.lowerBound else { return grown }
    let known = try YearSeries.through(
      points, shape: shape, over: years.lowerBound...last.year - 1, before: before)
    return YearSeries(firstYear: years.lowerBound, values: known.values + grown.values)
  }

  private func levels(
    _ adoption: WrittenAdoption, over years: ClosedRange<Int>
  ) throws(SeriesError) -> YearSeries {
    let first = min(adoption.start, years.lowerBound)
    let potential = try series(
      adoption.potential, over: first...max(adoption.start, years.upperBound))
    return try BassAdoption(
      innovation: rate(adoption.innovation), imitation: rate(adoption.imitation),
      potential: potential,
      start: SeriesPoint(year: adoption.start, value: value(adoption.initial))
    ).levels(over: years, before: adoption.before)
  }
}

extension WrittenSeries {
  /// The numbers that are rates of growth or coefficients per year, not in the series' own unit.
  var rates: [WrittenQuantity] {
    switch self {
    case .constant, .ramp: []
    case .points(_, _, _, let growth): growth.map { $0.rates.quantities + $0.rates.rates } ?? []
    case .adoption(let adoption):
      [adoption.innovation, adoption.imitation] + adoption.potential.rates
    }
  }

  /// Those of them that are growth, in a year or in all.
  var growthRates: [WrittenQuantity] {
    switch self {
    case .constant, .ramp: []
    case .points(_, _, _, let growth):
      growth.map { $0.rates.quantities + $0.rates.growthRates } ?? []
    case .adoption(let adoption): adoption.potential.growthRates
    }
  }

  /// Where a fault of the curve as a whole is told.
  func span(of error: SeriesError, in node: Node) -> Span {
    guard case .points(let points, _, _, let growth) = self else { return node.span }
    switch error {
    case .startsLate(_, let first):
      return points.first { $0.year == first }?.span
        ?? growth?.rates.span(of: error, in: node) ?? node.span
    case .shrinksBelowZero, .notFinite: return growth?.span ?? node.span
    default: return node.span
    }
  }
}
