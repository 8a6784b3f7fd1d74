import CityModel
import Diagnostics
import Quantities

/// What a series of the files does from one year to the next, where it is more than a city does.
///
/// Ramps, steps and growth mean what they say and are left alone.
extension Resolver {
  /// Tells of the first jump between neighbouring points of a series, or of the first point that
  /// stands out from both its neighbours.
  ///
  /// - Parameters:
  ///   - written: The series.
  ///   - reading: How it is read: a share may change by half the whole a year, all else by its ``ChangeBounds``.
  ///   - match: What its numbers are in the model's unit.
  ///   - path: Its path.
  /// - Returns: Whether something was told.
  @discardableResult mutating func tellJump(
    in written: WrittenSeries, _ reading: Reading, _ match: UnitExpectation,
    at path: ParameterPath
  ) -> Bool {
    guard case .points(let points, let shape, _, _) = written else { return false }
    if shape == .step { return tellAbsurdStep(among: points, match, at: path) }
    return tellJump(among: points, reading, match, at: path)
  }

  /// Tells of a step up to more than three times what was before and comes after it.
  private mutating func tellAbsurdStep(
    among points: [WrittenPoint], _ match: UnitExpectation, at path: ParameterPath
  ) -> Bool {
    let values = points.map { match.value(of: $0.quantity) }
    guard values.count > 2,
      let place = values.indices.dropFirst().dropLast().first(where: {
        values[$0 - 1] > 0 && values[$0] > 3 * max(values[$0 - 1], values[$0 + 1])
      })
    else { return false }
    report(
      .outlier(path, points[place - 1], points[place], points[place + 1], mayStep: false),
      at: points[place].quantity.span)
    return true
  }

  /// Tells of a rate of growth that is of another sign, or by more than three times of another size, than
  /// both its neighbours.
  mutating func tellTurn(of written: WrittenSeries, at path: ParameterPath) {
    guard case .points(_, _, _, let growth?) = written,
      case .points(let rates, let shape, _, _) = growth.rates, rates.count > 2
    else { return }
    for place in rates.indices.dropFirst().dropLast() {
      let three = rates[place - 1...place + 1]
      let values = three.map { $0.quantity.value * ($0.quantity.unit?.factor ?? 1) }
      guard values[0] * values[2] > 0 else { continue }
      let isOdd =
        values[0] * values[1] < 0
        || (abs(values[1]) > 0.005 || abs(values[0]) > 0.015 && abs(values[2]) > 0.015)
          && ChangeBounds.standsOut(abs(values[1]), from: abs(values[0]), and: abs(values[2]))
      guard isOdd else { continue }
      return report(
        .outlier(
          path / "growth", rates[place - 1], rates[place], rates[place + 1],
          mayStep: shape != .step), at: rates[place].quantity.span)
    }
  }

  /// The same of points alone.
  @discardableResult mutating func tellJump(
    among points: [WrittenPoint], _ reading: Reading, _ match: UnitExpectation,
    at path: ParameterPath
  ) -> Bool {
    let isShare = reading.unit == "1" && reading.bounds == 0...1 && path.last != "activity"
    let bounds = ChangeBounds(reading, at: path)
    let values = points.map { match.value(of: $0.quantity) }
    for (place, second) in points.enumerated().dropFirst() {
      let from = values[place - 1]
      let to = values[place]
      let first = points[place - 1]
      let years = second.year - first.year
      if place + 1 < values.count,
        ChangeBounds.isDip(to, from: from, and: values[place + 1], isShare: isShare)
          || !isShare && ChangeBounds.standsOut(to, from: from, and: values[place + 1])
      {
        report(.outlier(path, first, second, points[place + 1]), at: second.quantity.span)
        return true
      }
      let isSteep =
        isShare
        ? abs(to - from) > 0.5 * Double(years)
        : bounds.areExceeded(from: from, to: to, years: years)
      guard isSteep else { continue }
      let isFirstOdd =
        place == 1 && values.count > 2
        && !isShare
        && !bounds.areExceeded(from: to, to: values[2], years: points[2].year - second.year)
      let factor = isShare ? nil : max(from, to) / min(from, to)
      report(
        .jump(path, first, second, by: factor), at: (isFirstOdd ? first : second).quantity.span)
      return true
    }
    return false
  }
}

extension Fault {
  /// A series that leaps from one year to the next.
  fileprivate static func jump(
    _ path: ParameterPath, _ first: WrittenPoint, _ second: WrittenPoint, by factor: Double?
  ) -> Self {
    let from = first.quantity.description
    let to = second.quantity.description
    let times = factor.map { shortNumber(($0 * 10).rounded() / 10) }
    let years = second.year - first.year
    let within = Text(years == 1 ? "one year" : "\(years) years", "\(years) 年")
    var fault = Self(
      .jump,
      "'\(path)' goes from \(from) in \(first.year) to \(to) in \(second.year)"
        + (times.map { ": by a factor of \($0) in \(within)" } ?? ""),
      "'\(path)' 由 \(first.year) 年的 \(from) 变为 \(second.year) 年的 \(to)"
        + (times.map { "，\(within)内相差 \($0) 倍" } ?? ""),
      help: Text(
        "check the number and its unit; if it is meant, write 'shape: step'",
        "请核对数值与单位；如确为突变，请写 shape: step"))
    fault.severity = .warning
    return fault
  }

  /// A point that both its neighbours are far from, on the same side.
  fileprivate static func outlier(
    _ path: ParameterPath, _ before: WrittenPoint, _ point: WrittenPoint, _ after: WrittenPoint,
    mayStep: Bool = true
  ) -> Self {
    let value = point.quantity.description
    let first = before.quantity.description
    let last = after.quantity.description
    var fault = Self(
      .jump,
      "'\(path)' is \(value) in \(point.year), between \(first) in \(before.year) and \(last) in \(after.year)",
      "'\(path)' 在 \(point.year) 年为 \(value)，而 \(before.year) 年为 \(first)、\(after.year) 年为 \(last)",
      help: mayStep
        ? Text(
          "check the number and its unit; if it is meant, write 'shape: step'",
          "请核对数值与单位；如确为突变，请写 shape: step")
        : Text("check the number and its unit", "请核对数值与单位"))
    fault.severity = .warning
    return fault
  }
}
