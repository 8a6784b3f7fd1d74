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
    let first = rows.lowerBound + 1
    let last = rows.upperBound + 1
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

extension Sheet {
  /// The place of the chart: right of the table.
  ///
  /// Source: ECMA-376-1, 20.5.
  func drawing(_ chart: Chart) -> Markup {
    func number(_ name: String, _ value: Int) -> Markup { .tag("xdr:\(name)", "\(value)") }
    let frame = Markup.tag(
      "xdr:graphicFrame", ["macro": ""],
      [
        .tag(
          "xdr:nvGraphicFramePr", [:],
          [
            .tag("xdr:cNvPr", ["id": "2", "name": chart.title, "descr": chart.title]),
            .tag("xdr:cNvGraphicFramePr"),
          ]),
        .tag(
          "xdr:xfrm", [:],
          [.tag("a:off", ["x": "0", "y": "0"]), .tag("a:ext", ["cx": "0", "cy": "0"])]),
        .tag(
          "a:graphic", [:],
          [
            .tag(
              "a:graphicData", ["uri": Namespace.chart],
              [.tag("c:chart", ["xmlns:c": Namespace.chart, "r:id": "rId1"])])
          ]),
      ])
    let anchor = Markup.tag(
      "xdr:oneCellAnchor", [:],
      [
        .tag(
          "xdr:from", [:],
          [
            number("col", table.columns.count + 1), number("colOff", 0), number("row", 1),
            number("rowOff", 0),
          ]),
        .tag("xdr:ext", ["cx": "7920000", "cy": "4320000"]), frame, .tag("xdr:clientData"),
      ])
    return .tag(
      "xdr:wsDr",
      [
        "xmlns:xdr": Namespace.sheetDrawing, "xmlns:a": Namespace.drawing,
        "xmlns:r": Namespace.relations,
      ], [anchor])
  }

  /// The chart in DrawingML: it refers to the cells, so that it moves when they are edited.
  ///
  /// Source: ECMA-376-1, 21.2.
  func chartSpace(_ chart: Chart) -> Markup {
    .tag(
      "c:chartSpace",
      [
        "xmlns:c": Namespace.chart, "xmlns:a": Namespace.drawing, "xmlns:r": Namespace.relations,
      ],
      [
        .tag(
          "c:chart", [:],
          [
            title(chart.title), value("autoTitleDeleted", "0"),
            .tag(
              "c:plotArea", [:], [.tag("c:layout")] + plots(chart) + [years, amounts(chart.unit)]),
            .tag("c:legend", [:], [value("legendPos", "r"), value("overlay", "0")]),
            value("plotVisOnly", "1"),
          ])
      ])
  }

  /// The stacked columns, then the lines over them.
  private func plots(_ chart: Chart) -> [Markup] {
    let areas = chart.layers.enumerated().map { place, layer in
      series(place, layer.column, [.tag("c:spPr", [:], [fill(Self.colour(layer.colour))])])
    }
    let lines = chart.lines.enumerated().map { place, column in
      series(
        chart.layers.count + place, column,
        [
          .tag("c:spPr", [:], [.tag("a:ln", ["w": "28575"], [fill(Theme.light.text)])]),
          .tag("c:marker", [:], [value("symbol", "none")]),
        ])
    }
    func plot(_ name: String, _ grouping: String, _ series: [Markup], _ more: [Markup]) -> [Markup]
    {
      let head = [value("grouping", grouping), value("varyColors", "0")]
      let axes = [value("axId", "1"), value("axId", "2")]
      return series.isEmpty ? [] : [.tag("c:\(name)", [:], head + series + more + axes)]
    }
    return plot("areaChart", "stacked", areas, [])
      + plot("lineChart", "standard", lines, [value("marker", "1")])
  }

  /// The colours of series by their number; beyond the last they come again, paler.
  private static func colour(_ number: Int) -> Colour {
    let colour = Theme.series[number % Theme.series.count]
    return number < Theme.series.count ? colour : colour.paler
  }

  private func value(_ name: String, _ value: String) -> Markup {
    .tag("c:\(name)", ["val": value])
  }

  private func fill(_ colour: Colour) -> Markup {
    .tag(
      "a:solidFill", [:],
      [.tag("a:srgbClr", ["val": String(colour.hex.dropFirst()).uppercased()])])
  }

  private func series(_ place: Int, _ column: Int, _ look: [Markup]) -> Markup {
    let rows = 1...max(1, table.rows.count)
    func numbers(_ column: Int) -> Markup {
      .tag("c:numRef", [:], [.tag("c:f", range(column, rows))])
    }
    return .tag(
      "c:ser", [:],
      [
        value("idx", "\(place)"), value("order", "\(place)"),
        .tag("c:tx", [:], [.tag("c:strRef", [:], [.tag("c:f", range(column, 0...0))])]),
      ] + look
        + [.tag("c:cat", [:], [numbers(0)]), .tag("c:val", [:], [numbers(column)])])
  }

  private func title(_ text: String) -> Markup {
    .tag(
      "c:title", [:],
      [
        .tag(
          "c:tx", [:],
          [
            .tag(
              "c:rich", [:],
              [
                .tag("a:bodyPr"),
                .tag(
                  "a:p", [:],
                  [
                    .tag("a:pPr", [:], [.tag("a:defRPr", ["sz": "1200", "b": "1"])]),
                    .tag("a:r", [:], [.tag("a:rPr", ["sz": "1200"]), .tag("a:t", text)]),
                  ]),
              ])
          ]), value("overlay", "0"),
      ])
  }

  private var years: Markup {
    let step = axisPlaces(1...max(1, table.rows.count), most: 10)
    let skip = step.count > 1 ? step[1] - step[0] : 1
    return .tag(
      "c:catAx", [:],
      [
        value("axId", "1"), .tag("c:scaling", [:], [value("orientation", "minMax")]),
        value("delete", "0"), value("axPos", "b"),
        .tag("c:numFmt", ["formatCode": "General", "sourceLinked": "0"]),
        value("majorTickMark", "out"), value("minorTickMark", "none"),
        value("tickLblPos", "low"), value("crossAx", "2"), value("crosses", "autoZero"),
        value("tickLblSkip", "\(skip)"), value("tickMarkSkip", "\(skip)"),
      ])
  }

  private func amounts(_ unit: String) -> Markup {
    .tag(
      "c:valAx", [:],
      [
        value("axId", "2"), .tag("c:scaling", [:], [value("orientation", "minMax")]),
        value("delete", "0"), value("axPos", "l"),
        .tag(
          "c:majorGridlines", [:],
          [.tag("c:spPr", [:], [.tag("a:ln", [:], [fill(Theme.light.rule)])])]),
        title(unit), .tag("c:numFmt", ["formatCode": "General", "sourceLinked": "0"]),
        value("majorTickMark", "none"), value("minorTickMark", "none"),
        value("tickLblPos", "nextTo"), value("crossAx", "1"), value("crossBetween", "midCat"),
      ])
  }
}
