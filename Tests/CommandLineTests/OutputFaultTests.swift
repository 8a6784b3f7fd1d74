import Foundation
import TestSupport
import Testing

/// Standard output that cannot be written: what a script would read is not there, so that is told.
@Suite struct `Output that cannot be written` {
  private let folder: TemporaryFolder
  private let uncertain = Repository.root
    .appending(path: "Tests/CommandLineTests/Inputs/uncertain.yaml").path

  init() throws { folder = try TemporaryFolder() }

  private func results(_ name: String = "out") -> [String] {
    ["--output", folder.url.appending(path: name).path]
  }

  /// A way to call each command that ends with 0 and says something.
  private func calls() throws -> [[String]] {
    let costs = "\ncosts: {discount-rate: 7%}\n"
    let lever = ("    by: 2035\n", "    by: 2035\n    cost: 10 MCNY/yr\n")
    let city = try folder.write(try SmallCity.text([lever]) + costs, to: "Scenarios/city.yaml")
    let other = try folder.write(
      "extends: city.yaml\nscenario: {id: other}\n", to: "Scenarios/other.yaml")
    let table = try folder.write(
      "year,emissions [Mt]\n2020,1.0\n2021,1.2\n2022,1.1\n2023,1.05\n2024,1.02\n", to: "seen.csv")
    let sales = try folder.write(
      "year,sales\n2018,5\n2019,8\n2020,12\n2021,18\n2022,27\n2023,37\n2024,48\n", to: "sales.csv")
    let sweep = ["sweep", city, "--vary", "levers.clean-grid.level=0,1"] + results("parts")
    let part = try Program.run(sweep + ["--shard", "1/1", "--quiet"])
    #expect(part.status == 0, "\(part.errors)")
    let parts = folder.url.appending(path: "parts/smallville/base/sweep-1-of-1.csv").path
    let aim = ["--with", "clean-grid", "--cap", "2035=50 Mt"] + results()
    return [
      ["new", folder.url.appending(path: "Scenarios/my-city").path], ["check", city],
      ["run", city] + results(), ["judge", table], ["table", table],
      ["compare", city, other] + results(),
      ["allocate", city, "--years", "2040"] + results(),
      ["attribute", city] + results(), sweep, ["merge", parts] + results(),
      ["uncertainty", uncertain, "--samples", "64"] + results(),
      ["sensitivity", uncertain, "--samples", "64"] + results(), ["solve", city] + aim,
      ["optimise", city] + aim, ["track", city, "--observed", table] + results(),
      ["calibrate", sales, "--curve", "logistic", "--saturation", "95"] + results(),
      ["report", city] + results(), ["export", city, "--inputs"], ["schema"],
      ["manual", "units"], ["man-page"],
    ]
  }

  @Test func `ends every command with 74 and says why`() throws {
    let calls = try calls() + [["--version"], ["--help"], ["run", "--help"], ["manual"]]
    for arguments in calls {
      let outcome = try Program.run(arguments, redirecting: ">/dev/full")
      #expect(outcome.status == 74, "\(arguments): \(outcome.errors)")
      #expect(
        outcome.errors.hasSuffix(
          "carbonpeak: cannot write to standard output: No space left on device\n"),
        "\(arguments): \(outcome.errors)")
    }
    let told = try Program.run(["manual", "commands"]).output
    let commands = told.split(separator: "\n").filter { $0.hasPrefix("## ") }.map {
      $0.dropFirst(3)
    }
    let tried = Set(calls.compactMap(\.first))
    #expect(commands.count > 15)
    #expect(
      commands.allSatisfy { tried.contains(String($0)) }, "a command is not tried: \(commands)")
  }

  @Test func `is told in Chinese, and does not hide another fault`() throws {
    let chinese = try Program.run(["schema", "--lang", "zh"], redirecting: ">/dev/full")
    #expect(chinese.status == 74)
    #expect(chinese.errors == "carbonpeak：无法写到标准输出：磁盘空间不足\n")
    let missed = [
      "run", SmallCity.path, "--set", "targets.emissions.2040=0.5 Mt", "--fail-on-target",
    ]
    #expect(try Program.run(missed + results()).status == 1)
    #expect(try Program.run(missed + results(), redirecting: ">/dev/full").status == 74)
    #expect(try Program.run(["run", "none.yaml"], redirecting: ">/dev/full").status == 66)
    #expect(try Program.run(["schema"], redirecting: ">&-").status == 74)
  }

  @Test(arguments: [">&-", "2>&-", "<&- >&- 2>&-"])
  func `through a closed stream reaches no file of results`(streams: String) throws {
    let arguments = ["run", SmallCity.path, "--set", "drivers.populatoin=5 万人"] + results()
    #expect(try Program.run(arguments, redirecting: streams).status == 64)
    let good = ["run", SmallCity.path]
    #expect(try Program.run(good + results("whole")).status == 0)
    let status = try Program.run(good + results(), redirecting: streams).status
    #expect(status == (streams == "2>&-" ? 0 : 74))
    let sweep = ["sweep", SmallCity.path, "--vary", "levers.clean-grid.level=0:1:0.1"]
    #expect(try Program.run(sweep + results("whole")).status == 0)
    _ = try Program.run(sweep + results(), redirecting: streams)
    for file in ["emissions.csv", "trajectory.csv", "peak.csv", "targets.csv", "sweep.csv"] {
      func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: folder.url.appending(path: "\(name)/smallville/base/\(file)"))
      }
      #expect(try bytes("out") == bytes("whole"), "\(file)")
    }
  }
}

