import Analysis
import CityModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// The small city with all that indicators are of: three modes more, green buildings, feedstock, a
/// budget, heating values, electricity that is delivered outside.
private struct CityOfIndicators {
  var city = CityBuilder.tiny

  init() {
    city.targets = [.budget(years: 2021...2023, limit: 20, account: .net)]
    set(
      "transport.passenger",
      ["demand": 10, "metro.share": 0.3, "metro.energy.electricity": 0.1, "walk.share": 0.7])
    city.hold("transport.passenger.walk.energy")
    set(
      "transport.passenger.bus",
      [
        "vehicles": 0.01, "occupancy": 20, "distance": 50, "distance-decline": 0,
        "lifetime.fixed": 10, "past-growth": 0, "stock.petrol": 0.5, "stock.bev": 0.5,
        "sales.petrol": 0, "sales.bev": 1, "technologies.petrol.energy.gasoline": 10,
        "technologies.bev.energy.electricity": 4,
      ])
    for drive in ["petrol", "bev"] {
      set(
        "transport.passenger.bus.technologies.\(drive)",
        ["past-improvement": 0, "early-retirement": 0])
    }
    set("buildings", ["homes.green.code": 0.5, "offices.green.code": 1])
    set("carriers", ["coal.heating-value": 20, "gasoline.heating-value": 43])
    set("drivers", ["industry-value-added": 50])
    set("energy.electricity", ["exports": 1])
    set("industry.glass.routes.melt.uses.firing", ["carbon-stored": 0.25])
  }

  private mutating func set(_ prefix: String, _ values: KeyValuePairs<String, Double>) {
    for (key, value) in values { city.set("\(prefix).\(key)", value) }
  }
}

@Suite struct `Indicators` {
  /// A row of `indicators.csv`: an indicator of ``CityOfIndicators`` in 2021, worked out by hand.
  private struct Known {
    let name: String
    let formula: String
    let source: String
    let value: Double
  }

  private let known: [Known]
  private let run: Trajectory

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "indicators.csv")
    run = try CityOfIndicators().city.run()
    known = try CSVFile(file).cells.dropFirst().map { row in
      try #require(row.count == 5)
      return Known(
        name: row[0], formula: row[1], source: row[3], value: try #require(Double(row[4])))
    }
  }

  private func values(_ run: Trajectory) -> [Indicator: [Double?]] {
    Dictionary(uniqueKeysWithValues: run.indicators.map { ($0.indicator, $0.values) })
  }

  @Test func `have a row each, with a formula in numbers and the source of the definition`() {
    #expect(known.map(\.name) == Indicator.allCases.map(\.id))
    for (row, indicator) in zip(known, Indicator.allCases) {
      #expect(!row.formula.isEmpty && row.source == indicator.definition.source.english)
    }
  }

  @Test func `are what was worked out by hand`() throws {
    let found = values(run)
    for row in known {
      let indicator = try #require(Indicator(id: row.name))
      let value = try #require(found[indicator]?[1], "\(row.name)")
      #expect(abs(value - row.value) <= 1e-9 * max(1, abs(row.value)), "\(row.name): \(value)")
    }
  }

  @Test func `agree with the accounts that others tell`() throws {
    let found = values(run)
    let consumption = EnergyConsumption(run)
    for (indicator, series) in [
      (Indicator.energy, consumption.total), (.energyCalorific, consumption.calorific),
    ] {
      let counted = try #require(found[indicator]).map { ($0 ?? .nan) * 29.3076 }
      #expect(zip(counted, series).allSatisfy { abs($0 - $1) < 1e-9 })
    }
    for (indicator, line) in [(Indicator.carbonGross, TotalItem.gross), (.carbonNet, .net)] {
      let counted = try #require(found[indicator])
      #expect(zip(counted, run.total(line)).allSatisfy { abs(($0 ?? .nan) - $1) < 1e-9 })
    }
    let industry = try #require(found[.industryCarbonIntensity])
    #expect(
      zip(industry, run.byEndUse(.industry)).allSatisfy { abs(($0 ?? .nan) * 5 - $1) < 1e-9 })
  }

  @Test func `of other gases leave carbon dioxide as it was`() throws {
    var city = CityOfIndicators().city
    city.accounting.gases = Gas.allCases
    let other = try city.run()
    #expect(values(other)[.carbonGross] == values(run)[.carbonGross])
    #expect(other.total(.gross)[1] > run.total(.gross)[1])
  }

  @Test func `that the city does not hold are not told`() throws {
    var city = CityBuilder.tiny
    for path in ["transport.passenger", "transport.freight", "sinks"] { city.remove(path) }
    city.remove("energy.electricity.imports.grid.non-fossil-share")
    let missing: Set<Indicator> = [
      .energyControlled, .nonFossilShare, .coalMass, .oilMass, .sinks, .budgetUsed,
      .industryCarbonIntensity, .industryEnergyIntensity, .greenBuildingShare,
      .newEnergySalesShare, .newEnergyStockShare, .newEnergyBusShare, .vehiclesPerThousand,
      .greenTransportShare,
    ]
    let told = Set(try city.run().indicators.map(\.indicator))
    #expect(told == Set(Indicator.allCases).subtracting(missing))
  }

  @Test func `have no value where there is none`() throws {
    let found = values(run)
    // The base year's new vehicles and floor area are not known; the budget begins in 2021.
    for indicator in [Indicator.newEnergySalesShare, .greenBuildingShare, .budgetUsed] {
      let series = try #require(found[indicator])
      #expect(series[0] == nil && series[1...].allSatisfy { $0 != nil })
    }
    // Coal in a year in which some has no heating value.
    var city = CityOfIndicators().city
    city.choose("carriers.gas.kind", "coal")
    #expect(try #require(values(try city.run())[.coalMass]).allSatisfy { $0 == nil })
  }

  @Test func `value added is that of the subsectors where all are given in money`() throws {
    var city = CityBuilder.tiny
    for id in city.children[ParameterPath("industry")] ?? [] where id != "chips" {
      city.remove("industry.\(id)")
    }
    let series = try #require(values(try city.run())[.industryEnergyIntensity])
    // 10 · 2.4423 · 0.2 GJ per thousand yuan / 29.3076
    #expect(try abs(#require(series[0]) - 10 * 2.4423 * 0.2 / 29.3076) < 1e-9)
  }

  @Test func `stand in a table, a column each, with empty cells where there is no value`() throws {
    let table = Table.indicators(run.indicators, years: run.years)
    #expect(table.columns == ["year"] + Indicator.allCases.map(\.id))
    #expect(table.rows.count == 4)
    let place = try #require(table.columns.firstIndex(of: "nev-sales-share"))
    #expect(table.rows[0][place] == .empty)
    for head in table.heads.dropFirst() {
      #expect(head.unit == "1" || head.label.english.contains("["), "\(head.name)")
    }
  }

  @Test func `are told with formula, inputs and source in both languages`() {
    for language in [Language.english, .chinese] {
      let chapter = IndicatorChapter.text(language)
      for indicator in Indicator.allCases {
        let definition = indicator.definition
        #expect(chapter.contains("## \(indicator.id)\n"))
        for text in [definition.formula, definition.inputs, definition.source] {
          #expect(chapter.contains(text(language)), "\(indicator.id)")
        }
      }
    }
  }
}
