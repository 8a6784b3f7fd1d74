import CityModel
import Diagnostics
import Quantities

// MARK: - Years

extension Fault {
  static func notAYear(_ text: String, for key: String) -> Self {
    Self(
      .wrongType, "expected a year for '\(excerpt(key))', found '\(excerpt(text))'",
      "'\(excerpt(key))' 应为年份，实为 '\(excerpt(text))'", help: letterSlip(in: text))
  }

  static func yearOutOfRange(_ year: Int, allowed: ClosedRange<Int>) -> Self {
    let range = "\(allowed.lowerBound)–\(allowed.upperBound)"
    return Self(
      .yearOutOfRange, "the year \(year) lies outside \(range)", "年份 \(year) 不在 \(range) 之内")
  }

  static func endBeforeBase(base: Int, end: Int) -> Self {
    Self(
      .decreasingYears, "the end year \(end) comes before the base year \(base)",
      "终止年 \(end) 早于基准年 \(base)")
  }

  static func endBeforeStart(from: Double, by: Double) -> Self {
    let from = shortNumber(from)
    let by = shortNumber(by)
    return Self(
      .decreasingYears, "'by' (\(by)) comes before 'from' (\(from))",
      "'by'（\(by)）早于 'from'（\(from)）")
  }

  static func tooManyYears(_ count: Int) -> Self {
    Self(
      .yearOutOfRange, "the run has \(count) years, at most 200 are computed",
      "共 \(count) 年，最多计算 200 年")
  }

  static func decreasingYears(_ year: Int, after last: Int) -> Self {
    Self(
      .decreasingYears, "the year \(year) comes after \(last)", "年份 \(year) 排在 \(last) 之后",
      help: Text("write each year once, in increasing order", "年份应由小到大排列，且不重复"))
  }

  static func notAPeriod(_ text: String) -> Self {
    Self(
      .unknownKey, "expected a period such as 2021-2060, found '\(excerpt(text))'",
      "应为时段，例如 2021-2060，实为 '\(excerpt(text))'")
  }
}

// MARK: - Numbers and units

extension Fault {
  static func malformed(_ error: QuantityError) -> Self {
    Self(
      error.isOfUnit ? .unknownUnit : .malformedNumber, error.message, help: error.suggestion)
  }

  static func badUnit(_ error: UnitError) -> Self {
    Self(.unknownUnit, error.message, help: error.suggestion)
  }

  static func wrongDimension(_ unit: Unit, expected: [Text], example: Text?) -> Self {
    let name = unit.dimension.name
    let isMultiplier = unit.dimension == .none && unit.factor >= 1000
    let help = example.map {
      Text(
        "'\(unit.symbol)' is only a number; write what it counts, as in \($0)",
        "'\(unit.symbol)' 只是数；请写明所计之物，例如 \($0)")
    }
    return Self(
      .wrongDimension,
      "expected \(expected.joined(", or ", "，或")), "
        + "found '\(unit.symbol)' (\(name))",
      "应为\(expected.joined(", or ", "，或"))，实为 '\(unit.symbol)'（\(name)）",
      help: isMultiplier ? help : nil)
  }

  /// The city's whole where the part of a driver is expected.
  static func wholeForPart(_ unit: Unit, expected: [Text]) -> Self {
    var fault = wrongDimension(unit, expected: expected, example: nil)
    fault.suggestion = Text(
      "to give the city's total write 'driver: ~' beside it, and all years of the series",
      "若填全市总量，请在同一处写 'driver: ~'，并写全该序列的各年份")
    return fault
  }

  /// Numbers of two files that cannot be one series.
  static func mixedFiles(_ own: WrittenQuantity, _ other: WrittenQuantity) -> Self {
    let file = other.span.location.path
    let this = own.description
    let that = other.description
    return Self(
      .wrongDimension,
      "'\(this)' cannot stand in one series with '\(that)' of '\(file)'",
      "'\(this)' 不能与 '\(file)' 中的 '\(that)' 合为一个序列",
      help: Text(
        "write all years of the series in this unit, and take the other file's years out with '2035: ~'; or use the unit of that file",
        "请以此单位写全该序列的各年份，并用 '2035: ~' 去掉另一文件的年份；或采用该文件的单位"))
  }

