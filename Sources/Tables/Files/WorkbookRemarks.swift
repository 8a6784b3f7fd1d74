import Diagnostics

/// What is told of the cells of a sheet, once for each kind.
struct WorkbookRemarks {
  private let grid: Grid
  private let hiddenRows: [Int]

  init(_ grid: Grid, hiddenRows: [Int]) {
    self.grid = grid
    self.hiddenRows = hiddenRows
  }

  /// Tells formulas and hidden rows; a sheet that is hidden itself is told elsewhere.
  func tell(into diagnostics: inout DiagnosticCollection) {
    guard !grid.isHidden else { return }
    tellFormulas(into: &diagnostics)
    guard let first = hiddenRows.first else { return }
    let count = hiddenRows.count
    diagnostics.add(
      remark(
        .hiddenCells,
        Text(
          "\(count) row\(count == 1 ? " is" : "s are") hidden, the first is row \(first): they are read like others",
          "有 \(count) 行被隐藏，首个为第 \(first) 行：与其他行一样读取"), at: grid.wholeSpan))
  }

  private func tellFormulas(into diagnostics: inout DiagnosticCollection) {
    var count = 0
    var first: (row: Int, column: Int)?
    for (place, row) in grid.rows.enumerated() {
      for cell in row.cells where cell.isFormula && cell.kind != .uncomputed {
        count += 1
        first = first ?? (place, Int(cell.column))
      }
    }
    guard let first else { return }
    let span = grid.span(first.row, first.column)
    diagnostics.add(
      remark(
        .formulaValue,
        Text(
          "\(count) cell\(count == 1 ? " is a formula: its stored value is" : "s are formulas: their stored values are") taken",
          "有 \(count) 个公式单元格，按其存储的结果读取"), at: span))
  }

  private func remark(_ code: DiagnosticCode, _ message: Text, at span: Span) -> Diagnostic {
    Diagnostic(.warning, code: code, message: message, at: span)
  }

  /// Names the sheets that are hidden.
  static func tellHidden(
    _ names: [String], _ path: String, _ diagnostics: inout DiagnosticCollection
  ) {
    guard !names.isEmpty else { return }
    let list = quotedList(names)
    diagnostics.add(
      Diagnostic(
        .warning, code: .hiddenCells,
        message: Text(
          "hidden sheets are read only where they are named: \(list)",
          "隐藏的工作表仅在指明时读取：\(list)"), at: .wholeFile(path)))
  }
}
