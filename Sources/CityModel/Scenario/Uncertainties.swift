public import Diagnostics
public import Solvers

/// What of a scenario is not known exactly, and how it is thought to spread.
public struct Uncertainties: Sendable {
  /// One number that is not known exactly.
  public struct Value: Sendable {
    /// What varies.
    public let axis: Axis
    /// How it spreads, in the unit of the axis: the model's unit, a factor, a level or a year.
    public let distribution: Distribution
    /// From when on it counts; from the base year if nothing is given.
    public let opening: Opening?
    /// Where the file says so.
    public let location: SourceLocation?
    /// The source named for it, if any.
    public let source: String?
    /// How well the spread is known, if the file says so.
    public let grade: Grade?

    /// Makes an uncertain number; see the properties of the same names.
    public init(
      axis: Axis, distribution: Distribution, opening: Opening? = nil,
      location: SourceLocation? = nil,
      source: String? = nil, grade: Grade? = nil
    ) {
      self.axis = axis
      self.distribution = distribution
      self.opening = opening
      self.location = location
      self.source = source
      self.grade = grade
    }
  }

  /// A pair of numbers that tend to be high together, or one high where the other is low.
  public struct Correlation: Hashable, Sendable {
    /// The places of the two among the values.
    public let first: Int, second: Int
    /// Spearman's rank correlation, above −1 and below 1.
    public let rank: Double

    /// Correlates two values.
    public init(first: Int, second: Int, rank: Double) {
      self.first = first
      self.second = second
      self.rank = rank
    }
  }

  /// The uncertain numbers, in the order of the file.
  public var values: [Value]
  /// The pairs that are not independent.
  public var correlations: [Correlation]

  /// Makes a list; see the properties of the same names.
  public init(values: [Value] = [], correlations: [Correlation] = []) {
    self.values = values
    self.correlations = correlations
  }

  /// The rank correlations of all values with each other: ones on the diagonal.
  public var correlationMatrix: [[Double]] {
    var matrix = values.indices.map { row in values.indices.map { $0 == row ? 1.0 : 0 } }
    for pair in correlations {
      matrix[pair.first][pair.second] = pair.rank
      matrix[pair.second][pair.first] = pair.rank
    }
    return matrix
  }
}
