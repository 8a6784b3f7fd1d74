import Foundation
import TestSupport
import Testing

/// `table` through the real binary: what it understands, asks and refuses.
@Suite struct `Tables on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let statistics = """
    岚浦市主要能源指标,,,
    指标,单位,2019年,2020年（初步核算）
    全社会用电量,亿千瓦时,120.5,128
    煤炭消费量,万吨,"1,410",1395

    """

  @Test func `titles, units, years and series are told, in both languages and as a record`() throws
  {
    let file = try folder.write(Self.statistics, to: "yearbook.csv")
    let told = try Program.run(["table", file])
    #expect(told.status == 0, "\(told.errors)")
    for words in ["岚浦市主要能源指标", "in the headings", "2 series:", "亿千瓦时", "2019–2020 (2)"] {
      #expect(told.output.contains(words), "\(words): \(told.output)")
    }
    #expect(told.errors.contains("[provisional-value]"))
    let chinese = try Program.run(["table", file, "--lang", "zh"])
    #expect(chinese.output.contains("共 2 个序列") && chinese.output.contains("初步"))
    let record = try Program.run(["table", file, "--json"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(record.output.utf8)) as? [String: Any])
    let series = try #require(object["series"] as? [[String: Any]])
    #expect(series.compactMap { $0["name"] as? String } == ["全社会用电量", "煤炭消费量"])
    #expect(series.compactMap { $0["unit"] as? String } == ["亿千瓦时", "万吨"])
    let coal = try #require(series.last?["values"] as? [String: Double])
    #expect(coal == ["2019": 1410, "2020": 1395])
    #expect((object["tables"] as? [[String: Any]])?.count == 1)
  }

  @Test func `rows are picked by their words; what cannot be is refused with its status`() throws {
    let file = try folder.write(
      "city,year,CO2 [Mt]\n岚浦,2019,3\n岚浦,2020,4\n海口,2019,5\n海口,2020,6\n", to: "cities.csv")
    let picked = try Program.run(["table", file, "--where", "city=岚浦"])
    #expect(picked.status == 0 && picked.output.contains("1 series:"), "\(picked.errors)")
    #expect(try Program.run(["table", file, "--where", "city"]).status == 64)
    #expect(try Program.run(["table", folder.url.path + "/none.xlsx"]).status == 66)
    let words = try folder.write("a,b\nx,y\n", to: "words.csv")
    let refused = try Program.run(["table", words])
    #expect(refused.status == 65 && refused.output.isEmpty, "\(refused.errors)")
  }

  @Test func `the program's own workbook is read`() throws {
    let city = try folder.write(try SmallCity.text(levers: ""), to: "city.yaml")
    let run = try Program.run(["run", city, "--xlsx", "--output", folder.url.path + "/out"])
    #expect(run.status == 0, "\(run.errors)")
    let places = folder.contents.filter { $0.hasSuffix(".xlsx") }
    let book = try #require(places.first)
    let told = try Program.run([
      "table", folder.url.appending(path: book).path, "--sheet", "indicators",
    ])
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output.contains("energy-intensity") && told.output.contains("2020–2040 (21)"))
  }
}
