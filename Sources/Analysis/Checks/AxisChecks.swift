import CityModel
import Diagnostics

extension Check {
  /// The model must be able to vary in everything that is called uncertain.
  static let uncertainties = Check.model { blueprint, placed in
    let finder = AxisFinder(blueprint)
    return placed.scenario.uncertainties.values.compactMap { value in
      guard let location = value.location else { return nil }
      do throws(AxisError) {
        try finder.check([value.axis])
        return nil
      } catch {
        return refusal(
          of: value.axis, error, at: location,
          shaping: Text(
            "'\(value.axis.path)' decides what the model consists of and cannot be uncertain",
            "'\(value.axis.path)' 决定模型的构成，不能设为不确定"))
      }
    }
  }

  /// The model must be able to vary in everything that a sweep varies, and nothing is varied twice.
  static let axes = Check.model { blueprint, placed in
    let finder = AxisFinder(blueprint)
    var good: [Axis] = []
    return placed.axes.compactMap { values in
      guard let location = values.location else { return nil }
      do throws(AxisError) {
        try finder.check(good + [values.axis])
        good.append(values.axis)
        return nil
      } catch {
        return refusal(
          of: values.axis, error, at: location,
          shaping: Text(
            "'\(values.axis.path)' decides what the model consists of and is the same in all variants",
            "'\(values.axis.path)' 决定模型的构成，各方案必须相同"),
          help: Text(
            "run the scenario once for each value, with --set", "请用 --set 对每个值各运行一次"))
      }
    }
  }

  private static func refusal(
    of axis: Axis, _ error: AxisError, at location: SourceLocation, shaping: Text,
    help: Text? = nil
  ) -> Diagnostic {
    let span = Span(location: location, length: axis.path.count)
    switch error {
    case .repeated:
      return Diagnostic(
        .error, code: .duplicateKey,
        message: Text("'\(axis.path)' is varied twice", "'\(axis.path)' 被重复改变"), at: span)
    case .stepHasNoEnd(let lever):
      return Diagnostic(
        .error, code: .notSupported,
        message: Text(
          "the lever '\(lever)' comes in at one step and has no 'by'", "措施 '\(lever)' 一步到位，没有 'by'"),
        at: span, suggestion: Text("vary its 'from'", "请改用它的 'from'"))
    case .shapesTheModel, .unknownLever, .unknownParameter:
      return Diagnostic(
        .error, code: .notSupported, message: shaping, at: span, suggestion: help)
    }
  }
}