/// What a killed process left beside its results.
@Suite struct `Leftovers of a killed run` {
  private let folder: TemporaryFolder
  private var results: URL { folder.url.appending(path: "smallville/base") }

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
  }

  /// The number of a process that is no more.
  private func deadProcess() throws -> Int32 {
    let said = try Command("sh", ["-c", "echo $$"]).run().output
    return try #require(Int32(said.dropLast()))
  }

  private func run() throws {
    let outcome = try Program.run(["run", SmallCity.path, "--output", folder.url.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: results.path))
  }

  @Test func `goes away with the next run, if its process is gone and it is ours`() throws {
    let dead = try deadProcess()
    let living = ProcessInfo.processInfo.processIdentifier
    let gone = [".run.json.\(dead).tmp", ".emissions.csv.\(dead).tmp"]
    let kept = [
      ".run.json.\(living).tmp", ".run.json.tmp", ".run.json.12a.tmp", ".notes.csv.\(dead).tmp",
      "run.json.\(dead).tmp",
    ]
    for name in gone + kept { try Data("x".utf8).write(to: results.appending(path: name)) }
    let linked = results.appending(path: ".peak.csv.\(dead).tmp")
    try FileManager.default.createSymbolicLink(
      at: linked, withDestinationURL: results.appending(path: ".run.json.tmp"))
    try run()
    let left = try names()
    #expect(left.isDisjoint(with: gone), "\(left)")
    #expect(left.isSuperset(of: kept + [linked.lastPathComponent]), "\(left)")
  }

  @Test func `stays while another process holds it, wherever that runs`() throws {
    let name = ".run.json.\(try deadProcess()).tmp"
    let file = results.appending(path: name)
    try Data("x".utf8).write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    #expect(flock(handle.fileDescriptor, LOCK_EX) == 0)
    try run()
    #expect(try names().contains(name))
    try handle.close()
    try run()
    #expect(try !names().contains(name))
  }

  @Test func `of a run that is killed while it writes goes away`() throws {
    var seen: String?
    let arguments = [
      "uncertainty",
      Repository.root.appending(path: "Tests/CommandLineTests/Inputs/uncertain.yaml").path,
      "--trajectories", "--jobs", "1", "--output", folder.url.path,
    ]
    let place = folder.url.appending(path: "smallville/uncertain")
    func temporaries() -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? [])
        .filter { $0.hasSuffix(".tmp") }
    }
    _ = try Program.interrupt(arguments + ["--samples", "500000"], with: SIGKILL) {
      seen = temporaries().first
      return seen != nil
    }
    #expect(!temporaries().isEmpty)
    #expect(try Program.run(arguments + ["--samples", "64"]).status == 0)
    #expect(temporaries().isEmpty)
  }

  @Test func `of a city that was begun goes away with the next`() throws {
    let left = folder.url.appending(path: ".my-city.\(try deadProcess()).tmp")
    try FileManager.default.createDirectory(
      at: left.appending(path: "data"), withIntermediateDirectories: true)
    let city = folder.url.appending(path: "my-city").path
    #expect(try Program.run(["new", city]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: left.path))
  }
}
