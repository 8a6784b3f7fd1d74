import Foundation
import TestSupport
import Testing

@testable import Reporting

/// The journal under damage: whatever is cut off or changed, what remains is sound.
@Suite struct `The journal of a sweep` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var journal: String { folder / "j" }
  private var parts: [String] { ["a", "b"].map { folder / $0 } }

  private func open(resumes: Bool, identity: String = "same") throws -> SweepJournal {
    try SweepJournal(
      journal, parts: parts, places: [], identity: identity, first: 5, resumes: resumes)
  }

  /// What is added in step `number`.
  private func pieces(_ number: Int) -> [[UInt8]] {
    ["row \(number)\n", String(repeating: "x", count: number % 3) + "\n"].map { Array($0.utf8) }
  }

  private func write(_ steps: Range<Int>, to journal: SweepJournal) throws {
    for step in steps {
      var progress = journal.progress
      progress.next = 5 + step + 1
      progress.rows = step + 1
      try journal.append(pieces(step), progress)
    }
  }

  private func contents() throws -> [Data] {
    try parts.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
  }

  private func whole(_ steps: Int) -> [Data] {
    (0..<2).map { part in (0..<steps).reduce(Data()) { $0 + Data(pieces($1)[part]) } }
  }

  private func restore(_ saved: [Data], _ journalBytes: Data) throws {
    for (path, data) in zip(parts, saved) { try data.write(to: URL(fileURLWithPath: path)) }
    try journalBytes.write(to: URL(fileURLWithPath: journal))
  }

  @Test func `cut anywhere, it goes on from the last step that is whole`() throws {
    var first: SweepJournal? = try open(resumes: false)
    try write(0..<6, to: try #require(first))
    first = nil
    let saved = try contents()
    let lines = try Data(contentsOf: URL(fileURLWithPath: journal))
    var steps: Set<Int> = []
    for length in 0...lines.count {
      try restore(saved, lines.prefix(length))
      let again = try open(resumes: true)
      let done = again.progress.next - 5
      steps.insert(done)
      #expect(try contents() == whole(done), "cut at \(length)")
      try write(done..<6, to: again)
      #expect(try contents() == whole(6))
    }
    #expect(steps == Set(0...6))
  }

  @Test func `with rows that never reached the disk, it goes back to those that did`() throws {
    var first: SweepJournal? = try open(resumes: false)
    try write(0..<6, to: try #require(first))
    first = nil
    let saved = try contents()
    let lines = try Data(contentsOf: URL(fileURLWithPath: journal))
    for length in 0...saved[1].count {
      try restore([saved[0], saved[1].prefix(length)], lines)
      let done = try open(resumes: true).progress.next - 5
      #expect(whole(done)[1].count <= length && (done == 6 || whole(done + 1)[1].count > length))
      #expect(try contents() == whole(done))
    }
    for place in saved[0].indices {
      var damaged = saved[0]
      damaged[place] ^= 0x20
      try restore([damaged, saved[1]], lines)
      let done = try open(resumes: true).progress.next - 5
      #expect(try contents() == whole(done) && whole(done)[0].count <= place)
    }
  }

  @Test func `what is behind the last step is cut off, and nothing else`() throws {
    var first: SweepJournal? = try open(resumes: false)
    try write(0..<3, to: try #require(first))
    first = nil
    let lines = try Data(contentsOf: URL(fileURLWithPath: journal))
    try restore(whole(3).map { $0 + Data("torn".utf8) }, lines + Data("9 9 9".utf8))
    #expect(try open(resumes: true).progress.next == 8)
    #expect(try contents() == whole(3))
    #expect(try Data(contentsOf: URL(fileURLWithPath: journal)) == lines)
  }

  @Test func `it refuses to go on unasked, for another sweep, or twice at once`() throws {
    var first: SweepJournal? = try open(resumes: false)
    #expect(throws: SweepFault.inUse(path: journal)) { try open(resumes: true) }
    try write(0..<1, to: try #require(first))
    first = nil
    #expect(throws: SweepFault.unfinished(path: journal)) { try open(resumes: false) }
    #expect(throws: SweepFault.another(path: journal)) { try open(resumes: true, identity: "x") }
    #expect(try open(resumes: true).progress.next == 6)
  }
}

/// The end of a sweep, broken off between any two renames.
@Suite struct `The end of a sweep` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var files: SweepFiles {
    SweepFiles(folder: ResultFolder(folder.path), tables: ["sweep", "more"])
  }

  private func open() throws -> SweepJournal {
    try SweepJournal(
      files.journal, parts: files.parts, places: files.places, identity: "same", first: 0,
      resumes: true)
  }

  private func finish(_ journal: SweepJournal, meanwhile: () -> Void = {}) throws {
    _ = try files.finish(journal.parts, journal) { marks in
      meanwhile()
      return fileRecord(marks)
    }
  }

  /// Writes 3 rows to both tables.
  private func writeRows() throws {
    let journal = try open()
    for row in 1...3 {
      var progress = journal.progress
      progress.next = row
      progress.rows = row
      try journal.append(["a\(row)\n", "b\(row)\n"].map { Array($0.utf8) }, progress)
    }
  }

  private func contents(_ names: [String]) throws -> [String] {
    try names.map(folder.text)
  }

  private func expectTheWhole() throws {
    #expect(try contents(["sweep.csv", "more.csv"]) == ["a1\na2\na3\n", "b1\nb2\nb3\n"])
    let there = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(there) == ["sweep.csv", "more.csv", "sweep.json"])
  }

  @Test(arguments: ["sweep.csv", "more.csv", "sweep.json"])
  func `stopped before any rename it goes on from the last row`(name: String) throws {
    try writeRows()
    // A folder that comes into the way at the last moment stops the renames there.
    let obstacle = folder.url.appending(path: name)
    #expect(throws: WriteError.self) {
      try finish(try open()) {
        try? FileManager.default.createDirectory(at: obstacle, withIntermediateDirectories: false)
      }
    }
    try FileManager.default.removeItem(at: obstacle)
    let again = try open()
    #expect(again.progress.next == 3)
    try finish(again)
    try expectTheWhole()
  }

  @Test func `stopped before the journal is removed it goes on from the last row`() throws {
    try writeRows()
    let journal = URL(fileURLWithPath: files.journal)
    let lines = try Data(contentsOf: journal)
    try finish(try open())
    try lines.write(to: journal)
    let again = try open()
    #expect(again.progress.next == 3)
    try finish(again)
    try expectTheWhole()
  }

  @Test func `an earlier table that is not the journal's is left alone`() throws {
    try writeRows()
    try FileManager.default.removeItem(atPath: files.parts[0])
    try "a1\n".write(toFile: files.places[0], atomically: false, encoding: .utf8)
    #expect(try open().progress.next == 0)
    #expect(try contents(["sweep.csv"]) == ["a1\n"])
  }

  @Test func `a folder in the way of the record stops it before a table is renamed`() throws {
    try writeRows()
    try FileManager.default.createDirectory(
      atPath: files.record, withIntermediateDirectories: false)
    #expect(throws: WriteError.self) { try finish(try open()) }
    #expect(try contents(["sweep.csv.part"]) == ["a1\na2\na3\n"])
    #expect(try open().progress.next == 3)
  }
}

@Suite struct `Documents read back` {
  @Test func `are written again to the same bytes`() throws {
    let value = JSONValue.object([
      ("a", .integer(-3)), ("b", .number(0.1)), ("c", .string("“\"\\\n\t\u{1}你好 ×")),
      ("d", .array([.null, .bool(true), .bool(false), .object([]), .array([])])),
      ("e", .array([.object([("x", .number(1e300))]), .integer(0)])),
    ])
    let read = try #require(JSONParser.parse(value.document))
    #expect(read.document == value.document)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":}", "nul", "1 2", "\"a", "\"\\q\"", "{\"a\" 1}", "[1 2]", "--1",
    "\"\\u12\"",
  ])
  func `are refused where they are none`(text: String) {
    #expect(JSONParser.parse(Array(text.utf8)) == nil)
  }

  @Test func `are refused where they nest without end`() {
    #expect(JSONParser.parse([UInt8](repeating: 0x5B, count: 100_000)) == nil)
  }
}
