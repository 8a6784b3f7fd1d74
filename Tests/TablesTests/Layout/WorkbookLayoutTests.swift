import Diagnostics
import Testing

@testable import Tables

@Suite struct `Tables in workbooks` {
  private func text(_ book: TestWorkbook, pick: TablePick = TablePick()) -> SeriesText {
    SeriesText(Opened(book), pick: pick)
  }

  @Test func `merged headings and titles are those of all their cells`() {
    let book = TestWorkbook([
      .init(
        "能源",
        [
          ["滨海市能源消费（单位：万吨标准煤）", "", "", "", ""], ["行业", "2019年", "", "2020年", ""],
          ["", "消费量", "增长（%）", "消费量", "增长（%）"], ["工业", "100", "3.1", "103", "3.0"],
          ["交通", "20", "1.1", "21", "5.0"],
        ], merges: ["A1:E1", "A2:A3", "B2:C2", "D2:E2"])
    ])
    let text = text(book)
    #expect(
      text.lines == ["工业 [万吨标准煤]: 2019 100, 2020 103", "交通 [万吨标准煤]: 2019 20, 2020 21"])
    #expect(
      text.said == [
        "book.xlsx!能源!C3 warning: column '2019年 增长（%）' holds rates of growth or shares and is left out",
        "book.xlsx!能源!E3 warning: column '2020年 增长（%）' holds rates of growth or shares and is left out",
      ])
  }

  @Test func `names that are merged down belong to all rows of their block`() {
    let book = TestWorkbook([
      .init(
        "a",
        [
          ["市", "年份", "排放（万吨）"], ["岚浦", "2019", "1"], ["", "2020", "2"], ["云汀", "2019", "3"],
          ["", "2020", "4"],
        ], merges: ["A2:A3", "A4:A5"])
    ])
    #expect(text(book).lines == ["岚浦 [万吨]: 2019 1, 2020 2", "云汀 [万吨]: 2019 3, 2020 4"])
  }

  @Test func `a formula without a value is an error where it is wanted, and only there`() {
    let book = TestWorkbook([
      .init(
        "a",
        data:
          "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>项目</v></c><c r=\"B1\"><v>2019</v></c><c r=\"C1\"><v>2020</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>煤</v></c><c r=\"B2\"><v>1</v></c><c r=\"C2\"><f>B2*2</f></c></row><row r=\"3\"><c r=\"A3\" t=\"str\"><v>油</v></c><c r=\"B3\"><v>1</v></c><c r=\"C3\"><v>2</v></c></row>"
      )
    ])
    let all = text(book)
    #expect(all.said == ["book.xlsx!a!C2 error: this formula has no stored value"])
    #expect(all.diagnostics.all[0].suggestion != nil)
    let oil = text(book, pick: TablePick(values: ["油"]))
    #expect(oil.lines == ["油: 2019 1, 2020 2"])
    #expect(oil.codes == [])
  }

  @Test func `errors of formulas are faults, those that say that there is no value are gaps`() {
    let book = TestWorkbook([
      .init(
        "a",
        data:
          "<row r=\"1\"><c t=\"str\"><v>项目</v></c><c><v>2019</v></c><c><v>2020</v></c></row><row r=\"2\"><c t=\"str\"><v>煤</v></c><c t=\"e\"><v>#DIV/0!</v></c><c t=\"e\"><v>#N/A</v></c></row><row r=\"3\"><c t=\"str\"><v>油</v></c><c><v>1</v></c><c><v>2</v></c></row>"
      )
    ])
    #expect(
      text(book).said == [
        "book.xlsx!a!C2 warning: '#N/A' taken for no value (1 cell)",
        "book.xlsx!a!B2 error: expected a number, found the error '#DIV/0!'",
      ])
  }

  @Test func `numbers kept as text are read and told, dates are taken for their years`() {
    var book = TestWorkbook([
      .init(
        "a",
        data:
          "<row r=\"1\"><c t=\"str\"><v>项目</v></c><c s=\"1\"><v>43466</v></c><c s=\"1\"><v>43831</v></c></row><row r=\"2\"><c t=\"str\"><v>煤</v></c><c t=\"str\"><v>12.5</v></c><c><v>3</v></c></row><row r=\"3\"><c t=\"str\"><v>油</v></c><c s=\"1\"><v>43466</v></c><c><v>2</v></c></row>"
      )
    ])
    book.styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>"
    #expect(text(book).lines == ["煤: 2019 12.5, 2020 3", "油: 2020 2"])
    #expect(
      text(book).said == [
        "book.xlsx!a!B2 warning: 1 number is kept as text: read as numbers",
        "book.xlsx!a!B1 warning: the date 2019-01-01 is taken for the year 2019, like all dates there",
        "book.xlsx!a!B3 error: expected a number, found the date 2019-01-01",
      ])
  }

  @Test func `steps of indentation are structure`() {
    var book = TestWorkbook([
      .init(
        "a",
        data:
          "<row r=\"1\"><c t=\"str\"><v>项目</v></c><c><v>2019</v></c><c><v>2020</v></c></row><row r=\"2\"><c t=\"str\"><v>工业</v></c><c><v>5</v></c><c><v>6</v></c></row><row r=\"3\"><c t=\"str\" s=\"1\"><v>钢铁</v></c><c><v>1</v></c><c><v>2</v></c></row>"
      )
    ])
    book.styles = "<cellXfs><xf/><xf><alignment indent=\"1\"/></xf></cellXfs>"
    #expect(text(book).table?.rows.last?.path == ["工业", "钢铁"])
  }

  @Test func `several tables on a sheet, with empty rows and columns around them`() {
    let book = TestWorkbook([
      .init(
        "a",
        [
          [], ["", "", "表一 人口"], ["", "", "地区", "2019", "2020"], ["", "", "岚浦", "1", "2"], [],
          ["", "", "表二 用电量（亿千瓦时）"], ["", "", "地区", "2018", "2019"], ["", "", "岚浦", "3", "4"],
        ])
    ])
    #expect(
      text(book).lines == [
        "表一 人口 · 岚浦: 2019 1, 2020 2", "表二 用电量（亿千瓦时） · 岚浦 [亿千瓦时]: 2018 3, 2019 4",
      ])
  }
}
