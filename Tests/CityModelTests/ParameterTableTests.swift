import Diagnostics
import Quantities
import TestSupport
import Testing

@testable import CityModel

@Suite struct `The parameter table` {
  /// What a parameter without effect on any result is for.
  private let withoutEffect = [
    "drivers.industry-value-added": "only indicators divide by it"
  ]

  @Test func `a city in which everything stands keeps every law`() throws {
    let run = try EverythingCity.built(market: true).run()
    #expect(run.brokenLaws.isEmpty && run.impossibleRows.isEmpty)
    #expect(run.series(.captureRefused, "energy.electricity.technologies.clean")[2] > 0)
  }

  @Test func `every parameter is read by an equation`() throws {
    let read = try EverythingCity.built(market: true).blueprint().readParameters
    let patterns = Set(read.compactMap { DeclaredParameter.declaring($0)?.pattern })
    let unread = DeclaredParameter.all.map(\.pattern).filter { !patterns.contains($0) }
    #expect(unread.isEmpty)
  }

  @Test func `every parameter moves some result`() throws {
    var still = Set(DeclaredParameter.all.map(\.pattern.description))
    for market in [false, true] {
      removeWhatMoves(try EverythingCity.built(market: market).scenario(), from: &still)
    }
    #expect(still.sorted() == withoutEffect.keys.sorted())
  }

  /// Takes out the patterns of which some parameter of the scenario moves a result.
  private func removeWhatMoves(_ scenario: Scenario, from still: inout Set<String>) {
    let reference = results(of: scenario)
    for row in scenario.parameters.indices {
      guard
        let pattern = DeclaredParameter.declaring(scenario.parameters[row].path)?.pattern,
        still.contains(pattern.description)
      else { continue }
      var changed = scenario
      changed.parameters[row].values = perturbed(scenario.parameters[row])
      if !same(results(of: changed), reference) { still.remove(pattern.description) }
    }
  }

  /// All results but the drivers, which only repeat their parameters.
  private func results(of scenario: Scenario) -> [Double] {
    let run = Trajectory(Blueprint(scenario))
    return run.blueprint.rows.indices.filter { run.blueprint.rows[$0].kind != .driver }
      .flatMap { Array(run[$0]) }
  }

  private func perturbed(_ parameter: Parameter) -> [Double] {
    parameter.values.map { value in
      guard value != 0 else { return min(0.01, parameter.bounds.upperBound) }
      return parameter.bounds.contains(value * 1.2) ? value * 1.2 : value / 1.2
    }
  }

