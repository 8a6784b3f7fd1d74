import Diagnostics
import Solvers

/// How long the members of a stock live.
enum Lifetime: Sendable {
  /// S(a) = exp(−(a/scale)^shape)
  case weibull(scale: ParameterIndex, shape: ParameterIndex)
  /// All retire at this age: a lifetime of L years keeps L vintages, as in ODYM.
  case fixed(ParameterIndex)

  init(_ compiler: inout BlueprintCompiler, _ owner: ParameterPath) {
    let path = owner / .lifetime
    if let years = compiler.optionalParameter(path / .fixed) {
      self = .fixed(years)
    } else {
      self = .weibull(
        scale: compiler.parameter(path / .weibull / .scale),
        shape: compiler.parameter(path / .weibull / .shape))
    }
  }

  /// The share alive at each age, from S(0) = 1 to the age by which less than one in 10⁹ is left, at
  /// most ``ageLimit``: a vehicle sold in the year t is whole at its end.
  ///
  /// The convention of ODYM and of MODEL §2: age is `t − v`. Taking half a year more changes a
  /// fleet by about 4 %. What is older leaves the stock, so that a stock's memory is bounded.
  func survival(_ compiler: inout BlueprintCompiler) -> [Double] {
    var alive = [1.0]
    for age in 1...Self.ageLimit {
      let share =
        switch self {
        case .weibull(let scale, let shape):
          weibull(age, scale: compiler.baseValue(scale), shape: compiler.baseValue(shape))
        case .fixed(let years): Double(age) < compiler.baseValue(years) ? 1.0 : 0.0
        }
      if share < 1e-9 { break }
      alive.append(share)
    }
    return alive
  }

  /// No stock remembers more years than these.
  static let ageLimit = 250

  private func weibull(_ age: Int, scale: Double, shape: Double) -> Double {
    do {
      return try weibullSurvival(age: Double(age), scale: scale, shape: shape)
    } catch {
      defect("the bounds of the parameter table let a bad lifetime pass: \(error)")
    }
  }
}
