import Diagnostics
import Testing

@testable import Tables

/// An energy balance as yearbooks print it, of a city that is made up; the numbers too.
private let balance = """
  表6-2  滨海市2019年能源平衡表（实物量）,,,,
  ,,,单位：见表头,
  项目,煤合计,原煤,天然气,电力
  ,万吨,万吨,亿立方米,亿千瓦时
  甲,1,2,3,4
  一、可供本地区消费的能源量,100.5,100.5,5,
  1.年初库存量,3.5,3.5,,
  4.外省（区、市）调入量,"1,200.5",100,5,
  二、加工转换投入（-）产出（+）量,-50,-50,−2,30
    火力发电,(45),(45),-2,30
  三、损失量,,,,1.2
    #运输和输配损失,,,,1.2
  四、终端消费量,50,50,3,40
    第二产业,40,40,2,25
      工业,39,39,2,24
        #用作原料、材料,2,2,0.5,
  续表,,,,
  项目,煤合计,原煤,天然气,电力
  ,万吨,万吨,亿立方米,亿千瓦时
    生活消费,7,7,1,6
      城镇,3,3,0.6,4
  六、消费量合计,100,100,5,41.2
  注：煤合计含煤制品。,,,,

  """

@Suite struct `Layouts of yearbooks` {
  @Test func `an energy balance shows its rows as a tree, its units and its year`() {
    let text = SeriesText(text: balance)
    let table = text.table
    #expect(table?.years == .title(2019))
    #expect(table?.unit == nil)
    #expect(table?.columns.map(\.unit) == [nil, "万吨", "万吨", "亿立方米", "亿千瓦时"])
    let paths = table?.rows.filter { $0.role == .values }.map { $0.path.joined(separator: "/") }
    #expect(
      paths == [
        "可供本地区消费的能源量", "可供本地区消费的能源量/年初库存量", "可供本地区消费的能源量/外省(区、市)调入量",
        "加工转换投入(-)产出(+)量", "加工转换投入(-)产出(+)量/火力发电", "损失量", "损失量/运输和输配损失", "终端消费量",
        "终端消费量/第二产业", "终端消费量/第二产业/工业", "终端消费量/第二产业/工业/用作原料、材料", "终端消费量/生活消费",
        "终端消费量/生活消费/城镇", "消费量合计",
      ])
    #expect(
      table?.rows.filter { $0.role != .values }.map(\.role) == [
        .title, .title, .heading, .units, .numbering, .repeated, .repeated, .repeated, .note,
      ])
    #expect(table?.rows.last { $0.role == .values }?.isTotal == true)
    #expect(table?.values.first { $0.row == 7 && $0.column == 1 }?.number == 1200.5)
    #expect(text.lines.contains("火力发电 · 原煤 [万吨]: 2019 -45"))
    #expect(
      text.said == [
        "table.csv:1:1 warning: all values are taken for 2019, by the title",
        "table.csv:10:8 warning: numbers in brackets, as (45), are taken for numbers below 0 (2 cells)",
        "table.csv:9:27 warning: a minus sign or a dash is taken for the sign of a number (1 cell)",
      ])
  }

  @Test func `growth beside a value is told from it`() {
    let text = SeriesText(
      text:
        "表1 2024年主要指标\n指标,单位,2024年,比上年增长（%）\n地区生产总值,亿元,\"3,450.2\",5.6\n  第二产业,亿元,\"1,530.2\",6.2\n"
    )
    #expect(text.lines == ["地区生产总值 [亿元]: 2024 3450.2", "第二产业 [亿元]: 2024 1530.2"])
    #expect(text.table?.columns.map(\.role) == [.label, .unit, .value, .rate])
    #expect(text.codes == ["left-out"])
  }

  @Test func `the table of a city's model keeps units, parts and gaps of its rows`() {
    let text = SeriesText(
      text: """
        数据来源,项目,单位,2010,2018,2019,2020,,
        统计年鉴,煤炭消费量,万吨,400,NA,401.02,-,,
        统计年鉴,#工业用煤,万吨,300,312,311,305,,
        统计年鉴,##发电用煤,万吨,200,212,211,205,,
        ,天然气消费量,万立方米,400,500,401.02,520,,
        年鉴,人口,万人,200,212,２１１,205,,

        """)
    #expect(
      text.lines == [
        "煤炭消费量 [万吨]: 2010 400, 2019 401.02",
        "工业用煤 [万吨]: 2010 300, 2018 312, 2019 311, 2020 305",
        "发电用煤 [万吨]: 2010 200, 2018 212, 2019 211, 2020 205",
        "天然气消费量 [万立方米]: 2010 400, 2018 500, 2019 401.02, 2020 520",
        "人口 [万人]: 2010 200, 2018 212, 2019 211, 2020 205",
      ])
    #expect(text.table?.rows[3].path == ["煤炭消费量", "工业用煤", "发电用煤"])
    #expect(text.codes == ["csv-no-value"])
  }

  @Test func `tables below each other are told apart by their titles`() {
    let text = SeriesText(
      text: """
        表1 全社会用电量（万千瓦时）,,
        行业,2019,2020
        第一产业,10,11
        第二产业,100,110

        表2 天然气消费量（单位：万立方米）,,
        行业,2019,2020
        第一产业,1,1.1

        """)
    #expect(
      text.lines == [
        "表1 全社会用电量（万千瓦时） · 第一产业 [万千瓦时]: 2019 10, 2020 11",
        "第二产业 [万千瓦时]: 2019 100, 2020 110",
        "表2 天然气消费量（单位：万立方米） · 第一产业 [万立方米]: 2019 1, 2020 1.1",
      ])
    #expect(text.codes == [])
  }

  @Test func `headings of three rows are joined, over merged cells that are left empty`() {
    let text = SeriesText(
      text: """
        地区,能源消费量,,,,碳排放,
        ,2019年,,2020年,,2019年,2020年
        ,总量（万吨标准煤）,增长（%）,总量（万吨标准煤）,增长（%）,万吨,万吨
        岚浦,100,3.1,103,3.0,250,255
        云汀,50,2.0,51,2.0,120,121

        """)
    #expect(
      text.lines == [
        "岚浦 · 能源消费量 总量 [万吨标准煤]: 2019 100, 2020 103", "岚浦 · 碳排放 [万吨]: 2019 250, 2020 255",
        "云汀 · 能源消费量 总量 [万吨标准煤]: 2019 50, 2020 51", "云汀 · 碳排放 [万吨]: 2019 120, 2020 121",
      ])
  }

  @Test func `years in rows of their own are those of the rows below`() {
    let text = SeriesText(
      text: "指标,全市,城区\n2019年,,\n人口（万人）,450,200\n2020年,,\n人口（万人）,455,205\n")
    #expect(
      text.lines == [
        "全市 [万人]: 2019 450, 2020 455",
        "城区 [万人]: 2019 200, 2020 205",
      ])
  }

  @Test func `words and what they are of, above a table, are its titles`() {
    let text = SeriesText(
      text: """
        Content:,Emissions by country,,,,,
        Compound:,CO2,,,,,
        Unit:,Gg,,,,,
        Annex,Country_code,Name,Substance,Y_2019,Y_2020,Y_2021
        No,ANY,Anyland,CO2,100,101,102
        No,OTH,Otherland,CO2,200,201,202

        """)
    #expect(
      text.lines == [
        "Anyland [Gg]: 2019 100, 2020 101, 2021 102",
        "Otherland [Gg]: 2019 200, 2020 201, 2021 202",
      ])
  }

  @Test func `the unit may stand above the names`() {
    let text = SeriesText(
      text:
        "Million tonnes of carbon dioxide,2020,2021,Share 2021\nCanada,523.1,546.1,1.5%\n\nTotal,5300,5600,16%\n"
    )
    #expect(
      text.lines == [
        "Canada [Million tonnes of carbon dioxide]: 2020 523.1, 2021 546.1",
        "Total [Million tonnes of carbon dioxide]: 2020 5300, 2021 5600",
      ])
  }

  @Test(arguments: [
    (
      "a;2019;2020\nx;1.234,5;1.200\ny;234,5;230,1\n",
      ["x: 2019 1234.5, 2020 1200", "y: 2019 234.5, 2020 230.1"]
    ),
    (
      "a,2019,2020\nx,\"1,234\",\"1,300\"\ny,\"2,345\",987\n",
      ["x: 2019 1234, 2020 1300", "y: 2019 2345, 2020 987"]
    ),
    (
      "a,2019,2020\nx,\"1,234\",1.5\ny,\"2,345\",9\n",
      ["x: 2019 1234, 2020 1.5", "y: 2019 2345, 2020 9"]
    ),
    ("行业,2019,2020\nx,\"1,234\",\"1,300\"\n", ["x: 2019 1234, 2020 1300"]),
    ("a,2019,2020\nx,16 500,1'300\n", ["x: 2019 16500, 2020 1300"]),
    ("a,2019,2020\nx,17180*,12（初步）\n", ["x: 2019 17180p, 2020 12p"]),
    ("a,2019,2020\nx,16500万吨,12万吨\n", ["x [万吨]: 2019 16500, 2020 12"]),
    ("a,2019,2020\nx,1.5E3,-2e-1\n", ["x: 2019 1500, 2020 -0.2"]),
    ("a,2019,2020\nx,０．５,－3\n", ["x: 2019 0.5, 2020 -3"]),
  ])
  func `numbers are read by the writing of their column`(text: String, lines: [String]) {
    let text = SeriesText(text: text)
    #expect(text.lines == lines)
    #expect(!text.diagnostics.hasErrors)
  }

  @Test(arguments: [
    ("a,2019,2020\nx,\"1,234\",5\n", "table.csv:2:3 error: '1,234' can be read in two ways"),
    (
      "a,2019,2020\nx,\"1,234\",\"2,345\"\n",
      "table.csv:2:3 error: '1,234' can be read in two ways (and 1 more cell like it)"
    ),
    (
      "a,2019,2020\nx,\"1,5\",5\ny,\"2,345.6\",7\n",
      "table.csv:2:3 error: '1,5' is written with another decimal sign than other numbers of its column"
    ),
    ("a,2019,2020\nx,abc,5\n", "table.csv:2:3 error: expected a number, found 'abc'"),
    (
      "year,v\n2019,1\nabout,2\n2021,3\n2022,4\n2023,5\n",
      "table.csv:3:1 error: expected a year, found 'about'"
    ),
    ("1,2,3\n4,5,6\n", "table.csv:1:1 error: numbers stand here where headings are expected"),
    (
      "year,v\n2019,1\n2019,2\n",
      "table.csv:3:1 error: the year 2019 stands twice in 'v', first at table.csv:2:6"
    ),
    ("a,2019,2020\nx,1\n", "table.csv:2:3 error: this row has 2 cells, the header has 3"),
    (
      "a,b\nword,other\nx,1\n",
      "table.csv:2:1 error: this row holds no number: is it a second row of headings?"
    ),
  ])
  func `what cannot be decided is asked at its cell`(text: String, said: String) {
    #expect(SeriesText(text: text).said.first { $0.contains("error") } == said)
  }

  @Test(arguments: [
    "2014", "2014年", "2014年度", "X2014", "2014.0", "2014/15", "2014-2015", "FY2014",
    "2014 (prelim.)",
    "2014*", "2014[1]", "２０１４", "二〇一四年", "2014（初步核算）", "2014 年", "Y_2014", "CY 2014",
  ])
  func `years are read as tables write them`(text: String) {
    #expect(WrittenYear(text)?.year == 2014)
  }

  @Test(arguments: [
    "20145", "1,2014", "2014 vs 2013", "2014比上年", "201", "2014.5", "12.2014", "3014", "2014/16",
  ])
  func `other numbers are no years`(text: String) {
    #expect(WrittenYear(text) == nil)
  }
}

