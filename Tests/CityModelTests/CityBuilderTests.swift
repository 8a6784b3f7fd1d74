import TestSupport
import Testing

@testable import CityModel

@Suite struct `A city described in code` {
  @Test func `an empty city is no city`() {
    #expect(throws: CityBuilder.Fault.missing("carriers")) {
      try CityBuilder(years: 2020...2022).scenario()
    }
  }

  @Test func `a path the table does not know is refused`() {
    var city = CityBuilder.bare()
    city.set("energy.electricity.losses", 0.1)
    #expect(throws: CityBuilder.Fault.unknown("energy.electricity.losses")) {
      try city.scenario()
    }
  }

  @Test func `defaults, members, words and sets of shares are filled in`() throws {
    var city = CityBuilder.bare()
    city.industry(activity: [1, 2, 3], intensity: 4, carrier: "coal")
    let scenario = try city.scenario()
    let parameters = Dictionary(
      uniqueKeysWithValues: scenario.parameters.map { ($0.path.description, $0) })
    #expect(parameters["carriers.coal.oxidation"]?.values == [1, 1, 1])
    #expect(parameters["industry.works.activity"]?.values == [1, 2, 3])
    #expect(
      parameters["industry.works.routes.r.share"]?.shareGroup?.description
        == "industry.works.routes")
    #expect(
      parameters["industry.works.routes.r.uses.u.carriers.coal"]?.shareGroup?.description
        == "industry.works.routes.r.uses.u.carriers")
    #expect(scenario.members[ParameterPath("carriers")] == ["coal", "gas", "sun"])
    #expect(scenario.choices[ParameterPath("energy.electricity.imports.grid.line")] == "grid")
  }
}
