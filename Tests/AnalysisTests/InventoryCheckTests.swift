import CityModel
import Testing

@testable import Analysis

@Suite struct `Marks of made-up histories` {
  private func observations(_ first: Int, _ values: Double...) -> [History.Observation] {
    values.enumerated().map { .init(year: first + $0, value: $1) }
  }

  @Test func `a geometric beginning is found as far as it goes`() throws {
    let found = try #require(
      constantGrowth(observations(2000, 8, 8.4, 8.82, 9.261, 9.72405, 10, 11)))
    #expect(found.years == 2000...2004)
    #expect(abs(found.growth - 0.05) < 1e-12)
  }

  @Test func `rates that differ in the fifth digit are those of measured values`() {
    #expect(constantGrowth(observations(2000, 8, 8.4, 8.8201, 9.26)) == nil)
  }

  @Test func `three years or a gap are too little to judge`() {
    #expect(constantGrowth(observations(2000, 8, 8.4, 8.82)) == nil)
    let gap = observations(2000, 8, 8.4, 8.82) + observations(2004, 9.261)
    #expect(constantGrowth(gap) == nil)
    #expect(constantGrowth([]) == nil)
  }

  @Test(arguments: [
    ([43.73, 43.73], 2001), ([44, 44], nil), ([44, 44, 44], 2002), ([0, 0], nil),
    ([43.7, 43.72, 43.7], nil), ([1234, 1200, 1200, 1234.5, 1234.5], 2004),
  ])
  func `a value that comes twice is found unless it is round`(values: [Double], year: Int?) {
    let observed = values.enumerated().map { History.Observation(year: 2000 + $0, value: $1) }
    #expect(repeatedValue(observed)?.1.year == year)
  }
}

@Suite struct `Ranges of known places` {
  /// Each range with the numbers its ends come from, as their sources give them.
  private static let ends: [(range: KnownRange, least: Double?, greatest: Double)] = [
    (.emissionsPerPerson, 4.61708 / 2.8731, 171.609 / 9.3137),
    (.emissionsPerProduct, 43.7276 / 276.702, 103.675 / 70.304),
    (.productPerPerson, 5935.1 / 1123.41, 36801.87 / 1799),
    (.electricityPerPerson, 119_560 / 32.09, 152_340 / 12.7469),
    (.energyPerProduct, 45.34 / 269.923, 2),
    (.carsPerThousand, 129_250 / 1012, 1_911_970 / 6627),
    (.homesPerPerson, 390 / 17.634, 38.813),
    (.otherFloorPerPerson, 12986 / 1411.8, 423 / 24.87),
    (.capacityPerPerson, nil, 170 / 24.01), (.outputPerUse, nil, 296 / 202.6),
    (.gridFactor, 0.1073, 0.903), (.sinkPerPerson, nil, 248_790 / 24.05),
    (.plantingPerPerson, nil, 1e7 / 1500 / 24.05),
  ]

  @Test(arguments: ends)
  func `the ends are what the sources give`(range: KnownRange, least: Double?, greatest: Double) {
    #expect(abs(range.greatest.value / greatest - 1) < 0.005, "\(range.name.english): \(greatest)")
    #expect(range.contains(greatest) && !range.contains(greatest * 1.55))
    #expect((range.least == nil) == (least == nil) && range.contains(least ?? 0))
    guard let least, let end = range.least else { return }
    #expect(abs(end.value / least - 1) < 0.005, "\(range.name.english): \(least)")
    #expect(!range.contains(least / 1.55))
  }

  @Test(arguments: [(5e-3, 3), (5e-4, 4), (5e4, -4), (5e6, -6), (5e-8, 8), (5e8, -8), (50, nil)])
  func `a slip of a unit is recognised by its power of ten`(value: Double, slip: Int?) {
    let range = KnownRange.emissionsPerPerson
    #expect(UnitSlip(value, where: range.contains)?.power == slip)
  }

  @Test(arguments: [
    (4570, 4.5, -3), (0.00044, 4.5, 4), (4.5, 4.5, nil), (6.6, 4.5, nil), (45, 4.5, nil),
    (0, 4.5, nil), (4.5, -1, nil),
  ])
  func `a value is a slip of another where only a power of ten lies between them`(
    value: Double, expected: Double, power: Int?
  ) {
    #expect(UnitSlip(value, against: expected)?.power == power)
  }
}
