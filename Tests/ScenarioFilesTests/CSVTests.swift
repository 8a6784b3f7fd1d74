import Diagnostics
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite struct `Reading tables` {
  private func read(
    _ text: String
  ) -> (table: CSVTable?, diagnostics: DiagnosticCollection) {
    var diagnostics = DiagnosticCollection()
    let table = CSVTable.read(SourceText(path: "d.csv", text: text), into: &diagnostics)
    return (table, diagnostics)
  }

  private let place = Node(
    location: SourceLocation(path: "a.yaml", line: 7, column: 9), length: 2,
    content: .scalar("值", isQuoted: false))

  @Test func `a column is read by year with the place of each value`() throws {
    var diagnostics = DiagnosticCollection()
    let table = try #require(
      read("城市,年份,\"常住,人口\"\r\n滨海,2020,1.5e3\r\n滨海, 2021 ,\"-.5\"\r\n").table)
    let points = try #require(table.column(named: "常住,人口", at: place, into: &diagnostics))
    #expect(points.map(\.year) == [2020, 2021])
    #expect(points.map(\.value) == [1_500, -0.5])
    #expect(points[1].location == SourceLocation(path: "d.csv", line: 3, column: 11))
    #expect(points[1].length == 5)
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("Year,a\n", 0), ("a,年份\n", 1), ("x,y,年\n", 2), ("a,b\n", 0), ("a,year,年\n", 1),
    ("city,period,v\n甲,2020,1\n甲,2021,2\n", 1), ("n,v,Calendar Year\nx,1,2020\n", 2),
  ])
  func `the years stand in the first column called so, or in the first`(text: String, index: Int) {
    #expect(read(text).table?.yearColumn == index)
  }

  @Test func `quotes enclose commas, quotes and line breaks`() throws {
    let table = try #require(read("a,b\n\"x,\"\"y\"\"\n2\",3\n4,5\n").table)
    #expect(table.rows.map { $0.map(\.text) } == [["x,\"y\"\n2", "3"], ["4", "5"]])
    #expect(table.rows[1][0].location.line == 4)
  }

  @Test func `empty rows at the end, as spreadsheets leave them, are dropped`() {
    let result = read("年,a\n2020,1\n,\n,\n\n")
    #expect(result.table?.rows.count == 1)
    #expect(result.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("1️⃣年;人口\n2020;5\n", "csv-separator"), ("1️⃣年\t人口\n2020\t5\n", "csv-separator"),
    ("1️⃣年，人口\n", "csv-separator"), ("年,a,1️⃣a\n2020,1,2\n", "csv-duplicate-header"),
    ("年,a\n2020,1️⃣\"1\n2021,2\n", "csv-unclosed-quote"),
    ("年,a\n2020,\"1\"1️⃣x\"y\n", "csv-stray-quote"),
    ("年,a\n2020,5 1️⃣\"m\"\n", "csv-stray-quote"), ("年,a\n2020,1,1️⃣2\n2021,3\n", "csv-ragged-row"),
    ("年,a\n1️⃣2020\n2021,3\n", "csv-ragged-row"), ("年,a\n2020,1,1️⃣234\n", "csv-ragged-row"),
  ])
  func `a broken form is one error at its place`(marked: String, code: String) {
    let marked = MarkedText(marked)
    #expect(read(marked.text).diagnostics.summaries == marked.places.map { "\($0) \(code)" })
  }

  @Test(arguments: [
    ("年,值\n2020,1️⃣\n2021,3\n", "csv-empty-cell"), ("年,值\n2020,1️⃣n/a\n", "malformed-number"),
    ("年,值\n1️⃣20年,5\n", "csv-bad-year"), ("年,值\n1️⃣20,5\n", "csv-bad-year"),
    ("年,值\n2020,1️⃣nan\n", "malformed-number"), ("年,值\n2020,1️⃣inf\n", "malformed-number"),
    ("年,值\n2020,1️⃣0x10\n", "malformed-number"), ("年,值\n2020,1️⃣1e999\n", "malformed-number"),
    ("年,值\n2020,1️⃣\"1,234\"\n", "malformed-number"), ("年,值\n2020,1️⃣１２\n", "malformed-number"),
    ("年,值\n2020,1️⃣5%\n", "malformed-number"),
  ])
  func `a cell that is no number is one error at its place`(marked: String, code: String) throws {
    let marked = MarkedText(marked)
    var (table, diagnostics) = read(marked.text)
    _ = try #require(table).column(named: "值", at: place, into: &diagnostics)
    #expect(diagnostics.summaries == marked.places.map { "\($0) \(code)" })
  }

  @Test func `empty lines inside a table, titles above it and notes below are nothing`() throws {
    for text in [
      "年,值\n2020,1\n,\n2021,2\n", "sep=,\n年,值\n2020,1\n\n2021,2\n",
      "表1,\n年,值\n2020,1\n2021,2\n注：初步\n", "年,值\n,万吨\n2020年,1\n2021.0,2\n",
    ] {
      var (table, diagnostics) = read(text)
      let points = try #require(table).column(named: "值", at: place, into: &diagnostics)
      #expect(points?.map(\.year) == [2020, 2021] && diagnostics.isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    ("2020,\"1,234.5\"", "write 1234.5,"), ("2020,\"11,5\"", "write 11.5, with"),
    ("2020,\"1,234\"", "write 1234 if"), ("2020,(11)", "write -11"), ("2020,−3", "write -3"),
    ("2020,\"1.234,5\"", "write 1234.5, with"), ("2020,1 234", "write 1234,"),
    ("2020,…", "leave the cell empty"),
    ("2020,5%", "write 5, and % as the unit"),
    ("2020,１２", "'１' is a full-width character; write '1'"),
    ("2020,\"27，670\"", "write 27670 if"),
  ])
  func `a near miss is told how to write it`(row: String, hint: String) throws {
    var (table, diagnostics) = read("年,值\n\(row)\n")
    _ = try #require(table).column(named: "值", at: place, into: &diagnostics)
    #expect(diagnostics.all.first?.suggestion?.english.contains(hint) == true)
  }

  @Test func `a full-width comma in a row is named`() {
    let fault = read("年,值\n2020，5\n").diagnostics.all.first
    #expect(fault?.summary == "2:1 csv-ragged-row")
    #expect(fault?.suggestion?.english.contains("'，'") == true)
  }

  @Test func `faults of columns nobody asks for do not matter`() throws {
    var (table, diagnostics) = read("年,值,备注\n2020,1,\n2021,2,text\n")
    let points = try #require(table).column(named: "值", at: place, into: &diagnostics)
    #expect(points?.count == 2)
    #expect(diagnostics.isEmpty)
  }

  @Test func `a missing column is told in the scenario, with what there is`() throws {
    var (table, diagnostics) = read("year,population\n2020,1\n")
    let points = try #require(table).column(named: "populaton", at: place, into: &diagnostics)
    let fault = try #require(diagnostics.all.first)
    #expect(points == nil)
    #expect(fault.summary == "7:9 csv-unknown-column")
    #expect(fault.location.path == "a.yaml")
    #expect(fault.suggestion?.english == "did you mean 'population'?")
  }

  @Test func `an empty table is an error`() {
    #expect(read("").diagnostics.summaries == ["1:1 empty-file"])
    #expect(read(",,\n,,\n").diagnostics.summaries == ["1:1 empty-file"])
  }
}

