import Analysis
import Testing

@Suite struct `Peak status` {
  /// The status of values that start in 2021.
  private func status(
    _ values: [Double], history: [YearValue] = [], tolerance: Double = 0.01, minimumYears: Int = 5
  ) throws -> PeakStatus {
    try Peak(
      years: Array(2021..<2021 + values.count), values: values, history: history,
      plateauTolerance: tolerance, plateauMinimumYears: minimumYears
    ).status
  }

  private let risingHistory = [
    YearValue(year: 2020, value: 90), YearValue(year: 2019, value: 80),
  ]

  @Test func `a rise and a fall is a peak in the year between`() throws {
    #expect(try status([90, 95, 100, 97, 90]) == .peaks(year: 2023))
  }

  @Test func `emissions that only rise have not peaked by the last year`() throws {
    #expect(try status([90, 95, 100, 105]) == .notPeaked(by: 2024))
    #expect(try status((0..<40).map { 100 + Double($0) * 0.01 }) == .notPeaked(by: 2060))
  }

  @Test func `a last year equal to the maximum has not peaked`() throws {
    #expect(try status([90, 100, 100]) == .notPeaked(by: 2023))
    #expect(try status([90, 100, 99.5, 100]) == .notPeaked(by: 2024))
  }

  @Test func `years within one percent are a plateau once they are five`() throws {
    #expect(try status([90, 99.2, 99.5, 100, 99.4, 95]) == .peaks(year: 2024))
    #expect(try status([90, 99.2, 99.5, 100, 99.4, 99, 95]) == .plateau(from: 2022, to: 2026))
    #expect(
      try status([90, 99.2, 99.5, 100, 99.4, 95], minimumYears: 4)
        == .plateau(from: 2022, to: 2025))
    #expect(
      try status([90, 97, 99.5, 100, 99.4, 96, 90], tolerance: 0.05)
        == .plateau(from: 2022, to: 2026))
  }

  @Test func `a plateau may last to the end`() throws {
    #expect(try status([90, 100, 99.8, 99.6, 99.5, 99.4]) == .plateau(from: 2022, to: 2026))
  }

  @Test func `a flat series is a plateau when long and not peaked when short`() throws {
    #expect(try status([7, 7, 7, 7, 7, 7]) == .plateau(from: 2021, to: 2026))
    #expect(try status([7, 7, 7]) == .notPeaked(by: 2023))
  }

  @Test func `rounding noise on a plateau does not move the peak`() throws {
    let noisy = try Peak(
      years: Array(2021...2028),
      values: [90, 100, 100 + 1e-11, 100 - 1e-11, 100 + 2e-11, 100, 100 + 3e-11, 95])
    #expect(noisy.status == .plateau(from: 2022, to: 2027))
    #expect(noisy.year == 2022)
    #expect(noisy.earlierMaxima.isEmpty && noisy.laterMaxima.isEmpty)
    #expect(try status([90, 100, 100 + 1e-11]) == .notPeaked(by: 2023))
    #expect(try status([100, 100 + 1e-11, 90]) == .peakedByBaseYear)
  }

  @Test func `coming back within one percent after a real dip is a rebound`() throws {
    #expect(try status([90, 100, 95, 99.5, 90]) == .rebound(first: 2022, second: 2024))
    #expect(try status([90, 99.5, 95, 100, 90]) == .rebound(first: 2022, second: 2024))
    #expect(try status([90, 100, 95, 99.5]) == .rebound(first: 2022, second: 2024))
    #expect(try status([100, 95, 100]) == .rebound(first: 2021, second: 2023))
  }

  @Test func `a second maximum that is lower, or after a shallow dip, is no rebound`() throws {
    #expect(try status([90, 100, 95, 98.9, 90]) == .peaks(year: 2022))
    #expect(try status([90, 100, 99.2, 99.8, 90]) == .peaks(year: 2022))
    // 98.95 is below 99 % of 100, but not below 99 % of the lower summit.
    #expect(try status([90, 99.1, 98.95, 100, 90]) == .peaks(year: 2024))
  }

  @Test func `the maximum in the last year has not peaked even after an earlier summit`() throws {
    #expect(try status([90, 100, 95, 100.5]) == .notPeaked(by: 2024))
  }

  @Test func `a fall from the base year alone says peaked by base year, not peaks`() throws {
    #expect(try status([100, 95, 90]) == .peakedByBaseYear)
    #expect(try status([100, 95]) == .peakedByBaseYear)
  }

  @Test func `a fall from the base year with a history not below it peaked before`() throws {
    #expect(
      try status([100, 95, 90], history: [YearValue(year: 2013, value: 120)])
        == .peakedBeforeBaseYear)
    #expect(
      try status([100, 95, 90], history: [YearValue(year: 2020, value: 100)])
        == .peakedBeforeBaseYear)
    #expect(
      try status([100], history: [YearValue(year: 2013, value: 120)]) == .peakedBeforeBaseYear)
  }

  @Test func `a rise observed up to the base year and a fall after it is a peak in it`() throws {
    #expect(try status([100, 95, 90], history: risingHistory) == .peaks(year: 2021))
  }

  @Test func `a history that stops years before the base year cannot place the peak`() throws {
    #expect(
      try status([100, 95, 90], history: [YearValue(year: 2005, value: 50)]) == .peakedByBaseYear)
  }

  @Test func `history from the base year on is ignored`() throws {
    let later = [2021, 2022, 2030].map { YearValue(year: $0, value: 500) }
    #expect(try status([100, 95, 90], history: later) == .peakedByBaseYear)
  }

  @Test func `a history above does not hide that emissions rise again`() throws {
    let higher = [YearValue(year: 2013, value: 120)]
    #expect(try status([90, 100, 90], history: higher) == .peaks(year: 2022))
    #expect(try status([90, 100], history: higher) == .notPeaked(by: 2022))
  }

  @Test func `a long plateau from the base year gives way only to a history clearly above`() throws
  {
    let flat = [100, 99.8, 99.7, 99.6, 99.5, 90]
    #expect(try status(flat) == .plateau(from: 2021, to: 2025))
    #expect(
      try status(flat, history: [YearValue(year: 2020, value: 100.5)])
        == .plateau(from: 2021, to: 2025))
    #expect(
      try status(flat, history: [YearValue(year: 2020, value: 101.5)]) == .peakedBeforeBaseYear)
  }

  @Test func `a horizon of one year has not peaked`() throws {
    #expect(try status([100]) == .notPeaked(by: 2021))
    #expect(try status([100], history: risingHistory) == .notPeaked(by: 2021))
  }

  @Test(arguments: [[0, 0, 0], [-5, -4, -6], [0, -1, -2], [0.0]])
  func `zero and sinks are no emissions`(values: [Double]) throws {
    #expect(try status(values) == .noEmissions)
  }

  @Test func `emissions that fall below zero after the peak peaked all the same`() throws {
    #expect(try status([50, 60, 20, -10, -40]) == .peaks(year: 2022))
    #expect(try status([-10, 5, -10, -200]) == .peaks(year: 2022))
  }

  @Test func `every status has its word and its phrase in both languages`() {
    let told: [(PeakStatus, String, String, String)] = [
      (
        .peakedBeforeBaseYear, "peaked-before-base-year", "peaked before base year", "基准年之前已达峰"
      ),
      (.peakedByBaseYear, "peaked-by-base-year", "peaked by base year", "不晚于基准年达峰"),
      (.peaks(year: 2028), "peaks", "peaks in 2028", "2028年达峰"),
      (.plateau(from: 2028, to: 2035), "plateau", "plateau 2028–2035", "2028–2035年峰值平台期"),
      (.notPeaked(by: 2060), "not-peaked", "not peaked by 2060", "至2060年尚未达峰"),
      (
        .rebound(first: 2025, second: 2040), "rebound", "rebound: 2025, again 2040",
        "2025年回落后反弹，2040年再次接近最高值"
      ),
      (.noEmissions, "no-emissions", "no emissions", "无正排放"),
    ]
    for (status, word, english, chinese) in told {
      #expect(status.word == word)
      #expect(status.text(.english) == english)
      #expect(status.text(.chinese) == chinese)
    }
  }
}
