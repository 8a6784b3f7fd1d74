import Foundation
import TestSupport
import Testing

/// Studies that are asked to end before they are done.
@Suite struct `Studies that are interrupted` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func input(_ name: String) -> String {
    Repository.root.appending(path: "Tests/CommandLineTests/Inputs/\(name)").path
  }

  private var results: URL { folder.url.appending(path: "smallville/uncertain") }

  private var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: results.path)) ?? []).sorted()
  }

  private func size(_ file: String) -> Int {
    let path = results.appending(path: file).path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `leave no unfinished files of single variants, and earlier results as they are`(
    signal: Int32
  ) throws {
    let common = ["uncertainty", input("uncertain.yaml"), "--output", folder.url.path]
    let earlier = try Program.run(common + ["--samples", "100"])
    #expect(earlier.status == 0, "\(earlier.errors)")
    let before = files
    var seen = false
    let status = try Program.interrupt(
      common + ["--samples", "500000", "--jobs", "1", "--trajectories"], with: signal,
      once: {
        seen = files.contains { $0.hasSuffix(".tmp") && size($0) > 0 }
        return seen
      })
    #expect(seen)
    #expect(status == 130)
    #expect(files == before)
  }

  @Test func `leave the earlier parts of levers as they are`() throws {
    let plan = Repository.root.appending(path: "Scenarios/dalian/peak.yaml").path
    let common = ["attribute", plan, "--output", folder.url.path, "--jobs", "1"]
    let earlier = try Program.run(common + ["--samples", "4", "--quiet"])
    #expect(earlier.status == 0, "\(earlier.errors)")
    let results = folder.url.appending(path: "dalian/peak")
    func bytes() throws -> [Data] {
      try FileManager.default.contentsOfDirectory(atPath: results.path).sorted()
        .map { try Data(contentsOf: results.appending(path: $0)) }
    }
    let before = try bytes()
    #expect(before.count == 5)
    let start = Date()
    let status = try Program.interrupt(
      common + ["--samples", "4000"], with: SIGINT,
      once: { Date().timeIntervalSince(start) > 0.5 })
    #expect(status == 130)
    #expect(try bytes() == before)
  }

  /// `timeout` sends a signal to its child and to the group, which is the child again.
  @Test(arguments: [[0], [200], [2000], [50_000], [100, 100_000]] as [[UInt32]])
  func `say so however often one request is repeated`(gaps: [UInt32]) throws {
    let errors = URL(fileURLWithPath: try folder.write("", to: "errors"))
    let start = Date()
    let status = try Program.interrupt(
      ["uncertainty", input("uncertain.yaml"), "--output", folder.url.path + "/out"]
        + ["--samples", "500000", "--jobs", "1", "--lang", "zh"],
      with: SIGINT, again: gaps, errors: errors, once: { Date().timeIntervalSince(start) > 0.5 })
    #expect(status == 130)
    #expect(try String(contentsOf: errors, encoding: .utf8).contains("已中断"))
  }

  @Test(arguments: [
    ["sensitivity", "uncertain.yaml"], ["sensitivity", "uncertain.yaml", "--method", "morris"],
  ])
  func `end with the status of an interruption and write nothing`(command: [String]) throws {
    let start = Date()
    let status = try Program.interrupt(
      [command[0], input(command[1])] + command.dropFirst(2)
        + ["--output", folder.url.path, "--jobs", "1", "--samples", "500000"],
      with: SIGTERM, once: { Date().timeIntervalSince(start) > 0.5 })
    #expect(status == 130)
    #expect(folder.contents.isEmpty)
  }
}

/// Commands whose files reach the size the system allows.
@Suite struct `A file that may not grow` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    "new town", "compare base.yaml other.yaml --output out", "export base.yaml --inputs",
    "run base.yaml --output out", "judge series.csv --output out",
  ])
  func `ends every command with its status, and nothing is left`(command: String) throws {
    try folder.write(SmallCity.text([]), to: "base.yaml")
    try folder.write(
      SmallCity.text([]).replacing("scenario: {id: base", with: "scenario: {id: other"),
      to: "other.yaml")
    let rows = (2000...2020).map { "\($0),\($0 % 7)" }.joined(separator: "\n")
    try folder.write("year,emissions\n" + rows + "\n", to: "series.csv")
    let before = folder.contents
    let limited = "cd '\(folder.url.path)'; ulimit -f 0; exec '\(Program.path)' \(command)"
    let outcome = try Shell.run("/bin/sh", "-c", limited)
    #expect([73, 74].contains(outcome.status), "\(outcome.said)")
    #expect(folder.contents.filter { !$0.hasPrefix("out") } == before)
    #expect(
      !folder.contents.contains {
        $0.hasSuffix(".tmp") || $0.hasSuffix(".csv") && $0.hasPrefix("out")
      })
  }
}
