import Foundation
import TestSupport
import Testing

/// Broken input through the real binary: a clear error, the promised status, nothing written.
@Suite struct `Faults on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func check(_ text: String, _ arguments: String...) throws -> Command.Outcome {
    let file = try folder.write(text, to: "city.yaml")
    return try Program.run(["run", file, "--output", folder.url.path + "/results"] + arguments)
  }

  private func expectNothingWritten() {
    #expect(!folder.contents.contains { $0.hasPrefix("results") })
  }

  @Test func `ten faults in a file and the file it extends are all found in one pass`() throws {
    let base = try String(
      contentsOf: Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml"),
      encoding: .utf8)
    try folder.write(
      base.replacingOccurrences(of: "    occupancy: 1.6", with: "    ocupancy: 1.6"),
      to: "base.yaml")
    let outcome = try check(
      try String(
        contentsOf: Repository.root.appending(
          path: "Tests/CommandLineTests/Inputs/ten-faults.yaml"),
        encoding: .utf8))
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    let found = outcome.errors.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(found.count == 10, "\(outcome.errors)")
    for line in found {
      #expect(line.contains(/\.yaml:\d+:\d+: error: .* \[[a-z-]+\]$/), "\(line)")
    }
    #expect(outcome.errors.contains("did you mean 'occupancy'?"))
    #expect(outcome.errors.contains("10 errors"))
    expectNothingWritten()
  }

  @Test(arguments: [
    ("empty", ""), ("list", "- a\n- b\n"), ("scalar", "hello\n"),
    ("malformed", "city: {id: a\n  b: ]\n"),
    ("deep", String(repeating: "[", count: 10_000)),
    ("full-width colon", "format： 1\n"),
  ])
  func `a file that is no map ends in one clear error`(name: String, text: String) throws {
    let outcome = try check(text)
    #expect(outcome.status == 65, "\(name)")
    #expect(outcome.errors.components(separatedBy: ": error: ").count == 2, "\(outcome.errors)")
    expectNothingWritten()
  }

  @Test func `an alias bomb ends in one clear error`() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let before = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(before)]\n"
    }
    let outcome = try check(text)
    #expect(outcome.status == 65)
    #expect(outcome.errors.components(separatedBy: ": error: ").count == 2, "\(outcome.errors)")
  }

  @Test func `a hundred megabytes are refused without reading them`() throws {
    let file = folder.url.appending(path: "large.yaml")
    try Data("a: 1\n".utf8).write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
    let outcome = try Program.run(["check", file.path])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("[too-large]"))
  }

  @Test(arguments: [
    ("empty.yaml", Data(), "1:1", 1, "empty-file"),
    (
      "latin.yaml", Data("city: {id: z\u{FC}}\n".unicodeScalars.map { UInt8($0.value) }), "1:1", 1,
      "not-utf-8"
    ),
    ("thin.yaml", Data("format: 1\n".utf8), "1:1", 5, "missing-key"),
  ])
  func `a file that says too little is told at its place, and counted`(
    name: String, bytes: Data, place: String, count: Int, code: String
  ) throws {
    try bytes.write(to: folder.url.appending(path: name))
    for command in ["check", "run", "report", "attribute"] {
      for (language, total) in [
        ("en", count == 1 ? "1 error" : "\(count) errors"), ("zh", "\(count) 个错误"),
      ] {
        let outcome = try Program.run([command, name, "--lang", language], in: folder.url)
        #expect(outcome.status == 65 && outcome.output.isEmpty, "\(outcome.errors)")
        let lines = outcome.errors.split(separator: "\n")
        let told = lines.filter { $0.hasPrefix("\(name):\(place): ") && $0.hasSuffix("[\(code)]") }
        #expect(told.count == count, "\(outcome.errors)")
        #expect(lines.last?[...] == total[...], "\(outcome.errors)")
      }
    }
    #expect(folder.contents == [name])
  }

  @Test(arguments: [
    ["check"], ["judge"], ["calibrate", "--stirpat"], ["calibrate", "--curve", "logistic"],
    ["track", SmallCity.path, "--observed"],
  ])
  func `a file over the limit is told by its name in every command`(command: [String]) throws {
    let name = command[0] == "check" ? "large.yaml" : "large.csv"
    let file = folder.url.appending(path: name)
    try Data("a: 1\n".utf8).write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
    let arguments =
      command[0] == "track" ? command + [name] : [command[0], name] + command.dropFirst()
    for (language, words) in [
      ("en", "\(name): error: '\(name)' is larger than 4 MB [too-large]"),
      ("zh", "\(name): 错误: '\(name)' 超过 4 MB [too-large]"),
    ] {
      let outcome = try Program.run(arguments + ["--lang", language], in: folder.url)
      #expect(outcome.status == 65 && outcome.errors.contains(words), "\(outcome.errors)")
    }
    #expect(folder.contents == [name])
  }

  @Test func `files that extend each other are refused with the cycle printed`() throws {
    try folder.write("extends: city.yaml\nformat: 1\n", to: "other.yaml")
    let outcome = try check("extends: other.yaml\nformat: 1\n")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("[extends-cycle]"))
    #expect(outcome.errors.contains("other.yaml"))
  }

  @Test func `a file outside the scenario root is refused`() throws {
    try folder.write("format: 1\n", to: "outside.yaml")
    let file = try folder.write("extends: ../../outside.yaml\n", to: "Scenarios/a/city.yaml")
    let outcome = try Program.run(["check", file])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("[outside-root]"))
  }

  @Test func `a missing file has a status of its own`() throws {
    let outcome = try Program.run(["run", "no-such.yaml"], in: folder.url)
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("no-such.yaml"))
  }

  @Test(arguments: [("rnu", "run"), ("chekc", "check"), ("nwe", "new")])
  func `a mistyped command is recognised`(written: String, meant: String) throws {
    let outcome = try Program.run([written])
    #expect(outcome.status == 64)
    #expect(outcome.errors == "carbonpeak: no command '\(written)'; did you mean '\(meant)'?\n")
  }

  @Test func `an unknown option is a fault of usage`() throws {
    #expect(try Program.run(["run", "--no-such-option", "a.yaml"]).status == 64)
    #expect(try Program.run(["run"]).status == 64)
  }

  @Test func `a value set on the command line is checked like one in the file`() throws {
    let text = try String(
      contentsOf: Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml"),
      encoding: .utf8)
    let outcome = try check(text, "--set", "drivers.populatoin=5 万人")
    #expect(outcome.status == 64, "what the command line says is usage")
    #expect(outcome.errors.contains("did you mean"), "\(outcome.errors)")
    expectNothingWritten()
  }

  @Test func `messages are Chinese where the locale is`() throws {
    let outcome = try Program.run(
      ["run", "no-such.yaml"], in: folder.url, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(outcome.errors.contains("错误"))
    #expect(try Program.run(["rnu", "--lang", "zh"]).errors.contains("没有命令"))
  }
}
