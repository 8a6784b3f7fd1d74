package import CityModel

/// How well years that were not fitted are predicted, against two forecasts that anybody could make.
///
/// ```text
/// skill = 1 − RMSE / RMSE of the other
/// ```
///
/// Above 0 the prediction is the better one; 1 is perfect.
public struct Hindcast: Hashable, Sendable {
  /// One predicted year.
  public struct Year: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// What was observed.
    public let observed: Double
    /// What the fit predicts.
    public let predicted: Double
    /// The last value that was fitted.
    public let noChange: Double
    /// The line through the values that were fitted; none from a single one.
    public let trend: Double?
  }

  /// The size of errors.
  public struct Score: Hashable, Sendable {
    /// The mean of their sizes.
    public let meanAbsolute: Double
    /// The root of the mean of their squares.
    public let rootMeanSquare: Double
  }

  /// What is predicted.
  public let name: String
  /// Its unit.
  public let unit: String
  /// The first and last year that were fitted.
  public let fittedYears: ClosedRange<Int>
  /// The predicted years.
  public let years: [Year]

  /// Predicts by a fit, no change and a trend; nothing where there are no years on one of the sides.
  ///
  /// - Parameters:
  ///   - name: What is predicted.
  ///   - unit: Its unit.
  ///   - training: What was fitted.
  ///   - kept: The years kept back.
  ///   - prediction: What the fit says of a year.
  package init?(
    _ name: String, _ unit: String, training: [History.Observation],
    kept: [History.Observation], prediction: (Int) -> Double?
  ) {
    let ordered = training.sorted { $0.year < $1.year }
    guard let first = ordered.first, let last = ordered.last else { return nil }
    let line = Self.line(through: ordered)
    years = kept.sorted { $0.year < $1.year }.compactMap { point in
      prediction(point.year).map {
        Year(
          year: point.year, observed: point.value, predicted: $0, noChange: last.value,
          trend: line?(point.year))
      }
    }
    guard !years.isEmpty else { return nil }
    self.name = name
    self.unit = unit
    fittedYears = first.year...last.year
  }

  /// The errors of the fit.
  public var score: Score { score(\.predicted) }
  /// The errors if nothing changed.
  public var noChangeScore: Score { score(\.noChange) }
  /// The errors of the trend.
  public var trendScore: Score? {
    let errors = years.compactMap { year in year.trend.map { $0 - year.observed } }
    return errors.count == years.count ? Score(errors) : nil
  }
  /// The skill against no change; none where that makes no error.
  public var skillAgainstNoChange: Double? { skill(against: noChangeScore) }
  /// The skill against the trend.
  public var skillAgainstTrend: Double? { trendScore.flatMap(skill) }

  private func score(_ value: (Year) -> Double) -> Score {
    Score(years.map { value($0) - $0.observed })
  }

  private func skill(against other: Score) -> Double? {
    other.rootMeanSquare > 0 ? 1 - score.rootMeanSquare / other.rootMeanSquare : nil
  }

  /// The line of least squares.
  private static func line(through points: [History.Observation]) -> ((Int) -> Double)? {
    guard points.count > 1 else { return nil }
    let count = Double(points.count)
    let mean = points.reduce(0) { $0 + $1.value } / count
    let centre = points.reduce(0) { $0 + Double($1.year) } / count
    let spread = points.reduce(0) { sum, point in
      let distance = Double(point.year) - centre
      return sum + distance * distance
    }
    let slope = points.reduce(0) { $0 + (Double($1.year) - centre) * ($1.value - mean) } / spread
    return { mean + slope * (Double($0) - centre) }
  }

  static func of(
    _ kept: [CalibrationSeries], fittedTo series: [CalibrationSeries], predicted run: Trajectory
  ) -> [Hindcast] {
    kept.compactMap { one in
      let values = one.subject.values(of: run)
      let training = series.first { $0.subject == one.subject }?.observations ?? []
      return Hindcast(
        one.subject.name, one.subject.unit, training: training, kept: one.observations
      ) { values[$0 - run.years.lowerBound] }
    }
  }
}

extension Hindcast.Score {
  init(_ errors: [Double]) {
    let count = Double(errors.count)
    meanAbsolute = errors.reduce(0) { $0 + abs($1) } / count
    rootMeanSquare = (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
  }
}
