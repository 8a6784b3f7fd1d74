import Diagnostics
import Tables

/// What is odd about a table of observed values, and no fault.
extension CSVTable {
  /// Whether a column holds running numbers: under a name for them, or 1, 2, 3, … down the rows before
  /// the years.
  func isRunningNumber(_ column: Int, year: Int) -> Bool {
    if header[column].isNameOfRunningNumber { return true }
    // What spreadsheets and programs put in front has no heading and may begin with 0.
    let isIndex = header[column].text.isEmpty
    guard column < year || isIndex, rows.count > 2 else { return false }
    return (isIndex ? 0...1 : 1...1).contains { first in
      rows.enumerated().allSatisfy { $0.element[column].text == String($0.offset + first) }
    }
  }

  /// Whether a column holds codes: whole numbers under a name for them, or before the years, none of
  /// which stands in one row only.
  func isCode(_ column: Int, year: Int) -> Bool {
    let texts = rows.map { $0[column].text }.filter { !$0.isEmpty }
    let isWhole = texts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    if header[column].isNameOfCode { return isWhole || rows.allSatisfy { $0[column].isNumber } }
    guard column < year, rows.count > 3, isWhole else { return false }
    var counts: [String: Int] = [:]
    for text in texts { counts[text, default: 0] += 1 }
    return counts.values.allSatisfy { $0 > 1 }
  }
}

extension ObservedTable.Series {
  /// What is odd of emissions, the first of each kind: a value far from its neighbour, zeros beside
  /// positive values, and values below zero beside them.
  var oddities: [Diagnostic] {
    let sorted = points.sorted { $0.year < $1.year }
    let jump = zip(sorted, sorted.dropFirst()).first {
      ChangeBounds.common.areExceeded(from: $0.value, to: $1.value, years: $1.year - $0.year)
    }
    guard sorted.contains(where: { $0.value > 0 }) else { return [] }
    let zeros = sorted.filter { $0.value == 0 }
    let negative = sorted.first { $0.value < 0 }
    return [
      jump.map { warning(from: $0.0, to: $0.1) }, zeros.isEmpty ? nil : warning(ofZeros: zeros),
      negative.map(warning(ofNegative:)),
    ].compactMap(\.self)
  }

  private func warning(ofZeros zeros: [CSVTable.Point]) -> Diagnostic {
    let years = zeros.prefix(6).map { "\($0.year)" }.joined(separator: ", ")
    return Diagnostic(
      .warning, code: .zeroValue,
      message: Text(
        "'\(excerpt(name))' is 0 in \(years), beside values above 0: left out of the judgement",
        "'\(excerpt(name))' 在 \(years) 年为 0，而其他年份大于 0：不参与判断"),
      at: zeros[0].location, length: zeros[0].length,
      suggestion: Text(
        "leave the cell empty where there is no value", "没有数值时请将单元格留空"))
  }

  private func warning(ofNegative point: CSVTable.Point) -> Diagnostic {
    Diagnostic(
      .warning, code: .zeroValue,
      message: Text(
        "'\(excerpt(name))' is below 0 in \(point.year), beside values above 0",
        "'\(excerpt(name))' 在 \(point.year) 年小于 0，而其他年份大于 0"),
      at: point.location, length: point.length,
      suggestion: Text(
        "check the sign: one value decides the verdict; emissions net of sinks may be below 0",
        "请核对正负号：一个数值即可改变结论；扣除碳汇的净排放可以小于 0"))
  }

  /// The series without years that are not over; those are told.
  func observed(
    before thisYear: Int?, into diagnostics: inout DiagnosticCollection
  ) -> ObservedTable.Series {
    guard let thisYear else { return self }
    let later = points.filter { $0.year >= thisYear }.sorted { $0.year < $1.year }
    guard let first = later.first, let last = later.last else { return self }
    diagnostics.add(warning(of: first, to: last.year))
    return ObservedTable.Series(
      name: name, points: points.filter { $0.year < thisYear }, column: column, unit: unit,
      place: place, length: length)
  }

  private func warning(from first: CSVTable.Point, to second: CSVTable.Point) -> Diagnostic {
    let factor = max(first.value, second.value) / min(first.value, second.value)
    let from = shortNumber(first.value)
    let to = shortNumber(second.value)
    let times = shortNumber((factor * 10).rounded() / 10)
    return Diagnostic(
      .warning, code: .jump,
      message: Text(
        "'\(excerpt(name))' goes from \(from) in \(first.year) to \(to) in \(second.year): by a factor of \(times)",
        "'\(excerpt(name))' 由 \(first.year) 年的 \(from) 变为 \(second.year) 年的 \(to)，相差 \(times) 倍"),
      at: second.location, length: second.length,
      suggestion: Text(
        "check the number and its unit; one slip decides where the maximum is",
        "请核对数值与单位；一处笔误即可改变最大值所在年份"))
  }

  private func warning(of point: CSVTable.Point, to last: Int) -> Diagnostic {
    let years = point.year == last ? "\(last)" : "\(point.year)–\(last)"
    return Diagnostic(
      .warning, code: .yearOutOfRange,
      message: Text(
        "'\(excerpt(name))' has values for \(years), which nobody can have observed: they are left out",
        "'\(excerpt(name))' 含 \(years) 年的数值，尚不可能是全年观测值；未予采用"),
      at: point.yearLocation, length: 4,
      suggestion: Text(
        "a table of observations ends with the last full year; when a scenario peaks is told by 'carbonpeak run'",
        "观测表只写到最近一个完整年份；情景的达峰判断请用 carbonpeak run"))
  }
}

extension ObservedTable.Series {
  /// That the table states another unit for the series than a person does.
  func contradiction(of unit: String) -> Diagnostic? {
    guard let stated = self.unit else { return nil }
    let own = excerpt(stated)
    let given = excerpt(unit)
    let agrees = StatedUnit.agree(stated, unit)
    if agrees == true { return nil }
    return Diagnostic(
      agrees == nil ? .warning : .error, code: .unitConflict,
      message: agrees == nil
        ? Text(
          "the table calls the unit '\(own)', which cannot be compared with '\(given)'",
          "表格注明的单位为 '\(own)'，无法与 '\(given)' 比较")
        : Text(
          "the table states '\(own)', not '\(given)'", "表格注明的单位是 '\(own)'，不是 '\(given)'"),
      at: place, length: length,
      suggestion: Text(
        "leave the unit out or write '\(own)'; values are never converted",
        "请不写单位或写 '\(own)'；数值不作换算"))
  }
}

extension CSVTable.Cell {
  /// Whether the cell holds a number that is written for people: `8.2%`, `1,234`.
  var isDecoratedNumber: Bool {
    switch WrittenNumber(text) {
    case .separated, .percent: true
    case .marked, .measured, nil: false
    }
  }
}
