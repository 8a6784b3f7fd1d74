import Solvers

/// How long the members of a stock live.
enum Lifetime: Sendable {
  /// S(a) = exp(−(a/scale)^shape)
  case weibull(scale: ParameterIndex, shape: ParameterIndex)
  /// All retire at this age: a lifetime of L years keeps L vintages, as in ODYM.
  case fixed(ParameterIndex)

  init(_ compiler: inout BlueprintCompiler, _ owner: ParameterPath) {
    let path = owner / "lifetime"
    if let years = compiler.optionalParameter(path / "fixed") {
      self = .fixed(years)
    } else {
      self = .weibull(
        scale: compiler.parameter(path / "weibull" / "scale"),
        shape: compiler.parameter(path / "weibull" / "shape"))
    }
  }

  /// The share alive at an age, with S(0) = 1: a vehicle sold in the year t is whole at its end.
  ///
  /// The convention of ODYM and of MODEL §2: age is `t − v`. Taking half a year more changes a
  /// fleet by about 4 %.
  func survival(at age: Int, _ parameters: LaneBuffer) -> Lanes {
    switch self {
    case .weibull(let scale, let shape):
      var result = Lanes.zero
      for lane in result.indices {
        result[lane] = weibull(
          age, scale: parameters[scale.row][lane], shape: parameters[shape.row][lane])
      }
      return result
    case .fixed(let years):
      return Lanes.zero.replacing(with: 1, where: parameters[years.row] .> Double(age))
    }
  }

  /// The age by which less than one in 10⁹ is left, at most ``ageLimit``.
  ///
  /// What is older leaves the stock, so that a stock's memory is bounded.
  func lastAge(_ compiler: inout BlueprintCompiler) -> Int {
    for age in 1..<Self.ageLimit {
      let alive =
        switch self {
        case .weibull(let scale, let shape):
          weibull(age, scale: compiler.baseValue(scale), shape: compiler.baseValue(shape))
        case .fixed(let years): Double(age) < compiler.baseValue(years) ? 1.0 : 0.0
        }
      if alive < 1e-9 { return age - 1 }
    }
    return Self.ageLimit
  }

  /// No stock remembers more years than these.
  static let ageLimit = 250

  private func weibull(_ age: Int, scale: Double, shape: Double) -> Double {
    do {
      return try weibullSurvival(age: Double(age), scale: scale, shape: shape)
    } catch {
      preconditionFailure("the bounds of the parameter table let a bad lifetime pass: \(error)")
    }
  }
}
