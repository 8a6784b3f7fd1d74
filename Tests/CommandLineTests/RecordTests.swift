import Foundation
import TestSupport
import Testing

/// What commands leave beside their results: from what, how and when they came about.
@Suite struct `Records of studies` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func input(_ name: String) -> String {
    Repository.root.appending(path: "Tests/CommandLineTests/Inputs/\(name)").path
  }

  private func run(_ arguments: String..., into name: String = "out") throws -> Command.Outcome {
    try Program.run(arguments + ["--output", folder.url.appending(path: name).path])
  }

  private func record(_ path: String, in name: String = "out") throws -> [String: Any] {
    try jsonObject(of: folder.url.appending(path: "\(name)/smallville/\(path)"))
  }

  /// SHA-256 by the system's own tool.
  private func checksum(_ path: String) throws -> String {
    String(try Command("sha256sum", [path]).run().output.prefix(64))
  }

  private func checkHead(_ record: [String: Any], of file: String) throws {
    #expect(record["program"] as? String == "carbonpeak")
    #expect((record["time"] as? String)?.hasSuffix("Z") == true)
    #expect((record["version"] as? String)?.isEmpty == false)
    #expect((record["accounting"] as? [String: Any])?["gwp"] as? String == "AR6")
    let inputs = try #require(record["inputs"] as? [[String: String]])
    #expect(inputs.first?["path"] == file)
    for input in inputs {
      #expect(try input["sha256"] == checksum(try #require(input["path"])))
    }
  }

  @Test func `of an attribution tell the method, the seed and what was read`() throws {
    let file = input("small.yaml")
    #expect(try run("attribute", file).status == 0)
    let exact = try record("base/attribution.json")
    try checkHead(exact, of: file)
    #expect(exact["method"] as? String == "exact" && exact["variants"] as? Int == 4)
    #expect(exact["seed"] is NSNull)
    #expect(try run("attribute", file, "--samples", "400", "--seed", "7", "--excel").status == 0)
    let sampled = try record("base/attribution.json")
    #expect(sampled["method"] as? String == "sampled" && sampled["seed"] as? String == "7")
    #expect(
      sampled["most_orders"] as? Int == 400 && sampled["stopped_by"] as? String == "tolerance")
    let orders = try #require(sampled["orders"] as? Int)
    #expect(orders >= 128 && orders < 400)
    #expect((sampled["options"] as? [String: String]) == ["samples": "400", "excel": "true"])
  }

  @Test func `of a comparison name every file once`() throws {
    let city = try folder.write(SmallCity.text(), to: "city.yaml")
    let other = try folder.write("extends: city.yaml\nscenario: {id: other}\n", to: "other.yaml")
    let outcome = try run("compare", city, other, "--set", "levers.electric-cars.level=0.5")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let record = try record("compare/compare.json")
    try checkHead(record, of: city)
    let paths = (record["inputs"] as? [[String: String]] ?? []).compactMap { $0["path"] }
    #expect(paths == [city, other])
    #expect(record["set"] as? [String] == ["levers.electric-cars.level=0.5"])
    #expect((record["options"] as? [String: Any])?.isEmpty == true)
  }

  @Test func `of a sensitivity tell the design and the replicates`() throws {
    let file = input("uncertain.yaml")
    #expect(try run("sensitivity", file, "--samples", "64", "--seed", "3").status == 0)
    let sobol = try record("uncertain/sensitivity.json")
    try checkHead(sobol, of: file)
    #expect(sobol["seed"] as? String == "3" && sobol["design"] as? String == "sobol")
    #expect(sobol["points"] as? Int == 64 && sobol["replicates"] as? Int == 8)
    let rows = try #require(sobol["rows"] as? [[String: Any]])
    #expect(rows.first?["metric"] as? String == "peak_year_estimate_gross")
    #expect(try run("sensitivity", file, "--method", "tornado").status == 0)
    let tornado = try record("uncertain/sensitivity.json")
    #expect(tornado["seed"] is NSNull && tornado["shares"] as? [Double] == [0.05, 0.95])
  }

  @Test func `of two runs of the same input differ in the time alone`() throws {
    let names = ["a", "b"]
    for name in names {
      #expect(
        try run("sensitivity", input("uncertain.yaml"), "--samples", "32", into: name).status == 0)
    }
    let texts = try names.map { name in
      try String(
        contentsOf: folder.url.appending(path: "\(name)/smallville/uncertain/sensitivity.json"),
        encoding: .utf8
      ).split(separator: "\n").filter { !$0.contains("\"time\"") }
    }
    #expect(texts[0] == texts[1])
  }
}

/// Two cities of one id, whose results want the same folder.
@Suite struct `Results of another scenario` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What a command says of results that it would write over.
  private func warning(_ command: String, _ files: String..., with options: [String] = [])
    throws -> String?
  {
    let outcome = try Program.run(
      [command] + files + options + ["--output", folder.url.path + "/out"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.errors.split(separator: "\n").first { $0.contains("holds results of") }
      .map(String.init)
  }

  private func city(_ name: String, _ changes: [(String, String)] = []) throws -> String {
    try folder.write(try SmallCity.text(changes), to: "\(name)/city.yaml")
  }

  @Test func `are not written over without a warning that names both files`() throws {
    let first = try city("one")
    let second = try city("two", [("2 GJ/t", "3 GJ/t")])
    #expect(try warning("run", first) == nil)
    let told = try #require(try warning("attribute", second))
    #expect(told.contains(first) && told.contains(second))
    #expect(try warning("run", second) != nil)
    #expect(try warning("attribute", second) == nil)
    #expect(try warning("run", first) != nil)
  }

  @Test func `are warned of by report and solve, and theirs by others`() throws {
    let first = try city("one")
    let second = try city("two", [("2 GJ/t", "3 GJ/t")])
    let question = ["--with", "clean-grid", "--cap", "2035=50 Mt"]
    #expect(try warning("solve", first, with: question) == nil)
    #expect(try warning("report", second)?.contains(first) == true)
    #expect(try warning("solve", second, with: question) != nil, "solve.json is still the first's")
    #expect(try warning("report", second) == nil)
    #expect(try warning("report", first)?.contains(second) == true)
  }

  @Test func `are those of the same file after it was edited, of a copy, and of one that moved`()
    throws
  {
    let file = try city("one")
    #expect(try warning("run", file) == nil)
    _ = try city("one", [("2 GJ/t", "3 GJ/t")])
    #expect(try warning("run", file) == nil)
    let copy = try city("two", [("2 GJ/t", "3 GJ/t")])
    #expect(try warning("run", copy) == nil)
    try FileManager.default.removeItem(atPath: copy)
    #expect(try warning("run", file) == nil)
  }

  @Test func `of a comparison are of another city only in another folder`() throws {
    let files = try [
      city("one"), folder.write(SmallCity.text([("id: base", "id: b")]), to: "one/b.yaml"),
      folder.write(SmallCity.text([("id: base", "id: c")]), to: "one/c.yaml"),
      city("two", [("2 GJ/t", "3 GJ/t")]),
      folder.write(
        SmallCity.text([("id: base", "id: b"), ("2 GJ/t", "3 GJ/t")]), to: "two/b.yaml"),
    ]
    #expect(try warning("compare", files[0], files[1]) == nil)
    #expect(try warning("compare", files[2], files[1]) == nil)
    #expect(try warning("compare", files[3], files[4]) != nil)
  }
}
