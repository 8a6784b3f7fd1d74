import TestSupport
import Testing

/// Observed indicators held against the base year of the small city, through the real binary.
@Suite struct `Observed indicators on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func check(_ history: String, targets: String = "") throws -> Command.Outcome {
    let text = try SmallCity.text([("targets:\n", "targets:\n" + targets)])
    let file = try folder.write(text + "history:\n" + history, to: "city.yaml")
    return try Program.run(["check", file])
  }

  @Test func `a base year that is far from what was observed is told at its place`() throws {
    let outcome = try check("  oil: {2020: 50 万吨标准煤}\n  electricity: {2020: 9 亿千瓦时}\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let told = outcome.errors.split(separator: "\n").filter { $0.contains("[inventory-distance]") }
    #expect(told.count == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains("gives 'oil' of 2020 as"))
    #expect(outcome.errors.contains("reported are 0.9000 TWh"))
  }

  @Test func `a target against a year that nothing ties to the run is told; GDP is not blamed`()
    throws
  {
    let target = "  oil-fall: {indicator: oil, 2030: -10%, against: 2015}\n"
    let alone = try check(
      "  oil: {2015: 30 万吨标准煤}\n  gdp: {2015: 700 亿元, 2020: 1300 亿元}\n", targets: target)
    #expect(alone.status == 0, "\(alone.errors)")
    #expect(alone.errors.contains("the target 'oil-fall' rests on 'history.oil' of 2015"))
    #expect(!alone.errors.contains(": error:"))
    let tied = try check("  oil: {2015: 30 万吨标准煤, 2021: 30 万吨标准煤}\n", targets: target)
    #expect(!tied.errors.contains("rests on"), "\(tied.errors)")
  }
}