  static func emptyList(_ key: String, among words: [String]) -> Self {
    Self(
      .emptyValue, "the list of '\(key)' is empty", "'\(key)' 的列表为空",
      help: Text(
        "name at least one of: \(words.joined(separator: ", "))",
        "至少写一项：\(words.joined(separator: "、"))"))
  }

  static func unitLeftOut(_ bare: WrittenQuantity, beside other: WrittenQuantity) -> Self {
    let meant = other.written(bare.value)
    return Self(
      .missingUnit, "'\(bare.description)' has no unit, unlike the other numbers of the series",
      "'\(bare.description)' 没有单位，而同一序列的其他数有", help: Text("write \(meant)", "请写 \(meant)"))
  }

  static func missingUnit(_ number: String, expected: [Text]) -> Self {
    Self(
      .missingUnit,
      "'\(number)' has no unit; expected \(expected.joined(", or ", "，或"))",
      "'\(number)' 没有单位；应为\(expected.joined(", or ", "，或"))")
  }

  static func unitConflict(_ given: String, stated: String, in file: String) -> Self {
    Self(
      .unitConflict,
      "'\(file)' states '\(excerpt(stated))' for this column, not '\(excerpt(given))'",
      "'\(file)' 注明该列单位为 '\(excerpt(stated))'，不是 '\(excerpt(given))'",
      help: Text(
        "write the unit of the table: the numbers are read in it", "请写表格所注的单位，数值按该单位读取"))
  }

  static func ambiguousCoalUnit(_ symbol: String) -> Self {
    Self(
      .ambiguousUnit, "'\(symbol)' does not say how it counts electricity",
      "'\(symbol)' 未注明电力的折算口径",
      help: Text(
        "write tce(calorific), 0.1229 kgce/kWh, or tce(equivalent), 0.30 kgce/kWh",
        "请写 tce(calorific)（当量值，0.1229 kgce/kWh）或 tce(equivalent)（等价值，0.30 kgce/kWh）"))
  }

  static func equivalentCoalUnit(_ symbol: String) -> Self {
    Self(
      .ambiguousUnit, "'\(symbol)' is for electricity only", "'\(symbol)' 只用于电力",
      help: Text("write tce, 29.3076 GJ", "请写 tce（29.3076 GJ）"))
  }

  static func outOfBounds(
    _ path: ParameterPath, value: String, year: Int?, bounds: Text, hint: Text?
  ) -> Self {
    let english = year.map { " in \($0)" } ?? ""
    let chinese = year.map { "在 \($0) 年" } ?? ""
    return Self(
      .outOfBounds, "'\(path)' is \(value)\(english); it must lie \(bounds)",
      "'\(path)' \(chinese)为 \(value)，应在 \(bounds)", help: hint)
  }

  /// A plain number where a percentage must be meant: `20` would be 2000 %.
  static func percentForgotten(_ value: Double) -> Self {
    let number = shortNumber(value)
    let percent = shortNumber(100 * value)
    let isClear = abs(value) >= 2
    return Self(
      .outOfBounds, "\(number) without a '%' is \(percent)%", "\(number) 没有写 '%'，即 \(percent)%",
      help: isClear
        ? Text("write \(number)%", "请写 \(number)%")
        : Text("write \(number)% or \(percent)%", "请写 \(number)% 或 \(percent)%"))
  }

  static func steepGrowth(_ quantity: WrittenQuantity) -> Self {
    var fault = Self(
      .steepGrowth, "a growth of \(quantity.description) a year is more than 40%",
      "年增长率 \(quantity.description) 超过 40%",
      help: Text("check the rate; growth is per year", "请核对：增长率按年计"))
    fault.severity = .warning
    return fault
  }
}

// MARK: - Series

extension Fault {
  static func badSeries(_ error: SeriesError) -> Self {
    let code: DiagnosticCode =
      switch error {
      case .startsLate: .seriesStartsLate
      case .yearsNotIncreasing, .rampEndsBeforeStart: .decreasingYears
      case .noPoints: .missingKey
      case .notFinite, .shrinksBelowZero: .outOfBounds
      case .invalidAdoption, .solver: .badCurve
      }
    return Self(code, error.message, help: error.suggestion)
  }

