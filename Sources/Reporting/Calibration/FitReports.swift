public import Analysis
import CityModel
public import Diagnostics
import Solvers

extension FitReport {
  /// A lock further from 1 than this is told loudly.
  static let farFromOne = 0.05

  /// What is told of a fitted scenario.
  public init(_ calibration: Calibration) {
    let problem = calibration.problem
    let scenario = problem.blueprint.scenario
    title = Text(english: scenario.title(.english), chinese: scenario.title(.chinese))
    numbers = Self.numbers(calibration) + Self.lockNumber(calibration)
    let base = scenario.years.lowerBound
    residuals = problem.series.flatMap { series -> [Residual] in
      let values = series.subject.values(of: calibration.fitted)
      return series.observations.map {
        Residual(
          series: series.subject.name, unit: series.subject.unit, x: Double($0.year),
          observed: $0.value, fitted: values[$0.year - base])
      }
    }
    hindcasts = calibration.scores
    sentences = [scenario.accounting.sentence, Self.fit(calibration)]
    warnings = Self.warnings(calibration)
    details = .object([
      ("city", identity(scenario.city)), ("scenario", identity(scenario.identity)),
      ("accounting", accounting(scenario.accounting)), ("method", .string("least squares")),
      ("bounds_by", .string("sine transform")), ("steps", .integer(calibration.steps)),
      ("relative_error", .number(calibration.relativeError)),
      ("lock", .optional(calibration.lockFactor)),
    ])
  }

  /// How many numbers were fitted to how many observations, and what remains.
  private static func fit(_ calibration: Calibration) -> Text {
    let problem = calibration.problem
    let names = problem.series.map(\.subject.name).joined(separator: ", ")
    let count = calibration.observationCount
    let share = readableText(100 * calibration.relativeError)
    guard !problem.parameters.isEmpty else {
      return Text(
        "Held against \(count) observations of \(names): what remains is \(share) % of the mean (root mean square).",
        "与 \(count) 个观测值（\(names)）对照；残差均方根为均值的 \(share)%。")
    }
    return Text(
      "\(problem.parameters.count) fitted to \(count) observations of \(names) in \(calibration.steps) steps; what remains is \(share) % of the mean (root mean square).",
      "拟合 \(problem.parameters.count) 个数，观测值 \(count) 个（\(names)），\(calibration.steps) 步；残差均方根为均值的 \(share)%。"
    )
  }

  private static func numbers(_ calibration: Calibration) -> [Number] {
    calibration.problem.parameters.enumerated().map { place, parameter in
      Number(
        name: parameter.pattern.description, change: parameter.change.rawValue,
        unit: parameter.unit, start: parameter.start, value: calibration.values[place],
        standardError: calibration.standardErrors[place], lower: parameter.bounds.lowerBound,
        upper: parameter.bounds.upperBound, isAtBound: calibration.isAtBound[place],
        correlated: calibration.correlated.compactMap { pair in
          pair.first == parameter.name
            ? pair.second : pair.second == parameter.name ? pair.first : nil
        })
    }
  }

  private static func lockNumber(_ calibration: Calibration) -> [Number] {
    guard let factor = calibration.lockFactor, let lock = calibration.lock else { return [] }
    return lock.patterns.map {
      Number(
        name: $0.description, change: "lock", unit: "1", start: 1, value: factor,
        standardError: nil)
    }
  }