@Suite struct `Tables named by a scenario` {
  @Test(arguments: [
    ("csv: data/d.csv\n", nil), ("csv: 1️⃣data/x.csv\n", "no-such-file"),
    ("csv: 1️⃣../secret.csv\n", "outside-root"), ("csv: 1️⃣[data/d.csv]\n", "wrong-type"),
    ("csv: data/gbk.csv\n", "not-utf-8"),
  ])
  func `they obey the same rules as files that are extended`(marked: String, code: String?) throws {
    let marked = MarkedText(marked)
    let folder = try TemporaryFolder([
      "own/a.yaml": marked.text, "own/data/d.csv": "年,值\n2020,1\n", "secret.csv": "年,值\n",
    ])
    try folder.write(.init([0xC4, 0xEA, 0x2C, 0xD6, 0xB5, 0x0A]), to: "own/data/gbk.csv")  // 年,值
    var scenario = loadMerged(path: folder / "own/a.yaml")
    let node = try #require(scenario.root?["csv"]?.value)
    var diagnostics = DiagnosticCollection()
    let table = scenario.files.readTable(namedBy: node, into: &diagnostics)
    #expect((table == nil) == (code != nil))
    #expect(diagnostics.all.map(\.code.id) == (code.map { [$0] } ?? []))
    if let place = marked.places.first {
      #expect(diagnostics.summaries == ["\(place) \(code ?? "")"])
    }
    #expect(scenario.files.files.count == (code == nil ? 2 : 1))
  }
}
