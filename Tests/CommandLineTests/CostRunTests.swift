import Foundation
import TestSupport
import Testing

/// Costs and the market response on the command line.
@Suite struct `Runs that count costs` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let small = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml")
    .path

  private func run(_ file: String, into name: String, _ arguments: String...) throws
    -> Command.Outcome
  {
    try Program.run(
      ["run", file, "--quiet", "--output", folder.url.path + "/" + name] + arguments)
  }

  /// The small city with prices.
  private func priced(_ market: String) throws -> String {
    let text = try String(contentsOfFile: small, encoding: .utf8)
    let costs = """
      costs:
        discount-rate: 6%
        market: \(market)
        prices: {gas: 70 元/GJ, petrol: 190 元/GJ, electricity: 0.5 元/kWh}
        elasticity: {industry: -0.3}

      """
    let priced = text.replacingOccurrences(
      of: "grid: {factor:", with: "grid: {price: 0.4 元/kWh, factor:")
    return try folder.write(priced + "\n" + costs, to: "\(market).yaml")
  }

  private func column(_ name: String, of file: String) throws -> [Double] {
    try CSVFile(folder.url.appending(path: file)).numbers(name)
  }

  @Test func `costs stand in a file of their own, and what has none is named in the record`() throws
  {
    let outcome = try run(try priced("off"), into: "costs")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try String(
      contentsOf: folder.url.appending(path: "costs/smallville/base/costs.csv"), encoding: .utf8)
    #expect(
      table.hasPrefix("year,sector,system_cost,capital,fixed_om,variable_om,fuel,imports,carbon"))
    let record = try String(
      contentsOf: folder.url.appending(path: "costs/smallville/base/run.json"), encoding: .utf8)
    #expect(record.contains("\"without_cost\""))
    #expect(record.contains("industry.bricks.routes.kiln.cost"))
    #expect(try run(small, into: "none").status == 0)
    #expect(!folder.contents.contains("none/smallville/base/costs.csv"))
  }

  @Test func `with prices unchanged the market changes no byte`() throws {
    #expect(try run(try priced("off"), into: "off").status == 0)
    #expect(try run(try priced("on"), into: "on").status == 0)
    for file in ["emissions.csv", "energy-balance.csv", "costs.csv"] {
      let texts = try ["on", "off"].map {
        try String(
          contentsOf: folder.url.appending(path: "\($0)/smallville/base/\(file)"), encoding: .utf8)
      }
      #expect(texts[0] == texts[1], "\(file)")
    }
  }

  /// The price is what is paid for carbon over what is emitted where it arises; a lever brings it in.
  @Test
  func
    `the carbon price a lever sets stands among the results, and is warned of if nothing answers`()
    throws
  {
    let lever = """
        carbon-price:
          group: price
          from: 2022
          by: 2032
          level: 50%
          moves: {costs.carbon-price: {to: 200 元/t}}
      targets:

      """
    for (market, isOn) in [("off", false), ("on", true)] {
      let text = try String(contentsOfFile: try priced(market), encoding: .utf8)
        .replacingOccurrences(of: "targets:\n", with: lever)
        .replacingOccurrences(
          of: "discount-rate: 6%", with: "discount-rate: 6%\n  carbon-price: 20 元/t")
      let outcome = try run(try folder.write(text, to: "lever-\(market).yaml"), into: market)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("[unanswered-price]") != isOn)
      let results = folder.url.appending(path: "\(market)/smallville/base")
      let trajectory = try CSVFile(results.appending(path: "trajectory.csv"))
      let row = try #require(trajectory.rows.first { $0["Variable"] == "Price|Carbon" })
      #expect(row["Unit"] == "CNY/t CO2")
      let paid = try CSVFile(results.appending(path: "costs.csv"))
        .numbers("carbon", ("sector", "total"))
      let emitted = try CSVFile(results.appending(path: "emissions.csv")).numbers("total")
      for (place, year) in (2020...2040).enumerated() {
        let price = try #require(row["\(year)"].flatMap(Double.init))
        #expect(abs(price * emitted[place] * 1e-3 - paid[place]) < 1e-9, "\(year)")
      }
      #expect(row["2022"] == "20" && row["2032"] == "110" && row["2040"] == "110")
      let users = trajectory.rows.first { $0["Variable"] == "Price|Final Energy|Electricity" }
      #expect((users != nil) == isOn)
      // The level of the base year, 0.5 yuan/kWh.
      if let users { #expect(abs((Double(users["2020"] ?? "") ?? 0) - 0.5 / 0.0036) < 1e-9) }
      let record = try jsonObject(of: results.appending(path: "run.json"))
      let told = try #require(record["market"] as? [String: Any])
      #expect(told["response"] as? String == market)
      #expect(told["converged"] as? Bool == (isOn ? true : nil))
      #expect((told["carbon_price"] as? [String: Double])?["2032"] == 110)
      if !isOn {
        let warnings = try #require(record["warnings"] as? [String])
        #expect(
          warnings.contains { $0.hasPrefix(folder.url.path) && $0.contains("unanswered-price") })
      }
    }
  }

  @Test func `Shenzhen emits less in every year the higher the carbon price`() throws {
    let reference = Repository.root.appending(path: "Scenarios/shenzhen/reference.yaml").path
    #expect(try run(reference, into: "off").status == 0)
    var before = try column("total", of: "off/shenzhen/reference/emissions.csv")
    for price in [0, 100, 500, 2000] {
      let name = "at-\(price)"
      let outcome = try run(
        reference, into: name, "--set", "costs.market=on", "--set",
        "costs.carbon-price=\(price) 元/t")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let now = try column("total", of: "\(name)/shenzhen/reference/emissions.csv")
      #expect(now.count == 41 && now[0] == before[0])
      let falls = zip(before, now).dropFirst().allSatisfy { price == 0 ? $0 == $1 : $0 > $1 }
      #expect(falls, "\(price)")
      before = now
    }
  }

  @Test func `a market without a price is an error, and one without a balance ends with 75`() throws
  {
    let text = try String(contentsOfFile: try priced("on"), encoding: .utf8)
    let without = try folder.write(
      text.replacingOccurrences(of: "gas: 70 元/GJ, ", with: ""), to: "without.yaml")
    let refused = try run(without, into: "refused")
    #expect(refused.status == 65 && refused.errors.contains("missing 'gas' in 'costs.prices'"))

    // From 2025 imports are dear, and a plant must be paid off by whoever has not fled.
    let unbalanced = try [
      "capacity: {2020: 0.1 GW, 2040: 0.5 GW}, capacity-factor: 12%",
      "price: 0.4 元/kWh", "elasticity: {industry: -0.3}",
    ].enumerated().reduce(text) { text, change in
      try #require(text.contains(change.element))
      return text.replacingOccurrences(
        of: change.element,
        with: [
          "capacity: {2020: 0 MW, 2024: 0 MW, 2025: 1 MW}, capacity-factor: 12%, cost: {capital: 3000000 元/kW, life: 30 yr}",
          "price: {2020: 0.4 元/kWh, 2024: 0.4 元/kWh, 2025: 1.9 元/kWh}",
          "elasticity: {buildings: -5, industry: -5, passenger: -5}",
        ][change.offset])
    }
    let file = try folder.write(unbalanced, to: "unbalanced.yaml")
    let outcome = try run(file, into: "unbalanced")
    #expect(outcome.status == 75, "\(outcome.status) \(outcome.errors)")
    #expect(outcome.errors.contains("2025") && outcome.errors.contains("electricity"))
    #expect(!folder.contents.contains("unbalanced/smallville/base/emissions.csv"))
  }
}
