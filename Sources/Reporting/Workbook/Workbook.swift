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

/// A ZIP archive of files that are stored as they are.
///
/// Without compression it needs no library, and without times the same files give the same bytes.
///
/// Source: PKWARE, .ZIP File Format Specification 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
struct ZipArchive {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds a file; the archive stays below 4 GiB and 65,536 files.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    let offset = UInt32(content.count)
    let path = Array(name.utf8)
    // Version 2.0, names in UTF-8, stored, 1 January 1980.
    let shared =
      little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
      + little(Int(crc32(bytes)), 4) + little(bytes.count, 4) + little(bytes.count, 4)
      + little(path.count, 2) + little(0, 2)
    content += little(0x0403_4B50, 4) + shared + path + bytes
    directory +=
      little(0x0201_4B50, 4) + little(20, 2) + shared + little(0, 2) + little(0, 2) + little(0, 2)
      + little(0, 4) + little(Int(offset), 4) + path
    count += 1
  }

  /// The archive with its list of files at the end.
  var bytes: [UInt8] {
    content + directory + little(0x0605_4B50, 4) + little(0, 2) + little(0, 2)
      + little(Int(count), 2) + little(Int(count), 2) + little(directory.count, 4)
      + little(content.count, 4) + little(0, 2)
  }

  /// A number in so many bytes, the least first.
  private func little(_ number: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

/// The cyclic redundancy check of ZIP and PNG (ISO 3309, polynomial EDB88320).
func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { sum, byte in
    crcTable[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
  }
}

private let crcTable: [UInt32] = (0..<256).map { start in
  (0..<8).reduce(UInt32(start)) { sum, _ in
    sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1
  }
}
