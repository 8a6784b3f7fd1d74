public import Diagnostics

/// A factor by which a scenario changes its own parameters in the open: what a calibration found, or
/// what brings the base year to an inventory.
///
/// ```text
/// value(t) = (replacement(t) or given(t)) · multiply · grow^(t − t₀)
/// ```
///
/// Adjustments come before levers. Where several fit a parameter, those with `*` come first and
/// factors are multiplied. In a group of shares that sums to 1 the others keep their proportions.
public struct Adjustment: Hashable, Sendable {
  /// The parameter, or by `*` several.
  public let pattern: ParameterPath
  /// Whether the values are replaced before factors act.
  public let isReplaced: Bool
  /// The factor on all years.
  public let multiply: Double
  /// The factor for each year since the base year.
  public let grow: Double
  /// What the file says of it.
  public let note: String?
  /// Where the file gives it.
  public let location: SourceLocation?

  /// Makes an adjustment; see the properties of the same names.
  public init(
    pattern: ParameterPath, isReplaced: Bool = false, multiply: Double = 1, grow: Double = 1,
    note: String? = nil, location: SourceLocation? = nil
  ) {
    self.pattern = pattern
    self.isReplaced = isReplaced
    self.multiply = multiply
    self.grow = grow
    self.note = note
    self.location = location
  }
}
