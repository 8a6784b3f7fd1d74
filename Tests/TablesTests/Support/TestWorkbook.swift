/// A workbook made by tests.
struct TestWorkbook {
  /// A sheet; `data` is what stands in `sheetData`.
  struct Sheet {
    var name: String
    var data: String
    var more = ""
    var state = "visible"

    /// A sheet of plain cells: what reads as a number is one, `""` is nothing, `=` begins a formula with
    /// the value 1, all else is text.
    init(_ name: String, _ rows: [[String]], merges: [String] = [], state: String = "visible") {
      self.name = name
      self.state = state
      data = rows.enumerated().map { row, cells in
        let inner = cells.enumerated().map { column, text in
          Self.cell(text, "\(letters(column))\(row + 1)")
        }.joined()
        return "<row r=\"\(row + 1)\">\(inner)</row>"
      }.joined()
      if !merges.isEmpty {
        let refs = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        more = "<mergeCells count=\"\(merges.count)\">\(refs)</mergeCells>"
      }
    }

    /// A sheet of cells written by hand.
    init(_ name: String, data: String, state: String = "visible") {
      self.name = name
      self.data = data
      self.state = state
    }

    private static func cell(_ text: String, _ place: String) -> String {
      if text.isEmpty { return "" }
      if text.hasPrefix("=") { return "<c r=\"\(place)\"><f>\(text.dropFirst())</f><v>1</v></c>" }
      if Double(text)?.isFinite == true { return "<c r=\"\(place)\"><v>\(text)</v></c>" }
      return
        "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
    }
  }

  var sheets: [Sheet]
  var strings = ""
  var styles = ""
  var properties = ""
  /// Files added at the end.
  var extra: [(String, String)] = []

  init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// The parts of the package, by name.
  var parts: [(String, String)] {
    let names = sheets.enumerated().map { place, sheet in
      "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(place + 1)\" state=\"\(sheet.state)\" r:id=\"rId\(place + 1)\"/>"
    }.joined()
    let relations = sheets.indices.map { place in
      "<Relationship Id=\"rId\(place + 1)\" Type=\"\(types)/worksheet\" Target=\"worksheets/sheet\(place + 1).xml\"/>"
    }.joined()
    return [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"\(types)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(types)\"><workbookPr \(properties)/><sheets>\(names)</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships>\(relations)<Relationship Id=\"s\" Type=\"\(types)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"\(types)/styles\" Target=\"styles.xml\"/></Relationships>"
      ),
      ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
      ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
    ]
      + sheets.enumerated().map { place, sheet in
        (
          "xl/worksheets/sheet\(place + 1).xml",
          "<worksheet><sheetData>\(sheet.data)</sheetData>\(sheet.more)</worksheet>"
        )
      } + extra
  }

  /// The file.
  var bytes: [UInt8] {
    var archive = TestArchive()
    for (name, text) in parts { archive.add(name, text) }
    return archive.bytes
  }
}

private let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
}

/// The letters of a column, counted from 0.
private func letters(_ column: Int) -> String {
  let own = String("ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)[column % 26])
  return column < 26 ? own : letters(column / 26 - 1) + own
}