@Suite struct `Picks` {
  private static let cities = """
    城市,年份,部门,排放（万吨）,备注
    深圳市,2019,工业,10,
    深圳市,2020,工业,11,
    深圳市,2019,交通,5,
    深圳市,2020,交通,6,
    广州市,2019,工业,oops,
    广州市,2020,工业,21,

    """

  private func text(_ conditions: [String], values: [String] = []) -> SeriesText {
    SeriesText(
      text: Self.cities,
      pick: TablePick(
        conditions: conditions.compactMap { TablePick.Condition($0) }, values: values))
  }

  @Test func `rows are picked by words of their columns, and others do no harm`() {
    #expect(text(["城市=深圳市", "部门=工业"]).lines == ["排放（万吨） [万吨]: 2019 10, 2020 11"])
    #expect(text(["城市=深圳市"]).lines == ["工业 [万吨]: 2019 10, 2020 11", "交通 [万吨]: 2019 5, 2020 6"])
    #expect(!text(["城市=深圳市"]).diagnostics.hasErrors)
    #expect(text(["城市=广州市"]).codes == ["malformed-number"])
  }

  @Test func `a part of a word will do where one word has it`() {
    let picked = text(["城市=深圳", "部门＝交"])
    #expect(picked.lines == ["排放（万吨） [万吨]: 2019 5, 2020 6"])
    #expect(picked.codes == ["no-such-pick", "no-such-pick"])
    #expect(
      text(["城市=市"]).said.contains(
        "table.csv:1:1 error: '市' is part of several words of '城市': '深圳市', '广州市'"))
  }

  @Test func `a near name is offered`() {
    let picked = text(["城市=深训市"])
    #expect(
      picked.said == ["table.csv:1:1 error: no row has '深训市' under '城市'; there are '深圳市', '广州市'"])
    #expect(picked.diagnostics.all.first?.suggestion?.english == "did you mean '深圳市'?")
    #expect(
      text(["城巿=深圳市"]).said == [
        "table.csv:1:1 error: 'table.csv' has no column '城巿'; it has '城市', '部门'"
      ])
    #expect(
      text([], values: ["排放"]).codes.contains("no-such-pick") == false)
    #expect(text([], values: ["排方"]).codes.contains("no-such-pick"))
  }

  @Test func `signs for no value can be named`() {
    let text = SeriesText(
      text: "a,2019,2020\nx,oops,5\n", pick: TablePick(missing: ["oops"]))
    #expect(text.lines == ["x: 2020 5"])
    #expect(text.codes == ["csv-no-value"])
  }

  @Test func `rows are picked by their names, with what they are part of`() {
    let source = "项目,2019,2020\n一、供应,1,2\n  工业,3,4\n二、消费,5,6\n  工业,7,8\n"
    #expect(
      SeriesText(text: source).lines == [
        "供应: 2019 1, 2020 2", "供应 · 工业: 2019 3, 2020 4", "消费: 2019 5, 2020 6",
        "消费 · 工业: 2019 7, 2020 8",
      ])
    #expect(
      SeriesText(text: source, pick: TablePick(values: ["消费/工业"])).lines == [
        "消费 · 工业: 2019 7, 2020 8"
      ])
    #expect(SeriesText(text: source, pick: TablePick(values: ["工业"])).lines.count == 2)
  }
}

@Suite struct `Units of tables` {
  @Test(arguments: [
    ("1e8 yuan, current prices", "亿元, current prices", true),
    ("1e8 yuan, current prices", "亿元", nil), ("当年价万元", "当年价亿元", false),
    ("万吨", "Mt", false), ("万吨", "10 kt", true), ("kilotonnes (kt CO2e)", "kt CO2e", true),
    ("Mt/yr", "Mt", true), ("MtCO2", "Mt", true), ("万人", "foo", nil),
  ])
  func `agree where they are of one size and of one kind of money`(
    first: String, second: String, agrees: Bool?
  ) {
    #expect(StatedUnit.agree(first, second) == agrees)
  }

  @Test func `a table without any year says so once`() {
    let text = SeriesText(text: "sector,coal,oil\nx,1,2\ny,3,4\n")
    #expect(text.said == ["table.csv:1:1 error: the table names no year"])
    #expect(text.table?.values.count == 4)
  }
}
