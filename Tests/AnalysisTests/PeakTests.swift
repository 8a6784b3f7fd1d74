import Analysis
import TestSupport
import Testing

@Suite struct `Peak of a series` {
  @Test func `names year, value, plateau, ends, runner-up and the other summits`() throws {
    let peak = try Peak(
      years: Array(2021...2029), values: [80, 84, 82, 90, 99.5, 100, 70, 75, 60])
    #expect(peak.year == 2026)
    #expect(peak.value == 100)
    #expect((peak.plateauFrom, peak.plateauTo) == (2025, 2026))
    #expect((peak.baseValue, peak.endValue) == (80, 60))
    #expect(peak.runnerUp == YearValue(year: 2025, value: 99.5))
    #expect(peak.earlierMaxima == [YearValue(year: 2022, value: 84)])
    #expect(peak.laterMaxima == [YearValue(year: 2028, value: 75)])
  }

  @Test func `the first of equal years is the peak and the next the runner-up`() throws {
    let peak = try Peak(years: Array(2021...2025), values: [80, 90, 85, 90, 90])
    #expect(peak.year == 2022)
    #expect(peak.runnerUp == YearValue(year: 2024, value: 90))
    #expect(peak.laterMaxima == [YearValue(year: 2024, value: 90)])
  }

  @Test func `an end counts as a summit where the series rises to it`() throws {
    let peak = try Peak(years: Array(2021...2025), values: [80, 70, 90, 60, 75])
    #expect(peak.earlierMaxima == [YearValue(year: 2021, value: 80)])
    #expect(peak.laterMaxima == [YearValue(year: 2025, value: 75)])
  }

  @Test func `a single year is its own peak without a runner-up`() throws {
    let peak = try Peak(years: [2025], values: [12])
    #expect((peak.year, peak.estimate, peak.value) == (2025, 2025, 12))
    #expect((peak.plateauFrom, peak.plateauTo) == (2025, 2025))
    #expect(peak.runnerUp == nil)
    #expect(peak.earlierMaxima.isEmpty && peak.laterMaxima.isEmpty)
  }

  @Test(arguments: [-0.5, -0.49, -0.2, 0, 0.125, 0.3, 0.499])
  func `the estimate finds the vertex of a parabola sampled each year`(offset: Double) throws {
    let vertex = 2030 + offset
    let years = Array(2021...2040)
    let sampled = years.map { 300 - 1.7 * (Double($0) - vertex) * (Double($0) - vertex) }
    #expect(abs(try Peak(years: years, values: sampled).estimate - vertex) <= 1e-9)
  }

  @Test(arguments: [-0.4, 0.1, 0.45])
  func `the estimate finds the vertex when each value is a year's total`(offset: Double) throws {
    let vertex = 2030 + offset
    let years = Array(2021...2040)
    // ∫ 300 − 1.7 (t − vertex)² dt from half a year before to half a year after the year's middle.
    let totals = years.map { year in
      let from = Double(year) - 0.5 - vertex
      let to = Double(year) + 0.5 - vertex
      return 300 - 1.7 / 3 * (to * to * to - from * from * from)
    }
    #expect(abs(try Peak(years: years, values: totals).estimate - vertex) <= 1e-9)
  }

  @Test func `the estimate moves without a jump when the maximum changes its year`() throws {
    let before = try Peak(years: Array(2021...2024), values: [90, 100, 100 - 1e-6, 90])
    let equal = try Peak(years: Array(2021...2024), values: [90, 100, 100, 90])
    let after = try Peak(years: Array(2021...2024), values: [90, 100 - 1e-6, 100, 90])
    #expect((before.year, equal.year, after.year) == (2022, 2022, 2023))
    #expect(equal.estimate == 2022.5)
    #expect(abs(before.estimate - 2022.5) <= 1e-6 && before.estimate < 2022.5)
    #expect(abs(after.estimate - 2022.5) <= 1e-6 && after.estimate > 2022.5)
  }

