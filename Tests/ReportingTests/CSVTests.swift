import TestSupport
import Testing

@testable import Reporting

@Suite struct `CSV` {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (12, "12"), (-3.5, "-3.5"), (0.1, "0.1"), (1e-5, "1e-5"),
    (2.5e-9, "2.5e-9"), (1e22, "1e22"), (123_456_789, "123456789"),
    (.leastNonzeroMagnitude, "5e-324"),
    (0.30000000000000004, "0.30000000000000004"),
  ])
  func `numbers have no trailing zero, no sign on zero and no padded exponent`(
    value: Double, text: String
  ) {
    #expect(shortestText(value) == text)
  }

  @Test func `any finite number reads back to the same double`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(Double(shortestText(value)) == value)
    }
  }

  @Test func `a number that is not finite leaves its cell empty`() {
    let table = Table(
      columns: ["a", "b", "c", "d"],
      rows: [[.number(.nan), .number(.infinity), .empty, .integer(7)]])
    #expect(CSVFile(table.csv()).cells == [["a", "b", "c", "d"], ["", "", "", "7"]])
  }

  @Test func `random texts read back, but for the apostrophe before what could be a formula`() {
    let alphabet = Array("a,\"\n\r\t =+-@'峰1;".unicodeScalars)
    for _ in 0..<2000 {
      let texts = (0..<3).map { _ in
        var text = ""
        for _ in 0..<Int.random(in: 0...5) {
          text.unicodeScalars.append(alphabet.randomElement() ?? "a")
        }
        return text
      }
      let table = Table(columns: ["x", "y", "z"], rows: [texts.map(Cell.text)])
      let expected = texts.map { text in
        let first = text.unicodeScalars.first ?? "a"
        let isValue =
          text.wholeMatch(of: #/1[1\-+, ]*/#) != nil && text.wholeMatch(of: #/1+/#) == nil
        return "=+-@\t\r".unicodeScalars.contains(first) || isValue ? "'" + text : text
      }
      #expect(CSVFile(table.csv()).cells[1] == expected)
    }
  }

  @Test(arguments: ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\r\n=1", "＝1+1"])
  func `a text that a spreadsheet would run is a text`(text: String) {
    let table = Table(columns: ["x"], rows: [[.text(text)]])
    #expect(CSVFile(table.csv()).cells[1] == ["'" + text])
  }

  @Test(arguments: ["3-5", "1e5", "2020-01-01", "1/2", "12:30", "5%", "1.5"])
  func `a text that a spreadsheet would take for a date or a number is a text`(text: String) {
    let table = Table(columns: ["x"], rows: [[.text(text)]])
    #expect(CSVFile(table.csv()).cells[1] == ["'" + text])
  }

  @Test(arguments: ["2020", "3-phase", "2007=102.9; 2011=98", "5 GW"])
  func `a text that only begins with digits stays as it is`(text: String) {
    #expect(CSVFile(Table(columns: ["x"], rows: [[.text(text)]]).csv()).cells[1] == [text])
  }

  @Test func `negative numbers are numbers`() {
    #expect(CSVFile(Table(columns: ["x"], rows: [[.number(-1.5)]]).csv()).cells[1] == ["-1.5"])
  }

  @Test func `for Excel a byte-order mark leads and lines end with CRLF`() {
    let bytes = Table(columns: ["年", "x"], rows: [[.integer(2020), .number(1)]]).csv(.excel)
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(Array(bytes.dropFirst(3)) == Array("年,x\r\n2020,1\r\n".utf8))
  }
}
