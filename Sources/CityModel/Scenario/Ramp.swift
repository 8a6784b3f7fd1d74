public import Quantities

/// How a lever comes in over the years: the weight w(t) from 0 to 1 (see `rampWeight`).
public struct Ramp: Hashable, Sendable {
  /// The path between the two years.
  package let shape: SeriesShape
  /// The last year without the lever, or for a step the first year with it.
  public var from: Double
  /// The first year with all of it.
  public var by: Double

  /// Makes a ramp; dates may lie within a year.
  public init(_ shape: SeriesShape, from: Double, by: Double) {
    self.shape = shape
    self.from = from
    self.by = by
  }

  /// Whether there is a first year with all of it beside ``from``: a step has none.
  public var hasEnd: Bool { shape != .step }

  /// The first whole year that can have all of it: ``from`` is the last without any.
  public var earliestEnd: Double { from.rounded(.down) + 1 }

  /// The weight in a year.
  public func weight(in year: Int) -> Double {
    rampWeight(shape, from: from, by: by, year: year)
  }

  /// The weights of all years.
  public func weights(in years: ClosedRange<Int>) -> [Double] { years.map { weight(in: $0) } }
}
