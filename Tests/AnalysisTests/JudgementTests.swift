import CityModel
import Testing

@testable import Analysis

private func series(_ values: [Double], from year: Int = 2001) -> [YearValue] {
  values.enumerated().map { YearValue(year: year + $0, value: $1) }
}

@Suite struct `Judgement of an observed series` {
  private func verdict(_ values: Double...) throws -> Verdict {
    try Judgement(series(values)).verdict
  }

  @Test func `a steady fall of five years is a peak, of four is too soon to tell`() throws {
    #expect(try verdict(90, 100, 98, 96, 94, 92, 90) == .peaked)
    #expect(try verdict(90, 100, 98, 96, 94, 92) == .tooSoon)
  }

  @Test func `four observations are too few, whatever they do`() throws {
    #expect(try verdict(4, 3, 2, 1) == .tooSoon)
    #expect(try verdict(1, 2, 3, 4) == .tooSoon)
  }

  @Test func `a series highest in its last year has not peaked`() throws {
    #expect(try verdict(90, 92, 91, 94, 96) == .notShown)
    #expect(try verdict(90, 96, 91, 94, 92, 91, 90, 96) == .notShown)
  }

  @Test func `five years within one percent are a plateau`() throws {
    #expect(try verdict(90, 99.5, 100, 99.4, 99.6, 99.2) == .plateau)
    #expect(try Judgement(series([90, 99.5, 100, 99.4, 99.6, 99.2])).plateau == 2002...2006)
  }

  @Test func `two values nine years apart are no plateau, a third between them makes one`() throws {
    func holds(_ values: [(Int, Double)]) throws -> Bool {
      try Judgement(values.map { YearValue(year: $0.0, value: $0.1) }).holds(.plateau)
    }
    let ends = [(2000, 30.0), (2003, 35), (2006, 40), (2009, 50), (2018, 49.9), (2020, 49)]
    #expect(try !holds(ends))
    #expect(try holds(ends + [(2013, 49.8)]))
  }

  /// 43.2 = 0.9 · 48 exactly, though (48 − 43.2)/48 is 0.09999999999999994 in binary.
  @Test func `ten percent lower is ten percent lower, however it is rounded`() throws {
    for (top, last) in [(48, 43.2), (50, 45), (45.5, 40.95), (10, 9)] {
      let values = [0.96 * top, 0.98 * top, top, 0.99, 0.977, 0.962, 0.942, 0.921].enumerated()
        .map { $0 < 3 ? $1 : $1 * top }
      let judgement = try Judgement(series(values + [last]))
      #expect(judgement.holds(.tenPercentFiveYears), "\(top)")
    }
    #expect(try !Judgement(series([46, 47, 48, 47, 46, 45, 44, 43.3])).holds(.tenPercentFiveYears))
  }

  @Test func `a lower level that does not fall on is not yet a peak`() throws {
    let judgement = try Judgement(series([90, 100, 80, 82, 79, 83, 80, 81]))
    #expect(judgement.verdict == .notShown)
    #expect(judgement.holds(.fiveYears) && judgement.holds(.tenPercentFiveYears))
    #expect(!judgement.holds(.trend) && !judgement.holds(.plateau))
  }

  @Test func `a fall that ends in a new rise to the maximum counts from there`() throws {
    let judgement = try Judgement(series([100, 97, 94, 91, 88, 100, 87]))
    #expect(judgement.maximum.year == 2001)
    #expect(judgement.yearsSinceMaximum == 1)
    #expect(!judgement.holds(.fiveYears))
  }

  @Test func `where two years are highest, years and trend both count from the last of them`()
    throws
  {
    let judgement = try Judgement(series([10, 12, 12, 11, 10.5, 10, 9.5, 9]))
    #expect(judgement.maximum.year == 2002 && judgement.lastMaximum.year == 2003)
    #expect(judgement.yearsSinceMaximum == 5 && judgement.trendAfter?.test.count == 5)
    // Five falling values: S = −10; with the second maximum among them it would be −15.
    #expect(judgement.trendAfter?.test.score == -10 && judgement.verdict == .peaked)
    let shorter = try Judgement(series([10, 12, 12, 11, 10.5, 10, 9.5]))
    #expect(shorter.trendAfter?.test.count == 4 && shorter.verdict == .tooSoon)
  }