  @Test func `the estimate is the middle of a flat top and the year itself at an end`() throws {
    #expect(try Peak(years: Array(2021...2025), values: [90, 95, 95, 95, 70]).estimate == 2023)
    #expect(try Peak(years: Array(2021...2023), values: [95, 94, 70]).estimate == 2021)
    #expect(try Peak(years: Array(2021...2023), values: [70, 94, 95]).estimate == 2023)
    #expect(try Peak(years: Array(2021...2023), values: [5, 5, 5]).estimate == 2021)
  }

  @Test func `multiplying a series multiplies its values and changes nothing else`() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      let (years, values, history) = randomSeries(seed)
      let peak = try Peak(years: years, values: values, history: history)
      for factor in [1000, 1 / 3.0, 1e-12, 7e11] {
        let scaled = try Peak(
          years: years, values: values.map { $0 * factor },
          history: history.map { YearValue(year: $0.year, value: $0.value * factor) })
        #expect(scaled.status == peak.status)
        #expect(scaled.year == peak.year)
        #expect(abs(scaled.estimate - peak.estimate) <= 1e-9)
        #expect(scaled.value == peak.value * factor)
        #expect((scaled.plateauFrom, scaled.plateauTo) == (peak.plateauFrom, peak.plateauTo))
        #expect(scaled.runnerUp?.year == peak.runnerUp?.year)
        #expect(scaled.earlierMaxima.map(\.year) == peak.earlierMaxima.map(\.year))
        #expect(scaled.laterMaxima.map(\.year) == peak.laterMaxima.map(\.year))
      }
    }
  }

  @Test func `what is said of a random series is true of it`() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      let (years, values, _) = randomSeries(seed)
      let peak = try Peak(years: years, values: values, plateauTolerance: 0.05)
      let valueOf = Dictionary(uniqueKeysWithValues: zip(years, values))
      #expect(peak.value == values.max())
      #expect(valueOf[peak.year] == peak.value)
      #expect(abs(peak.estimate - Double(peak.year)) <= 0.5)
      let bottom = peak.value - 0.05 * abs(peak.value)
      #expect((peak.plateauFrom...peak.plateauTo).contains(peak.year))
      for year in peak.plateauFrom...peak.plateauTo {
        #expect((valueOf[year] ?? -.infinity) >= bottom)
      }
      for year in [peak.plateauFrom - 1, peak.plateauTo + 1] {
        #expect((valueOf[year] ?? -.infinity) < bottom)
      }
      for summit in peak.earlierMaxima + peak.laterMaxima {
        for year in [summit.year - 1, summit.year + 1] {
          #expect((valueOf[year] ?? -.infinity) < summit.value)
        }
      }
    }
  }

  @Test func `refuses a series it cannot judge and says where`() {
    #expect(throws: PeakError.noYears) { try Peak(years: [], values: []) }
    #expect(throws: PeakError.unequalCounts(years: 2, values: 1)) {
      try Peak(years: [2021, 2022], values: [1])
    }
    #expect(throws: PeakError.gap(after: 2022, next: 2024)) {
      try Peak(years: [2021, 2022, 2024], values: [1, 2, 3])
    }
    #expect(throws: PeakError.gap(after: .max, next: .min)) {
      try Peak(years: [.max, .min], values: [1, 2])
    }
    #expect(throws: PeakError.notFinite(year: 2022)) {
      try Peak(years: [2021, 2022], values: [1, .nan])
    }
    #expect(throws: PeakError.notFinite(year: 2010)) {
      try Peak(
        years: [2021], values: [1], history: [YearValue(year: 2010, value: .infinity)])
    }
    for tolerance in [-0.01, 1] {
      #expect(throws: PeakError.toleranceOutOfRange(tolerance)) {
        try Peak(years: [2021], values: [1], plateauTolerance: tolerance)
      }
    }
  }
}

/// A reproducible series of 1 to 40 years that wanders, some of it below zero, with some history.
private func randomSeries(_ seed: UInt64) -> ([Int], [Double], [YearValue]) {
  var numbers = SeededNumbers(seed: seed)
  let count = 1 + Int(seed % 40)
  var level = 40 * numbers.number(-1...1) + 10
  let values = (0..<count).map { _ in
    level += 5 * numbers.number(-1...1)
    return level
  }
  let history = (1...3).map { YearValue(year: 2021 - $0, value: 40 * numbers.number(-1...1)) }
  return (Array(2021..<2021 + count), values, history)
}
