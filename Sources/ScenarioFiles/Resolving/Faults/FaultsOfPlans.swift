import CityModel
import Diagnostics

// MARK: - Sectors

extension Fault {
  static let noBalancingImport = Self(
    .missingKey, "every import of electricity gives its energy; one must be left to balance",
    "每项外来电都给出了电量；须留一项用于平衡",
    help: Text("leave 'energy' out of one import", "请在其中一项不写 'energy'"))

  static func severalBalancingImports(_ ids: [String]) -> Self {
    let list = ids.map { "'\($0)'" }
    return Self(
      .conflictingKeys,
      "\(list.joined(separator: ", ")) are without 'energy'; only one can balance",
      "\(list.joined(separator: "、")) 都没有 'energy'；只能有一项用于平衡",
      help: Text("give the energy of the others", "请给出其他各项的电量"))
  }

  static func carrierLoop(_ path: ParameterPath, carrier: String) -> Self {
    Self(
      .carrierLoop, "'\(path)' cannot run on '\(carrier)', which comes after it or is its product",
      "'\(path)' 不能使用 '\(carrier)'：它是其产物或在其之后计算")
  }

  static func ownUse(_ path: ParameterPath, percent: String, year: Int) -> Self {
    Self(
      .outOfBounds,
      "capture in '\(path)' would need \(percent)% of the plant's electricity in \(year); at most 90% is meant",
      "'\(path)' 的碳捕集在 \(year) 年将消耗其发电量的 \(percent)%，应低于 90%")
  }
}

// MARK: - Levers

extension Fault {
  static let noMoves = Self(
    .missingKey, "the lever moves no parameter", "措施没有作用于任何参数",
    help: Text(
      "write 'path: {to: …}' or 'path: {change: …}'", "请写 'path: {to: …}' 或 'path: {change: …}'"))

  static func leverStartsEarly(_ from: Double, base: Int) -> Self {
    Self(
      .yearOutOfRange, "the lever starts in \(shortNumber(from)), before the base year \(base)",
      "措施始于 \(shortNumber(from)) 年，早于基准年 \(base)",
      help: Text("the base year is what it was; start in it or later", "基准年为既成事实；请从基准年或之后开始"))
  }

  static func nothingMatches(_ pattern: String) -> Self {
    Self(
      .unknownParameter, "no parameter fits '\(excerpt(pattern, limit: 120))'",
      "没有参数与 '\(excerpt(pattern, limit: 120))' 相符",
      help: Text("each * stands for exactly one part of a path", "每个 * 代表路径中的恰好一段"))
  }

  static func movesConstant(_ path: ParameterPath, _ time: ParameterDeclaration.Time) -> Self {
    Self(
      .notYearly, "a lever cannot move '\(path)', which \(time.reason)",
      "措施不能改变 '\(path)'：该参数\(time.reason)")
  }

  static func changesTooMuch(_ percent: String, year: Int) -> Self {
    Self(
      .outOfBounds, "a change of \(percent)% in \(year) leaves nothing or less",
      "\(year) 年变化 \(percent)%，所余为零或为负",
      help: Text("to set a value to zero write 'to: 0' with its unit", "若要设为零，请写 'to: 0' 并带单位"))
  }

  static func neverFull(_ by: Double, end: Int, reached: Double) -> Self {
    let percent = shortNumber((1000 * reached).rounded() / 10)
    var fault = Self(
      .leverNeverFull,
      "the lever is full in \(shortNumber(by)), after the run ends: in \(end) it is at \(percent)% of its level",
      "措施到 \(shortNumber(by)) 年才完全到位，晚于终止年：\(end) 年只达到其力度的 \(percent)%")
    fault.severity = .warning
    return fault
  }

  static func missingCompletion(of id: String) -> Self {
    Self(
      .missingKey, "missing 'by' in '\(excerpt(id))'", "'\(excerpt(id))' 中缺少 'by'",
      help: Text(
        "write the year in which the lever is full, such as 'by: 2035', or 'shape: step'",
        "请写措施完全到位的年份，例如 'by: 2035'，或写 'shape: step'"))
  }

