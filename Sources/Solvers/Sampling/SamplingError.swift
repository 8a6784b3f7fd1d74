/// Why a sample could not be drawn.
public enum SamplingError: Error, Equatable, Sendable {
  /// A sequence is defined for `most` dimensions, and `asked` were asked for.
  case tooManyDimensions(asked: Int, most: Int)

  /// A sequence has at most `most` points, and `asked` were asked for.
  case tooManyPoints(asked: Int, most: Int)

  /// Of every point something is kept in memory, which has room for `most`, and `asked` were asked for.
  case tooManyKept(asked: Int, most: Int)

  /// A number of points or dimensions that is not above 0.
  case notPositive(name: String, value: Int)

  /// A parameter of a distribution has a value for which it is none.
  case invalidParameter(name: String, value: Double)

  /// The parameters of a triangular or uniform distribution, or the bounds of a beta distribution,
  /// do not increase.
  case notIncreasing([Double])

  /// A distribution has no values to draw from.
  case noValues

  /// A matrix of correlations is not square, not symmetric, or has another diagonal than ones.
  case notACorrelation(row: Int, column: Int)

  /// Correlations that no sample can have together: the matrix is not positive definite.
  case notPositiveDefinite

  /// The samples to be correlated do not have the same number of values, or there are fewer than
  /// three for each.
  case tooFewValues(needed: Int, found: Int)
}
