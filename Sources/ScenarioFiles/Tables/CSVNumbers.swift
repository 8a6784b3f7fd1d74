import Diagnostics

/// The year in a cell: four digits and nothing else.
func readYear(_ cell: CSVTable.Cell, into diagnostics: inout DiagnosticCollection) -> Int? {
  if cell.text.utf8.count == 4, cell.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
    return Int(cell.text)
  }
  let digits = plainWord(cell.text).filter { $0.isASCII && $0.isNumber }
  diagnostics.add(
    cell.error(
      .csvBadYear,
      cell.text.isEmpty
        ? Text("expected a year, found an empty cell", "此处应为年份，实为空单元格")
        : Text(
          "expected a year, found '\(excerpt(cell.text))'", "此处应为年份，实为 '\(excerpt(cell.text))'"),
      suggestion: digits.count == 4 ? Text("write \(digits)", "请写 \(digits)") : nil))
  return nil
}

/// The number in a cell: decimal digits with `.` and an exponent, nothing else.
///
/// What `Double` would read beyond that (`nan`, `inf`, `0x1p3`) is refused.
func readNumber(_ cell: CSVTable.Cell, into diagnostics: inout DiagnosticCollection) -> Double? {
  guard !cell.text.isEmpty else {
    diagnostics.add(
      cell.error(
        .csvEmptyCell, Text("expected a number, found an empty cell", "此处应为数值，实为空单元格"),
        suggestion: Text(
          "remove the row if there is no value; nothing is taken for zero",
          "若没有数值请删除该行；空单元格不会当作零")))
    return nil
  }
  if cell.text.utf8.allSatisfy(isPartOfNumber), let value = Double(cell.text), value.isFinite {
    return value
  }
  diagnostics.add(
    cell.error(
      .malformedNumber,
      Text(
        "expected a number, found '\(excerpt(cell.text))'", "此处应为数值，实为 '\(excerpt(cell.text))'"),
      suggestion: numberHint(cell.text)))
  return nil
}

private func isPartOfNumber(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"),
    UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "E"):
    true
  default: false
  }
}

private func numberHint(_ text: String) -> Text? {
  let separators: Set<Character> = [",", " ", "'"]
  let plain = plainWord(text)
  let bare = plain.filter { !separators.contains($0) }
  if bare != plain, Double(bare) != nil {
    return Text("write \(bare), without thousands separators", "请写 \(bare)，不要千位分隔符")
  }
  if let slip = letterSlip(in: text) { return slip }
  if text.last == "%" { return Text("write '%' as the unit in the scenario", "请在情景文件中把单位写为 %") }
  return nil
}
