import CityModel
import Diagnostics
import Glibc
import Quantities

/// What a series of the files does from one year to the next, where it is more than a city does.
///
/// Ramps, steps and growth mean what they say and are left alone.
extension Resolver {
  /// Tells of the first jump between neighbouring points of a series.
  ///
  /// - Parameters:
  ///   - written: The series.
  ///   - reading: How it is read: a share may change by half the whole, all else threefold.
  ///   - match: What its numbers are in the model's unit.
  ///   - path: Its path.
  mutating func tellJump(
    in written: WrittenSeries, _ reading: Reading, _ match: UnitExpectation,
    at path: ParameterPath
  ) {
    guard case .points(let points, let shape, _, _) = written, shape != .step else { return }
    let isShare = reading.unit == "1" && reading.bounds == 0...1
    for (first, second) in zip(points, points.dropFirst()) {
      let jump = Jump(
        from: match.value(of: first.quantity), to: match.value(of: second.quantity),
        years: second.year - first.year)
      guard isShare ? jump.isSteepForShare : jump.isSteep else { continue }
      return report(
        .jump(path, first, second, by: isShare ? nil : jump.factor), at: second.quantity.span)
    }
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

/// The way from one point to the next.
private struct Jump {
  let from: Double
  let to: Double
  let years: Int

  /// Whether a share changes by more than half the whole a year.
  var isSteepForShare: Bool { abs(to - from) > 0.5 * Double(years) }

  /// How many times the one is the other; 1 where something begins or ends.
  var factor: Double { min(from, to) > 0 ? max(from, to) / min(from, to) : 1 }

  /// Whether that is more than threefold a year.
  var isSteep: Bool { factor > pow(3, Double(years)) }
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