  @Test func `zeros beside positive values are empty cells and are not judged`() throws {
    let judgement = try Judgement(series([10, 11, 12, 11, 10, 9, 0, 0]))
    #expect(judgement.zeros.map(\.year) == [2007, 2008])
    #expect(judgement.last.year == 2006 && judgement.verdict == .tooSoon)
    let none = try Judgement(series([0, 0, 0, 0, 0]))
    #expect(none.zeros.isEmpty && none.observations.count == 5)
  }

  @Test func `every year within one percent is named, in a row with the maximum or not`() throws {
    let judgement = try Judgement(series([90, 99.06, 95, 100, 98]))
    #expect(judgement.nearMaximum.map(\.year) == [2002])
    #expect(judgement.plateau == 2004...2004)
    #expect(judgement.runnerUp?.year == 2002)
  }

  @Test func `years count as they are, gaps included`() throws {
    let observed = [(2001, 100.0), (2003, 90), (2006, 85)].map {
      YearValue(year: $0.0, value: $0.1)
    }
    let judgement = try Judgement(observed.reversed())
    #expect(judgement.observations == observed)
    #expect(judgement.yearsSinceMaximum == 5)
    #expect(judgement.holds(.tenPercentFiveYears))
    #expect(abs((judgement.trendAfter?.slope ?? 0) + 5 / 3.0) <= 1e-15)
  }

  @Test func `the maximum itself is no evidence of a fall after it`() throws {
    let judgement = try Judgement(series([90, 100, 80, 81, 82, 83, 84]))
    #expect(judgement.trendAfter?.test.count == 5)
    #expect(judgement.trendAfter?.isRising == true)
  }

  @Test func `runner-up, margin, drop and local maxima have their numbers`() throws {
    let judgement = try Judgement(series([80, 84, 82, 90, 100, 96, 70, 75, 60]))
    #expect(judgement.runnerUp == YearValue(year: 2006, value: 96))
    #expect(abs((judgement.margin ?? 0) - 4 / 96.0) <= 1e-15)
    #expect(abs((judgement.drop ?? 0) - 0.4) <= 1e-15)
    #expect(judgement.earlierMaxima == [YearValue(year: 2002, value: 84)])
    #expect(judgement.laterMaxima == [YearValue(year: 2008, value: 75)])
  }

  @Test func `a drop of ten percent is enough, a little less is not`() throws {
    #expect(try Judgement(series([90, 100, 98, 96, 94, 92, 90])).holds(.tenPercentFiveYears))
    #expect(try !Judgement(series([90, 100, 98, 96, 94, 92, 90.1])).holds(.tenPercentFiveYears))
  }

  @Test func `shares of what is not above zero are not given`() throws {
    let judgement = try Judgement(series([-3, -1, -2, -4, -5, -6, -7]))
    #expect(judgement.margin == nil && judgement.drop == nil)
    #expect(judgement.maximum.year == 2002)
  }

  @Test func `multiplying a series changes no verdict, rule or probability`() throws {
    let values: [Double] = [80, 84, 82, 90, 100, 96, 95, 91, 92, 88, 85]
    let one = try Judgement(series(values))
    for factor in [1e-12, 1 / 3.0, 1e9] {
      let scaled = try Judgement(series(values.map { $0 * factor }))
      #expect(scaled.verdict == one.verdict)
      #expect(
        scaled.trend.test == one.trend.test && scaled.trendAfter?.test == one.trendAfter?.test)
      #expect(
        JudgementRule.allCases.map(scaled.holds) == JudgementRule.allCases.map(one.holds))
    }
  }

  @Test func `a series that cannot be judged names what is wrong`() {
    #expect(throws: PeakError.noYears) { try Judgement([]) }
    #expect(throws: PeakError.repeatedYear(2001)) { try Judgement(series([1]) + series([2])) }
    #expect(throws: PeakError.notFinite(year: 2002)) { try Judgement(series([1, .nan])) }
    #expect(throws: PeakError.toleranceOutOfRange(1)) {
      try Judgement(series([1]), plateauTolerance: 1)
    }
  }
}

