import Diagnostics
import Foundation
import Testing

@testable import Tables

@Suite struct `Damaged files` {
  private static let words = [
    "项目", "年份", "单位", "2019", "2020年", "合计", "#工业", "一、煤", "万吨", "-", "1,234", "11,5", "(3)",
    "8.2%",
    "", "", "\"", "；", ";", "\t", "续表", "注：x", "２０１９", "1e308", "-0", "\u{FEFF}", "sep=;", "=A1",
    "2014/15",
  ]

  /// A workbook of random cells, merges and rows.
  private static func book(_ dice: inout Dice) -> TestWorkbook {
    let rows = (0..<dice.below(12)).map { _ in
      (0..<dice.below(8)).map { _ in words[dice.below(words.count)] }
    }
    let merges = (0..<dice.below(4)).map { _ in
      let top = 1 + dice.below(4)
      return "A\(top):\("BCDEFG".randomLetter(dice.below(6)))\(top + dice.below(3))"
    }
    var book = TestWorkbook([
      .init("甲", rows, merges: merges), .init("乙", [["年", "x"], ["2019", "1"]]),
    ])
    book.strings = "<si><t>a</t></si>"
    book.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    return book
  }

  /// Reads all that can be read of a file.
  private static func exercise(_ bytes: [UInt8], _ name: String) -> Int {
    var limits = TableLimits()
    limits.unpackedBytes = 4_000_000
    let opened = Opened(bytes, name, limits: limits)
    var count = opened.diagnostics.all.count
    for grid in opened.file?.grids ?? [] {
      let reading = SeriesReading(grid)
      count += reading.series.count + reading.diagnostics.all.count
    }
    return count
  }

  @Test func `are read or refused: 2,500 workbooks with bytes, parts or texts changed`() {
    var dice = Dice(state: 16)
    var total = 0
    for _ in 0..<2500 {
      let book = Self.book(&dice)
      var bytes = book.bytes
      if dice.below(2) == 0 {
        var archive = TestArchive()
        for (name, text) in book.parts where dice.below(12) > 0 {
          archive.add(name, Self.changed(Array(text.utf8), &dice))
        }
        bytes = archive.bytes
      } else {
        bytes = Self.changed(bytes, &dice)
      }
      total += Self.exercise(bytes, "a.xlsx")
    }
    #expect(total > 2500)
  }

  @Test func `are read or refused: 2,500 texts of words of tables, some with bytes changed`() {
    var dice = Dice(state: 61)
    var total = 0
    for _ in 0..<2500 {
      var text = ""
      let width = 1 + dice.below(7)
      let separator = [",", ",", ";", "\t"][dice.below(4)]
      for _ in 0..<dice.below(14) {
        let cells = (0..<(dice.below(9) == 0 ? dice.below(9) : width)).map { _ in
          Self.words[dice.below(Self.words.count)]
        }
        text += cells.joined(separator: separator) + "\n"
      }
      let bytes = Array(text.utf8)
      total += Self.exercise(dice.below(3) == 0 ? Self.changed(bytes, &dice) : bytes, "a.csv")
    }
    #expect(total > 2500)
  }

  /// Bytes with some changed, taken out, doubled, or cut off.
  private static func changed(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<(1 + dice.below(6)) where !bytes.isEmpty {
      let place = dice.below(bytes.count)
      switch dice.below(5) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: dice.next())
      case 1: bytes[place] ^= 1 << UInt8(dice.below(8))
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.below(20)))
      case 3:
        bytes.insert(
          contentsOf: bytes[place..<min(bytes.count, place + 1 + dice.below(40))], at: place)
      default: bytes = Array(bytes[..<place]) + bytes[dice.below(bytes.count)...]
      }
    }
    return bytes
  }

  @Test func `cut short at any byte end in one sentence`() {
    let bytes = TestWorkbook([.init("a", [["x", "2019"], ["y", "1"]])]).bytes
    for length in stride(from: 4, to: bytes.count, by: 7) {
      let opened = Opened(Array(bytes[..<length]))
      #expect(opened.file == nil)
      #expect(opened.codes.count == 1, "\(length): \(opened.sentences)")
    }
  }
}

extension String {
  fileprivate func randomLetter(_ place: Int) -> Character { Array(self)[place] }
}

@Suite(.serialized) struct `Large tables` {
  /// A table of 10,000 rows and 40 columns, the years in the headings.
  private static func cells() -> [[String]] {
    let head = ["城市", "行业", "单位"] + (1990..<2027).map { "\($0)年" }
    return [head]
      + (0..<10_000).map { row in
        ["城市\(row / 100)", "行业\(row % 100)", "万吨"]
          + (0..<37).map { column in "\(Double((row * 37 + column * 101) % 99_991) / 8)" }
      }
  }

  /// The time that this thread has worked, whatever else the machine does [s].
  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func `of text, and of a workbook, are understood within seconds and 100 MB`() throws {
    let rows = Self.cells()
    let text = Array(rows.map { $0.joined(separator: ",") }.joined(separator: "\n").utf8)
    let book = TestWorkbook([.init("a", rows)]).bytes
    for (name, bytes) in [("a.csv", text), ("a.xlsx", book)] {
      let start = Self.seconds()
      let opened = Opened(bytes, name)
      let count = opened.file.map { SeriesReading($0.grids[0]).series.count }
      #expect(count == 10_000)
      // Half of that where nothing else runs; compiled for release it is 1.2 s and 98 MB.
      #expect(Self.seconds() - start < 4)
    }
  }
}