  static func leverMovesNothing(_ id: String) -> Self {
    var fault = Self(
      .leverMovesNothing, "the lever '\(id)' moves nothing in any year", "措施 '\(id)' 在任何年份都不起作用")
    fault.severity = .warning
    return fault
  }
}

// MARK: - Targets and overrides

extension Fault {
  static func notADecrease(percent: Double) -> Self {
    let number = shortNumber((1e9 * percent).rounded() / 1e9)
    return Self(
      .outOfBounds, "an intensity target is a change, and +\(number)% is an increase",
      "强度目标是变化率，+\(number)% 表示上升", help: Text("write -\(number)%", "请写 -\(number)%"))
  }

  static func unknownReferenceYear(_ year: Int, needed: String) -> Self {
    Self(
      .yearOutOfRange,
      "the year \(year) is neither in the run nor in both '\(needed)' and 'history.gdp'",
      "年份 \(year) 既不在计算期内，也不同时见于 '\(needed)' 和 'history.gdp'")
  }

  static func unlikeAccounts(
    _ account: EmissionTotal, _ observed: EmissionTotal, year: Int
  ) -> Self {
    Self(
      .unlikeAccounts,
      "the target is of \(account.emissions), 'history.emissions' of \(year) of \(observed.emissions)",
      "目标按\(account.emissions)，\(year) 年的 'history.emissions' 为\(observed.emissions)",
      help: Text(
        "write 'account: \(observed.rawValue)' in the target, or observe \(account.emissions) and say 'account: \(account.rawValue)' in 'history.emissions'",
        "在目标中写 'account: \(observed.rawValue)'，或给出\(account.emissions)的观测值并在 'history.emissions' 中写 'account: \(account.rawValue)'"
      ))
  }

  static var inventoryBeyondRun: Self {
    Self(
      .unlikeAccounts,
      "the inventory counts scope 2, and the run does not: nothing of it can be held against the inventory",
      "清单含范围二，而本情景不计范围二，两者无法对照",
      help: Text(
        "write 'accounting: {scopes: [1, 2]}', or observe scope 1 alone",
        "写 'accounting: {scopes: [1, 2]}'，或只给出范围一的观测值"))
  }

  static func excludedSector(_ sector: String) -> Self {
    Self(
      .unlikeAccounts,
      "'history.emissions' leaves out '\(sector)', and 'history.sectors' observes it",
      "'history.emissions' 不含 '\(sector)'，而 'history.sectors' 给出了其观测值",
      help: Text("remove one of the two", "请删去其中之一"))
  }

  static func targetNeedsShares(of imports: [String]) -> Self {
    let list = imports.map { "'\($0)'" }
    return Self(
      .missingKey,
      "the target needs 'non-fossil-share' of every import; missing in \(list.joined(separator: ", "))",
      "该目标需要每项外来电的 'non-fossil-share'；缺少：\(list.joined(separator: "、"))")
  }

  static func notAnAssignment(_ text: String) -> Self {
    Self(
      .wrongType, "expected path=value, found '\(excerpt(text))'",
      "应为 path=value，实为 '\(excerpt(text))'")
  }

  static func emptyAssignment(_ text: String) -> Self {
    Self(
      .wrongType, "'\(excerpt(text))' lacks a value and would change nothing",
      "'\(excerpt(text))' 缺少值，不会改变任何内容",
      help: Text(
        "write path=value; what follows a '#' is a comment, and '~' as the value removes what the files say",
        "请写 路径=值；# 之后是注释，值写 ~ 表示删除文件中的内容"))
  }
}

extension Fault {
  /// One number for all years where there was a series.
  static func flattensSeries(_ path: ParameterPath) -> Fault {
    var fault = Fault(
      .flattensSeries,
      "one number replaces the series '\(path)' and holds in all years",
      "一个数替代了序列 '\(path)'，各年取同一数值",
      help: Text(
        "to change it by a part write a factor or a series, as {2020: …, 2030: …}",
        "若要按比例改变，请写倍数或逐年序列，如 {2020: …, 2030: …}"))
    fault.severity = .warning
    return fault
  }
}
