public import Diagnostics

/// The values that a sweep gives to one axis, as they were written.
public struct AxisValues: Sendable {
  /// Which values.
  public enum Choice: Hashable, Sendable {
    /// These, in this order.
    case list([Double])
    /// Any from the first to the second, which is greater.
    case range(Double, Double)
  }

  /// What is set.
  public let axis: Axis
  /// The values, in ``unit``.
  public let choice: Choice
  /// The unit in which they are written: `GW`, `%`, `x` for a factor; empty for plain numbers.
  public let unit: String
  /// Where the axis is named, if it was read.
  public let location: SourceLocation?
  private let inModel: @Sendable (Double) -> Double

  /// Makes values; see the properties of the same names.
  ///
  /// - Parameters:
  ///   - axis: What is set.
  ///   - choice: Which values.
  ///   - unit: Their unit.
  ///   - location: Where the axis is named.
  ///   - inModel: Gives a value in the unit of the axis: a level, a year, a factor, the model's unit.
  public init(
    _ axis: Axis, _ choice: Choice, unit: String, location: SourceLocation? = nil,
    inModel: @escaping @Sendable (Double) -> Double
  ) {
    self.axis = axis
    self.choice = choice
    self.unit = unit
    self.location = location
    self.inModel = inModel
  }

  /// A value in the unit of the axis.
  public func modelValue(of written: Double) -> Double { inModel(written) }
}
