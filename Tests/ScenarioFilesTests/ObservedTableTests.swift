import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite struct `Reading observed series` {
  private func read(
    _ text: String, year: String? = nil, values: [String] = [], thisYear: Int? = nil
  ) throws -> ObservedTable {
    let folder = try TemporaryFolder(["o.csv": text])
    return ObservedTable(
      path: folder / "o.csv", columns: .init(year: year, values: values), thisYear: thisYear)
  }

  /// `name: year=value …` of each series.
  private func shown(_ table: ObservedTable) -> [String] {
    table.series.map { series in
      "\(series.name): "
        + series.points.map { "\($0.year)=\($0.value)" }.joined(separator: " ")
    }
  }

  @Test func `every column that holds a number is a series, words are none`() throws {
    let table = try read("年份,甲,备注,乙\n2010,1,x,\n2011,,y,4\n2012,3,z,5\n")
    #expect(shown(table) == ["甲: 2010=1.0 2012=3.0", "乙: 2011=4.0 2012=5.0"])
  }

  @Test func `columns that are named are read in that order, and no others`() throws {
    let text = "a,t,b,c\n1,2010,2,3\n4,2011,5,6\n"
    let table = try read(text, year: "t", values: ["c", "a"])
    #expect(shown(table) == ["c: 2010=3.0 2011=6.0", "a: 2010=1.0 2011=4.0"])
  }

  @Test func `rows below each other are told apart by their words, no more than are needed`() throws
  {
    let table = try read("城市,来源,年份,排放\n甲,A,2010,1\n甲,B,2011,2\n乙,A,2010,3\n")
    #expect(shown(table) == ["甲: 2010=1.0 2011=2.0", "乙: 2010=3.0"])
    let both = try read("城市,来源,年份,排放,能源\n甲,A,2010,1,9\n甲,B,2010,2,8\n")
    #expect(
      shown(both) == [
        "A · 排放: 2010=1.0", "A · 能源: 2010=9.0", "B · 排放: 2010=2.0", "B · 能源: 2010=8.0",
      ])
  }

  @Test func `years in the header make a series of each row, named by what differs`() throws {
    let text = "Model,Region,Variable,2010,2011\nm,甲,Emissions|CO2,1,\nm,乙,Emissions|CO2,3,4\n"
    #expect(shown(try read(text)) == ["甲: 2010=1.0", "乙: 2010=3.0 2011=4.0"])
    #expect(shown(try read(text, values: ["乙"])) == ["乙: 2010=3.0 2011=4.0"])
    #expect(try read(text, values: ["Emissions|CO2"]).series.count == 2)
  }

  @Test func `a byte-order mark, carriage returns and falling years do not matter`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Data([0xEF, 0xBB, 0xBF] + "年,值\r\n2011,2\r\n2010,1\r\n".utf8), to: "o.csv")
    #expect(shown(ObservedTable(path: folder / "o.csv")) == ["值: 2011=2.0 2010=1.0"])
  }

  @Test(arguments: [
    ("1️⃣序号,年,值\n7,2010,4\n8,2011,5\n", "csv-unknown-column", ["值"]),
    ("1️⃣行,年,值\n1,2010,4\n2,2011,5\n3,2012,4\n", "csv-unknown-column", ["值"]),
    ("年,值,1️⃣增速\n2010,4,\n2011,5,8.2%\n", "csv-unknown-column", ["值"]),
    ("年,值\n2010,4\n2011,1️⃣50\n2012,5\n", "jump", ["值"]),
    ("年,值\n2010,400\n2011,1️⃣40\n2012,41\n", "jump", ["值"]),
    ("年,值\n2010,4\n2015,1️⃣40\n", "jump", ["值"]),
    ("年,值\n2024,4\n1️⃣2026,5\n2027,5\n", "year-out-of-range", ["值"]),
    ("x,2010,2011\n甲,1,1️⃣n/a\n", "csv-no-value", ["甲"]),
    ("年,值\n2010,5\n2011,1️⃣0\n", "zero-value", ["值"]),
    ("年,值\n2010,5\n2011,1️⃣-4\n", "zero-value", ["值"]),
    ("年,值\n2010,5\n1️⃣2011*,4\n", "provisional-value", ["值"]),
    ("年,值\n2010,5\n1️⃣2011（预测）,4\n", "year-out-of-range", ["值"]),
    ("来源,年,值\nA,2010,5\n1️⃣B,2011,4\n", "series-changes", ["值"]),
    ("1️⃣记录,年,值\na,2010,5\nb,2011,4\nc,2012,4\n", "csv-unknown-column", ["值"]),
    ("年,1️⃣区划代码,值\n2010,310000,5\n2011,310000,4\n", "csv-unknown-column", ["值"]),
  ])
  func `what is odd is a warning at its place, and the rest is read`(
    marked: String, code: String, names: [String]
  ) throws {
    let marked = MarkedText(marked)
    let table = try read(marked.text, thisYear: 2026)
    #expect(table.diagnostics.summaries == marked.places.map { "\($0) \(code)" })
    #expect(!table.diagnostics.hasErrors && table.series.map(\.name) == names)
  }

  @Test(arguments: [
    "年,值\n2010,1\n2011,2\n2012,3\n", "年,值\n2010,1\n2011,2.9\n", "年,值\n2000,1\n2010,7\n",
    "年,值,备注\n2010,40,约\n2011,50,\n", "年,值\n2024,4\n2025,5\n",
  ])
  func `what may be is not remarked upon`(text: String) throws {
    #expect(try read(text, thisYear: 2026).diagnostics.isEmpty)
  }

  @Test func `columns that are left out are read if they are named`() throws {
    let table = try read("id,年,值\n7,2010,4\n8,2011,5\n", values: ["id"])
    #expect(shown(table) == ["id: 2010=7.0 2011=8.0"] && table.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("2014", 2014), ("2014年", 2014), ("2014年度", 2014), ("X2014", 2014), ("2014.0", 2014),
    ("2014/15", 2014), ("2014–2015", 2014), ("FY2014", 2014), ("２０１４", 2014), ("2014*", 2014),
    ("2014 (prelim.)", 2014), ("2014（初步核算）", 2014), ("2014p", 2014), ("2014[1]", 2014),
    ("2014 (Mt)", 2014), ("2014 vs 2013 %", nil), ("2014年比上年增长(%)", nil), ("2014 (%)", nil),
    ("2014/17", nil), ("20141", nil), ("2014 price", nil), ("A2014", nil), ("", nil),
  ])
  func `a year is read however it is written, and nothing else for one`(text: String, year: Int?) {
    #expect(WrittenYear(text)?.year == year)
  }

  @Test func `a name on the first row of a block is that of the block`() throws {
    let long = "城市,年,值\n甲,2010,1\n,2011,2\n乙,2012,3\n,2013,4\n"
    #expect(shown(try read(long)) == ["甲: 2010=1.0 2011=2.0", "乙: 2012=3.0 2013=4.0"])
    let wide = "部门,能源,2010,2011\n工业,煤,1,2\n,油,3,4\n交通,油,5,6\n"
    #expect(
      shown(try read(wide)) == [
        "工业 · 煤: 2010=1.0 2011=2.0", "工业 · 油: 2010=3.0 2011=4.0", "交通 · 油: 2010=5.0 2011=6.0",
      ])
  }

  @Test func `titles, units and notes are no rows of values`() throws {
    let text = "表1 某市排放（单位：万吨）,\n年份,排放\n2010,1\n2011,2\n注：含水泥\n"
    let table = try read(text)
    #expect(shown(table) == ["排放: 2010=1.0 2011=2.0"] && table.series.first?.unit == "万吨")
    let rows = try read("指标,单位,2010,2011\n排放,万吨,1,2\n能源,PJ,3,4\n")
    #expect(rows.series.map(\.unit) == ["万吨", "PJ"])
  }

  @Test(arguments: [
    ("万吨", "Mt", false), ("kt CO2e", "kilotonnes (kt CO2e)", true),
    ("Mt CO2-equiv/yr", "MtCO2e", true), ("GWh", "PJ", false), ("x", "Mt", nil),
  ])
  func `units that mean the same agree`(first: String, second: String, agree: Bool?) {
    #expect(StatedUnit.agree(first, second) == agree)
  }

  @Test func `a remark beside some rows does not hide that a year stands twice`() throws {
    let table = try read("年,值,备注\n2010,4,\n2010,5,修订\n2011,6,\n")
    #expect(table.diagnostics.summaries == ["3:1 decreasing-years"])
  }

  @Test(arguments: [
    ("年,排放,能源\n2010,1,2\n", false), ("城市,年,排放\n甲,2010,1\n乙,2010,2\n", true),
    ("x,单位,2010,2011\na,Mt,1,2\nb,PJ,3,4\n", false),
    ("x,单位,2010,2011\na,Mt,1,2\nb,Mt,3,4\n", true),
  ])
  func `whether all series are of one quantity is known`(text: String, isOne: Bool) throws {
    #expect(try read(text).isOfOneQuantity == isOne)
  }

  @Test(arguments: [
    ("年,值\n2010,1️⃣12O\n2011,2\n", "malformed-number"),
    ("年,值\n2010,1\n1️⃣2010,2\n", "decreasing-years"),
    ("城市,年,值\n甲,2010,1\n甲,1️⃣2010,2\n乙,2010,3\n", "decreasing-years"),
    ("年,值\n2010,1\n1️⃣20l1,1\n", "csv-bad-year"), ("1️⃣年;值\n2010;1\n", "csv-separator"),
    ("1️⃣year,v\n2010,\n", "csv-unknown-column"), ("x,2010,2011\n甲,1,1️⃣1O\n", "malformed-number"),
    ("1️⃣x,2010,2011\n甲,,\n", "csv-missing-row"),
  ])
  func `what cannot be read is one error at its place, and nothing is read`(
    marked: String, code: String
  ) throws {
    let marked = MarkedText(marked)
    let table = try read(marked.text)
    #expect(table.diagnostics.summaries == marked.places.map { "\($0) \(code)" })
    #expect(table.series.isEmpty)
  }

  @Test func `a column or row that is named and not there is an error`() throws {
    let column = try read("year,emissions\n2010,1\n", values: ["emisions"])
    #expect(column.diagnostics.summaries == ["1:1 csv-unknown-column"])
    #expect(column.diagnostics.all.first?.suggestion?.english == "did you mean 'emissions'?")
    let year = try read("year,emissions\n2010,1\n", year: "t")
    #expect(year.diagnostics.summaries == ["1:1 csv-unknown-column"])
    let row = try read("x,2010,2011\n甲,1,2\n", values: ["乙"])
    #expect(row.diagnostics.summaries == ["1:1 csv-unknown-column"])
    let empty = try read("year,a,b\n2010,1,\n", values: ["b"])
    #expect(empty.diagnostics.summaries == ["1:8 csv-missing-row"])
  }

  @Test(
    arguments: [
      ([], nil, nil),
      (["--value"], "name the columns: --value", "name it with --value if it is a series"),
      (
        ["--year", "--value"], "name the columns: --year, --value",
        "name it with --value if it is a series"
      ),
    ] as [([String], String?, String?)])
  func `only options that the command has are named`(
    options: [String], columns: String?, column: String?
  ) throws {
    func suggestion(_ text: String) throws -> String? {
      let folder = try TemporaryFolder(["o.csv": text])
      return ObservedTable(path: folder / "o.csv", columns: .init(options: options))
        .diagnostics.all.first?.suggestion?.english
    }
    #expect(try suggestion("year,word\n2010,a\n") == columns)
    #expect(try suggestion("year,no.,a\n2010,1,5\n2011,2,6\n2012,3,7\n") == column)
  }

  @Test func `a missing file and a file in GBK are errors`() throws {
    let folder = try TemporaryFolder()
    #expect(ObservedTable(path: folder / "x.csv").diagnostics.summaries == ["0:0 no-such-file"])
    try folder.write(.init([0xC4, 0xEA, 0x2C, 0xD6, 0xB5, 0x0A]), to: "gbk.csv")  // 年,值
    #expect(ObservedTable(path: folder / "gbk.csv").diagnostics.summaries == ["1:1 not-utf-8"])
  }
}
