import CityModel
import Testing

@testable import Analysis

@Suite struct `The nearest point of a box that lies in half-spaces` {
  private let unit = [0.0...1, 0.0...1]

  @Test func `is the foot of the perpendicular on one plane`() {
    let space = HalfSpace(normal: [-3, -4], bound: -2)
    let (point, multipliers) = nearestPoint(to: [0, 0], in: unit, meeting: [space])
    // x = a b / |a|²
    #expect(abs(point[0] - 0.24) < 1e-12 && abs(point[1] - 0.32) < 1e-12)
    #expect(abs(multipliers[0] - 0.08) < 1e-12)
  }

  @Test func `is the origin where that lies in all`() {
    let (point, _) = nearestPoint(
      to: [0.3, 0.4], in: unit, meeting: [HalfSpace(normal: [1, 1], bound: 1)])
    #expect(point == [0.3, 0.4])
  }

  @Test func `is the corner of two planes where each foot is outside the other`() {
    let spaces = [
      HalfSpace(normal: [-2, -1], bound: -1), HalfSpace(normal: [-1, -2], bound: -1),
    ]
    let (point, _) = nearestPoint(to: [0, 0], in: unit, meeting: spaces)
    #expect(abs(point[0] - 1.0 / 3) < 1e-9 && abs(point[1] - 1.0 / 3) < 1e-9)
  }

  @Test func `makes up with one coordinate for what the box denies another`() {
    let space = HalfSpace(normal: [-10, -1], bound: -10.5)
    let (point, _) = nearestPoint(to: [0, 0], in: unit, meeting: [space])
    #expect(point[0] == 1)
    #expect(abs(point[1] - 0.5) < 1e-12)
  }

  @Test func `is where a plane out of reach is missed least`() {
    let (point, _) = nearestPoint(
      to: [0, 0.5], in: unit, meeting: [HalfSpace(normal: [-1, -1], bound: -3)])
    #expect(point == [1, 1])
  }
}

@Suite struct `The distance to a peak` {
  private func judgement(_ values: [Double], by place: Int) throws -> Bool {
    let years = 2020...(2019 + values.count)
    let peak = try Peak(years: Array(years), values: values)
    let figures = TargetFigures(
      years: years, totals: ByTotal(gross: values, net: values), inventoried: values, gdp: [],
      series: [:], peaks: ByTotal(gross: peak, net: peak), history: History())
    return figures.judge(.peakBy(2020 + place, account: .gross)).isMet
  }

  /// A generator of its own, so that the series are the same everywhere.
  private struct Noise {
    var state: UInt64
    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
  }

  @Test func `is below zero only where targets call the peak met`() throws {
    var noise = Noise(state: 7)
    var met = 0
    for _ in 0..<800 {
      let spread = 0.05 * noise.next()
      let slope = 0.03 * (noise.next() - 0.5)
      let values = (0..<14).map { 100 * (1 + slope * Double($0) + spread * noise.next()) }
      for place in [2, 5, 9] where (peakParts(values, by: place).max() ?? 0) < -1e-6 {
        met += 1
        #expect(try judgement(values, by: place), "\(values) by \(place)")
      }
    }
    #expect(met > 100)
  }

  @Test func `is below zero wherever a series falls one percent from a single summit in time`()
    throws
  {
    for summit in 0..<12 {
      let values = (0..<14).map { 100 - 2 * abs(Double($0 - summit)) }
      for place in 0..<13 {
        #expect(((peakParts(values, by: place).max() ?? 0) <= 0) == (summit <= place))
        #expect(try judgement(values, by: place) == (summit <= place))
      }
    }
  }

  @Test func `moves no further than twice what the values move`() {
    var noise = Noise(state: 11)
    for _ in 0..<500 {
      let values = (0..<12).map { _ in 100 + 3 * noise.next() }
      let moved = values.map { $0 + 0.01 * (noise.next() - 0.5) }
      let change = zip(peakParts(values, by: 5), peakParts(moved, by: 5)).map { abs($0 - $1) }.max()
      #expect((change ?? 1) <= 0.02)
    }
  }
}

@Suite struct `Sets of conditions` {
  @Test func `come once each`() {
    #expect(subsets(of: 4, size: 2).count == 6)
    #expect(Set(subsets(of: 4, size: 2)).count == 6)
    #expect(subsets(of: 3, size: 3) == [[0, 1, 2]])
    #expect(subsets(of: 2, size: 3).isEmpty)
  }
}
