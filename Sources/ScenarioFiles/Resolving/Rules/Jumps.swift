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
  ///   - reading: How it is read: a share may change by half the whole a year, all else by its ``Pace``.
  ///   - match: What its numbers are in the model's unit.
  ///   - path: Its path.
  /// - Returns: Whether something was told.
  @discardableResult mutating func tellJump(
    in written: WrittenSeries, _ reading: Reading, _ match: UnitExpectation,
    at path: ParameterPath
  ) -> Bool {
    guard case .points(let points, let shape, _, _) = written, shape != .step else { return false }
    return tellJump(among: points, reading, match, at: path)
  }

  /// The same of points alone.
  @discardableResult mutating func tellJump(
    among points: [WrittenPoint], _ reading: Reading, _ match: UnitExpectation,
    at path: ParameterPath
  ) -> Bool {
    let isShare = reading.unit == "1" && reading.bounds == 0...1
    let pace = Pace(reading, at: path)
    let values = points.map { match.value(of: $0.quantity) }
    for (place, second) in points.enumerated().dropFirst() {
      let (from, to, first) = (values[place - 1], values[place], points[place - 1])
      let years = second.year - first.year
      if !isShare, place + 1 < values.count,
        Pace.standsOut(to, from: from, and: values[place + 1])
      {
        report(.outlier(path, first, second, points[place + 1]), at: second.quantity.span)
        return true
      }
      let isSteep =
        isShare
        ? abs(to - from) > 0.5 * Double(years)
        : pace.isExceeded(from: from, to: to, years: years)
      guard isSteep else { continue }
      let isFirstOdd =
        place == 1 && values.count > 2
        && !isShare
        && !pace.isExceeded(from: to, to: values[2], years: points[2].year - second.year)
      let factor = isShare ? nil : max(from, to) / min(from, to)
      report(
        .jump(path, first, second, by: factor), at: (isFirstOdd ? first : second).quantity.span)
      return true
    }
    return false
  }

  /// Tells if subsectors whose value added is a share of GDP are more than all of it.
  mutating func checkValueAdded() {
    let industry = ParameterPath("industry")
    let shares = (members[industry] ?? []).compactMap { found[industry / $0 / "activity"] }
      .filter { $0.declaration.readings[$0.reading].unit == "1" }
    for (index, year) in years.enumerated() {
      let sum = shares.reduce(0) { $0 + $1.values[index] }
      guard sum > 1 + 1e-9, let entry = entry(at: industry) else { continue }
      return report(.moreThanProduct(sum, year: year), at: entry.span)
    }
  }
}

extension Fault {
  /// A series that leaps from one year to the next.
  fileprivate static func jump(
    _ path: ParameterPath, _ first: WrittenPoint, _ second: WrittenPoint, by factor: Double?
  ) -> Self {
    let (from, to) = (first.quantity.description, second.quantity.description)
    let times = factor.map { shortNumber(($0 * 10).rounded() / 10) }
    let years = second.year - first.year
    let within = Text(years == 1 ? "one year" : "\(years) years", "\(years) 年")
    var fault = Self(
      .jump,
      "'\(path)' goes from \(from) in \(first.year) to \(to) in \(second.year)"
        + (times.map { ": by a factor of \($0) in \(within.english)" } ?? ""),
      "'\(path)' 由 \(first.year) 年的 \(from) 变为 \(second.year) 年的 \(to)"
        + (times.map { "，\(within.chinese)内相差 \($0) 倍" } ?? ""),
      help: Text(
        "check the number and its unit; if it is meant, write 'shape: step'",
        "请核对数值与单位；如确为突变，请写 shape: step"))
    fault.severity = .warning
    return fault
  }

  /// A point that both its neighbours are far from, on the same side.
  fileprivate static func outlier(
    _ path: ParameterPath, _ before: WrittenPoint, _ point: WrittenPoint, _ after: WrittenPoint
  ) -> Self {
    let (value, first, last) = (
      point.quantity.description, before.quantity.description, after.quantity.description
    )
    var fault = Self(
      .jump,
      "'\(path)' is \(value) in \(point.year), between \(first) in \(before.year) and \(last) in \(after.year)",
      "'\(path)' 在 \(point.year) 年为 \(value)，而 \(before.year) 年为 \(first)、\(after.year) 年为 \(last)",
      help: Text(
        "check the number and its unit; if it is meant, write 'shape: step'",
        "请核对数值与单位；如确为突变，请写 shape: step"))
    fault.severity = .warning
    return fault
  }

  /// Value added beyond the gross domestic product.
  fileprivate static func moreThanProduct(_ sum: Double, year: Int) -> Self {
    let percent = shortNumber((sum * 1000).rounded() / 10)
    var fault = Self(
      .moreThanProduct, "the shares of GDP in 'industry' sum to \(percent)% in \(year)",
      "'industry' 各行业增加值占 GDP 份额在 \(year) 年合计 \(percent)%",
      help: Text("services are what is left of 100%", "服务业为 100% 的其余部分"))
    fault.severity = .warning
    return fault
  }
}
