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
  ///   - locking: Whether the base year is brought to the inventory; its own observation then counts
  ///     no more.
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
      one.filtered { year in year <= last && !(locking && one.subject == .emissions && year == base)
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
      var (low, high) = (values, values)
      low[place] = max(bounds.lowerBound, values[place] - width)
      high[place] = min(bounds.upperBound, values[place] + width)
      let distance = high[place] - low[place]
      return zip(residuals(at: high), residuals(at: low)).map { ($0 - $1) / distance }
    }
    return (columns.first ?? []).indices.map { row in columns.map { $0[row] } }
  }

  /// The sizes of the columns; a column of zeros is a number that the data say nothing of.
  @discardableResult
  private func requireEffect(_ jacobian: [[Double]]) throws(CalibrationError) -> [Double] {
    let sizes = parameters.indices.map { column in
      jacobian.reduce(0) { $0 + $1[column] * $1[column] }.squareRoot()
    }
    let idle = parameters.indices.filter { place in
      let bounds = parameters[place].bounds
      return !(sizes[place] * (bounds.upperBound - bounds.lowerBound) > 1e-9)
    }
    guard idle.isEmpty else { throw .withoutEffect(idle.map { parameters[$0].name }) }
    return sizes
  }

  private func result(_ values: [Double], steps: Int) throws(CalibrationError) -> Calibration {
    let isAtBound = zip(parameters, values).map { parameter, value in
      let (low, high) = (parameter.bounds.lowerBound, parameter.bounds.upperBound)
      return min(value - low, high - value) <= 1e-6 * (high - low)
    }
    let free = values.indices.filter { !isAtBound[$0] }
    let errors = try FittedErrors(
      free.isEmpty ? [] : jacobian(at: values), free: free, of: self, residuals(at: values))
    let (trajectory, factor) = try model.run(values)
    return Calibration(
      problem: self, values: values, isAtBound: isAtBound,
      standardErrors: errors.standardErrors, correlated: errors.correlated, lockFactor: factor,
      steps: steps, fitted: trajectory,
      scores: Hindcast.of(keptBack, fittedTo: series, predicted: trajectory))
  }

  fileprivate func requireDetermined(
    _ jacobian: [[Double]], free: [Int]
  ) throws(CalibrationError) -> SingularValues? {
    guard !free.isEmpty else { return nil }
    let sizes = try requireEffect(jacobian)
    let scaled = jacobian.map { row in free.map { row[$0] / sizes[$0] } }
    do throws(SolverError) {
      let singular = try SingularValues(of: scaled)
      guard singular.reciprocalCondition > 1e-6 else {
        let direction = singular.directions.last ?? []
        let mixed = zip(free, direction).filter { abs($1) > 0.1 }.map { parameters[$0.0].name }
        throw SolverError.invalidSetting(name: mixed.joined(separator: "\n"), value: 0)
      }
      return singular
    } catch {
      guard case .invalidSetting(let names, _) = error else { throw .solver("\(error)") }
      throw .undetermined(names.split(separator: "\n").map(String.init))
    }
  }
}

/// How well fitted numbers are known.
///
/// ```text
/// cov = s² · (JᵀJ)⁻¹,   s² = Σ r² / (n − p)
/// ```
private struct FittedErrors {
  /// One for each number; none at a bound, or where there are as many numbers as observations.
  var standardErrors: [Double?]
  /// Pairs that the data hardly tell apart, with their correlation.
  var correlated: [Calibration.Pair] = []

  init(
    _ jacobian: [[Double]], free: [Int], of problem: CalibrationProblem, _ residuals: [Double]
  ) throws(CalibrationError) {
    standardErrors = problem.parameters.map { _ in nil }
    guard let singular = try problem.requireDetermined(jacobian, free: free) else { return }
    let spread = singular.matrix { 1 / ($0 * $0) }
    for (row, first) in free.enumerated() {
      for (column, second) in free.enumerated() where column > row {
        let rank =
          spread[row][column] / (spread[row][row] * spread[column][column]).squareRoot()
        if abs(rank) > 0.99 {
          correlated.append(
            Calibration.Pair(
              first: problem.parameters[first].name, second: problem.parameters[second].name,
              correlation: rank))
        }
      }
    }
    let freedom = residuals.count - free.count
    guard freedom > 0 else { return }
    let variance = residuals.reduce(0) { $0 + $1 * $1 } / Double(freedom)
    for (row, place) in free.enumerated() {
      let size = jacobian.reduce(0) { $0 + $1[place] * $1[place] }.squareRoot()
      standardErrors[place] = (variance * spread[row][row]).squareRoot() / size
    }
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
