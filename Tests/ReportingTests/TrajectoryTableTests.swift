import CityModel
import Diagnostics
import TestSupport
import Testing

@testable import Reporting

@Suite struct `Trajectory in the IAMC format` {
  private let variables: [String: VariableTree.Variable]
  private let city: CityBuilder

  init() throws {
    var city = CityBuilder.tiny
    city.accounting.gases = Gas.allCases
    self.city = city
    variables = Dictionary(
      iamcVariables(of: try city.run()).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  }

  private func values(_ name: String) throws -> [Double] {
    try #require(variables[name], "no variable \(name)").values
  }

  @Test(arguments: ["Emissions|CO2", "Emissions|CH4", "Emissions|N2O"])
  func `every emission variable is the sum of its parts`(root: String) throws {
    var checked = 0
    for (name, variable) in variables where name == root || name.hasPrefix(root + "|") {
      let level = name.split(separator: "|").count + 1
      let parts = variables.values.filter {
        $0.name.hasPrefix(name + "|") && $0.name.split(separator: "|").count == level
      }
      guard !parts.isEmpty else { continue }
      checked += 1
      let sums = variable.values.indices.map { year in parts.reduce(0) { $0 + $1.values[year] } }
      #expect(agree(variable.values, sums), "\(name)")
    }
    #expect(checked >= 8)
  }

  @Test func `the CO2 of the tree is scope 1 with sinks`() throws {
    var carbonOnly = city
    carbonOnly.accounting.gases = [.co2]
    let run = try carbonOnly.run()
    let net = zip(run.total(.scope1), run.bySource(.sinks)).map { $0 + $1 }
    #expect(try agree(values("Emissions|CO2"), net))
  }

  @Test func `Kyoto gases weigh methane and nitrous oxide by AR6`() throws {
    // All methane here is of fossil fuels (29.8), straw, waste and landfill (27).
    let biogenic = try city.run().rows(.biogenicMethane).map { try city.run()[$0.index] }
    let living = (0..<4).map { year in biogenic.reduce(0) { $0 + Array($1)[year] } * 1e-3 }
    let expected = try (0..<4).map { year in
      let methane = try values("Emissions|CH4")[year]
      let weighed = 29.8 * (methane - living[year]) + 27 * living[year]
      return try values("Emissions|CO2")[year] + weighed
        + 273e-3 * values("Emissions|N2O")[year]
    }
    #expect(try agree(values("Emissions|Kyoto Gases"), expected))
    #expect(living[0] > 0)
  }

  @Test func `a label with a bar makes a level, and what has no level of its own is Other`() throws
  {
    let industry = "Emissions|CO2|Energy|Demand|Industry|Non-Metallic Minerals"
    // 2 Mt · 4 GJ/t · 94.6 kg/GJ and 1 Mt · 4 GJ/t · 56.1 kg/GJ.
    #expect(try abs(values(industry + "|Cement")[0] - 0.7568) < 1e-12)
    #expect(try abs(values(industry + "|Other")[0] - 0.2244) < 1e-12)
    #expect(try abs(values(industry)[0] - 0.9812) < 1e-12)
  }

  @Test func `a thing without a label has its English name`() throws {
    #expect(variables["Production|Non-Metallic Minerals|Melt"] != nil)
    #expect(variables["Emissions|CO2|Energy|Demand|Industry|Chips"] != nil)
    var renamed = city
    renamed.remove("industry.glass.iamc")
    let names = iamcVariables(of: try renamed.run()).map(\.name)
    #expect(names.contains("Emissions|CO2|Energy|Demand|Industry|flat glass-works"))
  }

  @Test func `things of one label are summed`() throws {
    var shared = city
    shared.choose("energy.electricity.technologies.straw.iamc", "Solar")
    let found = iamcVariables(of: try shared.run()).filter {
      $0.name == "Capacity|Electricity|Solar"
    }
    #expect(found.map(\.values) == [[0.07, 0.07, 0.07, 0.07]])
  }

  @Test func `names of the common definitions carry the units of the common definitions`() {
    var known = 0
    for variable in variables.values {
      guard let unit = iamcUnits[variable.name] else { continue }
      known += 1
      #expect(variable.unit == unit, "\(variable.name)")
    }
    #expect(known >= 50)
  }

  @Test func `final energy is its sectors, and a sector its carriers`() throws {
    let run = try city.run()
    let final =
      run.rows(.balance).filter { $0.row.part == "final" }
      .reduce(0) { $0 + Array(run[$1.index])[0] } * 1e-3
    #expect(try abs(values("Final Energy")[0] - final) < 1e-12)
    let sectors = try ["Industry", "Residential and Commercial", "Transportation"]
      .map { try values("Final Energy|\($0)")[0] }
    #expect(abs(sectors.reduce(0, +) - final) < 1e-12)
    let carriers = try ["Electricity", "Heat", "Gases", "Liquids", "Solids"]
      .map { try values("Final Energy|\($0)")[0] }
    #expect(abs(carriers.reduce(0, +) - final) < 1e-12)
    // 2 Mt · 4 GJ/t of coal, 1 Mt · 4 GJ/t of gas, 40·10⁹ yuan · 0.2 GJ/10³ yuan of electricity.
    #expect(try abs(values("Final Energy|Industry|Solids")[0] - 0.008) < 1e-12)
    #expect(try abs(values("Final Energy|Industry|Gases")[0] - 0.004) < 1e-12)
    #expect(try abs(values("Final Energy|Industry|Electricity")[0] - 0.008) < 1e-12)
    #expect(try abs(values("Final Energy|Industry")[0] - 0.020) < 1e-12)
    #expect(
      try abs(values("Final Energy|Industry|Non-Metallic Minerals|Cement")[0] - 0.008) < 1e-12)
    #expect(try abs(values("Final Energy|Transportation|Freight")[0] - 0.006) < 1e-12)
    #expect(variables.keys.allSatisfy { !$0.contains("(2)") })
  }

