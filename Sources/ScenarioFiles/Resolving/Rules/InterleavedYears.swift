import CityModel
import Diagnostics

/// Points of an extended file that stand between the points of the file that extends it.
///
/// The points of both are one series: who writes 2020 and 2035 over a template's 2025 and 2030 keeps
/// these, and the way between his own two leads through them.
extension Resolver {
  /// Tells if such points lie more than a tenth off the straight line between the file's own.
  mutating func tellInterleaved(
    _ written: WrittenSeries, _ match: UnitExpectation, at path: ParameterPath
  ) {
    guard case .points(let points, _, _, _) = written else { return }
    let depths = points.map { distance(of: $0.span) }
    let values = points.map { match.value(of: $0.quantity) }
    for first in points.indices.dropLast() {
      let own = depths[first]
      let last = points.indices.dropFirst(first + 1).first { depths[$0] <= own }
      guard let last, last > first + 1, depths[last] == own else { continue }
      let years = Double(points[last].year - points[first].year)
      let strays = (first + 1..<last).filter { place in
        let part = Double(points[place].year - points[first].year) / years
        let line = values[first] + (values[last] - values[first]) * part
        return abs(values[place] - line) > 0.1 * abs(line)
      }
      guard !strays.isEmpty else { continue }
      let between = Array(points[first + 1..<last])
      return report(
        .interleavedYears(path, between, points[first], points[last]),
        at: points[last].span)
    }
  }
}

extension Fault {
  /// Years of another file between two of this one.
  fileprivate static func interleavedYears(
    _ path: ParameterPath, _ between: [WrittenPoint], _ first: WrittenPoint, _ last: WrittenPoint
  ) -> Self {
    let file = between[0].span.location.path
    let values = between.map { "\($0.year): \($0.quantity.description)" }.joined(separator: ", ")
    let removal = between.map { "\($0.year): ~" }.joined(separator: ", ")
    var fault = Self(
      .interleavedYears,
      "between \(first.year) and \(last.year) '\(path)' keeps what '\(file)' says: \(values)",
      "'\(path)' 在 \(first.year) 与 \(last.year) 年之间仍沿用 '\(file)' 的数值：\(values)",
      help: Text(
        "write these years too, or take them out with '\(removal)'",
        "请一并改写这些年份，或写 '\(removal)' 将其去掉"))
    fault.severity = .warning
    return fault
  }
}
