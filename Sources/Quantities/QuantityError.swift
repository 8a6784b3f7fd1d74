public import Diagnostics

/// Why a text is not a number with a unit, and where in it.
public struct QuantityError: Error, Hashable, Sendable {
  /// What is wrong.
  public let reason: Reason
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
    /// There is no text.
    case empty
    /// The text does not start with a number.
    case notANumber(String)
    /// NaN or an infinity.
    case notFinite(String)
    /// A number in another base, such as `0x10`.
    case notDecimal(String)
    /// A character that looks like the ASCII one meant.
    case lookalike(Character, write: Character)
    /// A quotation mark before the number.
    case quoted(Character)
    /// A numeral that is no digit, such as ½.
    case notADigit(Character)
    /// A comma, space or the like inside a number; `write` is what was probably meant.
    case separator(String, write: String?)
    /// A point with no digits after it, or a second one.
    case badPoint(String)
    /// Too large, or too close to zero, to be held.
    case outOfRange(String)
    /// The number is fine, the unit is not.
    case unit(UnitError)
  }
}

extension QuantityError {
  /// One sentence for people: what was found.
  public var message: Text {
    switch reason {
    case .empty: Text("a number is missing", "缺少数值")
    case .notANumber(let text): Text("'\(text)' is not a number", "“\(text)”不是数值")
    case .notFinite(let text): Text("'\(text)' is not a finite number", "“\(text)”不是有限数")
    case .notDecimal(let text):
      Text("'\(text)' is not a decimal number", "“\(text)”不是十进制数")
    case .lookalike(let found, let meant):
      Text("'\(found)' stands where '\(meant)' is meant", "此处应为“\(meant)”，实为“\(found)”")
    case .quoted(let found):
      Text("'\(found)' stands before the number", "数值前有引号“\(found)”")
    case .notADigit(let found): Text("'\(found)' is not a digit", "“\(found)”不是数字 0–9")
    case .separator(let text, _):
      Text("'\(text)' can be read in two ways", "“\(text)”有歧义：数中不能有逗号或空格")
    case .badPoint(let text):
      Text("'\(text)' has a point that ends no number", "“\(text)”中的小数点有误")
    case .outOfRange(let text):
      Text("'\(text)' is too large or too small", "“\(text)”超出可表示的范围")
    case .unit(let error): error.message
    }
  }

  /// One sentence for people: what to do about it.
  public var suggestion: Text? {
    switch reason {
    case .empty, .notANumber, .notFinite:
      Text("write a number and a unit, such as 32 m2/person", "请写数值和单位，例如 1763 万人")
    case .notDecimal, .outOfRange: Text("write a number such as 1.5e3", "请写 1.5e3 这样的数")
    case .lookalike(_, let meant): Text("write '\(meant)'", "请写半角“\(meant)”")
    case .quoted: Text("write the number without quotes", "数值不要加引号")
    case .notADigit, .badPoint: Text("write a number such as 0.5", "请写 0.5 这样的数")
    case .separator(_, let meant?): Text("write \(meant)", "请写 \(meant)")
    case .separator(_, nil):
      Text("write only digits and one decimal point", "只写数字和一个小数点")
    case .unit(let error): error.suggestion
    }
  }
}