  @Test func `captured CO2 stands by source, and once more by where it goes`() throws {
    #expect(variables["Carbon Capture"] == nil)
    var capturing = city
    let path = "energy.electricity.technologies.coal-plant.capture"
    capturing.set("\(path).coverage", 0.5)
    capturing.set("\(path).rate", 0.9)
    capturing.set("\(path).electricity", 0)
    let found = iamcVariables(of: try capturing.run())
    // Of 0.1 GW · 50 % · 31.536 PJ/GW / 0.4 · 94.6 kg/GJ, 45 % is captured.
    let captured = 0.1 * 0.5 * 31.536 / 0.4 * 0.0946 * 0.45
    for name in [
      "Carbon Capture", "Carbon Capture|Energy|Supply|Electricity|Coal",
      "Carbon Capture|Geological Storage",
    ] {
      let variable = try #require(found.first { $0.name == name })
      #expect(abs(variable.values[0] - captured) < 1e-12)
    }
  }

  @Test
  func `electricity made beside heat stands with its fuel, and with its part of what is emitted`()
    throws
  {
    var beside = city
    beside.set("energy.heat.technologies.works.power-ratio", 0.45)
    let run = try beside.run()
    let found = Dictionary(
      iamcVariables(of: run).map { ($0.name, $0.values) }, uniquingKeysWith: { $1 })
    let path = "energy.heat.technologies.works"
    let power = run.series(.plantOutput, path, "electricity")
    let heat = run.series(.plantOutput, path, "heat")
    let emitted = run.series(.carbonDioxide, path)
    try #require(power[0] > 0 && abs(power[0] - 0.45 * heat[0]) < 1e-12)
    // (0.45 / 0.4) / (0.45 / 0.4 + 1 / 0.9) = 1.125 / 2.23611…
    let part = 0.503105590062112
    #expect(
      found["Secondary Energy|Electricity|Gas"].map { abs($0[0] - power[0] * 1e-3) < 1e-15 } == true
    )
    let supply = "Emissions|CO2|Energy|Supply"
    let ofPower = try #require(found["\(supply)|Electricity|Gas|Works"])
    let ofHeat = try #require(found["\(supply)|Heat|Works"])
    #expect(abs(ofPower[0] / emitted[0] - part) < 1e-12)
    #expect(agree(zip(ofPower, ofHeat).map { $0 + $1 }, emitted))
    // Without a word of the file a plant stands below its fuel.
    #expect(found["Secondary Energy|Electricity|Biomass|Straw"] != nil)
    #expect(found["Secondary Energy|Electricity|Works"] == nil)
    #expect(variables["Secondary Energy|Electricity|Gas"] == nil, "no power, no row")
  }

  @Test func `stocks and services have their places`() throws {
    #expect(try agree(values("Stocks|Transportation|Light-Duty Vehicle"), [0.5, 0.5, 0.5, 0.5]))
    #expect(try values("Stocks|Transportation|Light-Duty Vehicle|Battery-Electric")[0] == 0)
    // 0.5 million · 1000 km · 10 · 1.5 people.
    #expect(try abs(values("Energy Service|Transportation|Passenger")[0] - 7.5) < 1e-12)
    #expect(try abs(values("Building Stock|Residential|Floor Space|Gross")[0] - 0.03) < 1e-12)
    #expect(
      try abs(values("Building Stock|Residential and Commercial|Floor Space|Gross")[0] - 0.04)
        < 1e-12)
    #expect(try values("Value Added|Chips")[0] == 40)
  }

  @Test func `no name stands twice, even where the file calls a subsector Electricity`() throws {
    var clash = city
    clash.choose("industry.chips.iamc", "Electricity")
    let names = iamcVariables(of: try clash.run()).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("Final Energy|Industry|Electricity (2)"))
  }

  @Test func `wide has a column a year, long a row, with the same numbers`() throws {
    let run = try city.run()
    let wide = Table.trajectory(run, version: "0.1.0")
    let long = Table.trajectory(run, version: "0.1.0", shape: .long)
    #expect(
      wide.columns == [
        "Model", "Scenario", "Region", "Variable", "Unit", "2020", "2021", "2022", "2023",
      ])
    #expect(
      long.columns == ["Model", "Scenario", "Region", "Variable", "Unit", "Year", "Value"])
    #expect(
      wide.rows[0].prefix(5) == [
        .text("carbonpeak 0.1.0"), .text("reference"), .text("Tiny"), .text("Emissions|CO2"),
        .text("Mt CO2/yr"),
      ])
    let unfolded = wide.rows.flatMap { row in
      (0..<4).map { Array(row.prefix(5)) + [.integer(2020 + $0), row[5 + $0]] }
    }
    // What a city does not have has no row.
    let there = unfolded.filter { row in
      if case .number(let value) = row[6] { !value.isNaN } else { true }
    }
    #expect(long.rows == there && there.count < unfolded.count)
  }
}
