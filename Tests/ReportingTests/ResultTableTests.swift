import Analysis
import CityModel
import Diagnostics
import TestSupport
import Testing

@testable import Reporting

extension Table {
  /// The numbers of a column.
  func numbers(_ column: String) throws -> [Double] {
    let place = try #require(columns.firstIndex(of: column))
    return rows.map { row in
      switch row[place] {
      case .number(let value): value
      case .integer(let value): Double(value)
      case .text, .word, .sentence, .flag, .empty: .nan
      }
    }
  }

  /// The texts of a column.
  func texts(_ column: String) throws -> [String] {
    let place = try #require(columns.firstIndex(of: column))
    return rows.compactMap { row in
      switch row[place] {
      case .text(let text), .word(let text, _): text
      case .flag(let isTrue): isTrue ? "yes" : "no"
      case .sentence, .number, .integer, .empty: nil
      }
    }
  }

  /// A table of columns that mean nothing.
  init(columns: [String], rows: [[Cell]]) {
    self.init(
      "table", heads: columns.map { ColumnHead(named: $0, Text("a column", "一列")) }, cells: rows)
  }
}

@Suite struct `Tables of a run` {
  @Test func `emissions stand by end use, then by source, then by scope`() throws {
    let table = Table.emissions(try CityBuilder.tiny.run())
    #expect(
      table.columns == [
        "year", "total", "energy", "buildings", "industry", "transport", "waste", "sinks", "net",
        "source_total", "source_energy", "source_buildings", "source_industry",
        "source_transport", "source_waste", "source_sinks", "source_net", "scope_1", "scope_2",
        "removals",
      ])
    #expect(try table.numbers("year") == [2020, 2021, 2022, 2023])
    for prefix in ["", "source_"] {
      let sectors = try ["energy", "buildings", "industry", "transport", "waste"].map {
        try table.numbers(prefix + $0)
      }
      let sums = (0..<4).map { year in sectors.reduce(0) { $0 + $1[year] } }
      #expect(try agree(table.numbers(prefix + "total"), sums))
      let net = zip(sums, try table.numbers(prefix + "sinks")).map { $0 + $1 }
      #expect(try agree(table.numbers(prefix + "net"), net))
    }
    #expect(try agree(table.numbers("total"), table.numbers("source_total"), within: 1e-9))
    // 1000 km² · 0.5 kt/km² = 0.5 Mt taken up.
    #expect(try agree(table.numbers("sinks"), [-0.5, -0.5, -0.5, -0.5]))
    let scopes = zip(try table.numbers("scope_1"), try table.numbers("scope_2")).map { $0 + $1 }
    #expect(try agree(table.numbers("total"), scopes))
  }

  @Test func `scope 2 follows the electricity method, and stands there when it does not count`()
    throws
  {
    var city = CityBuilder.tiny
    city.set("energy.electricity.imports.grid.market-factor", 300)
    let location = try Table.emissions(city.run()).numbers("scope_2")
    city.accounting.electricity = .market
    city.accounting.countsScope2 = false
    let table = Table.emissions(try city.run())
    let bought = try city.run().series(
      .imports, "energy.electricity.imports.grid", "electricity")
    let difference = zip(try table.numbers("scope_2"), location).map { $0 - $1 }
    #expect(agree(difference, bought.map { $0 * 150e-3 }))
    #expect(try agree(table.numbers("total"), table.numbers("scope_1")))
  }

  @Test func `peaks stand for the totals, each sector by end use and each by source`() throws {
    let table = Table.peaks(try CityBuilder.tiny.run().accountPeaks(), scenario: "reference")
    #expect(
      table.columns == [
        "scenario", "account", "sector", "status", "peak_year", "peak_year_estimate",
        "peak_value", "unit", "plateau_from", "plateau_to", "base_value", "end_value",
      ])
    let sectors = ["energy", "buildings", "industry", "transport", "waste"]
    #expect(
      try table.texts("account")
        == ["net", "gross"] + sectors.map { _ in "gross" } + sectors.map { _ in "source" })
    #expect(try table.texts("sector") == ["total", "total"] + sectors + sectors)
    // Petrol cars give way to electric ones from the base year on.
    #expect(try table.texts("status").first == "peaked-by-base-year")
  }

  @Test func `a sector without emissions has a status and no year`() throws {
    var city = CityBuilder.tiny
    city.set("waste.generation", 0)
    let table = Table.peaks(try city.run().accountPeaks(), scenario: "reference")
    let place = try #require(try table.texts("sector").firstIndex(of: "waste"))
    let row = table.rows[place]
    #expect(try table.texts("status")[place] == "no-emissions")
    #expect(row[4] == .empty && row[5] == .empty && row[8] == .empty)
  }

  @Test func `history decides whether the base year's maximum came after the real one`() throws {
    var city = CityBuilder.tiny
    city.history.emissions = [.init(year: 2019, value: 100)]
    let peaks = try city.run().accountPeaks()
    // Observed inventories know no sinks: the net total is not held against them here.
    #expect(peaks[0].peak.status == .peakedByBaseYear)
    #expect(peaks[1].peak.status == .peakedBeforeBaseYear)
    city.set("sinks.forest.standing.area", 0)
    #expect(try city.run().accountPeaks()[0].peak.status == .peakedBeforeBaseYear)
  }

  @Test func `the energy balance closes in every line, year by year, carrier by carrier`() throws {
    let table = Table.energyBalance(try CityBuilder.tiny.run())
    #expect(
      table.columns == [
        "year", "carrier", "production", "imports", "exports", "transformation", "losses",
        "storage", "final", "unserved", "residual", "unit",
      ])
    let carriers = ["coal", "gas", "gasoline", "biomass", "electricity", "heat", "hydrogen"]
    #expect(try table.texts("carrier") == carriers + carriers + carriers + carriers)
    #expect(
      try table.numbers("year").prefix(8) == [2020, 2020, 2020, 2020, 2020, 2020, 2020, 2021])
    for row in 0..<table.rows.count {
      func cell(_ column: String) throws -> Double { try table.numbers(column)[row] }
      let supply = try cell("production") + cell("imports")
      let use = try cell("exports") + cell("transformation") + cell("losses") + cell("final")
      #expect(try abs(supply - use - cell("residual")) < 1e-12)
    }
    // 30 million m² · 0.3 GJ/m² · 40 % district heat = 3.6 PJ in the base year.
    #expect(try abs(table.numbers("final")[5] - 3.6) < 1e-12)
    #expect(try Set(table.texts("unit")) == ["PJ"])
  }

  @Test func `targets stand with what is required, reached and missing`() throws {
    var city = CityBuilder.tiny
    city.targets = [
      .emissions(year: 2023, limit: 0.1, account: .net), .peakBy(2025, account: .gross),
      .carbonIntensity(year: 2023, change: -0.1, against: 2005, account: .gross),
    ]
    let run = try city.run()
    let table = Table.targets(run.targetResults(try run.accountPeaks()))
    #expect(
      table.columns == [
        "target", "year", "required", "reached", "unit", "met", "gap", "account", "counts",
      ])
    let net = try #require(run.total(.net).last)
    let emissions: [Cell] = [
      .target("emissions"), .integer(2023), .number(0.1), .number(net), .unit("Mt CO2e"),
      .flag(false), .number(net - 0.1), .account(.net), .empty,
    ]
    let peak: [Cell] = [
      .target("peak"), .integer(2025), .number(2025), .number(2020), .unit("year"), .flag(true),
      .number(-5), .account(.gross), .empty,
    ]
    let intensity: [Cell] = [
      .target("carbon-intensity"), .integer(2023), .number(-0.1), .empty, .unit("1"),
      .flag(false), .empty, .account(.gross), .empty,
    ]
    #expect(table.rows == [emissions, peak, intensity])
  }
}
