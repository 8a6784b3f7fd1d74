import Analysis
import CityModel
import Foundation
import Solvers
import TestSupport
import Testing

/// See `Cases/stirpat/README.md`.
@Suite struct `STIRPAT and its ridge against outside numbers` {
  private struct Input: Decodable {
    struct Longley: Decodable { let rows: [[Double]], y: [Double] }
    struct China: Decodable { let years: [Int], rows: [[Double]], y: [Double] }
    let longley: Longley
    let china: China
  }
  private struct Ridge: Decodable {
    let penalty: Double
    let scaled, coefficients: [Double]
    let intercept, taken, sumOfSquares, crossValidation: Double
  }
  private struct Expected: Decodable {
    let certified: [Double]
    let longley, china: [Ridge]
    let chinaErrors: [Double]
    let chinaExplained: Double
  }

  private let input: Input
  private let expected: Expected

  init() throws {
    input = try referenceCase("stirpat", "input")
    expected = try referenceCase("stirpat", "expected")
  }

  @Test func `without a penalty the certified values of Longley are found`() throws {
    let fit = try RidgeRegression(of: input.longley.y, on: input.longley.rows, penalty: 0)
    for (found, wanted) in zip([fit.intercept] + fit.coefficients, expected.certified) {
      #expect(agree(found, wanted, within: 1e-8))
    }
  }

  @Test func `the ridge paths are those of lm ridge`() throws {
    for (rows, response, path) in [
      (input.longley.rows, input.longley.y, expected.longley),
      (input.china.rows, input.china.y, expected.china),
    ] {
      try #require(path.count > 7)
      for wanted in path {
        let fit = try RidgeRegression(of: response, on: rows, penalty: wanted.penalty)
        for (found, value) in zip(fit.coefficients, wanted.coefficients) {
          #expect(agree(found, value, within: 1e-8))
        }
        for (found, value) in zip(fit.scaledCoefficients, wanted.scaled) {
          #expect(agree(found, value, within: 1e-8))
        }
        #expect(agree(fit.intercept, wanted.intercept, within: 1e-8))
        #expect(agree(fit.effectiveParameters, wanted.taken, within: 1e-8))
        #expect(agree(fit.sumOfSquares, wanted.sumOfSquares, within: 1e-8))
        #expect(agree(fit.crossValidation, wanted.crossValidation, within: 1e-8))
      }
    }
  }

  @Test func `the chosen penalty has the least score of cross-validation`() throws {
    for (rows, response) in [
      (input.longley.rows, input.longley.y), (input.china.rows, input.china.y),
    ] {
      let chosen = try RidgeRegression(of: response, on: rows)
      for factor in [0.5, 0.9, 1.1, 2] {
        let other = try RidgeRegression(of: response, on: rows, penalty: factor * chosen.penalty)
        #expect(other.crossValidation >= chosen.crossValidation)
      }
    }
  }

  @Test func `a history of China gives the coefficients of the reference`() throws {
    func points(_ value: (Int) -> Double) -> [History.Observation] {
      input.china.years.enumerated().map { .init(year: $1, value: value($0)) }
    }
    let rows = input.china.rows
    var history = History(
      emissions: points { exp(input.china.y[$0]) },
      gdp: points { exp(rows[$0][0] + rows[$0][1]) },
      energy: points { exp(rows[$0][0] + rows[$0][1] + rows[$0][2]) })
    history.population = points { exp(rows[$0][0]) }
    let fit = try StirpatFit(history, penalty: 0)
    #expect(fit.names == ["population", "gdp-per-person", "energy-per-gdp"])
    for (found, wanted) in zip(fit.regression.coefficients, expected.china[0].coefficients) {
      #expect(agree(found, wanted, within: 1e-7))
    }
    for (found, wanted) in zip(fit.regression.standardErrors, expected.chinaErrors) {
      #expect(agree(found, wanted, within: 1e-7))
    }
    #expect(agree(fit.explained, expected.chinaExplained, within: 1e-8))
  }
}
