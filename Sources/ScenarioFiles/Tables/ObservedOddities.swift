import Diagnostics

/// What is odd about a table of observed values, and no fault.
extension CSVTable {
  /// Whether a column holds running numbers: under a name for them, or 1, 2, 3, … down the rows before
  /// the years.
  func isRunningNumber(_ column: Int, year: Int) -> Bool {
    if header[column].isNameOfRunningNumber { return true }
    return column < year && rows.count > 2
      && rows.enumerated().allSatisfy { $0.element[column].text == String($0.offset + 1) }
  }

  /// The columns that hold numbers, but none that can be read.
  var decoratedColumns: [Int] {
    header.indices.filter { column in
      rows.contains { $0[column].isDecoratedNumber } && !rows.contains { $0[column].isNumber }
    }
  }

  /// That a column is not read.
  func leftOut(
    _ column: Int, _ english: String, _ chinese: String, _ options: [String]
  ) -> Diagnostic {
    let name = excerpt(header[column].text)
    return header[column].warning(
      .csvUnknownColumn,
      Text("column '\(name)' \(english) and is not judged", "列 '\(name)' \(chinese)，未作判断"),
      suggestion: options.contains("--value")
        ? Text("name it with --value if it is a series", "如需判断请用 --value 指定该列") : nil)
  }
}

extension ObservedTable.Series {
  /// That a value is far from its neighbour, the first such.
  var jump: Diagnostic? {
    let sorted = points.sorted { $0.year < $1.year }
    return zip(sorted, sorted.dropFirst()).first {
      Pace.common.isExceeded(from: $0.value, to: $1.value, years: $1.year - $0.year)
    }.map { warning(from: $0.0, to: $0.1) }
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
      name: name, points: points.filter { $0.year < thisYear }, quantity: quantity)
  }

  private func warning(from first: CSVTable.Point, to second: CSVTable.Point) -> Diagnostic {
    let factor = max(first.value, second.value) / min(first.value, second.value)
    let (from, to) = (shortNumber(first.value), shortNumber(second.value))
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

extension CSVTable.Cell {
  /// Whether the cell holds a number that can be read.
  var isNumber: Bool {
    var ignored = DiagnosticCollection()
    return readNumber(self, into: &ignored) != nil
  }

  /// Whether the cell holds a number that is written for people: `8.2%`, `1,234`.
  fileprivate var isDecoratedNumber: Bool {
    let bare = text.filter { !"%％‰, ，'".contains($0) }
    return bare != text && Double(bare)?.isFinite == true
  }

  /// Whether a column under this name is known to hold running numbers.
  fileprivate var isNameOfRunningNumber: Bool {
    ["序号", "编号", "行号", "id", "no", "no.", "nr", "nr.", "#", "index", "number", "row"]
      .contains(text.lowercased())
  }

  /// Something odd about the cell.
  fileprivate func warning(
    _ code: DiagnosticCode, _ message: Text, suggestion: Text? = nil
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: code, message: message, at: location, length: length, suggestion: suggestion)
  }
}
