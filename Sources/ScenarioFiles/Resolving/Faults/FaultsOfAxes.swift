import CityModel
import Diagnostics

extension Fault {
  static func notAnAxis(_ text: String) -> Self {
    Self(
      .malformedNumber, "'\(excerpt(text))' is not PATH=VALUES", "'\(excerpt(text))' 不是 路径=取值",
      help: Text(
        "write steps as levers.electric-cars.level=0:1:0.25, a list as …=0,0.5,1, a range as …=0:1",
        "等步长写作 levers.electric-cars.level=0:1:0.25，列表写作 …=0,0.5,1，区间写作 …=0:1"))
  }

  static func mixedFactors(_ factor: Substring, _ last: Substring?) -> Self {
    let factor = String(factor)
    let value = String(last ?? "")
    return Self(
      .malformedNumber,
      "'\(excerpt(factor))' is a factor and '\(excerpt(value))' a value: one axis has either",
      "'\(excerpt(factor))' 为倍数，'\(excerpt(value))' 为数值，同一项不能混用",
      help: Text("write x behind all of them or none", "请全部加 x，或全部不加"))
  }

  static func leverHasNoFactor(_ path: ParameterPath) -> Self {
    Self(
      .wrongDimension, "'\(path)' is varied by its values, not by a factor",
      "'\(path)' 只能直接取值，不能用倍数", help: Text("remove 'x'", "请删除 'x'"))
  }

  static func severalUnits(_ numbers: [WrittenQuantity]) -> Self {
    Self(
      .wrongDimension, "the values of an axis are not all in one unit", "同一轴的取值单位不一致",
      help: Text("write the unit once, at the end", "单位只在末尾写一次"))
  }

  static func valueTwice(_ number: WrittenQuantity) -> Self {
    Self(
      .duplicateKey, "'\(number.description)' stands twice in the list",
      "'\(number.description)' 在列表中出现两次")
  }

  static func leadsNowhere(_ numbers: [WrittenQuantity]) -> Self {
    let texts = numbers.map(\.description)
    return Self(
      .outOfBounds, "steps of \(texts[2]) do not lead from \(texts[0]) to \(texts[1])",
      "以 \(texts[2]) 为步长不能从 \(texts[0]) 走到 \(texts[1])",
      help: Text(
        "write start:end:step, at most \(WrittenAxis.mostValues) values",
        "请写 起点:终点:步长，最多 \(WrittenAxis.mostValues) 个值"))
  }

  static func rangeIsEmpty(_ numbers: [WrittenQuantity]) -> Self {
    Self(
      .outOfBounds, "the range ends at \(numbers[1].description), which is not above its start",
      "区间终点 \(numbers[1].description) 不大于起点")
  }
}
