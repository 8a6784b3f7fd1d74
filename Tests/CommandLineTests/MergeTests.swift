import Foundation
import Testing

/// Parts that cannot be joined.
@Suite struct `Merging on the command line` {
  private let folder: SweepFolder
  private let axes = ["levers.clean-grid.level=0:1:0.1"]

  init() throws { folder = try SweepFolder() }

  @discardableResult
  private func parts(_ indices: [Int], of count: Int, _ more: [String] = []) throws -> [String] {
    try indices.map { index in
      let outcome = try folder.sweep(
        ["--shard", "\(index)/\(count)"] + more, into: "parts", varying: axes)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return "sweep-\(index)-of-\(count).csv"
    }
  }

  private func expectRefusal(_ parts: [String], _ message: String, status: Int32 = 65) throws {
    let outcome = try folder.merge(parts, in: "parts", into: "merged")
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    let target = folder.folder("merged").path
    let left = FileManager.default.subpaths(atPath: target) ?? []
    #expect(left.isEmpty, "\(left)")
  }

  @Test func `missing and repeated parts are named`() throws {
    let parts = try parts([1, 3], of: 4)
    try expectRefusal(parts, "parts are missing: 2/4, 4/4")
    try expectRefusal(parts + [parts[0]], "part 1/4 is given twice")
  }

  @Test func `parts of different sweeps are refused`() throws {
    let first = try parts([1], of: 2)
    let second = try parts([2], of: 2, ["--set", "levers.electric-cars.level=0.5"])
    try expectRefusal(first + second, "are not parts of the same sweep: they differ in --set")
    let third = try parts([2], of: 3)
    try expectRefusal(first + third, "they differ in the number of parts")
    try parts([2], of: 2, ["--trajectories"])
    try expectRefusal(first + ["sweep-2-of-2.csv"], "they differ in the options")
  }

  /// Changes the record of a part, and the fingerprint with it as the sweep itself would.
  private func edit(_ part: String, _ change: (inout String) -> Void) throws {
    let path = folder.path(part.replacing(".csv", with: ".json"), in: "parts")
    var record = try String(contentsOfFile: path, encoding: .utf8)
    let before = record
    change(&record)
    #expect(record != before)
    try record.write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test(arguments: [
    (#"("version": )"[^"]*""#, "$1\"0.0.9\""), (#"("sha256": )"[^"]*""#, "$1\"00\""),
    (#"("id": )"base""#, "$1\"other\""), (#""set": \[\]"#, #""set": ["a=1"]"#),
    (#""variants": 11"#, #""variants": 12"#),
  ])
  func `a record that is not as it was written is refused`(
    pattern: String, replacement: String
  ) throws {
    let parts = try parts([1, 2], of: 2)
    try edit(parts[1]) {
      $0 = $0.replacingOccurrences(
        of: pattern, with: replacement, options: .regularExpression,
        range: $0.range(of: pattern, options: .regularExpression))
    }
    let outcome = try folder.merge(parts, in: "parts", into: "merged")
    #expect(outcome.status == 65, "\(pattern)")
    let words = ["is not what its record says", "are not parts of the same sweep"]
    #expect(words.contains { outcome.errors.contains($0) }, "\(outcome.errors)")
  }

  @Test func `a part that is damaged is refused`() throws {
    let parts = try parts([1, 2], of: 2)
    let path = folder.path(parts[1], in: "parts")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[bytes.count - 3] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    try expectRefusal(parts, "is not what its record says")
    try bytes.dropLast(10).write(to: URL(fileURLWithPath: path))
    try expectRefusal(parts, "is not what its record says")
  }

  @Test func `records of more rows than can be counted are refused`() throws {
    let parts = try parts([1, 2], of: 2)
    for part in parts {
      let path = folder.path(part.replacing(".csv", with: ".json"), in: "parts")
      let record = try String(contentsOfFile: path, encoding: .utf8)
      let changed = record.replacing(/"rows": \d+/, with: "\"rows\": 5000000000000000000")
      #expect(changed != record)
      try changed.write(toFile: path, atomically: true, encoding: .utf8)
    }
    try expectRefusal(parts, "is not what its record says")
  }

  @Test func `a table without its record, and a file that is not there, are refused`() throws {
    let parts = try parts([1], of: 1)
    try FileManager.default.removeItem(atPath: folder.path("sweep-1-of-1.json", in: "parts"))
    try expectRefusal(parts, "its record is not beside it")
    for name in ["nothing.json", "nothing.csv"] {
      try expectRefusal([name], "cannot read", status: 66)
    }
    try expectRefusal(["."], "cannot read")
  }

  @Test func `more parts than variants join to the whole`() throws {
    #expect(try folder.sweep(into: "whole", varying: axes).status == 0)
    let merged = try folder.merge(try parts(Array(1...13), of: 13), in: "parts", into: "merged")
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(try folder.bytes(in: "merged") == folder.bytes(in: "whole"))
  }
}
