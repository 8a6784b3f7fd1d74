import Diagnostics
import Foundation
import Testing

@testable import Tables

@Suite struct `Texts with separators` {
  @Test(arguments: [
    ("a,b\n1,2\n", ","), ("a;b\n1;2,5\n2;3\n", ";"), ("a\tb\n1\t2\n", "\t"),
    ("sep=;\na;b\n1,5;2\n", ";"), ("sep=,\na,b\n1,2\n", ","), ("年份；值,x\n1,2\n", ","),
    ("\"a;b;c\",d\n\"1;2;3\",4\n", ","),
  ])
  func `the separator is found`(text: String, separator: Character) {
    let opened = Opened(text: text)
    #expect(opened.file?.format == .text(encoding: .utf8, separator: separator))
    #expect(opened.texts().allSatisfy { $0.count == 2 })
    #expect(opened.codes == [])
  }

  @Test func `quotes, breaks within them and rows without words are read as RFC 4180 says`() {
    let opened = Opened(text: "a,\"b \"\"x\"\"\nc\"\r\n\r\n  1 , \"2,5\" \r\n,,\r\n")
    #expect(opened.texts() == [["a", "b \"x\"\nc"], ["1", "2,5"]])
    let grid = opened.file?.grids.first
    #expect(grid?.span(1, 1).location.description == "table.csv:4:7")
    #expect(grid?.span(0, 1).location.description == "table.csv:1:3")
  }

  @Test func `indentation is kept, in spaces of every width`() {
    let cells = Opened(text: "a,b\n  x,1\n　　y,2\n").file?.grids[0].rows.map { $0.cells[0] }
    #expect(cells?.map(\.indent) == [0, 2, 2])
    #expect(cells?.map(\.text) == ["a", "x", "y"])
  }

  @Test(arguments: [
    ("a,b\n\"1,2\n", "table.csv:2:1: the quote that opens here is never closed"),
    ("a,b\n1,x\"y\"\n", "table.csv:2:4: a quote that does not enclose the whole cell"),
    (
      "a|b\n1|2\n",
      "table.csv:1:1: the columns are separated by '|', expected commas, tabs or semicolons"
    ),
    ("\n\n", "table.csv:1:1: the table is empty"), ("", "table.csv:1:1: the table is empty"),
    ("a,b\n1,\u{1}\n", "table.csv:2:3: the file holds a control character, U+0001"),
  ])
  func `what is wrong is told at its place`(text: String, sentence: String) {
    #expect(Opened(text: text).sentences == [sentence])
  }

  @Test func `places count characters, behind Chinese too`() {
    let grid = Opened(text: "项目,能源\n煤炭,电力\n").file?.grids.first
    #expect(grid?.span(1, 1).location.description == "table.csv:2:4")
    #expect(grid?.span(1, 1).length == 2)
  }
}

@Suite struct `Encodings of texts` {
  @Test(
    arguments: [
      ("UTF-8", [0xEF, 0xBB, 0xBF]), ("UTF-8", []), ("UTF-16LE", [0xFF, 0xFE]),
      ("UTF-16BE", [0xFE, 0xFF]),
    ] as [(String, [UInt8])])
  func `Unicode is read without a word`(encoding: String, mark: [UInt8]) {
    let text = "年份,排放\n2019,12\n"
    let bytes: [UInt8] =
      switch encoding {
      case "UTF-8": mark + Array(text.utf8)
      case "UTF-16LE":
        mark + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      default:
        mark + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
      }
    let opened = Opened(bytes, "a.csv")
    #expect(opened.texts() == [["年份", "排放"], ["2019", "12"]])
    #expect(
      opened.file?.format
        == TextEncoding(rawValue: encoding).map { .text(encoding: $0, separator: ",") })
    #expect(opened.codes == [])
  }

  @Test func `UTF-16 is known without its mark`() {
    let bytes = "year,value\n2019,12\n".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
    #expect(Opened(bytes, "a.csv").texts() == [["year", "value"], ["2019", "12"]])
  }

  @Test func `GB18030 is taken and named`() {
    // 年份,排放 in GBK.
    let bytes: [UInt8] =
      [0xC4, 0xEA, 0xB7, 0xDD, 0x2C, 0xC5, 0xC5, 0xB7, 0xC5, 0x0A] + Array("2019,12\n".utf8)
    let opened = Opened(bytes, "a.csv")
    #expect(opened.texts() == [["年份", "排放"], ["2019", "12"]])
    #expect(opened.sentences == ["a.csv: the text was read as GB18030 (GBK)"])
  }

  @Test func `characters of one, two and four bytes are those of the standard`() {
    func decoded(_ bytes: [UInt8]) -> String? { GB18030.decode(bytes[...])?.text }
    #expect(decoded([0x81, 0x40]) == "丂")
    #expect(decoded([0xA3, 0xB1]) == "１")
    #expect(decoded([0xFE, 0x50]) == "⺁")
    #expect(decoded([0x81, 0x30, 0x81, 0x30]) == "\u{80}")
    #expect(decoded([0x84, 0x31, 0xA4, 0x39]) == "\u{FFFF}")
    #expect(decoded([0x90, 0x30, 0x81, 0x30]) == "\u{10000}")
    #expect(decoded([0x95, 0x32, 0x82, 0x36]) == "\u{20000}")
    #expect(decoded([0x81]) == nil)
    #expect(decoded([0xFF, 0x40]) == nil)
  }

  @Test func `Latin texts of one byte a letter are not taken for Chinese`() {
    let bytes =
      Array("secteur,2019\n".utf8) + [0xE9] + Array("nergie,12\nd".utf8) + [0xE9]
      + Array("chets,3\n".utf8)
    #expect(Opened(bytes, "a.csv").codes == ["not-utf-8"])
  }
}
