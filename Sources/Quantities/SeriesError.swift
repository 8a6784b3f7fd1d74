public import Diagnostics
public import Solvers

/// Why a series cannot be built from what was given.
public enum SeriesError: Error, Equatable, Sendable {
  /// There are no points.
  case noPoints
  /// A year is not after the one before it.
  case yearsNotIncreasing(previous: Int, year: Int)
  /// A value is NaN or infinite, or grows to an infinity.
  case notFinite(year: Int)
  /// Nothing is known of the years before the first point.
  case startsLate(needed: Int, firstPoint: Int)
  /// A growth rate below −100 %.
  case shrinksBelowZero(year: Int, rate: Double)
  /// A ramp that is complete before it starts.
  case rampEndsBeforeStart(start: Int, by: Int)
  /// An adoption parameter out of its range.
  case invalidAdoption(parameter: String, value: Double)
  /// The numerical method failed.
  case solver(SolverError)
}

extension SeriesError {
  /// One sentence for people: what was found.
  public var message: Text {
    switch self {
    case .noPoints: Text("the series has no points", "序列没有任何数据点")
    case .yearsNotIncreasing(let previous, let year):
      Text("year \(year) comes after \(previous)", "年份 \(year) 排在 \(previous) 之后")
    case .notFinite(let year):
      Text("the value of \(year) is not a finite number", "\(year) 年的数值不是有限数")
    case .startsLate(let needed, let first):
      Text(
        "the series starts in \(first), but values are needed from \(needed) on",
        "序列始于 \(first) 年，但自 \(needed) 年起即需要数值")
    case .shrinksBelowZero(let year, let rate):
      Text(
        "growth of \(rate) in \(year) is below -100%", "\(year) 年增长率 \(rate) 低于 -100%")
    case .rampEndsBeforeStart(let start, let by):
      Text("the ramp ends in \(by), before its start in \(start)", "变化止于 \(by) 年，早于起始年 \(start)")
    case .invalidAdoption(let parameter, let value):
      Text("adoption cannot have \(parameter) = \(value)", "扩散曲线参数 \(parameter) 不能为 \(value)")
    case .solver(let error):
      Text(english: "the curve could not be computed: \(error)", chinese: "曲线无法计算：\(error)")
    }
  }

  /// One sentence for people: what to do about it.
  public var suggestion: Text? {
    switch self {
    case .noPoints: Text("give at least one year and value", "请至少给出一个年份和数值")
    case .yearsNotIncreasing:
      Text("list each year once, earliest first", "每个年份只写一次，由早到晚排列")
    case .startsLate(let needed, _):
      Text(
        "add the year \(needed), or say 'before: hold' or 'before: 0'",
        "请补充 \(needed) 年的数值，或写明 before: hold 或 before: 0")
    case .shrinksBelowZero: Text("write a rate of -100% or more", "请写不低于 -100% 的增长率")
    case .rampEndsBeforeStart: Text("let 'by' be no earlier than the start", "by 不应早于起始年")
    case .invalidAdoption:
      Text(
        "p, q and the start are not negative, the potential is above 0",
        "p、q 和初值不为负，潜力须大于 0")
    case .notFinite, .solver: nil
    }
  }
}
