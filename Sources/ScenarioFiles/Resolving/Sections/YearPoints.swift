import CityModel
import Diagnostics
import Quantities

/// One year's value of a parameter, as `PATH@YEAR` names it.
struct YearPoint {
  let parameter: Parameter
  let reach: YearReach
}

extension Resolver {
  /// Reads `PATH@YEAR`: a point of a series that stands there, or one put into it.
  ///
  /// The series must go from point to point in straight lines or in steps; only then does the year's value
  /// decide the years up to its neighbours and no others.
  ///
  /// - Parameters:
  ///   - text: The path with the year.
  ///   - others: What else is varied: other years of the same series are its points too.
  ///   - span: Where faults are told.
  /// - Returns: The point; nothing, and a fault, if there is none.
  mutating func yearPoint(_ text: String, beside others: [String], at span: Span) -> YearPoint? {
    guard let (path, year) = Self.pathAndYear(text) else {
      report(.notAYearPoint(text), at: span)
      return nil
    }
    if isHidden(path) { return nil }
    guard let parameter = found[path] else {
      report(
        .unknownParameterPath(
          path.description, among: found.paths.map(\.description),
          absent: SettablePaths(root: root).all.contains(path)), at: span)
      return nil
    }
    guard years.contains(year) else {
      report(.spreadOutsideRun(year, years), at: span)
      return nil
    }
    guard let points = writtenYears(of: path, upTo: year) else {
      report(.hasNoPoints(path), at: span)
      return nil
    }
    let beside = others.compactMap(Self.pathAndYear).filter { $0.path == path }.map(\.year)
    let all = Set(points.years + beside).subtracting([year])
    return YearPoint(
      parameter: parameter,
      reach: YearReach(
        year: year, before: all.filter { $0 < year }.max(), after: all.filter { $0 > year }.min(),
        isStep: points.isStep))
  }

  /// The path and the year of `PATH@YEAR`.
  private static func pathAndYear(_ text: String) -> (path: ParameterPath, year: Int)? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].utf8.count == 4,
      let year = Int(parts[1])
    else { return nil }
    return (ParameterPath(String(parts[0])), year)
  }

  /// The years of the points of a series, where it goes between them in straight lines or steps.
  private func writtenYears(
    of path: ParameterPath, upTo year: Int
  ) -> (years: [Int], isStep: Bool)? {
    guard let entry = mapping(at: path.parent)?[path.last], entry.value.mapping != nil else {
      return nil
    }
    // What was read once is read again for its points; faults have been told.
    var reader = self
    guard
      case .points(let points, let shape, _, let growth) = reader.readSeries(
        entry.value, called: path.description),
      shape == .linear || shape == .step,
      growth == nil || (points.map(\.year).max() ?? 0) > year
    else { return nil }
    return (points.map(\.year), shape == .step)
  }
}

extension Fault {
  static func notAYearPoint(_ text: String) -> Self {
    Self(
      .malformedNumber, "'\(excerpt(text, limit: 120))' is not PATH@YEAR",
      "'\(excerpt(text, limit: 120))' 不是 路径@年份",
      help: Text(
        "write one year's value as transport.passenger.car.sales.bev@2030",
        "某年的取值写作 transport.passenger.car.sales.bev@2030"))
  }

  static func hasNoPoints(_ path: ParameterPath) -> Self {
    Self(
      .notSupported,
      "'\(path)' is not written as points with straight lines or steps between them, so it has no value of one year to vary",
      "'\(path)' 不是由若干年份的取值以直线或阶梯相连，无法只改变其中一年",
      help: Text(
        "vary it as a whole, by a factor; or write the series as {2020: …, 2030: …}",
        "请按倍数整体改变，或把序列写成 {2020: …, 2030: …}"))
  }
}