  private static func warnings(_ calibration: Calibration) -> [FitWarning] {
    var warnings = lockWarning(calibration)
    let problem = calibration.problem
    for pair in calibration.correlated {
      let rank = readableText(pair.correlation, digits: 4)
      warnings.append(
        FitWarning(
          .hardlyTellsApart,
          Text(
            "The data hardly tell \(pair.first) from \(pair.second) (correlation \(rank)): only both together mean something.",
            "数据难以区分 \(pair.first) 与 \(pair.second)（相关系数 \(rank)）：只有二者合在一起才有意义。")))
    }
    for (parameter, isAtBound) in zip(problem.parameters, calibration.isAtBound) where isAtBound {
      warnings.append(
        FitWarning(
          .atBound,
          Text(
            "\(parameter.name) ended at its bound: the data ask for more than is allowed.",
            "\(parameter.name) 停在边界上：数据要求超出允许范围。")))
    }
    if calibration.observationCount == problem.parameters.count, !problem.parameters.isEmpty {
      warnings.append(
        FitWarning(
          .noObservationsLeft,
          Text(
            "As many numbers as observations: nothing is left to tell how sure they are.",
            "拟合数与观测值一样多：无法给出标准误。")))
    }
    return warnings
  }

  /// What is told of a base year that is locked to its inventory.
  private static func lockWarning(_ calibration: Calibration) -> [FitWarning] {
    guard let factor = calibration.lockFactor, let lock = calibration.lock else { return [] }
    let inventory = readableText(lock.observed, digits: 4)
    let times = readableText(factor, digits: 5)
    let year = calibration.problem.blueprint.years.lowerBound
    let isFar = abs(factor - 1) > farFromOne
    let distance = readableText(100 * (factor - 1))
    let english =
      isFar
      ? " WARNING: this is \(distance) % away from 1: the scenario and the inventory do not describe the same city or scope. Find out why before you use it."
      : ""
    let chinese = isFar ? "警告：偏离 1 达 \(distance)%：情景与清单的范围或口径不一致，使用前请查明原因。" : ""
    return [
      FitWarning(
        isFar ? .lockedFarFromOne : .lockedBase,
        Text(
          "Base year \(year) locked to the inventory of \(inventory) Mt CO2e by a factor of \(times) on all emission factors.\(english)",
          "基准年 \(year) 已用倍数 \(times)（作用于全部排放因子）锁定到清单值 \(inventory) Mt CO2e。\(chinese)"))
    ]
  }

  /// What is told of a STIRPAT fit.
  ///
  /// - Parameters:
  ///   - fit: The fit.
  ///   - name: What was fitted.
  ///   - isGiven: Whether the penalty was given, and not chosen by cross-validation.
  public init(_ fit: StirpatFit, of name: Text, penaltyIsGiven isGiven: Bool) {
    let ridge = fit.regression
    title = name
    numbers =
      [
        Number(
          name: "constant", change: "coefficient", unit: "1", value: ridge.intercept,
          standardError: nil)
      ]
      + fit.names.indices.map { place in
        Number(
          name: fit.names[place], change: "coefficient", unit: "1",
          value: ridge.coefficients[place], standardError: ridge.standardErrors[place])
      }
    residuals = fit.years.indices.map {
      Residual(
        series: "emissions", unit: "Mt CO2e", x: Double(fit.years[$0]), observed: fit.observed[$0],
        fitted: fit.fitted[$0])
    }
    hindcasts = [fit.hindcast].compactMap(\.self)
    let penalty = readableText(ridge.penalty)
    let explained = readableText(100 * fit.explained, digits: 4)
    let first = fit.years[0]
    let last = fit.years[fit.years.count - 1]
    let how =
      isGiven ? Text("as given", "指定值") : Text("by cross-validation", "由广义交叉验证选取")
    sentences = [
      Text(
        "ln I = a + b ln P + c ln A\(fit.names.count > 2 ? " + d ln T" : "") over \(first)–\(last), ridge λ = \(penalty) (\(how)); \(explained) % of the variance of ln I explained.",
        "ln I = a + b ln P + c ln A\(fit.names.count > 2 ? " + d ln T" : "")，\(first)–\(last)，岭参数 λ = \(penalty)（\(how)）；解释 ln I 方差的 \(explained)%。"
      )
    ]
    warnings = Self.warnings(fit)
    details = Self.details(fit, penaltyIsGiven: isGiven)
  }

