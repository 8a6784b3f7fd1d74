import Diagnostics
import Testing

@testable import Tables

@Suite struct `Workbooks` {
  @Test func `numbers, texts and gaps come out as they stand`() {
    let opened = Opened(
      TestWorkbook([.init("能源", [["项目", "2019", "2020"], ["煤", "12.5", ""], ["", "", "-3"]])]))
    #expect(opened.texts() == [["项目", "2019", "2020"], ["煤", "12.5"], ["", "", "-3"]])
    #expect(opened.codes == [])
    let grid = opened.file?.grids.first
    #expect(grid?.span(1, 1).location.description == "book.xlsx!能源!B2")
    #expect(grid?.rows[1].cell(1)?.kind == .number)
  }

  @Test func `runs of a shared text are joined, and its pronunciation is left out`() {
    var book = TestWorkbook([
      .init(
        "a",
        data: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>")
    ])
    book.strings =
      "<si><t>原煤</t></si><si><r><t>东</t></r><r><t xml:space=\"preserve\">京 </t></r><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>"
    #expect(Opened(book).texts() == [["东京", "原煤"]])
  }

  @Test func `cells and rows without names follow each other`() {
    let book = TestWorkbook([
      .init("a", data: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
    ])
    #expect(Opened(book).texts() == [["1", "2"], ["3"]])
  }

  @Test func `formats tell dates and percentages from numbers`() {
    var book = TestWorkbook([
      .init(
        "a",
        data:
          "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44286</v></c><c r=\"B1\" s=\"2\"><v>0.082</v></c><c r=\"C1\" s=\"3\"><v>44286</v></c><c r=\"D1\" s=\"4\"><v>1234</v></c></row>"
      )
    ])
    book.styles =
      "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;\"/><numFmt numFmtId=\"171\" formatCode=\"#,##0&quot;day&quot;;[Red]-0\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"><alignment indent=\"2\"/></xf></cellXfs>"
    let opened = Opened(book)
    #expect(opened.texts() == [["2021-03-31", "8.2%", "2021-03-31", "1234"]])
    let cells = opened.file?.grids[0].rows[0].cells
    #expect(cells?.map(\.kind) == [.date, .percent, .date, .number])
    #expect(cells?[3].indent == 4)
  }

  @Test(arguments: [
    (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"),
    (43_831, false, "2020-01-01"), (0, true, "1904-01-01"), (42_369, true, "2020-01-01"),
    (2_958_465, false, "9999-12-31"),
  ])
  func `days are those that spreadsheets show`(serial: Double, from1904: Bool, day: String) {
    #expect(CalendarDate(serial: serial, startsIn1904: from1904)?.description == day)
  }

  @Test func `formulas are taken by their stored values, and told`() {
    let opened = Opened(TestWorkbook([.init("合计", [["a", "b"], ["=SUM(B3)", "=1+1"]])]))
    #expect(opened.texts()[1] == ["1", "1"])
    #expect(
      opened.sentences == [
        "book.xlsx!合计!A2: 2 cells are formulas: their stored values are taken"
      ])
  }

  @Test func `a formula without a stored value is kept as such`() {
    let book = TestWorkbook([.init("a", data: "<row r=\"1\"><c r=\"A1\"><f>B1</f></c></row>")])
    #expect(Opened(book).file?.grids[0].rows[0].cell(0)?.kind == .uncomputed)
  }

  @Test func `hidden sheets and rows are named`() {
    let opened = Opened(
      TestWorkbook([
        .init("a", data: "<row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>1</v></c></row>"),
        .init("旧", [["1"]], state: "hidden"), .init("密", [["1"]], state: "veryHidden"),
      ]))
    #expect(opened.file?.visible.map(\.sheet) == ["a"])
    #expect(
      opened.sentences == [
        "book.xlsx!a: 1 row is hidden, the first is row 3: they are read like others",
        "book.xlsx: hidden sheets are read only where they are named: '旧', '密'",
      ])
  }

  @Test func `a sheet is found by its name, and a near name is offered`() {
    let file = Opened(TestWorkbook([.init("Energy", [["1"]]), .init("能源", [["1"]])])).file
    let place = Span.topOfFile("peak.yaml")
    var diagnostics = DiagnosticCollection()
    #expect(file?.grid(named: "能源", at: place, into: &diagnostics)?.sheet == "能源")
    #expect(file?.grid(named: "Energi", at: place, into: &diagnostics) == nil)
    #expect(file?.grid(named: nil, at: place, into: &diagnostics) == nil)
    #expect(
      diagnostics.all.map(\.message.english) == [
        "'book.xlsx' has no sheet 'Energi'; it has 'Energy', '能源'",
        "the workbook has several sheets: 'Energy', '能源'",
      ])
    #expect(diagnostics.all.first?.suggestion?.english == "did you mean 'Energy'?")
  }

