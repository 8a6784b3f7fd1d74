import Foundation
import Testing

@testable import Reporting

@Suite struct `Colours of pages and charts` {
  @Test func `contrast is that of the guidelines' own examples`() {
    // W3C: black on white 21, #777777 on white 4.48, #0000FF on white 8.59.
    let white = Colour(0xFFFFFF)
    #expect(abs(Colour(0).contrast(to: white) - 21) < 1e-9)
    #expect(abs(Colour(0x777777).contrast(to: white) - 4.48) < 0.01)
    #expect(abs(white.contrast(to: Colour(0x0000FF)) - 8.59) < 0.01)
  }

  @Test(arguments: [Theme.light, .dark])
  func `every text can be read on every ground`(theme: Theme) {
    let inks = [
      theme.text, theme.faint, theme.link, theme.good, theme.bad, theme.caution,
    ]
    for ink in inks {
      for ground in [theme.surface, theme.raised] {
        #expect(ink.contrast(to: ground) >= 4.5, "\(ink.hex) on \(ground.hex)")
      }
    }
  }

  /// Machado, Oliveira and Fernandes (2009), severity 1, on linear light.
  private static let visions: [String: [[Double]]] = [
    "all": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.303900],
    ],
  ]

  @Test(arguments: ["all", "protanopia", "deuteranopia", "tritanopia"])
  func `neighbouring series can be told apart with any colour vision`(vision: String) throws {
    let matrix = try #require(Self.visions[vision])
    let seen = Theme.series.map { lab($0.light, through: matrix) }
    for first in seen.indices {
      for second in seen.indices where second > first {
        let distance = zip(seen[first], seen[second]).map { ($0 - $1) * ($0 - $1) }
          .reduce(0, +).squareRoot()
        // About 2 is just to be seen; layers that touch must differ much more.
        let least = second == first + 1 ? 24.0 : 15
        #expect(distance > least, "\(first) and \(second): \(distance)")
      }
    }
  }

  /// CIE L*a*b* of what is seen, white D65.
  private func lab(_ light: [Double], through matrix: [[Double]]) -> [Double] {
    func times(_ rows: [[Double]], _ values: [Double]) -> [Double] {
      rows.map { row in zip(row, values).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let seen = times(matrix, light).map { min(max($0, 0), 1) }
    let xyz = times(
      [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
      ], seen)
    let parts = zip(xyz, [0.95047, 1, 1.08883]).map { value, white in
      let share = value / white
      return share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116
    }
    return [116 * parts[1] - 16, 500 * (parts[0] - parts[1]), 200 * (parts[1] - parts[2])]
  }
}
