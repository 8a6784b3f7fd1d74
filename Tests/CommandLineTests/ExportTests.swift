import Foundation
import TestSupport
import Testing

@Suite struct `Inputs as a table to edit` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: ["shenzhen/peak", "qingdao/peak", "dalian/peak", "archetype/neutrality"])
  func `the table of every bundled city reads back to the same emissions`(name: String) throws {
    let scenarios = folder.url.appending(path: "Scenarios")
    let original = Repository.root.appending(path: "Scenarios")
    try FileManager.default.copyItem(at: original, to: scenarios)
    let exported = try run("export", "Scenarios/\(name).yaml", "--inputs")
    #expect(exported.status == 0, "\(exported.errors)")
    try expectSameEmissions(in: name, "Scenarios/\(name)")
  }

  @Test func `the table of the small city reads back, also for Excel in Chinese`() throws {
    try makeSmallCity()
    let exported = try run(
      "export", "Scenarios/base.yaml", "--inputs", "--excel", "--lang", "zh")
    #expect(exported.status == 0, "\(exported.errors)")
    let bytes = try Data(contentsOf: folder.url.appending(path: "Scenarios/base-inputs.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}年份,") && text.contains("\r\n2040,"))
    #expect(text.contains("drivers.population 常住人口 [million people]"))
    try expectSameEmissions(in: "smallville/base", "Scenarios/base")
  }

  @Test func `a column edited is as if the scenario said so`() throws {
    try makeSmallCity()
    #expect(try run("export", "Scenarios/base.yaml", "--inputs", "--only", "drivers").status == 0)
    #expect(try header() == ["year", "drivers.population [million people]", "drivers.gdp [GCNY]"])
    try edit { $0[1] = "1.2" }
    let edited = try run("run", "-q", "Scenarios/base-inputs.yaml")
    #expect(edited.status == 0, "\(edited.errors)")
    let set = ["--set", "drivers.population=120 万人"]
    #expect(
      try Program.run(["run", "-q", "Scenarios/base.yaml"] + set, in: folder.url).status == 0)
    #expect(try emissions("smallville/base-inputs") == emissions("smallville/base"))
    #expect(try run("run", "-q", "Scenarios/base.yaml").status == 0)
    #expect(try emissions("smallville/base-inputs") != emissions("smallville/base"))
  }

  @Test func `of shares one column stays out, which takes what the others leave`() throws {
    try makeSmallCity()
    let sales = "transport.passenger.car.sales"
    #expect(try run("export", "Scenarios/base.yaml", "--inputs", "--only", sales).status == 0)
    #expect(try header() == ["year", "\(sales).bev [1]"])
    try edit { $0[1] = "0.8" }
    let edited = try run("run", "-q", "Scenarios/base-inputs.yaml")
    #expect(edited.status == 0, "\(edited.errors)")
    let set = ["--set", "\(sales).bev=80%"]
    #expect(
      try Program.run(["run", "-q", "Scenarios/base.yaml"] + set, in: folder.url).status == 0)
    #expect(try emissions("smallville/base-inputs") == emissions("smallville/base"))
  }

  @Test func `what the scenario adjusts stays there, so that nothing is adjusted twice`() throws {
    let adjustments = """
      adjustments:
        industry.bricks.activity: {multiply: 1.03}
        transport.passenger.car.sales.bev: {multiply: 1.1}

      """
    try folder.write(try SmallCity.text() + adjustments, to: "Scenarios/base.yaml")
    let exported = try run("export", "Scenarios/base.yaml", "--inputs")
    #expect(exported.output.contains("such as industry.bricks.activity"), "\(exported.output)")
    let adjusted = ["industry.bricks.activity", "transport.passenger.car.sales"]
    #expect(try header().allSatisfy { column in !adjusted.contains { column.hasPrefix($0) } })
    try expectSameEmissions(in: "smallville/base", "Scenarios/base")
  }

  @Test func `an edited table is not overwritten, and what cannot be exported is told`() throws {
    try makeSmallCity()
    let export = ["export", "Scenarios/base.yaml", "--inputs"]
    #expect(try Program.run(export, in: folder.url).status == 0)
    let before = try header()
    let again = try Program.run(export + ["--only", "drivers"], in: folder.url)
    #expect(again.status == 73 && again.errors.contains("nothing was written"))
    #expect(try header() == before)
    #expect(try Program.run(export + ["--only", "driver"], in: folder.url).status == 64)
    #expect(try run("export", "Scenarios/base.yaml").status == 64)
    let set = ["--set", "drivers.population=120 万人"]
    #expect(try Program.run(export + set, in: folder.url).status == 64)
  }

  // MARK: - Files

  private func run(_ arguments: String...) throws -> Command.Outcome {
    try Program.run(arguments, in: folder.url)
  }

  private func makeSmallCity() throws {
    try folder.write(try SmallCity.text(), to: "Scenarios/base.yaml")
  }

  private var table: URL { folder.url.appending(path: "Scenarios/base-inputs.csv") }

  private func header() throws -> [String] {
    try CSVFile(table).columns
  }

  /// Changes the cells of every row below the header.
  private func edit(_ change: (inout [String]) -> Void) throws {
    let lines = try CSVFile(table).cells
    let edited = lines.dropFirst().map { line in
      var cells = line
      change(&cells)
      return cells
    }
    let text = ([lines[0]] + edited).map { $0.joined(separator: ",") + "\n" }.joined()
    try text.write(to: table, atomically: true, encoding: .utf8)
  }

  private func emissions(_ name: String) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: "Output/\(name)/emissions.csv"))
  }

  private func expectSameEmissions(in name: String, _ file: String) throws {
    for path in ["\(file).yaml", "\(file)-inputs.yaml"] {
      let outcome = try run("run", "-q", path)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(try emissions(name) == emissions(name + "-inputs"))
  }
}