  @Test func `prefixes of elements and capital letters of parts do not matter`() {
    var archive = TestArchive()
    for (name, text) in TestWorkbook([.init("a", [["7"]])]).parts {
      let prefixed = text.replacing("<worksheet>", with: "<x:worksheet xmlns:x=\"u\">")
        .replacing("</worksheet>", with: "</x:worksheet>").replacing("<v>", with: "<x:v>")
        .replacing("</v>", with: "</x:v>")
      archive.add(name.replacing("sheet1", with: "SHEET1").replacing("/", with: "\\"), prefixed)
    }
    #expect(Opened(archive.bytes).texts() == [["7"]])
  }
}

@Suite struct `Files that hold no table` {
  @Test func `old and protected workbooks end in a sentence with the cure`() {
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let name = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
    let rest = [UInt8](repeating: 0, count: 600)
    #expect(
      Opened(head + rest, "a.et").sentences == [
        "a.et: this is a workbook of the old kind (.xls or .et), which is not read"
      ])
    let protected = Opened(head + rest + name, "a.xlsx")
    #expect(protected.sentences == ["a.xlsx: the workbook is protected by a password"])
    #expect(protected.codes == ["workbook-password"])
    #expect(protected.diagnostics.all[0].suggestion?.chinese.contains("密码") == true)
  }

  @Test(arguments: [
    ("<html><table>", "this is a web page or an XML text, whatever its name says"),
    (
      "  <?xml version=\"1.0\"?><Workbook/>",
      "this is a web page or an XML text, whatever its name says"
    ),
    ("%PDF-1.4", "this is a PDF, which holds no cells"),
  ])
  func `other files say what they are`(text: String, message: String) {
    #expect(Opened(Array(text.utf8), "a.xls").sentences == ["a.xls: \(message)"])
  }

  @Test(arguments: [
    ("xl/workbook.bin", "this is a binary workbook (.xlsb), which is not read"),
    ("readme.txt", "this is an archive without a workbook"),
  ])
  func `other archives say what they are`(part: String, message: String) {
    var archive = TestArchive()
    archive.add(part, "x")
    #expect(Opened(archive.bytes, "a.zip").sentences == ["a.zip: \(message)"])
  }

  @Test func `an OpenDocument says what it is`() {
    var archive = TestArchive()
    archive.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    archive.add("content.xml", "<a/>")
    #expect(
      Opened(archive.bytes, "a.ods").sentences == [
        "a.ods: this is a workbook of OpenDocument (.ods), which is not read"
      ])
  }
}

@Suite struct `Guards of workbooks` {
  private func sentences(_ book: TestWorkbook, _ change: (inout TableLimits) -> Void) -> [String] {
    var limits = TableLimits()
    change(&limits)
    return Opened(book.bytes, limits: limits).sentences
  }

