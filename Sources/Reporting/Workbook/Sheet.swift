import Diagnostics

/// One sheet of a workbook: a table under a fixed header, with a chart beside it.
struct Sheet {
  /// A chart of columns of the sheet over its first column.
  struct Chart {
    let title: String
    let unit: String
    /// The columns that are stacked, each with the number of its colour.
    let layers: [(column: Int, colour: Int)]
    /// The columns that are drawn as lines.
    let lines: [Int]
  }

  /// Its name, of at most 31 characters, none of them one of `[]:*?/\`.
  let name: String
  let table: Table
  /// The language of headings and of our words in cells; none for those of the CSV files.
  var labels: Language?
  var chart: Chart?

  /// The sheet in SpreadsheetML.
  ///
  /// Source: ECMA-376-1, 18.3.
  var markup: Markup {
    let rows = [headings.map(Cell.text)] + table.rows
    let content = rows.enumerated().map { row, cells in
      Markup.tag(
        "row", ["r": "\(row + 1)"],
        cells.enumerated().compactMap { column, cell in
          cell.spreadsheet(at: cellName(column, row), isHeader: row == 0, labels)
        })
    }
    let parts: [Markup] = [
      .tag("sheetPr", [:], [.tag("pageSetUpPr", ["fitToPage": "1"])]),
      .tag(
        "sheetViews", [:],
        [
          .tag(
            "sheetView", ["workbookViewId": "0"],
            [
              .tag(
                "pane",
                [
                  "xSplit": "1", "ySplit": "1", "topLeftCell": "B2", "activePane": "bottomRight",
                  "state": "frozen",
                ])
            ])
        ]),
      .tag("cols", [:], widths), .tag("sheetData", [:], content),
      .tag("pageSetup", ["orientation": "landscape", "fitToWidth": "1", "fitToHeight": "0"]),
    ]
    return .tag(
      "worksheet", ["xmlns": Namespace.sheet, "xmlns:r": Namespace.relations],
      parts + (chart == nil ? [] : [.tag("drawing", ["r:id": "rId1"])]))
  }

  private var headings: [String] { table.heads.map { $0.heading(labels) } }

  /// The widths of the columns, as far as their texts need and a screen allows.
  private var widths: [Markup] {
    headings.enumerated().map { column, heading in
      let texts = table.rows.prefix(200).map { row -> Int in
        row[column].words(labels).map(displayWidth) ?? 9
      }
      let width = max(displayWidth(heading), texts.max() ?? 0) + 2
      return .tag(
        "col",
        [
          "min": "\(column + 1)", "max": "\(column + 1)", "width": "\(min(max(width, 9), 60))",
          "customWidth": "1",
        ])
    }
  }

  /// A range of the sheet's rows in one column, as formulas name it; the header is row 0.
  func range(_ column: Int, _ rows: ClosedRange<Int>) -> String {
    let letters = columnName(column)
    let (first, last) = (rows.lowerBound + 1, rows.upperBound + 1)
    let cells = first == last ? "$\(letters)$\(first)" : "$\(letters)$\(first):$\(letters)$\(last)"
    return "'\(name)'!\(cells)"
  }
}

extension Cell {
  /// The cell in SpreadsheetML; nothing where it is empty.
  ///
  /// A text is stored as one: whatever it begins with, no program takes it for a formula.
  fileprivate func spreadsheet(
    at place: String, isHeader: Bool, _ labels: Language?
  ) -> Markup? {
    switch self {
    case .text, .word, .sentence, .flag:
      return words(labels)?.spreadsheet(at: place, isHeader: isHeader)
    case .number(let value) where value.isFinite:
      return .tag("c", ["r": place, "s": "1"], [.tag("v", shortestText(value))])
    case .integer(let value): return .tag("c", ["r": place], [.tag("v", "\(value)")])
    case .number, .empty: return nil
    }
  }
}

extension String {
  fileprivate func spreadsheet(at place: String, isHeader: Bool) -> Markup {
    .tag(
      "c", ["r": place, "t": "inlineStr", "s": isHeader ? "2" : "0"],
      [.tag("is", [:], [.tag("t", ["xml:space": "preserve"], self)])])
  }
}

/// The name of a cell, both counted from 0: `B3`.
private func cellName(_ column: Int, _ row: Int) -> String { "\(columnName(column))\(row + 1)" }

/// The name of a column, counted from 0: `A`, `Z`, `AA`.
func columnName(_ column: Int) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  let own = String(letters[column % 26])
  return column < 26 ? own : columnName(column / 26 - 1) + own
}

/// The namespaces of Office Open XML (ECMA-376).
enum Namespace {
  static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let types = "http://schemas.openxmlformats.org/package/2006/content-types"
  static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let sheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
}
