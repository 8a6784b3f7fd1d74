import Foundation
import Solvers
import Testing

@Suite struct `Normal distribution` {
  /// Abramowitz and Stegun, Handbook of Mathematical Functions, tables 26.1 and 26.2: P(x), and for
  /// large x −log₁₀ Q(x).
  @Test(arguments: [
    (0.0, 0.5), (0.5, 0.308537538725987), (1, 0.158655253931457), (1.96, 0.0249978951482204),
    (2, 0.0227501319481792), (3, 0.00134989803163009), (-1, 0.841344746068543),
  ])
  func `tails have the tabulated values`(z: Double, tail: Double) {
    #expect(abs(standardNormalUpperTail(z) - tail) <= 1e-14)
  }

  @Test(arguments: [(5.0, 6.54265), (10, 23.11805), (20, 88.56010)])
  func `far tails keep their digits`(z: Double, logarithm: Double) {
    #expect(abs(-log10(standardNormalUpperTail(z)) - logarithm) <= 5e-6)
  }

  @Test func `ends are ends, and no number is no number`() {
    #expect(standardNormalUpperTail(-.infinity) == 1)
    #expect(standardNormalUpperTail(.infinity) == 0)
    #expect(standardNormalUpperTail(.nan).isNaN)
  }
}