  @Test func `every parameter has a meaning in both languages`() {
    for parameter in DeclaredParameter.all {
      let meaning = parameter.declaration.meaning
      #expect(!meaning.english.isEmpty, "\(parameter.pattern)")
      #expect(
        meaning.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) },
        "\(parameter.pattern)")
      for (path, group) in parameter.groups {
        #expect(!group.meaning.english.isEmpty && !group.meaning.chinese.isEmpty, "\(path)")
      }
    }
  }

  @Test func `every unit and synonym can be parsed, and bounds and defaults can be meant`() throws {
    for parameter in DeclaredParameter.all {
      let readings = parameter.declaration.readings
      #expect(!readings.isEmpty, "\(parameter.pattern)")
      for reading in readings {
        for unit in [reading.unit] + reading.synonyms {
          #expect(throws: Never.self, "\(parameter.pattern): \(unit)") { try Unit.parse(unit) }
        }
        #expect(reading.bounds.lowerBound < reading.bounds.upperBound, "\(parameter.pattern)")
        #expect(reading.bounds.upperBound.isFinite, "\(parameter.pattern)")
        if case .defaulted(let value) = parameter.declaration.presence {
          #expect(reading.bounds.contains(value), "\(parameter.pattern)")
        }
      }
    }
  }

  @Test func `no two readings of a parameter measure the same, or the other parameter decides`()
    throws
  {
    for parameter in DeclaredParameter.all where parameter.declaration.sharesReadingWith == nil {
      var known: [Dimension: String] = [:]
      // What is per unit of a named driver has the dimension of that driver besides.
      for reading in parameter.declaration.readings where reading.basis == .whole {
        for unit in [reading.unit] + reading.synonyms {
          let dimension = try Unit.parse(unit).dimension
          let other = known[dimension] ?? reading.unit
          #expect(other == reading.unit, "\(parameter.pattern): '\(unit)'")
          known[dimension] = reading.unit
        }
      }
    }
  }

  @Test func `the readings of a parameter have different names`() {
    for parameter in DeclaredParameter.all {
      let readings = parameter.declaration.readings
      #expect(Set(readings.map(\.name)).count == readings.count, "\(parameter.pattern)")
    }
  }

  @Test func `a reading shared with a sibling exists there, reading by reading`() throws {
    for parameter in DeclaredParameter.all {
      guard let sibling = parameter.declaration.sharesReadingWith else { continue }
      let segments = parameter.pattern.segments.dropLast(1 + sibling.levelsUp)
      let path = ParameterPath((segments + [Substring(sibling.key.word)]).joined(separator: "."))
      let other = try #require(DeclaredParameter.all.first { $0.pattern == path })
      #expect(
        other.declaration.readings.map(\.name) == parameter.declaration.readings.map(\.name),
        "\(parameter.pattern)")
    }
  }

  /// What a planner may write, and what it is in the unit the model computes in, by hand.
  @Test(arguments: [
    ("industry.*.routes.*.uses.*.intensity", 0, "kgce/t", 100.0, 2.93076),
    ("industry.*.routes.*.uses.*.intensity", 1, "tce/万元", 0.5, 1.46538),
    ("industry.*.routes.*.process", 1, "tCO2/万元", 2, 0.2),
    ("industry.*.routes.*.process-methane", 0, "kg/t", 3, 3),
    ("industry.*.activity", 0, "万吨", 610, 6.1), ("industry.*.activity", 1, "亿元", 1000, 100),
    ("buildings.*.floor-area", 0, "万平方米", 5000, 50),
    ("buildings.*.floor-area", 1, "m2/person", 33, 33),
    ("buildings.*.uses.*.need.*", 0, "kWh/m2", 100, 0.36),
    ("drivers.population", 0, "万人", 1763, 17.63), ("drivers.gdp", 0, "亿元", 27670, 2767),
    ("transport.passenger.*.vehicles", 0, "万辆", 350, 3.5),
    ("transport.passenger.*.distance", 0, "km/vehicle", 12_000, 12),
    ("transport.passenger.*.ownership.beta", 0, "person/万元", -0.2, -0.02),
    ("transport.passenger.*.technologies.*.energy.*", 0, "kWh/100km", 15, 0.54),
    ("transport.passenger.*.energy.*", 0, "kWh/pkm", 0.1, 0.36),
    ("transport.freight.demand", 0, "亿吨公里", 2000, 200),
    ("transport.freight.demand", 1, "tkm/元", 0.2, 0.2),
    ("carriers.*.methane", 0, "g/GJ", 1, 1),
    ("carriers.*.carbon-content", 0, "tCO2/TJ", 94.6, 94.6),
    ("energy.electricity.exports", 0, "亿千瓦时", 100, 36),
    ("energy.electricity.technologies.*.capacity", 0, "万千瓦", 100, 1),
    ("energy.electricity.imports.*.factor", 0, "kgCO2/kWh", 0.36, 100),
    ("energy.electricity.technologies.*.capture.electricity", 0, "kWh/tCO2", 250, 0.9),
    ("energy.carbon-storage.injection-limit", 0, "万吨", 600, 6),
    ("waste.generation", 1, "kg/person", 400, 0.4),
    ("sinks.*.standing.area", 0, "万亩", 15, 100),
    ("sinks.*.standing.uptake", 0, "tCO2/ha", 5, 0.5),
  ])
  func `known amounts are worth what they are in the model's unit`(
    pattern: String, reading: Int, unit: String, amount: Double, expected: Double
  ) throws {
    let parameter = try #require(
      DeclaredParameter.all.first { $0.pattern.description == pattern })
    let reading = parameter.declaration.readings[reading]
    let written = try Unit.parse(unit)
    // A synonym is read as if written in the model's dimension.
    let accepted = try ([reading.unit] + reading.synonyms).map { try Unit.parse($0) }
    let match = try #require(accepted.first { $0.isCompatible(with: written) }, "\(pattern)")
    let value = try written.convert(amount, to: match)
    #expect(agree(value, expected), "found \(value)")
    #expect(reading.bounds.contains(value))
  }
}
