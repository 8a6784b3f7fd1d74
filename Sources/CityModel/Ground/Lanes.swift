import Glibc

/// Eight variants of a scenario side by side, so that the equations read as for one.
package typealias Lanes = SIMD8<Double>

extension SIMD8<Double> {
  /// The function's value in each lane; computed once where all lanes are the same.
  func map(_ function: (Double) -> Double) -> Self {
    if isUniform { return .all(function(self[0])) }
    var result = self
    for lane in indices { result[lane] = function(self[lane]) }
    return result
  }

  /// Whether all lanes hold the same number.
  var isUniform: Bool { Swift.all(self .== Self(repeating: self[0])) }

  /// The quotient, or `fallback` in lanes where the divisor is zero.
  @inline(__always)
  func divided(by divisor: Self, orIfZero fallback: Double = 0) -> Self {
    let isZero = divisor .== Self(repeating: 0)
    let safe = divisor.replacing(with: 1, where: isZero)
    return (self / safe).replacing(with: fallback, where: isZero)
  }

  /// The greater of the two in each lane.
  @inline(__always)
  func atLeast(_ limit: Self) -> Self { replacing(with: limit, where: self .< limit) }

  /// The lesser of the two in each lane.
  @inline(__always)
  func atMost(_ limit: Self) -> Self { replacing(with: limit, where: self .> limit) }

  /// The greater residual in each lane; what is no number is greater than any.
  @inline(__always)
  func orWorse(_ other: Self) -> Self {
    replacing(with: other, where: (self .== self) .& .!(self .>= other))
  }

  /// The absolute value in each lane.
  @inline(__always)
  var magnitudes: Self { replacing(with: -self, where: self .< Self.zero) }

  /// This number in every lane.
  static func all(_ value: Double) -> Self { Self(repeating: value) }
}

/// eˣ in each lane, by the scalar function: the same bits on every machine.
func exp(_ lanes: Lanes) -> Lanes { lanes.map { Glibc.exp($0) } }

/// Powers in each lane, by the scalar function.
func pow(_ base: Lanes, _ exponent: Lanes) -> Lanes {
  if base.isUniform, exponent.isUniform { return .all(Glibc.pow(base[0], exponent[0])) }
  var result = base
  for lane in base.indices { result[lane] = Glibc.pow(base[lane], exponent[lane]) }
  return result
}
