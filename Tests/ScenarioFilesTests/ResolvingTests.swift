import CityModel
import Testing

@testable import ScenarioFiles

@Suite("Resolving a scenario") struct ResolvingTests {
  @Test func `a minimal scenario is read without a word`() throws {
    let result = try readText(minimalScenario)
    #expect(result.summaries == [])
    #expect(result.scenario?.years == 2020...2024)
  }

  @Test func `a scenario with something of everything is read without a word`() throws {
    let result = try readText(baseCase)
    for d in result.diagnostics.all {
      print(d.summary, d.message.english, d.suggestion?.english ?? "")
    }
    #expect(result.summaries == [])
  }
}