  static func noPoints(_ name: String) -> Self {
    Self(
      .missingKey, "'\(excerpt(name))' has no value", "'\(excerpt(name))' 没有任何数值",
      help: Text("write years with values, such as 2020: 5%", "请写年份和数值，例如 2020: 5%"))
  }

  static func noPeriods(_ name: String) -> Self {
    Self(
      .missingKey, "'\(excerpt(name))' has no value", "'\(excerpt(name))' 没有任何数值",
      help: Text(
        "write periods with values, such as 2021-2030: 100 Mt",
        "请写时段和数值，例如 2021-2030: 100 Mt"))
  }

  /// A point of one file after the first years of another's growth.
  static func heldGrowth(_ name: String, from first: Int, until last: Int) -> Self {
    var fault = Self(
      .conflictingKeys,
      "growth of '\(excerpt(name))' is given from \(first), but acts only after the last point, \(last); the years between are on a straight line",
      "'\(excerpt(name))' 的增长率从 \(first) 年给出，但只在最后一个数据点 \(last) 年之后起作用；其间各年按直线取值",
      help: Text(
        "to keep the growth change its rates, or give points for all years it had",
        "若要保留增长，请修改增长率，或逐年给出数据点"))
    fault.severity = .warning
    return fault
  }

  static func notOneNumber(_ path: ParameterPath, _ time: ParameterDeclaration.Time) -> Self {
    Self(
      .notYearly, "'\(path)' \(time.reason), found a series",
      "'\(path)' \(time.reason)，实为序列",
      help: Text("write one number", "请只写一个数"))
  }

  static func notObserved(_ key: String) -> Self {
    Self(
      .wrongType, "'history.\(key)' holds observed years and nothing else",
      "'history.\(key)' 只能是逐年观测值",
      help: Text("write years with values, or csv and column", "请写年份和数值，或 csv 与 column"))
  }
}

// MARK: - Shares

extension Fault {
  static func sharesDoNotSum(_ path: ParameterPath, sum: String, year: Int) -> Self {
    Self(
      .sharesDoNotSum, "shares of \(path) sum to \(sum) in \(year)",
      "\(path) 的份额在 \(year) 年之和为 \(sum)",
      help: Text(
        "they must sum to 1; one share may be written 'rest'", "份额之和应为 1；其中一项可写 'rest'"))
  }

  static func nothingLeft(_ path: ParameterPath, sum: String, year: Int) -> Self {
    Self(
      .sharesDoNotSum,
      "nothing is left for 'rest': the other shares of \(path) sum to \(sum) in \(year)",
      "'rest' 没有余量：\(path) 的其他份额在 \(year) 年之和为 \(sum)")
  }

  static func shareForgotten(_ key: String, in path: ParameterPath) -> Self {
    Self(
      .missingKey, "missing '\(key)' in '\(path)', which is one of several",
      "'\(path)' 缺少 '\(key)'：此处不止一项",
      help: Text("write its share, or 'rest' for what the others leave", "请写份额，或写 'rest' 表示其余部分"))
  }

  static func severalRests(_ path: ParameterPath) -> Self {
    Self(
      .conflictingKeys, "only one share of \(path) can be 'rest'", "\(path) 中只能有一项为 'rest'")
  }
}

extension QuantityError {
  /// Whether the number is fine and the unit is not.
  fileprivate var isOfUnit: Bool { if case .unit = reason { true } else { false } }
}

extension ParameterDeclaration {
  /// Meaning and units, for messages.
  var described: Text {
    let units = readings.map(\.unit).filter { $0 != "1" }
    guard !units.isEmpty, !readings.contains(where: { $0.basis == .any }) else {
      return meaning
    }
    let examples = units.map { Unit.example(for: $0) }
    let list = examples.joined(", ", ", ")
    return Text("\(meaning) [\(list)]", "\(meaning) [\(list)]")
  }
}

extension ParameterDeclaration.Time {
  /// Why a parameter has no series.
  var reason: Text {
    switch self {
    case .yearly: Text("has a value for each year", "逐年取值")
    case .constant: Text("holds for the whole run", "在整个时期内不变")
    case .baseYear: Text("describes the base year", "描述基准年")
    }
  }
}
