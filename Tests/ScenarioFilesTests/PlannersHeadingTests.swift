import Diagnostics
import Tables
import TestSupport
import Testing

@testable import ScenarioFiles

/// Headings and cells as city planners have them in their yearbooks.
@Suite struct `Headings and cells of planners' tables` {
  private func read(
    _ text: String, values: [String] = [], options: [String] = ["--year", "--value"],
    isJudged: Bool = true
  ) throws -> ObservedTable {
    let folder = try TemporaryFolder(["o.csv": text])
    return ObservedTable(
      path: folder / "o.csv", columns: .init(values: values, options: options),
      checksValues: isJudged)
  }

  @Test func `a heading of two rows is joined, what is merged filled to the right`() throws {
    let text = """
      年份,能源消费总量,,碳排放,,人口（万人）
      ,总量（万吨标准煤）,煤炭占比（%）,总量（万吨）,强度（吨/万元）,
      2019,8000,60.1,17000,1.5,1000
      2020,8100,59.1,17100,1.4,1010

      """
    let table = try read(text, isJudged: false)
    #expect(
      table.series.map(\.name) == [
        "能源消费总量 总量（万吨标准煤）", "能源消费总量 煤炭占比（%）", "碳排放 总量（万吨）", "碳排放 强度（吨/万元）", "人口（万人）",
      ])
    #expect(table.series.map(\.unit) == ["万吨标准煤", "%", "万吨", "吨/万元", "万人"])
    #expect(table.series.map { $0.points.map(\.value) }[3] == [1.5, 1.4])
    let judged = try read(text)
    #expect(judged.series.count == 4)
    #expect(judged.diagnostics.summaries == ["2:12 csv-unknown-column"])
  }

  @Test(arguments: [
    ("年份,碳排放（万吨）,\n,工业,交通\n2019,1,2\n", ["碳排放 工业 [万吨]", "碳排放 交通 [万吨]"]),
    ("年份,排放,\n,万吨,吨/人\n2019,1,2\n", ["排放 [万吨]", "排放 [吨/人]"]),
    (
      "year,CO2,CO2\n,total [Mt],industry [Mt]\n2019,1,2\n",
      ["CO2 total [Mt]", "CO2 industry [Mt]"]
    ),
    ("年份,排放量,能源\n,万吨,PJ\n2019,1,2\n", ["排放量", "能源"]),
  ])
  func `names and units of merged headings are kept`(text: String, names: [String]) throws {
    let table = try read(text)
    #expect(table.series.map(\.name) == names && table.diagnostics.isEmpty)
  }

  @Test func `numbers under no heading are an error at their heading, an index is left out`() throws
  {
    let unnamed = try read("年份,排放,\n2019,1,3\n2020,2,5\n")
    #expect(unnamed.diagnostics.summaries == ["1:7 csv-unknown-column"])
    #expect(
      unnamed.diagnostics.all.first?.message.english
        == "column 3 holds numbers and has no heading")
    #expect(unnamed.series.isEmpty)
    let index = try read(",年份,排放\n0,2018,1\n1,2019,2\n2,2020,3\n")
    #expect(index.series.map(\.name) == ["排放"] && !index.diagnostics.hasErrors)
    let row = try read(",2019,2020\n,1,2\n")
    #expect(row.diagnostics.summaries == ["2:1 csv-missing-row"])
    let one = try read("2019,2020\n1,2\n")
    #expect(one.diagnostics.summaries == ["2:1 csv-missing-row"])
  }

  @Test(arguments: [
    ("\"16,500\"", "write 16500 if the comma parts thousands"),
    ("16 500", "write 16500, without thousands separators"),
    ("16\u{A0}500", "write 16500, without thousands separators"),
    ("17180*", "write 17180, and '*' behind the year"),
    ("17180（初步）", "write 17180, and '初步' behind the year"),
    ("17180p", "write 17180, and 'p' behind the year"),
    ("约17180", "write 17180, and '约' behind the year"),
    ("17180（预测）", "leave the cell empty: what is projected was not observed"),
    ("17180万吨", "write 17180, and '万吨' in brackets in the heading"),
    ("72.7%", "write 72.7, and % as the unit"),
  ])
  func `a number that is not plain has a cure`(cell: String, cure: String) throws {
    for text in ["年份,碳排放\n2018,1\n2019,2\n2020,\(cell)\n", "x,2019,2020\n排放,1,\(cell)\n"] {
      let table = try read(text)
      let found = try #require(table.diagnostics.all.first)
      #expect(found.code == .malformedNumber && found.severity == .error, "\(cell)")
      #expect(found.suggestion?.english.hasPrefix(cure) == true, "\(found.suggestion as Any)")
    }
  }

  @Test
  func `a column of emissions that cannot be read is an error, another is left out with its cell`()
    throws
  {
    let text = "年份,碳排放(万吨),GDP(亿元)\n2018,\"16,500\",25000\n2019,\"16,600\",26000\n"
    let table = try read(text)
    #expect(table.diagnostics.summaries == ["2:6 malformed-number", "3:6 malformed-number"])
    let other = try read("年份,碳排放,GDP\n2018,16500,\"25,000\"\n2019,16600,26 000\n2020,1,1\n")
    #expect(other.series.map(\.name) == ["碳排放"])
    let told = try #require(other.diagnostics.all.first { $0.code == .csvUnknownColumn })
    #expect(told.message.english.contains("as '25,000'"), "\(told.message)")
    #expect(told.message.chinese.contains("千位分隔符") && !told.message.chinese.contains("8.2%"))
    // Where columns cannot be chosen, none is passed over.
    let track = try read(
      "年份,碳排放,GDP\n2018,16500,\"25,000\"\n2019,16600,\"26,000\"\n", options: [], isJudged: false)
    #expect(track.diagnostics.summaries == ["2:12 malformed-number", "3:12 malformed-number"])
  }

  @Test(arguments: ["72.7%,72.2%,71%,70%,69%", "72.7%,72.2%,0,70%,69%", "72.7%,72.7%,,…,0"])
  func `a column of percentages names no series, with a bare number in it or without`(cells: String)
    throws
  {
    let rows = cells.split(separator: ",", omittingEmptySubsequences: false).enumerated()
      .map { "\(2015 + $0.offset),\(100 + $0.offset),\($0.element)\n" }
    let table = try read("年份,值,某率\n" + rows.joined())
    #expect(table.series.map(\.name) == ["值"])
    let told = try #require(table.diagnostics.all.first { $0.code == .csvUnknownColumn })
    #expect(told.message.english == "column '某率' holds percentages, as '72.7%' and is not judged")
  }

  @Test(arguments: [
    "煤炭占比（%）", "占比", "碳排放比上年增长", "GDP增速（%）", "非化石能源比重", "share of coal", "Growth [1]",
    "CO2 [per cent]", "Total %", "GDP（上年=100）",
  ])
  func `rates of growth and shares are not judged as emissions unless they are named`(name: String)
    throws
  {
    let columns = "年份,排放,\(name)\n2019,1,2\n2020,2,3\n"
    let found = try read(columns)
    #expect(found.series.map(\.name) == ["排放"] && found.diagnostics.all.count == 1)
    #expect(try read(columns, values: [name]).series.map(\.name) == [name])
    #expect(try read(columns, isJudged: false).series.count == 2)
    let rows = "x,2019,2020\n排放,1,2\n\(name),2,3\n"
    let wide = try read(rows)
    #expect(wide.series.map(\.name) == ["排放"] && wide.diagnostics.all.count == 1)
    #expect(try read(rows, values: [name]).series.map(\.name) == [name])
    let alone = try read("年份,\(name)\n2019,2\n2020,3\n")
    #expect(alone.diagnostics.hasErrors && alone.series.isEmpty)
  }

  @Test(arguments: ["碳排放", "LULUCF change", "人均碳排放（吨/人）", "Greengrowthville", "价格"])
  func `other names are judged`(name: String) throws {
    #expect(try read("年份,\(name)\n2019,2\n2020,3\n").series.map(\.name) == [name])
  }

  @Test(
    arguments: [
      ("17180", nil), ("12O", nil), ("1.1.1", nil), ("I.1.1", nil), ("5k", nil), ("2014-2015", nil),
      ("16,500", .separated), ("8.2%", .percent("8.2")), ("17180 *", .marked("17180", mark: "*")),
      ("17,180†", .marked("17180", mark: "†")), ("1650 Mt", .measured("1650", unit: "Mt")),
      ("17180t", .measured("17180", unit: "t")),
    ] as [(String, WrittenNumber?)])
  func `what stands beside a number is told apart`(text: String, written: WrittenNumber?) {
    #expect(WrittenNumber(text) == written)
  }

  @Test(arguments: [
    ("地区生产总值（GDP）（亿元）", "地区生产总值（GDP）", "亿元"), ("energy [万吨标准煤(等价)]", "energy", "万吨标准煤(等价)"),
    ("排放（范围一）[Mt]", "排放（范围一）", "Mt"), ("kilotonnes (kt CO2e)", "kilotonnes", "kt CO2e"),
  ])
  func `the last bracket holds the unit`(text: String, name: String, unit: String) {
    let found = StatedUnit.bracketed(text)
    #expect(found.name == name && found.unit == unit)
  }
}
