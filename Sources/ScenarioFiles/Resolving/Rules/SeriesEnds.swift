import CityModel
import Diagnostics

/// Where a series begins and ends, held against the years of the run.
extension Resolver {
  /// Checks that a series says something of the run.
  ///
  /// What ends before the base year is an error, and so is a driver that ends before the run does: its
  /// last value would stand for years of which nothing was said. All other series stay at their last
  /// value, and those that were still moving are remembered for ``tellEarlySeries()``.
  ///
  /// - Returns: Whether the series can be used.
  mutating func checkEnds(
    of written: WrittenSeries, at node: Node, of path: ParameterPath
  ) -> Bool {
    guard yearsAreKnown, case .points(let points, _, _, let growth) = written,
      let last = points.last
    else { return true }
    if node.mapping?[SeriesKeys.file] == nil { tellFarYears(points, at: path) }
    guard growth == nil, node.mapping?[SeriesKeys.after] == nil else { return true }
    if last.year < years.lowerBound {
      report(.endsBeforeBase(path, last.year, base: years.lowerBound), at: last.span)
      return false
    }
    guard last.year < years.upperBound else { return true }
    if path.segments.first == "drivers" {
      report(.driverEndsEarly(path, last.year, end: years.upperBound), at: last.span)
      return false
    }
    let isMeant =
      node.mapping?[SeriesKeys.file] == nil && heldFiles.contains(last.span.location.path)
    let isMoving = points.dropLast().last.map { $0.quantity.value != last.quantity.value } ?? false
    if isMoving, !isMeant { earlySeries.append(EarlySeries(path: path, last: last)) }
    return true
  }

  /// Tells, once, of all series that end before the run does.
  mutating func tellEarlySeries() {
    guard let first = earlySeries.first else { return }
    report(.seriesEndEarly(earlySeries, end: years.upperBound), at: first.last.span)
  }

  /// Tells of a point that a file writes for a year long before the base year or long after the end.
  ///
  /// It mostly is of another century, or digits are changed about. Tables may reach as far as they like.
  private mutating func tellFarYears(_ points: [WrittenPoint], at path: ParameterPath) {
    if let late = points.first(where: { $0.year > max(years.upperBound, 2060) + 40 }) {
      report(.longAfter(path, late.year, end: years.upperBound), at: late.span)
    }
    guard let early = points.first(where: { $0.year < years.lowerBound - 5 }),
      points.contains(where: { $0.year > early.year })
    else { return }
    report(.longBefore(path, early.year, base: years.lowerBound), at: early.span)
  }
}

extension Fault {
  private static let hold = Text(
    "give it values to the end of the run or 'growth:'; 'after: hold' keeps the last value",
    "请给出至终止年的数值或 growth:；写 after: hold 表示沿用末值")

  fileprivate static func endsBeforeBase(_ path: ParameterPath, _ last: Int, base: Int) -> Self {
    Self(
      .seriesEndsEarly, "'\(path)' ends in \(last), before the base year \(base)",
      "'\(path)' 止于 \(last) 年，早于基准年 \(base)",
      help: Text(
        "give the base year a value; 'after: hold' keeps that of \(last)",
        "请给出基准年的数值；写 after: hold 表示沿用 \(last) 年的值"))
  }

  fileprivate static func driverEndsEarly(_ path: ParameterPath, _ last: Int, end: Int) -> Self {
    Self(
      .seriesEndsEarly, "'\(path)' ends in \(last), the run in \(end)",
      "'\(path)' 止于 \(last) 年，而情景至 \(end) 年", help: hold)
  }

  fileprivate static func seriesEndEarly(_ series: [EarlySeries], end: Int) -> Self {
    let list = series.map { "\($0.path) (\($0.last.year))" }
    let count = series.count
    let are = series.count == 1 ? "series ends" : "series end"
    var fault = Self(
      .seriesEndsEarly,
      "\(count) \(are) before \(end) and keep\(count == 1 ? "s its" : " their") last value: "
        + "\(list.joined(separator: ", "))",
      "\(count) 个序列在 \(end) 年之前结束，此后沿用末值：\(list.joined(separator: "、"))",
      help: Text(
        "write 'after: hold' beside the values, or once at the top of the file, if this is meant",
        "如属本意，请在该序列中写 after: hold，或在文件顶层写一次"))
    fault.severity = .warning
    return fault
  }

  fileprivate static func longAfter(_ path: ParameterPath, _ year: Int, end: Int) -> Self {
    var fault = Self(
      .yearOutOfRange, "'\(path)' is given for \(year), long after the run's end in \(end)",
      "'\(path)' 给出了 \(year) 年的数值，远晚于终止年 \(end)",
      help: Text("check the year", "请核对年份"))
    fault.severity = .warning
    return fault
  }

  fileprivate static func longBefore(_ path: ParameterPath, _ year: Int, base: Int) -> Self {
    var fault = Self(
      .yearOutOfRange,
      "'\(path)' is given for \(year), long before the base year \(base)",
      "'\(path)' 给出了 \(year) 年的数值，远早于基准年 \(base)",
      help: Text(
        "check the year; what lies long before belongs into a table or 'history:'",
        "请核对年份；久远的数值请放在表格或 history: 中"))
    fault.severity = .warning
    return fault
  }
}
