import Glibc
import Solvers

/// A curve of adoption fitted to what was observed, by nonlinear least squares.
///
/// ```text
/// bass      new adopters in year t:  M · (F(t) − F(t−1)),   F(t) = (1 − e^−(p+q)t) / (1 + (q/p) e^−(p+q)t)
/// density   the same by the density:  M · f(t),   f = (p+q)²/p · e^−(p+q)t / (1 + (q/p) e^−(p+q)t)²
/// logistic  level:   K / (1 + e^−r(x − x₀))
/// gompertz  level:   K · exp(−e^−r(x − x₀)) = K · exp(α e^βx),   β = −r,  α = −e^(r·x₀)
/// ```
///
/// The years t of Bass's curve are counted from the year before the first observation.
///
/// Source: F. M. Bass, Management Science 15 (1969) 215; V. Srinivasan, C. H. Mason, Marketing Science
/// 5 (1986) 169 (differences of F); J. Dargay et al., Energy Journal 28 (2007) 143 (α, β).
public struct AdoptionFit: Sendable {
  /// The form of the curve.
  public enum Curve: String, CaseIterable, Sendable {
    /// Bass, new adopters as differences of F.
    case bass
    /// Bass, new adopters by the density at the year.
    case density
    /// Logistic.
    case logistic
    /// Gompertz.
    case gompertz
  }

  /// One fitted number.
  public struct Parameter: Hashable, Sendable {
    /// `potential`, `innovation`, `imitation`, `rate`, `midpoint`, `alpha` or `beta`.
    public let name: String
    /// Its value.
    public let value: Double
    /// Its standard error; none without observations to spare.
    public let standardError: Double?
  }

  /// The form.
  public let curve: Curve
  /// The fitted numbers; a potential that was given is not among them.
  public let parameters: [Parameter]
  /// Pairs of them whose correlation is beyond 0.99.
  public let correlated: [Calibration.Pair]
  /// The potential M or K, fitted or given.
  public let potential: Double
  /// What the curve gives where there are observations.
  public let fitted: [Double]
  /// The sum of the squared residuals.
  public let sumOfSquares: Double

  /// Fits a curve.
  ///
  /// - Parameters:
  ///   - curve: Its form.
  ///   - observed: Pairs of x, a year or an income, and the level or the new adopters, in order.
  ///   - saturation: K or M where it is known; it then is not fitted.
  /// - Throws: ``CalibrationError``.
  public init(
    _ curve: Curve, to observed: [(x: Double, y: Double)], saturation: Double? = nil
  ) throws(CalibrationError) {
    let form = AdoptionForm(curve, observed, saturation: saturation)
    let start = try form.start()
    guard observed.count >= start.count else {
      throw .tooFewObservations(found: observed.count, parameters: start.count)
    }
    let x = observed.map(\.x)
    let y = observed.map(\.y)
    func residuals(_ scaled: [Double]) -> [Double] {
      zip(form.values(form.natural(scaled), at: x), y).map { $0 - $1 }
    }
    let found: LeastSquaresPoint
    do throws(SolverError) {
      found = try minimiseSquares(from: form.searched(start), of: residuals)
    } catch {
      switch error {
      case .systemUnsolved(let steps, _, _): throw .notConverged(steps: steps)
      case .noSolution: throw .notConverged(steps: 500)
      default: throw .solver("\(error)")
      }
    }
    let natural = form.natural(found.parameters)
    // A relative step, so that a column is not lost in the size of its number.
    let jacobian = centralDifferences(at: natural) {
      zip(form.values($0, at: x), y).map { $0 - $1 }
    }
    let spread = try FitSpread(jacobian, of: form.names)
    self.curve = curve
    parameters = form.told(natural, spread.covariance(sumOfSquares: found.sumOfSquares))
    correlated = spread.correlated
    potential = form.potential(natural)
    fitted = form.values(natural, at: x)
    sumOfSquares = found.sumOfSquares
  }

  /// Bass's own estimate by least squares on new adopters against all before, S = a + b·Y + c·Y².
  ///
  /// - Parameter sales: New adopters, year by year.
  /// - Returns: M = (−b − √(b² − 4ac)) / 2c, p = a/M, q = −c·M; nothing where there is no such curve.
  package static func bassByRegression(
    _ sales: [Double]
  ) -> (potential: Double, innovation: Double, imitation: Double)? {
    var total = 0.0
    let before = sales.map { sale in
      defer { total += sale }
      return total
    }
    guard
      let line = try? RidgeRegression(of: sales, on: before.map { [$0, $0 * $0] }, penalty: 0)
    else { return nil }
    let a = line.intercept
    let b = line.coefficients[0]
    let c = line.coefficients[1]
    let root = b * b - 4 * a * c
    guard c < 0, a > 0, root > 0 else { return nil }
    let potential = (-b - root.squareRoot()) / (2 * c)
    return (potential, a / potential, -c * potential)
  }
}

/// A form of curve with its start values; p, q, K and M are searched by their logarithms.
private struct AdoptionForm {
  let curve: AdoptionFit.Curve
  let observed: [(x: Double, y: Double)]
  let saturation: Double?

