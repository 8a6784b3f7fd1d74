import Analysis
import CityModel
import Foundation
import Testing

/// Hindcasts and curves with known answers.
@Suite struct `Fits with known answers` {
  private func points(_ values: [Double], from year: Int) -> [History.Observation] {
    values.enumerated().map { .init(year: year + $0, value: $1) }
  }

  @Test func `skill is counted against no change and a line`() throws {
    // Fitted 1, 2, 4; the line through them is 1.5 t + 5/6 from t = 0.
    let hindcast = try #require(
      Hindcast(
        "x", "Mt", training: points([1, 2, 4], from: 2000), kept: points([5, 7], from: 2003)
      ) { $0 == 2003 ? 5.5 : 6.5 })
    #expect(abs(hindcast.score.meanAbsolute - 0.5) < 1e-12)
    #expect(abs(hindcast.noChangeScore.rootMeanSquare - (5.0).squareRoot()) < 1e-12)
    let first = 4.5 + 5.0 / 6 - 5
    let second = 6 + 5.0 / 6 - 7
    let trend = ((first * first + second * second) / 2).squareRoot()
    #expect(abs(try #require(hindcast.trendScore).rootMeanSquare - trend) < 1e-12)
    #expect(abs(try #require(hindcast.skillAgainstNoChange) - (1 - 0.5 / 5.0.squareRoot())) < 1e-12)
    #expect(abs(try #require(hindcast.skillAgainstTrend) - (1 - 0.5 / trend)) < 1e-12)
    #expect(hindcast.fittedYears == 2000...2002)
  }

  @Test func `a single fitted year has no trend, and no kept year no hindcast`() throws {
    let one = try #require(
      Hindcast("x", "Mt", training: points([1], from: 2000), kept: points([2], from: 2001)) { _ in 2
      })
    #expect(one.trendScore == nil && one.skillAgainstTrend == nil)
    #expect(one.skillAgainstNoChange == 1)
    #expect(Hindcast("x", "Mt", training: points([1], from: 2000), kept: []) { _ in 2 } == nil)
  }

  @Test func `a curve that made the data is found again`() throws {
    func points(_ level: (Double) -> Double) -> [(x: Double, y: Double)] {
      (0..<15).map { (x: 2010 + Double($0), y: level(Double($0))) }
    }
    let logistic = points { time in 90 / (1 + exp(-0.5 * (time - 7))) }
    let fit = try AdoptionFit(.logistic, to: logistic)
    for (found, wanted) in zip(fit.parameters.map(\.value), [0.5, 2017, 90]) {
      #expect(abs(found / wanted - 1) < 1e-7)
    }
    let gompertz = points { time in 60 * exp(-exp(-0.3 * (time - 5))) }
    let other = try AdoptionFit(.gompertz, to: gompertz)
    for (found, wanted) in zip(other.parameters.map(\.value), [0.3, 2015, 60]) {
      #expect(abs(found / wanted - 1) < 1e-6)
    }
  }

  @Test func `data that say nothing of a curve are refused`() {
    #expect(throws: CalibrationError.self) {
      try AdoptionFit(.logistic, to: [(2000, 1), (2001, 2)])
    }
    #expect(throws: CalibrationError.self) {
      try AdoptionFit(.bass, to: [(2000, 0), (2001, 0), (2002, 0), (2003, 0)])
    }
    #expect(throws: CalibrationError.self) {
      try AdoptionFit(.bass, to: [(2000, 1), (2001, -1), (2002, 3), (2003, 0)])
    }
  }

  @Test func `STIRPAT needs all of its series, and years to predict`() {
    var history = History(emissions: points([1, 2, 3, 4, 5], from: 2000))
    #expect(throws: CalibrationError.self) { try StirpatFit(history) }
    history.population = points([1, 1.1, 1.2, 1.25, 1.3], from: 2000)
    history.gdp = points([1, 1.5, 1.7, 2.2, 2.4], from: 2000)
    #expect(throws: Never.self) { try StirpatFit(history) }
    #expect(throws: CalibrationError.self) { try StirpatFit(history, until: 2004) }
    #expect(throws: CalibrationError.self) { try StirpatFit(history, until: 2001) }
    history.gdp[2] = .init(year: 2002, value: 0)
    #expect(throws: CalibrationError.self) { try StirpatFit(history) }
  }
}
