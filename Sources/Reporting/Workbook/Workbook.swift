/// A workbook in Office Open XML that spreadsheet programs open.
///
/// It is written without a library: Debian has libxlsxwriter only in shared form, and with it no
/// binary would be static.
///
/// Source: ECMA-376-1 (SpreadsheetML), ECMA-376-2 (packages).
struct Workbook {
  let sheets: [Sheet]

  /// The file.
  var bytes: [UInt8] {
    var archive = ZipArchive()
    func add(_ name: String, _ markup: Markup) {
      let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + markup.rendered
      archive.add(name, Array(text.utf8))
    }
    add("[Content_Types].xml", contentTypes)
    add("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")]))
    add("xl/workbook.xml", list)
    add(
      "xl/_rels/workbook.xml.rels",
      relations(
        sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
          + [("styles", "styles.xml")]))
    add("xl/styles.xml", styles)
    for (place, sheet) in sheets.enumerated() {
      let number = place + 1
      add("xl/worksheets/sheet\(number).xml", sheet.markup)
      guard let chart = sheet.chart else { continue }
      add(
        "xl/worksheets/_rels/sheet\(number).xml.rels",
        relations([("drawing", "../drawings/drawing\(number).xml")]))
      add("xl/drawings/drawing\(number).xml", sheet.drawing(chart))
      add(
        "xl/drawings/_rels/drawing\(number).xml.rels",
        relations([("chart", "../charts/chart\(number).xml")]))
      add("xl/charts/chart\(number).xml", sheet.chartSpace(chart))
    }
    return archive.bytes
  }

  private var contentTypes: Markup {
    let office = "application/vnd.openxmlformats-officedocument"
    var parts = [
      ("xl/workbook.xml", "\(office).spreadsheetml.sheet.main+xml"),
      ("xl/styles.xml", "\(office).spreadsheetml.styles+xml"),
    ]
    for (place, sheet) in sheets.enumerated() {
      parts.append(
        ("xl/worksheets/sheet\(place + 1).xml", "\(office).spreadsheetml.worksheet+xml"))
      guard sheet.chart != nil else { continue }
      parts.append(("xl/drawings/drawing\(place + 1).xml", "\(office).drawing+xml"))
      parts.append(("xl/charts/chart\(place + 1).xml", "\(office).drawingml.chart+xml"))
    }
    return .tag(
      "Types", ["xmlns": Namespace.types],
      [
        .tag(
          "Default",
          [
            "Extension": "rels",
            "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
          ]), .tag("Default", ["Extension": "xml", "ContentType": "application/xml"]),
      ] + parts.map { .tag("Override", ["PartName": "/\($0.0)", "ContentType": $0.1]) })
  }

  /// What a part of the package refers to, as `rId1`, `rId2` and so on.
  private func relations(_ targets: [(type: String, target: String)]) -> Markup {
    .tag(
      "Relationships", ["xmlns": Namespace.packageRelations],
      targets.enumerated().map { place, entry in
        .tag(
          "Relationship",
          [
            "Id": "rId\(place + 1)", "Type": "\(Namespace.relations)/\(entry.type)",
            "Target": entry.target,
          ])
      })
  }

  private var list: Markup {
    .tag(
      "workbook", ["xmlns": Namespace.sheet, "xmlns:r": Namespace.relations],
      [
        .tag(
          "sheets", [:],
          sheets.enumerated().map { place, sheet in
            .tag(
              "sheet",
              ["name": sheet.name, "sheetId": "\(place + 1)", "r:id": "rId\(place + 1)"])
          })
      ])
  }

  /// Three looks of cells: plain, a number with three decimals, a heading.
  private var styles: Markup {
    func font(_ more: [Markup]) -> Markup {
      .tag("font", [:], more + [.tag("sz", ["val": "11"]), .tag("name", ["val": "Calibri"])])
    }
    func pattern(_ name: String) -> Markup {
      .tag("fill", [:], [.tag("patternFill", ["patternType": name])])
    }
    func look(_ format: String, _ font: String) -> Markup {
      .tag(
        "xf",
        [
          "numFmtId": format, "fontId": font, "fillId": "0", "borderId": "0", "xfId": "0",
          "applyNumberFormat": "1", "applyFont": "1",
        ])
    }
    return .tag(
      "styleSheet", ["xmlns": Namespace.sheet],
      [
        .tag(
          "numFmts", ["count": "1"],
          [.tag("numFmt", ["numFmtId": "164", "formatCode": "#,##0.000"])]),
        .tag("fonts", ["count": "2"], [font([]), font([.tag("b")])]),
        .tag("fills", ["count": "2"], [pattern("none"), pattern("gray125")]),
        .tag(
          "borders", ["count": "1"],
          [
            .tag(
              "border", [:], ["left", "right", "top", "bottom", "diagonal"].map { .tag($0) })
          ]),
        .tag("cellStyleXfs", ["count": "1"], [look("0", "0")]),
        .tag("cellXfs", ["count": "3"], [look("0", "0"), look("164", "0"), look("0", "1")]),
      ])
  }
}