  init(
    _ curve: AdoptionFit.Curve, _ observed: [(x: Double, y: Double)], saturation: Double?
  ) {
    self.curve = curve
    self.observed = observed
    self.saturation = saturation
  }

  private var isBass: Bool { curve == .bass || curve == .density }

  var names: [String] {
    let own = isBass ? ["innovation", "imitation"] : ["rate", "midpoint"]
    return own + (saturation == nil ? ["potential"] : [])
  }

  func potential(_ natural: [Double]) -> Double { saturation ?? natural[2] }

  func searched(_ natural: [Double]) -> [Double] {
    natural.enumerated().map { isLogarithm($0) ? log($1) : $1 }
  }

  func natural(_ searched: [Double]) -> [Double] {
    searched.enumerated().map { isLogarithm($0) ? exp($1) : $1 }
  }

  private func isLogarithm(_ place: Int) -> Bool { isBass || place == 2 }

  func values(_ natural: [Double], at x: [Double]) -> [Double] {
    let top = potential(natural)
    let first = observed[0].x - 1
    return x.map { x in
      switch curve {
      case .bass:
        let p = natural[0]
        let q = natural[1]
        return top * (Self.share(p, q, x - first) - Self.share(p, q, x - first - 1))
      case .density:
        let p = natural[0]
        let q = natural[1]
        let decay = exp(-(p + q) * (x - first))
        let denominator = 1 + q / p * decay
        return top * (p + q) * (p + q) / p * decay / (denominator * denominator)
      case .logistic: return top / (1 + exp(-natural[0] * (x - natural[1])))
      case .gompertz: return top * exp(-exp(-natural[0] * (x - natural[1])))
      }
    }
  }

  private static func share(_ p: Double, _ q: Double, _ time: Double) -> Double {
    let decay = exp(-(p + q) * time)
    return (1 - decay) / (1 + q / p * decay)
  }

  /// Where the search begins.
  func start() throws(CalibrationError) -> [Double] {
    guard observed.count > 2 else {
      throw .tooFewObservations(found: observed.count, parameters: names.count)
    }
    if let bad = observed.first(where: { !($0.y >= 0) || !$0.y.isFinite }) {
      throw .notPositive("adoption", year: Int(exactly: bad.x.rounded()) ?? 0)
    }
    let highest = observed.map(\.y).max() ?? 0
    guard highest > 0 else { throw .withoutEffect(names) }
    try checkSaturation()
    let start = isBass ? bassStart() : levelStart(below: saturation ?? 1.3 * highest)
    return saturation == nil ? start : Array(start.prefix(2))
  }

  /// The share by which observations may scatter above a potential that is given.
  private static let scatter = 0.02

  private func checkSaturation() throws(CalibrationError) {
    guard let saturation else { return }
    let top = observed.max { $0.y < $1.y } ?? observed[0]
    let seen = isBass ? observed.reduce(0) { $0 + $1.y } : top.y
    guard seen > (1 + Self.scatter) * saturation else { return }
    throw .belowObserved(saturation: saturation, observed: seen, x: isBass ? nil : top.x)
  }

  private func bassStart() -> [Double] {
    let sales = observed.map(\.y)
    if let known = AdoptionFit.bassByRegression(sales) {
      return [known.innovation, known.imitation, known.potential]
    }
    return [0.01, 0.4, 2 * sales.reduce(0, +)]
  }

  /// A line through the curve's own transform of the levels.
  private func levelStart(below top: Double) -> [Double] {
    let points = observed.filter { $0.y > 0 && $0.y < 0.999 * top }.map {
      point -> (Double, Double) in
      let share = point.y / top
      return (point.x, curve == .logistic ? log(share / (1 - share)) : -log(-log(share)))
    }
    let count = Double(max(1, points.count))
    let x = points.reduce(0) { $0 + $1.0 } / count
    let y = points.reduce(0) { $0 + $1.1 } / count
    let spread = points.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) }
    let slope = points.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) } / max(1e-300, spread)
    let rate = slope > 1e-6 ? slope : 0.1
    return [rate, x - y / rate, top]
  }

  /// The numbers as they are told, with standard errors; α and β beside a Gompertz curve's own.
  func told(_ natural: [Double], _ covariance: [[Double]]?) -> [AdoptionFit.Parameter] {
    let errors = natural.indices.map { place in covariance.map { $0[place][place].squareRoot() } }
    let own = names.indices.map {
      AdoptionFit.Parameter(name: names[$0], value: natural[$0], standardError: errors[$0])
    }
    guard curve == .gompertz else { return own }
    let rate = natural[0]
    let middle = natural[1]
    let alpha = -exp(rate * middle)
    let error = covariance.map { spread in
      let variance =
        middle * middle * spread[0][0] + rate * rate * spread[1][1]
        + 2 * rate * middle * spread[0][1]
      return abs(alpha) * variance.squareRoot()
    }
    return own + [
      .init(name: "alpha", value: alpha, standardError: error),
      .init(name: "beta", value: -rate, standardError: errors[0]),
    ]
  }
}
