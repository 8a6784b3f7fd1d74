import CityModel
import Testing

@testable import Reporting

/// Power from coal in the IAMC tables of the bundled cities that have combined heat and power.
@Suite struct `Power from coal of the bundled cities` {
  private static var heating: [BundledFile] {
    get throws {
      try BundledFile.all().filter { file in
        file.isReferenceOfCity
          && ["archetype/", "dalian/", "qingdao/"].contains { file.name.hasPrefix($0) }
      }
    }
  }

  @Test(arguments: try heating) func `emits 700 to 1,000 g/kWh`(file: BundledFile) throws {
    let run = Trajectory(Blueprint(try file.read()))
    let variables = Dictionary(
      iamcVariables(of: run).map { ($0.name, $0.values) }, uniquingKeysWith: { $1 })
    let power = try #require(variables["Secondary Energy|Electricity|Coal"])
    let emitted = try #require(variables["Emissions|CO2|Energy|Supply|Electricity|Coal"])
    for (year, (energy, carbon)) in zip(run.years, zip(power, emitted)) {
      // Mt/EJ → g/kWh.
      let intensity = carbon / energy * 3.6
      #expect((700...1000).contains(intensity), "\(file) \(year): \(intensity)")
    }
  }

  @Test(arguments: try heating) func `holds that of combined heat and power, and parts add up`(
    file: BundledFile
  ) throws {
    let run = Trajectory(Blueprint(try file.read()))
    let variables = Dictionary(
      iamcVariables(of: run).map { ($0.name, $0.values) }, uniquingKeysWith: { $1 })
    let beside = run.series(
      .plantOutput, "energy.heat.technologies.coal-chp", "electricity")
    let plants = run.rows(.plantOutput).filter {
      $0.row.part == "electricity" && $0.item.role == .powerPlant
        && run.blueprint.scenario.choices[$0.item.path / "fuel"] == "raw-coal"
    }
    let coal = try #require(variables["Secondary Energy|Electricity|Coal"])
    let supply = run.rows(.carbonDioxide).filter {
      [.powerPlant, .heatPlant, .hydrogenPlant].contains($0.item.role)
    }
    let total = try #require(variables["Emissions|CO2|Energy|Supply"])
    for place in coal.indices {
      let energy = plants.reduce(beside[place]) { $0 + run[$1.index][place] } * 1e-3
      #expect(beside[place] > 0 && abs(coal[place] - energy) < 1e-12)
      let emitted = supply.reduce(0) { $0 + run[$1.index][place] }
      let parts = try ["Electricity", "Heat", "Hydrogen"].reduce(0) {
        try $0 + #require(variables["Emissions|CO2|Energy|Supply|\($1)"])[place]
      }
      #expect(abs(total[place] - emitted) < 1e-9 && abs(parts - emitted) < 1e-9)
    }
  }
}
