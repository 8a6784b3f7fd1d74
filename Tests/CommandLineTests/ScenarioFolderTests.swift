import Foundation
import TestSupport
import Testing

/// Which files a command reads and runs, where they may lie, and what they may be called.
@Suite struct `Files of a scenario on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: [String]) throws -> Command.Outcome {
    try Program.run(arguments, in: folder.url)
  }

  /// A city as `new` makes it: a base year, and two scenarios on it.
  private func city(in place: String = "Scenarios/town") throws -> [String] {
    let base = try SmallCity.text([
      ("scenario: {id: base, name: Base, name-zh: 基准}\n", "")
    ])
    try folder.write(base, to: "\(place)/city.yaml")
    try folder.write(
      "extends: city.yaml\nscenario: {id: reference}\n", to: "\(place)/reference.yaml")
    try folder.write("extends: reference.yaml\nscenario: {id: peak}\n", to: "\(place)/peak.yaml")
    return ["city", "peak", "reference"].map { "\(place)/\($0).yaml" }
  }

  @Test func `a city that other files extend is no scenario of its own, and that is told`() throws {
    let files = try city()
    let outcome = try run(["run"] + files)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.errors.contains(
        "carbonpeak: \(files[0]) is left out: \(files[1]) extends it, and it has no 'scenario:' of its own"
      ),
      "\(outcome.errors)")
    #expect(!folder.contents.contains { $0.hasPrefix("Output/smallville/city") })
    for scenario in ["peak", "reference"] {
      #expect(folder.contents.contains("Output/smallville/\(scenario)/run.json"))
    }
    #expect(try run(["run"] + files + ["--lang", "zh"]).errors.contains("未运行 \(files[0])"))
    let alone = try run(["run", files[0]])
    #expect(alone.status == 0 && !alone.errors.contains("left out"))
    #expect(folder.contents.contains("Output/smallville/city/run.json"))
  }

  @Test func `a scenario that another extends is run as well`() throws {
    let files = try city()
    let outcome = try run(["run", files[1], files[2], "--quiet"])
    #expect(outcome.status == 0 && !outcome.errors.contains("left out"), "\(outcome.errors)")
    #expect(folder.contents.contains("Output/smallville/reference/run.json"))
  }

  @Test func `every file that is read is listed, by every command that reads scenarios`() throws {
    let files = try city()
    try folder.write(
      "year,bricks\n2020,1.5\n2040,1.5\n", to: "Scenarios/town/data/bricks.csv")
    try folder.write(
      "extends: reference.yaml\nscenario: {id: peak}\nindustry: {bricks: {activity: {csv: data/bricks.csv, column: bricks, unit: Mt}}}\n",
      to: files[1])
    let listed = ["peak.yaml", "reference.yaml", "city.yaml", "data/bricks.csv"]
      .map { "Scenarios/town/\($0)" }
    for command in [
      ["run", files[1]], ["check", files[1]], ["attribute", files[1]], ["report", files[1]],
      ["sweep", files[1], "--vary", "levers.clean-grid.level=0,1"],
      ["uncertainty", files[1]], ["sensitivity", files[1]], ["export", files[1], "--inputs"],
      ["solve", files[1], "--with", "clean-grid", "--cap", "2035=1 Mt"],
      ["optimise", files[1], "--cap", "2035=1 Mt"], ["calibrate", files[1], "--lock-base"],
    ] {
      let outcome = try run(command + ["--list-files"])
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      #expect(outcome.output.split(separator: "\n").map(String.init) == listed, "\(command)")
    }
    #expect(!folder.contents.contains { $0.hasPrefix("Output") }, "nothing is run")
    let seen = try folder.write("year,emissions [Mt]\n2021,1\n", to: "seen.csv")
    let track = try run(["track", files[1], "--observed", seen, "--list-files"])
    #expect(track.output.split(separator: "\n").map(String.init) == listed + [seen])
    #expect(try run(["run", "none.yaml", "--list-files"]).status == 66)
  }

  @Test func `a list of files is that of the record`() throws {
    let plan = "Scenarios/dalian/peak.yaml"
    let listed = try Program.run(["run", plan, "--list-files"]).output.split(separator: "\n")
    #expect(try Program.run(["run", plan, "--quiet", "--output", folder.url.path]).status == 0)
    let record = try jsonObject(of: folder.url.appending(path: "dalian/peak/run.json"))
    let inputs = try #require(record["inputs"] as? [[String: String]])
    #expect(inputs.compactMap { $0["path"] } == listed.map(String.init))
    #expect(listed.contains("Scenarios/dalian/reference.yaml") && listed.count > 15)
    #expect(listed.contains { $0.hasPrefix("Scenarios/library/") })
    #expect(listed.contains { $0.hasSuffix(".csv") })
  }

  @Test(arguments: ["en", "zh"])
  func `a folder of scenarios that has another name is one error that says so`(
    language: String
  ) throws {
    let from = Repository.root.appending(path: "Scenarios").path
    let to = folder.url.appending(path: "plans").path
    try FileManager.default.copyItem(atPath: from, toPath: to)
    for plan in ["dalian/peak", "dalian/city", "archetype/neutrality"] {
      let outcome = try run(["run", "plans/\(plan).yaml", "--lang", language])
      #expect(outcome.status == 65)
      #expect(outcome.errors.components(separatedBy: "[outside-root]").count == 2)
      let words = language == "en" ? ["more likewise", "1 error"] : ["另有", "1 个错误"]
      for word in words + ["Scenarios", "--allow-outside"] {
        #expect(outcome.errors.contains(word), "\(outcome.errors)")
      }
    }
    #expect(try run(["check", "plans/dalian/peak.yaml", "--allow-outside"]).status == 0)
  }

  @Test(arguments: ["allocate", "compare", "report", "parts", "merged", "con", "com1", "nul"])
  func `a name that results of others have is no id`(id: String) throws {
    let changes = [("id: base", "id: \(id)"), ("id: smallville", "id: \(id)")]
    for (change, place) in zip(changes, ["scenario", "city"]) {
      let file = try folder.write(try SmallCity.text([change]), to: "\(place).yaml")
      let outcome = try run(["run", file])
      #expect(outcome.status == 65 && outcome.errors.contains("'\(id)'"), "\(outcome.errors)")
    }
    let text = try SmallCity.text([("scenario: {id: base, name: Base, name-zh: 基准}\n", "")])
    #expect(try run(["run", folder.write(text, to: "\(id).yaml")]).status == 65)
    #expect(try run(["new", id]).status == 64)
    #expect(!folder.contents.contains { $0.hasPrefix("Output") })
    let lever = try folder.write(
      try SmallCity.text([("  clean-grid:", "  \(id):")]), to: "lever.yaml")
    #expect(try run(["check", lever]).status == 0, "a lever has no folder")
  }

  @Test func `all warnings that are told stand in the records, with their codes`() throws {
    let plan = Repository.root.appending(path: "Scenarios/dalian/peak.yaml").path
    let output = ["--output", folder.url.path]
    for (arguments, record) in [
      (["run", plan], "run"), (["attribute", plan, "--samples", "8"], "attribution"),
      (["report", plan], "report"),
    ] {
      let outcome = try run(arguments + output)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let told = outcome.errors.split(separator: "\n").filter { $0.contains("warning: ") }
      #expect(told.count >= 2)
      let data = try Data(contentsOf: folder.url.appending(path: "dalian/peak/\(record).json"))
      let text = String(decoding: data, as: UTF8.self)
      for line in told {
        let words = try #require(line.components(separatedBy: "warning: ").last)
        #expect(text.contains(words), "\(record): \(words)")
      }
      #expect(text.contains("[peak-before-levers]") && text.contains("[observed-above-peak]"))
    }
    let summary = try run(["run", plan, "--json"] + output).output
    #expect(summary.contains("[peak-before-levers]"))
  }
}