@Suite struct `Confirmation of a projected peak` {
  private func year(_ projection: [Double], after history: [Double] = []) throws -> Int? {
    let before = series(history, from: 2020 - history.count)
    return try #require(Confirmation(of: series(projection, from: 2020), after: before)).year
  }

  @Test func `a steady fall is confirmed five years after the peak`() throws {
    #expect(try year([90, 95, 100, 99, 98, 97, 96, 95, 94, 93]) == 2027)
  }

  @Test func `two equal maxima are confirmed from the second on`() throws {
    #expect(try year([90, 100, 100, 99, 98, 97, 96, 95, 94]) == 2027)
  }

  @Test func `a run that ends sooner confirms nothing`() throws {
    #expect(try year([90, 95, 100, 99, 98, 97, 96]) == nil)
    #expect(try year([90, 95, 100]) == nil)
  }

  // After the peak 5, 6, 4, 3, 2: nine pairs fall and one rises, S = −8. Of 5! orders 1 + 4 at
  // each end are as far: p = 10/120. With a sixth falling year S = −13, p = (1 + 5)·2/720 = 1/60.
  @Test func `a year that rises again delays it`() throws {
    #expect(try year([100, 95, 96, 94, 93, 92, 91], after: [90]) == 2026)
  }

  @Test func `a fall before the base year counts, and a maximum there is the one confirmed`() throws
  {
    #expect(try year([92, 91, 90], after: [90, 100, 98, 96, 94]) == 2021)
    #expect(try year([92, 91, 90], after: [100, 98, 96, 94, 93, 92.5]) == 2019)
  }

  @Test func `an earlier fall does not confirm a later and higher peak`() throws {
    let confirmation = try #require(
      Confirmation(of: series([100, 99, 98, 97, 96, 95, 101, 90, 89, 88], from: 2020)))
    #expect(confirmation.maximum == YearValue(year: 2026, value: 101))
    #expect(confirmation.year == nil)
  }

  @Test func `the judgement of what was seen by then agrees, and a year sooner it does not`() throws
  {
    let projection: [Double] = [80, 90, 100, 97, 98, 95, 94, 96, 92, 90, 91, 88, 85]
    let year = try #require(try year(projection))
    let seen = series(projection, from: 2020).filter { $0.year <= year }
    #expect(try Judgement(seen).verdict == .peaked)
    #expect(try Judgement(Array(seen.dropLast())).verdict != .peaked)
  }
}

@Suite struct `Certificate of a peak` {
  @Test func `the rival is the highest other summit, not the year beside the peak`() throws {
    let certificate = try PeakCertificate(
      years: Array(2021...2030), values: [80, 96, 82, 90, 99, 100, 70, 75, 60, 50])
    #expect(certificate.peak.runnerUp == YearValue(year: 2025, value: 99))
    #expect(certificate.marginYears == -1)
    #expect(abs((certificate.margin ?? 0) - 1 / 99.0) <= 1e-15)
    #expect(certificate.rival == YearValue(year: 2022, value: 96))
    #expect(certificate.rivalYears == -4)
    #expect(abs((certificate.rivalMargin ?? 0) - 4 / 96.0) <= 1e-15)
  }

  @Test func `a peak before the base year is the one to confirm`() throws {
    let history = series([90, 100, 98, 96, 94], from: 2015)
    let certificate = try PeakCertificate(
      years: [2020, 2021, 2022], values: [92, 91, 90], history: history)
    #expect(certificate.peak.status == .peakedBeforeBaseYear)
    #expect(certificate.confirmation.maximum == YearValue(year: 2016, value: 100))
    #expect(certificate.confirmation.year == 2021)
  }

  @Test func `faults of the series are those of its peak`() {
    #expect(throws: PeakError.gap(after: 2020, next: 2022)) {
      try PeakCertificate(years: [2020, 2022], values: [1, 2])
    }
  }
}
