import Analysis
import CityModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct `Notes of a run` {
  @Test func `every kind of note has a name of its own and says what it means and what to do`() {
    let kinds = NoteKind.allCases
    #expect(Set(kinds.map(\.id)).count == kinds.count)
    for kind in kinds {
      #expect(kind.id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(kind.id)")
      #expect(kind.cure.english.last == "." && kind.cure.chinese.last == "。", "\(kind.id)")
      for language in Language.allCases {
        #expect(DiagnosticChapter.text(language).contains("## \(kind.id)\n"), "\(kind.id)")
      }
    }
  }

  @Test func `every warning of a study has a name of its own and stands in the manual`() {
    let codes = StudyWarningKind.allCases
    #expect(
      Set((codes.map(\.id) + NoteKind.allCases.map(\.id))).count == codes.count
        + NoteKind.allCases.count)
    for code in codes {
      #expect(code.id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(code.id)")
      #expect(code.cure.english.last == "." && code.cure.chinese.last == "。", "\(code.id)")
      for language in Language.allCases {
        #expect(DiagnosticChapter.text(language).contains("## \(code.id)\n"), "\(code.id)")
      }
    }
  }

  /// Tiny whose trucks run on hydrogen from the grid, at 50.5 kWh per kg.
  private func electrolysing(grid: [Double]) -> CityBuilder {
    var city = CityBuilder.tiny
    city.remove("transport.freight.truck.energy")
    city.choose("energy.hydrogen.routes.electrolyser.carrier", "electricity")
    city.set("transport.freight.truck.energy.hydrogen", 1)
    city.set("energy.hydrogen.loss", 0)
    city.set("energy.hydrogen.routes.electrolyser.share", 1)
    city.set("energy.hydrogen.routes.electrolyser.efficiency", 0.12 / (50.5 * 0.0036))
    // Electricity from the grid alone, without loss.
    city.remove("energy.electricity.technologies")
    city.set("energy.electricity.loss", 0)
    city.set("energy.electricity.imports.grid.factor", grid.map { $0 / 0.0036 })
    return city
  }

  @Test func `hydrogen from the grid is held against hydrogen from coal, year by year`() throws {
    // 0.36 kg/kWh · 50.5 kWh/kg = 18.18 kg/kg, 0.40 kg/kWh make 20.2; coal makes 18.8.
    let run = try electrolysing(grid: [0.6, 0.4, 0.36, 0.1]).run()
    let found = run.gridHydrogen
    #expect(found.map(\.year) == [2020, 2021, 2022, 2023])
    for (year, factor) in zip(found, [0.6, 0.4, 0.36, 0.1]) {
      #expect(abs(year.electrolysis - factor * 50.5) < 1e-9)
      #expect(abs(year.coal - 26.18 * 44 / 12 * 0.93 * 0.12 / 0.57) < 1e-9)
      #expect((18...19).contains(year.coal))
    }
    #expect(found.map(\.isDirtierThanCoal) == [true, true, false, false])
    let outcome = try RunOutcome(run)
    let note = try #require(outcome.notes.first)
    #expect(note.kind.isWarning && note.kind.id == "grid-hydrogen-dirtier-than-coal")
    #expect(
      note.text.english
        == "hydrogen from grid electricity emits more than from coal in 2020–2021: 30.3 kg CO2 per kg in 2020, from coal 18.8"
    )
    #expect(note.text.chinese.hasPrefix("2020–2021年电网电解制氢的排放高于煤制氢"))
  }

  @Test func `energy bought without a price is told, and no cost of supply is made of it`() throws {
    var city = electrolysing(grid: [0.6, 0.4, 0.36, 0.1])
    city.set("costs.discount-rate", 0.05)
    city.set("costs.carbon-price", 0)
    city.set("costs.prices.gasoline", 100)
    let free = try city.run()
    let note = try #require(free.notes.first { $0.kind.id == "bought-for-nothing" })
    #expect(note.kind.isWarning && note.years == [2020, 2021, 2022, 2023])
    #expect(note.text.english.contains("energy.electricity.imports.grid.price is given"))
    #expect(note.text.chinese.contains("energy.electricity.imports.grid.price"))
    #expect(!iamcVariables(of: free).contains { $0.name.hasPrefix("Average Cost") })
    city.set("energy.electricity.imports.grid.price", 100)
    city.set("energy.heat.technologies.neighbour.imported.price", 50)
    let paid = try city.run()
    #expect(!paid.notes.contains { $0.kind.id == "bought-for-nothing" })
    let cost = iamcVariables(of: paid).first { $0.name == "Average Cost|Electricity" }
    #expect(try abs(#require(cost).values[0] - 100) < 1e-9)
  }

  @Test func `a year observed above all that is projected is told`() throws {
    var city = CityBuilder.tiny
    let highest = try city.run().total(.gross).max() ?? 0
    city.history.emissions = [
      .init(year: 2018, value: 9 * highest), .init(year: 2021, value: 1.005 * highest),
    ]
    #expect(
      !(try RunOutcome(city.run()).notes.contains { $0.kind.id == "observed-above-peak" }))
    city.history.emissions.append(.init(year: 2022, value: 1.5 * highest))
    let notes = try RunOutcome(city.run()).notes
    let note = try #require(notes.first { $0.kind.id == "observed-above-peak" })
    #expect(note.kind.isWarning && note.years == [2022])
    #expect(note.text.english.contains("were observed in 2022, more than in any year of the run"))
  }

  @Test func `what the total counts changes nothing of it`() throws {
    var city = electrolysing(grid: [0.6])
    let counted = try city.run().gridHydrogen
    city.accounting.countsScope2 = false
    #expect(try city.run().gridHydrogen == counted)
    city.accounting.countsScope2 = true
    city.accounting.electricity = .market
    city.set("energy.electricity.imports.grid.market-factor", 0)
    #expect(try city.run().gridHydrogen == counted)
  }

  @Test func `the city's own coal plant is held against, without its capture`() throws {
    var city = electrolysing(grid: [0.6])
    city.choose("energy.hydrogen.routes.gasifier.carrier", "coal")
    city.set("energy.hydrogen.routes.electrolyser.share", 0.5)
    let path = "energy.hydrogen.routes.gasifier"
    city.set("\(path).share", 0.5)
    city.set("\(path).efficiency", 0.5)
    city.set("\(path).capture.coverage", 1)
    city.set("\(path).capture.rate", 0.9)
    city.set("\(path).capture.electricity", 0)
    let found = try #require(city.run().gridHydrogen.first)
    // Coal of 94.6 kg/GJ at 50 %.
    #expect(abs(found.coal - 94.6 / 0.5 * 0.12) < 1e-9)
  }

  @Test func `a city without electrolysis has no such note`() throws {
    #expect(try CityBuilder.tiny.run().gridHydrogen.isEmpty)
    // Its emissions are highest where the run begins, which is all there is to say of it.
    #expect(try CityBuilder.tiny.run().notes.map(\.kind.id) == ["peak-in-base-year"])
  }

  @Test func `a peak in the base year, or before any lever acts, is a warning`() throws {
    let note = try #require(CityBuilder.tiny.run().notes.first)
    #expect(note.kind.isWarning && note.years == [2020])
    #expect(
      note.text.english
        == "gross emissions are highest in 2020, where the run begins: the real peak may lie before it"
    )
    #expect(note.text.chinese == "总排放在2020年最高，即情景起始年：实际峰值可能更早")
    let turned = RunNote.peakBeforeLevers(
      year: 2024, firstLever: 2026, withoutLevers: 2034, account: .gross)
    #expect(
      turned.text.english
        == "gross emissions are highest in 2024, before any lever acts (the first in 2026; without levers in 2034): levers keep emissions from coming back to it"
    )
    let later = RunNote.peakBeforeLevers(
      year: 2024, firstLever: 2026, withoutLevers: 2024, account: .gross)
    #expect(
      later.text.english
        == "gross emissions are highest in 2024, before any lever acts (the first in 2026): no lever brings this peak about"
    )
  }

  @Test func `electricity that is short is told with its years and the worst of them`() {
    let note = RunNote.electricityShort([
      .init(year: 2030, value: 1.5), .init(year: 2031, value: 2.25), .init(year: 2035, value: 1),
    ])
    #expect(note.kind.isWarning && note.years == [2030, 2031, 2035])
    #expect(
      note.text.english
        == "electricity is short in 2030–2031, 2035, most in 2031: 2.25 PJ are not served")
  }

  @Test func `capture refused is noted with its years`() throws {
    var city = CityBuilder.tiny
    let path = "energy.electricity.technologies.coal-plant.capture"
    city.set("\(path).coverage", 0.5)
    city.set("\(path).rate", 0.9)
    city.set("\(path).electricity", 0)
    city.set("energy.carbon-storage.injection-limit", 9, 0, 9, 0)
    let notes = try RunOutcome(city.run()).notes
    // 0.1 GW · 50 % · 31.536 PJ/GW / 0.4 · 94.6 kg/GJ · 45 %, twice: 0.336 Mt.
    #expect(
      notes.map(\.text.english) == [
        "0.336 Mt of CO2 could not be stored and were not captured, in 2021, 2023"
      ])
    #expect(notes.first?.kind.isWarning == true)
  }

  @Test func `what moved out stands in trajectory, record and summary`() throws {
    var city = CityBuilder.tiny
    city.set("industry.cement.relocation", 0, 0.5, 0.5, 0.5)
    let outcome = try RunOutcome(city.run())
    // Half of 2 Mt · (4 GJ/t · 94.6 kg/GJ + 0.5 t/t) in each of three years.
    let moved = 1 * (4 * 0.0946 + 0.5)
    let variables = iamcVariables(of: outcome.trajectory)
    let memo = try #require(variables.first { $0.name == "City Account|Relocated" })
    #expect(agree(memo.values, [0, moved, moved, moved]))
    let both = try #require(variables.first { $0.name == "City Account|Net and Relocated" })
    #expect(agree(both.values, try CityBuilder.tiny.run().total(.net)))
    #expect(variables.allSatisfy { $0.name != "City Account" })
    let line =
      "Industry moved out of the city would have emitted 0.878 Mt CO2e in 2023, 2.64 Mt in 2021–2023: relocated, not abated."
    #expect(moved > 0.878 && outcome.summary(.english, width: 300).contains(line))
    let record = try jsonObject(record(outcome, RunContext(version: "1", time: "")))
    let notes = try #require(record["notes"] as? [[String: Any]])
    #expect(notes.map { $0["code"] as? String } == ["peak-in-base-year", "relocation"])
    #expect(notes.last?["years"] as? [Int] == [2021, 2022, 2023])
    #expect((notes.last?["text_zh"] as? String)?.contains("转移而非减排") == true)
  }

  @Test func `pollutants and embodied carbon name what they leave out`() throws {
    var city = CityBuilder.tiny
    city.set("carriers.coal.pollutants.sulfur-dioxide", 70)
    city.set("buildings.homes.embodied.retrofit", 50)
    let run = try city.run()
    let notes = run.notes.filter { !$0.kind.isWarning }
    #expect(
      notes.map(\.text.english) == [
        "air pollutants of these carriers have no factor and are not counted: gas/power (SO2); gas/industry (SO2); gas/buildings (SO2); gasoline/transport (SO2); biomass/power (SO2)",
        "embodied carbon is not counted for: buildings.homes (construction.code, demolition); buildings.offices (construction.code, retrofit, demolition)",
      ])
    let sulfur = try #require(
      iamcVariables(of: run).first {
        $0.name == "Emissions|Sulfur|Energy|Demand|Industry|Non-Metallic Minerals|Cement"
      })
    // 2 Mt · 4 GJ/t · 70 kg/TJ.
    #expect(agree(sulfur.values, [5.6e-4, 5.6e-4, 5.6e-4, 5.6e-4]))
    #expect(sulfur.unit == "Mt SO2/yr")
    #expect(iamcVariables(of: run).contains { $0.name == "City Account|Embodied|Retrofit|Homes" })
    #expect(
      !iamcVariables(of: try CityBuilder.tiny.run()).contains {
        $0.name.hasPrefix("Emissions|Sulfur")
      })
  }
}