  private static func details(_ fit: StirpatFit, penaltyIsGiven isGiven: Bool) -> JSONValue {
    let ridge = fit.regression
    return .object([
      ("method", .string("STIRPAT ridge")), ("lambda", .number(ridge.penalty)),
      ("lambda_given", .bool(isGiven)), ("gcv", .number(ridge.crossValidation)),
      ("effective_parameters", .number(ridge.effectiveParameters)),
      ("explained", .number(fit.explained)),
      ("reciprocal_condition", .number(ridge.reciprocalCondition)),
    ])
  }

  private static func warnings(_ fit: StirpatFit) -> [FitWarning] {
    let collinear = fit.regression.reciprocalCondition < 0.05
    return
      [
        FitWarning(
          .noCauses,
          Text(
            "Elasticities of what happened together are no causes, and the ridge pulls them towards 0: standard errors leave that bias out.",
            "弹性系数反映同步变化而非因果；岭回归使其偏向 0，标准误未计此偏差。"))
      ]
      + (collinear
        ? [
          FitWarning(
            .moveAsOne,
            Text(
              "Population, affluence and technology move nearly as one here: single coefficients mean little.",
              "人口、富裕程度与技术几乎同步变化：单个系数意义不大。"))
        ] : [])
  }

  /// What is told of a curve of adoption.
  ///
  /// - Parameters:
  ///   - fit: The fit.
  ///   - points: What it was fitted to.
  ///   - name: What was fitted.
  public init(_ fit: AdoptionFit, to points: [(x: Double, y: Double)], of name: Text) {
    title = name
    numbers = fit.parameters.map { parameter in
      Number(
        name: parameter.name, change: "", unit: "", value: parameter.value,
        standardError: parameter.standardError,
        correlated: fit.correlated.compactMap { pair in
          pair.first == parameter.name
            ? pair.second : pair.second == parameter.name ? pair.first : nil
        })
    }
    residuals = zip(points, fit.fitted).map {
      Residual(series: name.english, unit: "", x: $0.0.x, observed: $0.0.y, fitted: $0.1)
    }
    hindcasts = []
    let error = readableText((fit.sumOfSquares / Double(points.count)).squareRoot())
    sentences = [
      Text(
        "\(fit.curve.rawValue) curve, \(points.count) observations, root mean square error \(error).",
        "\(fit.curve.rawValue) 曲线，观测值 \(points.count) 个，均方根误差 \(error)。")
    ]
    warnings = Self.warnings(fit, highest: points.map(\.y).max() ?? 0)
    details = .object([
      ("method", .string("adoption curve")), ("curve", .string(fit.curve.rawValue)),
      ("potential", .number(fit.potential)), ("sum_of_squares", .number(fit.sumOfSquares)),
    ])
  }

  private static func warnings(_ fit: AdoptionFit, highest: Double) -> [FitWarning] {
    let isFar = fit.curve != .bass && fit.curve != .density && fit.potential > 3 * highest
    let isGiven = !fit.parameters.contains { $0.name == "potential" }
    return fit.correlated.map { pair in
      FitWarning(
        .hardlyTellsApart,
        Text(
          "The data hardly tell \(pair.first) from \(pair.second) (correlation \(readableText(pair.correlation, digits: 4))).",
          "数据难以区分 \(pair.first) 与 \(pair.second)（相关系数 \(readableText(pair.correlation, digits: 4))）。"
        ))
    }
      + (isFar
        ? [
          isGiven
            ? FitWarning(
              .potentialFarBeyondData,
              Text(
                "The potential that was given is more than three times what was ever observed: rate and midpoint rest on it.",
                "给定的潜力超过观测最大值的三倍：速率与中点取决于它。"))
            : FitWarning(
              .potentialFarBeyondData,
              Text(
                "The potential is more than three times what was ever observed: it is a guess of the curve, not of the data. Give --saturation.",
                "潜力超过观测最大值的三倍：它来自曲线形式而非数据。请用 --saturation 指定。"))
        ] : [])
  }
}
