import CityModel
import Diagnostics

/// What a parameter's values lie between.
struct Bounds {
  /// The least and greatest value, in the model's unit.
  let range: ClosedRange<Double>
  /// The parameter.
  let path: ParameterPath
  /// How its numbers are read.
  let expectation: UnitExpectation

  /// The value within the range, if it is there but for rounding.
  func admit(_ value: Double) -> Double? {
    let slack = 1e-9 * max(1, abs(value))
    guard value >= range.lowerBound - slack, value <= range.upperBound + slack else { return nil }
    return min(max(value, range.lowerBound), range.upperBound)
  }

  /// The limits in the unit of a number of the file: `between 0% and 100%`.
  func described(like quantity: WrittenQuantity) -> Text {
    let low = quantity.written(expectation.written(range.lowerBound, like: quantity))
    let high = quantity.written(expectation.written(range.upperBound, like: quantity))
    return Text("between \(low) and \(high)", "\(low) 到 \(high) 之间")
  }
}
