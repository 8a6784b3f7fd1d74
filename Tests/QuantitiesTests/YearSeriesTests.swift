import Foundation
import Quantities
import TestSupport
import Testing

private func points(_ pairs: KeyValuePairs<Int, Double>) -> [SeriesPoint] {
  pairs.map { SeriesPoint(year: $0.key, value: $0.value) }
}

@Suite struct `Series through points` {
  @Test(arguments: SeriesShape.allCases)
  func `two points are joined, with no zero between them`(shape: SeriesShape) throws {
    let series = try YearSeries.through(
      points([2020: 32, 2035: 38]), shape: shape, over: 2020...2060)
    #expect(series.values.count == 41)
    #expect(series.values.allSatisfy { $0 >= 32 && $0 <= 38 })
    #expect(series[2020] == 32)
    #expect(series[2035] == 38)
  }

  @Test func `a line passes the middle halfway`() throws {
    let series = try YearSeries.through(points([2020: 10, 2030: 20, 2040: 0]), over: 2020...2040)
    for year in 2020...2030 { #expect(abs(series[year] - Double(year - 2010)) < 1e-12) }
    for year in 2030...2040 { #expect(abs(series[year] - Double(2 * (2040 - year))) < 1e-12) }
  }

  @Test(arguments: SeriesShape.allCases)
  func `after the last point the series stays`(shape: SeriesShape) throws {
    let series = try YearSeries.through(
      points([2018: 1, 2025: 3]), shape: shape, over: 2020...2060)
    #expect((2025...2060).allSatisfy { series[$0] == 3 })
  }

  @Test func `one point is a constant from its year on`() throws {
    let series = try YearSeries.through(points([2020: 0.55]), shape: .monotone, over: 2020...2030)
    #expect(series == YearSeries(constant: 0.55, over: 2020...2030))
  }

  @Test func `a step holds the earlier value until the next point's year`() throws {
    let series = try YearSeries.through(
      points([2020: 1, 2023: 2]), shape: .step, over: 2020...2025)
    #expect(series.values == [1, 1, 1, 2, 2, 2])
  }

  @Test func `a start after the base year is refused, held or zero as the file says`() throws {
    let late = points([2022: 5, 2024: 7])
    #expect(throws: SeriesError.startsLate(needed: 2020, firstPoint: 2022)) {
      try YearSeries.through(late, over: 2020...2024)
    }
    let held = try YearSeries.through(late, over: 2020...2024, before: .hold)
    #expect(held.values == [5, 5, 5, 6, 7])
    let zero = try YearSeries.through(late, over: 2020...2024, before: .zero)
    #expect(zero.values == [0, 0, 5, 6, 7])
  }

  @Test func `points that are empty, unordered or not finite are refused`() {
    #expect(throws: SeriesError.noPoints) { try YearSeries.through([], over: 2020...2021) }
    #expect(throws: SeriesError.yearsNotIncreasing(previous: 2021, year: 2021)) {
      try YearSeries.through(points([2020: 1, 2021: 1, 2021: 2]), over: 2020...2021)
    }
    #expect(throws: SeriesError.yearsNotIncreasing(previous: 2030, year: 2025)) {
      try YearSeries.through(points([2020: 1, 2030: 1, 2025: 2]), over: 2020...2021)
    }
    #expect(throws: SeriesError.notFinite(year: 2021)) {
      try YearSeries.through(points([2020: 1, 2021: .nan]), over: 2020...2021)
    }
  }

  @Test(arguments: 0..<50)
  func `a monotone curve never leaves the range of its neighbours`(seed: UInt64) throws {
    var generator = SeededNumbers(seed: seed)
    let known = (0..<6).map {
      SeriesPoint(year: 2020 + 7 * $0, value: Double.random(in: -5...5, using: &generator))
    }
    let series = try YearSeries.through(known, shape: .monotone, over: 2020...2055)
    for (point, next) in zip(known, known.dropFirst()) {
      let low = min(point.value, next.value)
      let high = max(point.value, next.value)
      let piece = (point.year...next.year).map { series[$0] }
      #expect(piece.allSatisfy { $0 >= low - 1e-12 && $0 <= high + 1e-12 })
      #expect(piece.first == point.value && piece.last == next.value)
    }
  }

  @Test func `a monotone curve is Steffen's`() throws {
    // By hand from the source's eqs. 2–11 for (0,0), (10,10), (20,40): the secants are 1 and 3, the
    // middle slope 2·min(1, 3, 2/2) = 2, the end slopes those of the secants, as GSL takes them.
    let series = try YearSeries.through(
      points([2020: 0, 2030: 10, 2040: 40]), shape: .monotone, over: 2020...2040)
    for year in 2020...2030 {
      let x = Double(year - 2020)
      #expect(abs(series[year] - (0.01 * x * x * x - 0.1 * x * x + x)) < 1e-12)
    }
    for year in 2030...2040 {
      let x = Double(year - 2030)
      #expect(abs(series[year] - (10 + 2 * x + 0.2 * x * x - 0.01 * x * x * x)) < 1e-12)
    }
  }

  @Test func `between the years a series is a straight line, beyond them its end values`() {
    let series = YearSeries(firstYear: 2020, values: [1, 3, 7])
    #expect(series.value(at: 2020.5) == 2)
    #expect(series.value(at: 2021.75) == 6)
    #expect(series.value(at: 1990) == 1)
    #expect(series.value(at: 2022) == 7)
    #expect(series.value(at: 2099) == 7)
  }
}

