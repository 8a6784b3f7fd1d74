public import CityModel
import Glibc
import Solvers

/// A scenario whose numbers are fitted to what was observed.
public struct CalibrationProblem {
  /// The scenario.
  public let blueprint: Blueprint
  /// What is fitted.
  public let parameters: [CalibrationParameter]
  /// What it is fitted to, in the years that are fitted.
  public let series: [CalibrationSeries]
  /// The years that are kept back to be predicted.
  public let keptBack: [CalibrationSeries]
  let model: CalibrationModel

  /// Prepares a fit.
  ///
  /// - Parameters:
  ///   - blueprint: The scenario.
  ///   - parameters: What is fitted.
  ///   - series: What was observed.
  ///   - lastYear: The last year that is fitted; the later ones are predicted.
  ///   - locking: Whether the base year is brought to the inventory; its own observation then is not
  ///     fitted any more.
  /// - Throws: ``CalibrationError``.
  public init(
    _ blueprint: Blueprint, _ parameters: [CalibrationParameter], to series: [CalibrationSeries],
    until lastYear: Int? = nil, locking: Bool = false
  ) throws(CalibrationError) {
    self.blueprint = blueprint
    self.parameters = parameters
    model = try CalibrationModel(blueprint, parameters, locking: locking)
    let base = blueprint.years.lowerBound
    let last = lastYear ?? Int.max
    self.series = series.map { one in
      one.filtered { year in
        year <= last
          && !(locking && !parameters.isEmpty && one.subject == .emissions && year == base)
      }
    }.filter { !$0.observations.isEmpty }
    keptBack = series.map { $0.filtered { $0 > last } }.filter { !$0.observations.isEmpty }
    let count = self.series.reduce(0) { $0 + $1.observations.count }
    guard count >= parameters.count, count > 0 || parameters.isEmpty else {
      throw .tooFewObservations(found: count, parameters: parameters.count)
    }
    if let lastYear, keptBack.isEmpty || self.series.isEmpty {
      throw .noYearsToPredict(until: lastYear)
    }
    _ = try model.run(parameters.map(\.start))
  }

  /// Fits.
  ///
  /// Bounds hold by a change of variables, x = a + (b − a)·(1 + sin u)/2, in which the search is free.
  /// Standard errors are those of x itself, from the Jacobian there; a number at its bound has none,
  /// and the others have theirs as if it were known.
  ///
  /// - Throws: ``CalibrationError/notConverged(steps:)``,
  ///   ``CalibrationError/withoutEffect(_:)`` and ``CalibrationError/undetermined(_:)`` where the data
  ///   cannot say.
  public func solve() throws(CalibrationError) -> Calibration {
    guard !parameters.isEmpty else { return try result([], steps: 0) }
    let start = parameters.map(\.start)
    try requireEffect(jacobian(at: start))
    let found: LeastSquaresPoint
    do throws(SolverError) {
      found = try minimiseSquares(
        from: zip(parameters, start).map { $0.bounds.angle(of: $1) }, tolerance: 1e-9,
        stepLimit: 200, of: { residuals(at: inside($0)) },
        jacobian: { angles in
          let slopes = zip(parameters, angles).map { $0.bounds.slope(at: $1) }
          return jacobian(at: inside(angles)).map { row in zip(row, slopes).map { $0 * $1 } }
        })
    } catch {
      switch error {
      case .systemUnsolved(let steps, _, _): throw .notConverged(steps: steps)
      case .noSolution: throw .notConverged(steps: 200)
      default: throw .solver("\(error)")
      }
    }
    return try result(inside(found.parameters), steps: found.steps)
  }

  private func inside(_ angles: [Double]) -> [Double] {
    zip(parameters, angles).map { $0.bounds.value(at: $1) }
  }

  private func residuals(at values: [Double]) -> [Double] {
    model.residuals(series, at: values)
  }

  /// Central differences within the bounds; at a bound, one-sided.
  private func jacobian(at values: [Double]) -> [[Double]] {
    let columns = parameters.indices.map { place -> [Double] in
      let bounds = parameters[place].bounds
      let width = 6e-6 * max(abs(values[place]), 1e-3 * (bounds.upperBound - bounds.lowerBound))
      var low = values
      var high = values
      low[place] = max(bounds.lowerBound, values[place] - width)
      high[place] = min(bounds.upperBound, values[place] + width)
      let distance = high[place] - low[place]
      return zip(residuals(at: high), residuals(at: low)).map { ($0 - $1) / distance }
    }
    return (columns.first ?? []).indices.map { row in columns.map { $0[row] } }
  }

