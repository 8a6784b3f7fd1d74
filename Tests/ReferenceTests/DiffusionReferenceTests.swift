import Analysis
import Foundation
import Solvers
import Testing

/// See `Cases/diffusion/README.md`.
@Suite struct `Least squares and adoption curves against outside numbers` {
  private struct Input: Decodable {
    struct Set: Decodable { let name: String, x, y: [Double], starts: [[Double]] }
    struct Cars: Decodable { let income, owned: [Double], saturation: Double }
    struct Urban: Decodable { let years, percent: [Double], saturation: Double }
    let nist: [Set]
    let recorders: [Double]
    let cars: Cars
    let urban: Urban
  }
  private struct Fit: Decodable {
    let name: String?
    let parameters: [Double]
    let errors: [Double]?
    let sumOfSquares: Double?
  }
  private struct Expected: Decodable {
    let nist: [Fit]
    let density, differences, regression, gompertz, logistic: Fit
  }

  private let input: Input
  private let expected: Expected

  init() throws {
    input = try referenceCase("diffusion", "input")
    expected = try referenceCase("diffusion", "expected")
  }

  private static let models: [String: @Sendable ([Double], Double) -> Double] = [
    "Rat42": { $0[0] / (1 + exp($0[1] - $0[2] * $1)) },
    "Rat43": { $0[0] / pow(1 + exp($0[1] - $0[2] * $1), 1 / $0[3]) },
    "Misra1a": { $0[0] * (1 - exp(-$0[1] * $1)) },
    "Chwirut2": { exp(-$0[0] * $1) / ($0[1] + $0[2] * $1) },
  ]

  @Test func `the certified fits are found from both starts, with their standard errors`() throws {
    try #require(input.nist.count == 4)
    for (data, wanted) in zip(input.nist, expected.nist) {
      let model = try #require(Self.models[data.name])
      func residuals(_ b: [Double]) -> [Double] { zip(data.x, data.y).map { model(b, $0) - $1 } }
      for start in data.starts {
        let found = try minimiseSquares(from: start, of: residuals)
        let singular = try SingularValues(
          of: centralDifferences(at: found.parameters, of: residuals))
        let spread = singular.matrix { 1 / ($0 * $0) }
        let variance = found.sumOfSquares / Double(data.x.count - start.count)
        for (place, value) in wanted.parameters.enumerated() {
          #expect(abs(found.parameters[place] / value - 1) < 1e-6, "\(data.name) \(place)")
          let error = (variance * spread[place][place]).squareRoot()
          #expect(abs(error / (try #require(wanted.errors)[place]) - 1) < 1e-5, "\(data.name)")
        }
        #expect(abs(found.sumOfSquares / (try #require(wanted.sumOfSquares)) - 1) < 1e-8)
      }
    }
  }

  private func agree(_ fit: AdoptionFit, _ names: [String], _ wanted: Fit) throws {
    for (place, name) in names.enumerated() {
      let found = try #require(fit.parameters.first { $0.name == name })
      #expect(abs(found.value / wanted.parameters[place] - 1) < 1e-5, "\(name) \(found.value)")
      let error = try #require(found.standardError)
      #expect(abs(error / (try #require(wanted.errors)[place]) - 1) < 1e-4, "\(name) ±\(error)")
    }
    #expect(abs(fit.sumOfSquares / (try #require(wanted.sumOfSquares)) - 1) < 1e-7)
  }

  private var recorders: [(x: Double, y: Double)] {
    input.recorders.enumerated().map { (1980 + Double($0), $1) }
  }

  @Test func `video recorders spread by Bass's curve`() throws {
    let names = ["innovation", "imitation", "potential"]
    try agree(AdoptionFit(.density, to: recorders), names, expected.density)
    try agree(AdoptionFit(.bass, to: recorders), names, expected.differences)
    let old = try #require(AdoptionFit.bassByRegression(input.recorders))
    for (found, wanted) in zip(
      [old.innovation, old.imitation, old.potential], expected.regression.parameters)
    {
      #expect(abs(found / wanted - 1) < 1e-9)
    }
  }

  @Test func `cars per person follow Gompertz's curve in income`() throws {
    let points = Array(zip(input.cars.income, input.cars.owned)).map { (x: $0.0, y: $0.1) }
    let fit = try AdoptionFit(.gompertz, to: points, saturation: input.cars.saturation)
    try agree(fit, ["alpha", "beta"], expected.gompertz)
  }

  @Test func `the urban share follows the logistic curve`() throws {
    let points = Array(zip(input.urban.years, input.urban.percent)).map { (x: $0.0, y: $0.1) }
    let fit = try AdoptionFit(.logistic, to: points, saturation: input.urban.saturation)
    try agree(fit, ["rate", "midpoint"], expected.logistic)
  }
}