@Suite struct `Faults of series` {
  @Test func `a late start names both years and the ways out`() {
    let error = SeriesError.startsLate(needed: 2020, firstPoint: 2022)
    #expect(
      error.message.english == "the series starts in 2022, but values are needed from 2020 on")
    #expect(error.message.chinese == "序列始于 2022 年，但自 2020 年起即需要数值")
    #expect(error.suggestion?.english == "add the year 2020, or say 'before: hold' or 'before: 0'")
  }

  @Test(arguments: [
    SeriesError.noPoints, .yearsNotIncreasing(previous: 2, year: 1), .notFinite(year: 2020),
    .shrinksBelowZero(year: 2021, rate: -2), .rampEndsBeforeStart(start: 2030, by: 2020),
    .invalidAdoption(parameter: "p", value: -1), .solver(.notFinite(argument: 1)),
  ])
  func `every fault is told in both languages`(error: SeriesError) {
    #expect(!error.message.english.isEmpty && error.message.english != error.message.chinese)
  }
}

@Suite struct `Growth` {
  @Test func `a constant rate gives the closed form`() throws {
    let series = try YearSeries.growing(
      from: SeriesPoint(year: 2020, value: 27_670), rates: points([2021: 0.06]), over: 2020...2060)
    for year in 2020...2060 {
      let expected = 27_670 * pow(1.06, Double(year - 2020))
      #expect(abs(series[year] / expected - 1) < 1e-13)
    }
  }

  @Test func `a rate that falls by the year multiplies up year by year`() throws {
    let series = try YearSeries.growing(
      from: SeriesPoint(year: 2019, value: 100), rates: points([2020: 0.1, 2022: 0.0]),
      over: 2020...2024)
    for (value, expected) in zip(series.values, [110, 115.5, 115.5, 115.5, 115.5]) {
      #expect(abs(value - expected) < 1e-12)
    }
  }

  @Test func `growth is refused where it is unknown or below minus 100 percent`() {
    let base = SeriesPoint(year: 2020, value: 1)
    #expect(throws: SeriesError.startsLate(needed: 2021, firstPoint: 2025)) {
      try YearSeries.growing(from: base, rates: points([2025: 0.1]), over: 2020...2030)
    }
    #expect(throws: SeriesError.startsLate(needed: 2015, firstPoint: 2020)) {
      try YearSeries.growing(from: base, rates: points([2016: 0.1]), over: 2015...2030)
    }
    #expect(throws: SeriesError.shrinksBelowZero(year: 2021, rate: -1.5)) {
      try YearSeries.growing(from: base, rates: points([2021: -1.5]), over: 2020...2030)
    }
    #expect(throws: SeriesError.notFinite(year: 2022)) {
      try YearSeries.growing(from: base, rates: points([2021: 1e200]), over: 2020...2030)
    }
  }
}

@Suite struct `Ramps` {
  @Test(arguments: SeriesShape.allCases)
  func `a ramp is nothing before, everything after, and never falls`(shape: SeriesShape) {
    let weights = (2015...2045).map { rampWeight(shape, from: 2020, by: 2040, year: $0) }
    #expect(weights.prefix(5).allSatisfy { $0 == 0 })
    #expect(weights.suffix(6).allSatisfy { $0 == 1 })
    #expect(zip(weights, weights.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(weights[5] == (shape == .step ? 1 : 0))
  }

  @Test(arguments: 2020...2040)
  func `an s-curve is the logistic through 5 and 95 percent, rescaled`(year: Int) {
    let x = Double(year - 2020) / 20
    let logistic = 1 / (1 + exp(-(2 * log(19.0)) * (x - 0.5)))
    let weight = rampWeight(.sCurve, from: 2020, by: 2040, year: year)
    #expect(abs(weight - (logistic - 0.05) / 0.9) < 1e-15)
    let mirrored = rampWeight(.sCurve, from: 2020, by: 2040, year: 4060 - year)
    #expect(abs(weight + mirrored - 1) < 1e-15)
  }

  @Test(arguments: SeriesShape.allCases)
  func `a ramp without time is a step`(shape: SeriesShape) {
    let weights = (2029...2031).map { rampWeight(shape, from: 2030, by: 2030, year: $0) }
    #expect(weights == [0, 1, 1])
  }

  @Test func `a series ramps from one value to the other`() throws {
    let series = try YearSeries.ramp(from: 0.12, to: 0.85, start: 2022, by: 2026, over: 2020...2028)
    let expected = [0.12, 0.12, 0.12, 0.3025, 0.485, 0.6675, 0.85, 0.85, 0.85]
    for (value, expected) in zip(series.values, expected) { #expect(abs(value - expected) < 1e-15) }
    #expect(series[2026] == 0.85)
  }

  @Test func `a ramp that ends before it starts is refused`() {
    #expect(throws: SeriesError.rampEndsBeforeStart(start: 2030, by: 2029)) {
      try YearSeries.ramp(from: 0, to: 1, start: 2030, by: 2029, over: 2020...2040)
    }
  }
}