  @Test func `a document type is refused before it declares anything`() {
    var book = TestWorkbook([.init("a", [["1"]])])
    book.sheets[0].data = "&e;"
    var archive = TestArchive()
    for (name, text) in book.parts {
      let isSheet = name.hasPrefix("xl/worksheets/")
      archive.add(name, (isSheet ? "<!DOCTYPE a [<!ENTITY e \"x\">]>" : "") + text)
    }
    #expect(
      Opened(archive.bytes).sentences == [
        "book.xlsx: the workbook cannot be read: 'xl/worksheets/sheet1.xml' declares a document type, which no workbook does"
      ])
  }

  @Test func `what nobody declared is no text`() {
    let book = TestWorkbook([.init("a", data: "<row><c t=\"str\"><v>&e;</v></c></row>")])
    #expect(
      Opened(book).sentences == [
        "book.xlsx: the workbook cannot be read: 'xl/worksheets/sheet1.xml' is no XML in line 1"
      ])
  }

  @Test func `a file that unpacks to many times its size is refused`() {
    var archive = TestArchive()
    for (name, text) in TestWorkbook([.init("a", [["1"]])]).parts where !name.contains("sheet1") {
      archive.add(name, text)
    }
    archive.add("xl/worksheets/sheet1.xml", repeating: 0x20, blocks: 1000)
    var limits = TableLimits()
    limits.ratio = 50
    limits.bytesBeforeRatio = 10_000
    #expect(
      Opened(archive.bytes, limits: limits).sentences == [
        "book.xlsx: the workbook holds a file that unpacks to more than 50 times its size, 'xl/worksheets/sheet1.xml'"
      ])
    limits.ratio = 200
    limits.unpackedBytes = 100_000
    #expect(
      Opened(archive.bytes, limits: limits).sentences == [
        "book.xlsx: the workbook holds more than 100000 bytes, unpacked"
      ])
  }

  @Test func `cells, texts, sheets and depth are bounded`() {
    let book = TestWorkbook([.init("a", [["1", "2", "3"], ["abcdef"]]), .init("b", [["1"]])])
    #expect(sentences(book) { $0.cells = 4 } == ["book.xlsx: the workbook holds more than 4 cells"])
    #expect(sentences(book) { $0.textBytes = 8 } == ["book.xlsx: the workbook holds too much text"])
    #expect(sentences(book) { $0.cellBytes = 5 } == ["book.xlsx: the workbook holds too much text"])
    #expect(
      sentences(book) { $0.sheets = 1 } == ["book.xlsx: the workbook holds more than 1 sheets"])
    #expect(sentences(book) { $0.parts = 5 } == ["book.xlsx: the workbook holds more than 5 files"])
    #expect(sentences(book) { $0.bytes = 50 } == ["book.xlsx: the file has more than 50 bytes"])
    #expect(
      sentences(book) { $0.depth = 4 } == [
        "book.xlsx: the workbook holds too many elements in each other in 'xl/worksheets/sheet1.xml'"
      ])
  }

  @Test func `two files of one name, a password and unknown packing are refused`() {
    var archive = TestArchive()
    archive.add("xl/workbook.xml", "<a/>")
    archive.add("XL/Workbook.xml", "<a/>")
    #expect(Opened(archive.bytes).codes == ["workbook-damaged"])
    archive = TestArchive()
    archive.add("xl/workbook.xml", [1, 2], flags: 1)
    #expect(Opened(archive.bytes).codes == ["workbook-password"])
    archive = TestArchive()
    archive.add("xl/workbook.xml", [1, 2], method: 12)
    #expect(Opened(archive.bytes).codes == ["workbook-damaged"])
  }

  @Test func `a relation that leads outside is not followed`() {
    var book = TestWorkbook([.init("a", [["1"]])])
    var archive = TestArchive()
    book.extra = []
    for (name, text) in book.parts {
      archive.add(
        name,
        text.replacing(
          "Target=\"worksheets/sheet1.xml\"",
          with: "TargetMode=\"External\" Target=\"file:///etc/passwd\""))
    }
    #expect(Opened(archive.bytes).sentences == ["book.xlsx: the workbook holds no values"])
  }

  @Test func `cells beyond the sheet are refused or dropped`() {
    let book = TestWorkbook([.init("a", data: "<row r=\"9999999\"><c><v>1</v></c></row>")])
    #expect(
      Opened(book).sentences == [
        "book.xlsx: the workbook holds a cell beyond the last row or column of a sheet"
      ])
  }
}
