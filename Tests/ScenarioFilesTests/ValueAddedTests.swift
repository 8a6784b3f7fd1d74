import Diagnostics
import Testing

@testable import ScenarioFiles

@Suite("Value added against GDP") struct ValueAddedTests {
  @Test func `shares of GDP beyond all of it are a warning`() throws {
    let text = """
      format: 1
      city: {id: a}
      years: {base: 2020, end: 2022}
      accounting: {gases: [CO2], gwp: AR6, electricity: location, scopes: [1]}
      carriers: {coal: {kind: coal, carbon-content: 25.8 tC/TJ}}
      drivers: {gdp: 100 亿元, population: 1 万人}
      industry:
        one: {activity: {2020: 60%, 2022: 70%}, routes: {r: {uses: {u: {intensity: 1 GJ/万元, carriers: {coal: 1}}}}}}
        two: {activity: 35%, routes: {r: {uses: {u: {intensity: 1 GJ/万元, carriers: {coal: 1}}}}}}
        three: {activity: 2 Mt, routes: {r: {uses: {u: {intensity: 1 GJ/t, carriers: {coal: 1}}}}}}
      """
    let found = try readText(text).diagnostics.all
    #expect(found.map(\.code) == [.moreThanProduct])
    #expect(found.first?.message.english.hasSuffix("sum to 105% in 2022") == true)
    #expect(found.first?.location.line == 7)
  }

  @Test(arguments: [
    ("9000 亿元", 0), ("9e5 亿元", 1),
    ("{2020: 9000 亿元, 2021: 9000 亿元, 2022: 40000 亿元, after: hold}", 1),
  ])
  func `value added of industry beyond GDP is a warning`(_ added: String, _ count: Int) throws {
    let text = try replacing(
      baseCase,
      (
        "  gdp: {2020: 27670 亿元, growth: {2021: 6%, 2030: 4.5%}}\n",
        "  gdp: {2020: 27670 亿元, growth: {2021: 6%, 2030: 4.5%}}\n  industry-value-added: \(added)\n"
      ))
    let found = try readText(text).diagnostics.all.filter { $0.code == .moreThanProduct }
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.message.english.contains("value added of industry is") })
  }
}
