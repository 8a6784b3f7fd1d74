import Solvers
import Testing

/// See `Cases/interpolation/README.md`.
@Suite struct `Interpolation against outside numbers` {
  private struct Input: Decodable {
    let name: String
    let x: [Double]
    let y: [Double]
    let arguments: [Double]
  }

  private struct Expected: Decodable {
    let name: String
    let steffen: [Double]
    let slopes: [Double]
    let linear: [Double]
  }

  private func cases() throws -> [(input: Input, expected: Expected)] {
    let inputs: [Input] = try referenceCase("interpolation", "input")
    let expected: [Expected] = try referenceCase("interpolation", "expected")
    try #require(inputs.map(\.name) == expected.map(\.name) && inputs.count == 4)
    return Array(zip(inputs, expected))
  }

  @Test func `Steffen's curve has the values of an independent implementation`() throws {
    for (input, expected) in try cases() {
      let curve = try Interpolation(x: input.x, y: input.y, method: .steffen)
      for (argument, value) in zip(input.arguments, expected.steffen) {
        #expect(abs(try curve.value(at: argument) - value) <= 1e-12, "\(input.name) at \(argument)")
      }
    }
  }

  @Test func `Steffen's curve has the slopes of an independent implementation`() throws {
    for (input, expected) in try cases() {
      let curve = try Interpolation(x: input.x, y: input.y, method: .steffen)
      for (argument, slope) in zip(input.x, expected.slopes) {
        let difference = abs(try curve.derivative(at: argument) - slope)
        #expect(difference <= 1e-12, "\(input.name) at \(argument)")
      }
    }
  }

  @Test func `straight lines have the values of an independent implementation`() throws {
    for (input, expected) in try cases() {
      let curve = try Interpolation(x: input.x, y: input.y, method: .linear)
      for (argument, value) in zip(input.arguments, expected.linear) {
        #expect(abs(try curve.value(at: argument) - value) <= 1e-12, "\(input.name) at \(argument)")
      }
    }
  }
}
