import FoundationXML
import Testing

@testable import Reporting

@Suite struct `Workbooks` {
  @Test(arguments: [
    // The check value of the CRC catalogue, and two of RFC 3385's kind: nothing, and a single zero.
    ("123456789", 0xCBF4_3926), ("", 0), ("\0", 0xD202_EF8D),
    ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
  ])
  func `checksums are those of the standard`(text: String, sum: UInt32) {
    #expect(crc32(Array(text.utf8)) == sum)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")])
  func `columns are named as spreadsheets name them`(column: Int, name: String) {
    #expect(columnName(column) == name)
  }

  @Test func `an archive lists every file at its place, with its size`() {
    var archive = ZipArchive()
    archive.add("a.txt", Array("hello".utf8))
    archive.add("日本.txt", [0, 1, 2])
    let bytes = archive.bytes
    func number(_ place: Int, _ size: Int) -> Int {
      bytes[place..<(place + size)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let end = bytes.count - 22
    #expect(number(end, 4) == 0x0605_4B50 && number(end + 10, 2) == 2)
    var entry = number(end + 16, 4)
    for (name, content) in [("a.txt", Array("hello".utf8)), ("日本.txt", [0, 1, 2])] {
      #expect(number(entry, 4) == 0x0201_4B50 && number(entry + 24, 4) == content.count)
      let length = number(entry + 28, 2)
      let place = number(entry + 42, 4)
      #expect(number(place, 4) == 0x0403_4B50 && length == name.utf8.count)
      let start = place + 30
      #expect(Array(bytes[start..<(start + length)]) == Array(name.utf8))
      #expect(Array(bytes[(start + length)..<(start + length + content.count)]) == content)
      entry += 46 + length
    }
    #expect(entry == end)
  }

  @Test func `cells hold numbers as numbers and texts as texts, whatever they look like`() throws {
    let sheet = Sheet(
      name: "s",
      table: Table(
        columns: ["a", "=b"],
        rows: [
          [.text("=1+1"), .number(0.1)], [.integer(3), .number(.nan)], [.empty, .text("2-3")],
        ]))
    let markup = sheet.markup.rendered
    _ = try Shapes(markup)
    #expect(markup.contains("<t xml:space=\"preserve\">=1+1</t>"))
    #expect(!markup.contains("<f>") && !markup.contains("nan"))
    #expect(markup.contains("<c r=\"B2\" s=\"1\"><v>0.1</v>"))
    #expect(markup.contains("r=\"A3\"><v>3</v>") && !markup.contains("r=\"B3\""))
    #expect(sheet.range(1, 1...3) == "'s'!$B$2:$B$4" && sheet.range(0, 0...0) == "'s'!$A$1")
  }

  @Test func `a chart of the workbook names the cells it draws`() throws {
    let table = Table(
      columns: ["year", "a", "b"],
      rows: [[.integer(2020), .number(1), .number(2)], [.integer(2021), .number(3), .number(4)]])
    let chart = Sheet.Chart(title: "<t>", unit: "Mt", layers: [(1, 0)], lines: [2])
    let sheet = Sheet(name: "s", table: table, chart: chart)
    let markup = sheet.chartSpace(chart).rendered
    _ = try Shapes(markup)
    _ = try Shapes(sheet.drawing(chart).rendered)
    for cells in ["$B$1", "$B$2:$B$3", "$C$2:$C$3", "$A$2:$A$3"] {
      #expect(markup.contains("<c:f>&#39;s&#39;!\(cells)</c:f>"))
    }
    #expect(markup.contains("<a:t>&lt;t&gt;</a:t>"))
  }
}
