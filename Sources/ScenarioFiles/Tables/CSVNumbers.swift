import Diagnostics
import Tables

/// The year in a cell: four digits, or one of the other ways in which tables write it.
func readYear(_ cell: CSVTable.Cell, into diagnostics: inout DiagnosticCollection) -> Int? {
  if let year = WrittenYear(cell.text) { return year.year }
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
  if let value = cell.number { return value }
  diagnostics.add(
    cell.error(
      .malformedNumber,
      Text(
        "expected a number, found '\(excerpt(cell.text))'", "此处应为数值，实为 '\(excerpt(cell.text))'"),
      suggestion: cell.isMissingSign
        ? Text(
          "if it says that there is no value, leave the cell empty or remove the row; nothing is taken for zero",
          "若表示没有数值，请留空或删除该行；不会当作零") : numberHint(cell.text)))
  return nil
}

extension CSVTable.Cell {
  /// The number, if the cell holds one and nothing else.
  var number: Double? {
    guard !text.isEmpty, text.utf8.allSatisfy(isPartOfNumber), let value = Double(text),
      value.isFinite
    else { return nil }
    return value
  }

  /// Whether the cell holds a number that can be read.
  var isNumber: Bool { number != nil }

  /// Whether the cell holds a sign by which tables say that there is no value: `…`, `-`, `NE`, `n/a`.
  var isMissingSign: Bool { missingSigns.contains(text.lowercased()) }
}

private let missingSigns: Set<String> = [
  "…", "……", "...", "..", "......", ":", "-", "--", "---", "–", "—", "——", "−", "－", "/", "\\", ".",
  "na", "n/a", "n.a.", "n.a", "#n/a", "nan", "null", "none", "ne", "ie", "no", "nd", "n.d.", "c",
  "无",
  "缺", "缺失", "暂无", "不详", "无数据",
]

private func isPartOfNumber(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"),
    UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "E"):
    true
  default: false
  }
}

private func numberHint(_ text: String) -> Text? {
  let plain = plainWord(text).filter { !$0.isWhitespace }
  if let signed = signedNumber(plain) { return Text("write \(signed)", "请写 \(signed)") }
  if let hint = commaHint(plain) { return hint }
  let bare = plain.filter { $0 != "'" }
  let isParted = plain.contains("'") || text.contains(where: \.isWhitespace)
  if isParted, Double(bare)?.isFinite == true {
    return withoutSeparators(bare)
  }
  return WrittenNumber(text)?.cure ?? letterSlip(in: text)
}

private func withoutSeparators(_ bare: String) -> Text {
  Text("write \(bare), without thousands separators", "请写 \(bare)，不要千位分隔符")
}

/// A number below 0 that is not written with a hyphen: `(11)`, `−3`.
private func signedNumber(_ plain: String) -> String? {
  let minus: Set<Character> = ["−", "–", "—", "－"]
  var rest = plain[...]
  if rest.first == "(", rest.last == ")" {
    rest = rest.dropFirst().dropLast()
  } else if let first = rest.first, minus.contains(first) {
    rest = rest.dropFirst()
  } else {
    return nil
  }
  return rest.first?.isNumber == true && Double(rest)?.isFinite == true ? "-\(rest)" : nil
}

/// What a number with commas may be: a comma before other than three digits is a decimal one.
private func commaHint(_ plain: String) -> Text? {
  let parts = plain.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  guard parts.count > 1, Double(parts.joined()) != nil || plain.contains(".") else { return nil }
  let whole = parts.dropLast().joined()
  let last = parts[parts.count - 1]
  let isGrouped = parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
  if parts.count == 2, !last.contains(".") {
    let point = whole.filter { $0 != "." } + "." + last
    guard Double(point)?.isFinite == true else { return nil }
    if !isGrouped || whole.contains(".") {
      return Text("write \(point), with a decimal point", "请写 \(point)，小数点用半角句点")
    }
    return Text(
      "write \(whole)\(last) if the comma parts thousands, \(point) if it is a decimal comma",
      "若逗号为千位分隔符请写 \(whole)\(last)，若为小数点请写 \(point)")
  }
  let bare = parts.joined()
  guard isGrouped, Double(bare)?.isFinite == true else { return nil }
  return withoutSeparators(bare)
}

extension CSVTable.Cell {
  /// Something odd about the cell.
  func warning(
    _ code: DiagnosticCode, _ message: Text, suggestion: Text? = nil
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: code, message: message, at: location, length: length, suggestion: suggestion)
  }
}
