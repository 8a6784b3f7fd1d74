import Diagnostics

/// What is wrong with, or told of, the layout of a table and the writing of its cells.
struct LayoutFaults {
  private let grid: Grid

  init(_ grid: Grid) { self.grid = grid }

  private func fault(
    _ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: Text,
    _ place: (row: Int, column: Int), suggestion: Text? = nil
  ) -> Diagnostic {
    Diagnostic(
      severity, code: code, message: message, at: grid.span(place.row, place.column),
      suggestion: suggestion)
  }

  /// That numbers stand where headings should.
  func noHeadings(_ row: Int?) -> Diagnostic {
    guard let row, let column = grid.rows[row].filled.first else {
      return Diagnostic(
        .error, code: .emptyFile, message: Text("the table is empty", "表格是空的"),
        at: grid.wholeSpan)
    }
    return fault(
      .error, .tableLayout,
      Text("numbers stand here where headings are expected", "此处为数值，应为表头"), (row, column),
      suggestion: Text(
        "write above the numbers what each column holds, with the unit: emissions [Mt]",
        "请在数值上方写明各列的项目与单位，如“排放 [万吨]”"))
  }

  /// That a second row may be one of headings.
  func secondHeading(_ row: Int, _ column: Int) -> Diagnostic {
    fault(
      .error, .csvHeadingRows,
      Text("this row holds no number: is it a second row of headings?", "此行没有数值，是否为第二行表头？"),
      (row, column),
      suggestion: Text(
        "write one row of headings, with the unit in brackets: 'emissions [Mt]'",
        "请只留一行表头，单位写在括号内，如“排放 [万吨]”"))
  }

  /// That a row of a text has other cells than the headings.
  func raggedRow(_ row: Int, cells: Int, expected: Int) -> Diagnostic {
    let column = cells > expected ? expected : max(0, cells - 1)
    return fault(
      .error, .csvRaggedRow,
      Text(
        "this row has \(cells) cells, the header has \(expected)",
        "此行有 \(cells) 个单元格，表头有 \(expected) 个"), (row, column),
      suggestion: cells > expected
        ? Text(
          "quote numbers with commas and texts with commas, or take the commas out",
          "含逗号的数值或文本请加引号，或去掉逗号") : nil)
  }

  /// That the year was taken from the title.
  func yearOfTitle(_ year: Int, _ row: Int?) -> Diagnostic {
    let place = row.flatMap { row in grid.rows[row].filled.first.map { grid.span(row, $0) } }
    return Diagnostic(
      .warning, code: .tableYear,
      message: Text("all values are taken for \(year), by the title", "全部数值按标题视为 \(year) 年"),
      at: place ?? grid.wholeSpan)
  }

  /// That a formula has no stored value.
  func uncomputed(_ place: (row: Int, column: Int)) -> Diagnostic {
    fault(
      .error, .formulaWithoutValue,
      Text("this formula has no stored value", "此公式没有存储结果"), place,
      suggestion: Text(
        "open the workbook in a spreadsheet program and save it", "请用电子表格程序打开工作簿并保存"))
  }

  /// That a date stands where a number should.
  func date(_ cell: GridCell, _ place: (row: Int, column: Int)) -> Diagnostic {
    fault(
      .error, .cellDate,
      Text(
        "expected a number, found the date \(excerpt(cell.text))",
        "此处应为数值，实为日期 \(excerpt(cell.text))"), place,
      suggestion: Text(
        "give the cell the format of a number, or leave it empty", "请把单元格设为数值格式，或留空"))
  }

  /// That a formula gives an error.
  func cellError(_ cell: GridCell, _ place: (row: Int, column: Int)) -> Diagnostic {
    fault(
      .error, .cellError,
      Text(
        "expected a number, found the error '\(excerpt(cell.text))'",
        "此处应为数值，实为错误值 '\(excerpt(cell.text))'"), place,
      suggestion: Text("mend the formula, or leave the cell empty", "请改正公式，或将单元格留空"))
  }

  /// That a cell holds no number.
  func noNumber(_ cell: GridCell, _ place: (row: Int, column: Int)) -> Diagnostic {
    fault(
      .error, .malformedNumber,
      Text(
        "expected a number, found '\(excerpt(cell.text))'", "此处应为数值，实为 '\(excerpt(cell.text))'"),
      place,
      suggestion: Text(
        "if it says that there is no value, leave the cell empty; nothing is taken for zero",
        "若表示没有数值，请留空；不会当作零"))
  }

  /// That a number can be read in two ways, or not in that of its column.
  func either(
    _ cell: GridCell, _ number: WrittenNumber, _ place: (row: Int, column: Int),
    _ sign: NumberConvention.Sign?
  ) -> Diagnostic {
    let point = plainText(number.value)
    let comma = plainText(number.valueWithComma)
    let isMixed = number.style == .comma || number.style == .point
    let shown = excerpt(cell.text)
    return fault(
      .error, .numberForm,
      isMixed
        ? Text(
          "'\(shown)' is written with another decimal sign than other numbers of its column",
          "'\(shown)' 的小数点与同列其他数值不同")
        : Text("'\(shown)' can be read in two ways", "'\(shown)' 有两种读法"), place,
      suggestion: isMixed
        ? Text(
          "write \(number.style == .comma ? comma : point)",
          "请写 \(number.style == .comma ? comma : point)")
        : Text(
          "write \(point) if the comma parts thousands, \(comma) if it is a decimal comma",
          "若逗号为千位分隔符请写 \(point)，若为小数点请写 \(comma)"))
  }

  /// That numbers are kept as text.
  func textNumbers(_ count: Int, _ first: (row: Int, column: Int)) -> Diagnostic {
    fault(
      .warning, .textNumber,
      Text(
        "\(count) number\(count == 1 ? " is" : "s are") kept as text: read as numbers",
        "有 \(count) 个数字以文本形式存储：按数值读取"), first)
  }

  /// That numbers in brackets are below 0.
  func brackets(_ count: Int, _ example: String, _ first: (row: Int, column: Int)) -> Diagnostic {
    let shown = excerpt(example)
    return fault(
      .warning, .numberForm,
      Text(
        "numbers in brackets, as \(shown), are taken for numbers below 0 (\(count) cell\(count == 1 ? "" : "s"))",
        "括号内的数值（如 \(shown)）按负数读取（\(count) 个单元格）"), first,
      suggestion: Text("write them with a minus sign: -11", "请用负号书写，如 -11"))
  }

  /// That the sign of numbers is no hyphen.
  func otherMinus(_ count: Int, _ first: (row: Int, column: Int)) -> Diagnostic {
    fault(
      .warning, .numberForm,
      Text(
        "a minus sign or a dash is taken for the sign of a number (\(count) cell\(count == 1 ? "" : "s"))",
        "减号或短横按负号读取（\(count) 个单元格）"), first,
      suggestion: Text("write numbers below 0 with a hyphen: -11", "负数请用半角连字符书写，如 -11"))
  }

  /// That commas are decimal ones.
  func decimalCommas(
    _ count: Int, _ example: String, _ first: (row: Int, column: Int)
  ) -> Diagnostic {
    let shown = excerpt(example)
    return fault(
      .warning, .numberForm,
      Text(
        "commas are taken for decimal ones, as in \(shown): no number of the column speaks against it (\(count) cell\(count == 1 ? "" : "s"))",
        "逗号按小数点读取，如 \(shown)：同列没有相反的写法（\(count) 个单元格）"), first,
      suggestion: Text("write a decimal point", "请用半角句点作小数点"))
  }
}