  /// Refuses a column of zeros: a number that the data say nothing of.
  private func requireEffect(_ jacobian: [[Double]]) throws(CalibrationError) {
    let sizes = parameters.indices.map { column in
      jacobian.reduce(0) { $0 + $1[column] * $1[column] }.squareRoot()
    }
    let idle = parameters.indices.filter { place in
      let bounds = parameters[place].bounds
      return !(sizes[place] * (bounds.upperBound - bounds.lowerBound) > 1e-9)
    }
    guard idle.isEmpty else { throw .withoutEffect(idle.map { parameters[$0].name }) }
  }

  private func result(_ values: [Double], steps: Int) throws(CalibrationError) -> Calibration {
    let isAtBound = zip(parameters, values).map { parameter, value in
      let low = parameter.bounds.lowerBound
      let high = parameter.bounds.upperBound
      return min(value - low, high - value) <= 1e-6 * (high - low)
    }
    let known = try spread(at: values, free: values.indices.filter { !isAtBound[$0] })
    let (trajectory, factor) = try model.run(values)
    return Calibration(
      problem: self, values: values, isAtBound: isAtBound,
      standardErrors: known.errors, correlated: known.correlated, lockFactor: factor,
      steps: steps, fitted: trajectory,
      scores: Hindcast.of(keptBack, fittedTo: series, predicted: trajectory))
  }

  /// Standard errors, none at a bound or without observations to spare, and what hardly differs.
  private func spread(
    at values: [Double], free: [Int]
  ) throws(CalibrationError) -> (errors: [Double?], correlated: [Calibration.Pair]) {
    var errors: [Double?] = parameters.map { _ in nil }
    guard !free.isEmpty else { return (errors, []) }
    let jacobian = jacobian(at: values)
    try requireEffect(jacobian)
    let spread = try FitSpread(
      jacobian.map { row in free.map { row[$0] } }, of: free.map { parameters[$0].name })
    let sum = residuals(at: values).reduce(0) { $0 + $1 * $1 }
    if let covariance = spread.covariance(sumOfSquares: sum) {
      for (row, place) in free.enumerated() { errors[place] = covariance[row][row].squareRoot() }
    }
    return (errors, spread.correlated)
  }
}

/// A scenario fitted to what was observed.
public struct Calibration {
  /// What was asked.
  public let problem: CalibrationProblem
  /// The fitted numbers.
  public let values: [Double]
  /// Whether each ended at a bound.
  public let isAtBound: [Bool]
  /// The standard error of each; none at a bound, or without observations to spare.
  public let standardErrors: [Double?]
  /// Pairs whose correlation is beyond 0.99: only a combination of them is known.
  public let correlated: [Pair]
  /// The factor that brings the base year to the inventory, if that was asked.
  public let lockFactor: Double?
  /// The steps of the search.
  public let steps: Int
  /// The run with the fitted numbers.
  public let fitted: Trajectory
  /// How well the years kept back are predicted; empty where none were.
  public let scores: [Hindcast]

  /// Two numbers that the data hardly tell apart.
  public struct Pair: Hashable, Sendable {
    /// The names of the two.
    public let first: String, second: String
    /// Their correlation.
    public let correlation: Double
  }

  /// The lock of the base year, if that was asked.
  public var lock: BaseYearLock? { problem.model.lock }

  /// The observations that were fitted.
  public var observationCount: Int {
    problem.series.reduce(0) { $0 + $1.observations.count }
  }

  /// The root of the mean squared residual, as a share of each series' mean.
  public var relativeError: Double {
    let all = problem.model.residuals(problem.series, at: values)
    return all.isEmpty
      ? 0 : (all.reduce(0) { $0 + $1 * $1 } / Double(all.count)).squareRoot()
  }
}

extension ClosedRange<Double> {
  /// The value at an angle: a + (b − a)·(1 + sin u)/2.
  fileprivate func value(at angle: Double) -> Double {
    let value = lowerBound + (upperBound - lowerBound) * (1 + sin(angle)) / 2
    return Swift.min(Swift.max(value, lowerBound), upperBound)
  }

  fileprivate func slope(at angle: Double) -> Double {
    (upperBound - lowerBound) * cos(angle) / 2
  }

  fileprivate func angle(of value: Double) -> Double {
    asin(2 * (value - lowerBound) / (upperBound - lowerBound) - 1)
  }
}
