public import Diagnostics

/// Why a text is not a unit, and where in it.
public struct UnitError: Error, Hashable, Sendable {
  /// What is wrong.
  package let reason: Reason
  /// The number of characters before the fault.
  public let offset: Int
  /// The number of characters at fault, 0 when something is missing.
  public let length: Int

  /// Makes an error; see the properties of the same names.
  package init(reason: Reason, offset: Int, length: Int) {
    self.reason = reason
    self.offset = offset
    self.length = length
  }

  /// The kinds of fault.
  public enum Reason: Hashable, Sendable {
    /// There is no unit at all.
    case empty
    /// Not a unit that is known; `suggestion` is the nearest that is.
    case unknown(String, suggestion: String?)
    /// A unit that exists, but in other capital and small letters.
    case wrongCase(String, suggestion: String)
    /// A full-width character where its ASCII form is meant.
    case fullWidth(Character, write: Character)
    /// Nothing stands before or after an operator.
    case missingUnit(beside: String)
    /// Two units with only a space between them.
    case missingOperator(String, String)
    /// A power that is 0, or beyond 9.
    case badPower(String)
    /// A number in the unit that is not positive, or not a decimal number.
    case badNumber(String)
    /// Far beyond any unit in use.
    case outOfRange
    /// Coal equivalents of two kinds in one unit.
    case mixedCoalBases
  }
}

extension UnitError {
  /// One sentence for people: what was found.
  public var message: Text {
    switch reason {
    case .empty: Text("a unit is missing", "缺少单位")
    case .unknown(let name, _), .wrongCase(let name, _):
      Text("unknown unit '\(name)'", "未知的单位“\(name)”")
    case .fullWidth(let found, _):
      Text("'\(found)' is a full-width character", "“\(found)”是全角字符")
    case .missingUnit(let symbol):
      Text("a unit is missing beside '\(symbol)'", "“\(symbol)”旁缺少单位")
    case .missingOperator(let first, let second):
      Text("no sign between '\(first)' and '\(second)'", "“\(first)”与“\(second)”之间缺少运算符")
    case .badPower(let power):
      Text("'\(power)' is not a power of a unit", "“\(power)”不是有效的幂次")
    case .badNumber(let number):
      Text("'\(number)' is not a number a unit can hold", "“\(number)”不能作为单位中的数")
    case .outOfRange:
      Text("the unit is too large or too small", "单位过大或过小")
    case .mixedCoalBases:
      Text(
        "the unit mixes coal equivalents of different kinds", "单位中混用了不同口径的标准煤")
    }
  }

  /// One sentence for people: what to do about it.
  public var suggestion: Text? {
    switch reason {
    case .empty, .missingUnit: Text("write a unit, such as kWh/m2", "请写出单位，例如 kWh/m2")
    case .unknown(_, let name?): Text("did you mean '\(name)'?", "是否想写“\(name)”？")
    case .unknown(_, nil):
      Text(
        "units look like million people, yuan, million m2, Mt, TWh or %/yr",
        "单位形如 亿元、万人、万 m2、万吨标煤、亿千瓦时、%/yr")
    case .wrongCase(_, let name):
      Text(
        "did you mean '\(name)'? capital and small letters differ (M is mega, m is metre)",
        "是否想写“\(name)”？单位区分大小写（M 为兆，m 为米）")
    case .fullWidth(_, let ascii): Text("write '\(ascii)'", "请写半角“\(ascii)”")
    case .missingOperator(let first, let second):
      Text(
        "write '\(first)/\(second)' or '\(first)·\(second)'",
        "请写“\(first)/\(second)”或“\(first)·\(second)”")
    case .badPower: Text("write a whole power from -9 to 9, not 0", "请写 -9 到 9 之间的非零整数")
    case .badNumber: Text("write a positive number, such as 100km", "请写正数，例如 100km")
    case .outOfRange: nil
    case .mixedCoalBases:
      Text("use the calorific or the equivalent kind throughout", "请统一使用当量值或等价值")
    }
  }
}
