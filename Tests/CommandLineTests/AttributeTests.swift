import Foundation
import TestSupport
import Testing

/// `attribute` through the real binary, held against single runs.
@Suite struct `Attribution on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let homes = """
      warm-homes:
        group: efficiency
        from: 2022
        by: 2032
        moves: {buildings.homes.uses.heating.need.existing: {change: -40%}}
        cost: 30 million CNY/yr

    """
  private let prices = """

    costs:
      discount-rate: 6%
      prices: {gas: 70 元/GJ, petrol: 190 元/GJ, electricity: 0.5 元/kWh}
    """
  private let ids = ["clean-grid", "electric-cars", "warm-homes"]

  private func city(
    _ name: String = "city", _ changes: [(String, String)] = [], levers: String = ""
  ) throws -> String {
    // With little power of its own, so that the grid matters to cars and homes.
    let powers = [("capacity: 0.05 GW", "capacity: 0.001 GW"), ("2040: 0.5 GW", "2040: 0.1 GW")]
    let text = try SmallCity.text(changes + powers, levers: homes + levers)
    return try folder.write(text + prices, to: name + ".yaml")
  }

  private func program(_ arguments: String..., into name: String = "out") throws -> Command.Outcome
  {
    try Program.run(arguments + ["--output", folder.url.path + "/" + name])
  }

  private func table(_ name: String, in output: String = "out") throws -> CSVFile {
    try CSVFile(folder.url.appending(path: "\(output)/smallville/base/\(name).csv"))
  }

  private typealias Single = (
    net: [Double], peak: (year: Double, value: Double), cost: Double
  )

  /// What a run says with these levers at level 1 and the others at 0.
  private func single(_ file: String, _ pulled: Set<String>) throws -> Single {
    let levels = ids.flatMap { ["--set", "levers.\($0).level=\(pulled.contains($0) ? 1 : 0)"] }
    let name = "run-" + ids.map { pulled.contains($0) ? "1" : "0" }.joined()
    let outcome = try Program.run(
      ["run", file, "--quiet", "--output", folder.url.path + "/" + name] + levels)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let net = try table("emissions", in: name).numbers("net")
    let peaks = try table("peak", in: name)
    let costs = try table("costs", in: name).numbers("system_cost", ("sector", "total"))
    let value = costs.enumerated().reduce(0) { $0 + $1.element / pow(1.06, Double($1.offset)) }
    let peak = (
      year: peaks.numbers("peak_year", ("account", "gross"))[0],
      value: peaks.numbers("peak_value", ("account", "gross"))[0]
    )
    return (net, peak, value)
  }

  /// What the metrics of runs are, as `attribute` signs them.
  private func metrics(of runs: [Single]) -> [(String, [Double])] {
    [
      ("emissions_2040", runs.map { -($0.net.last ?? 0) }),
      ("emissions_2025", runs.map { -$0.net[5] }),
      ("cumulative", runs.map { -$0.net.reduce(0, +) }),
      ("peak_value_gross", runs.map { -$0.peak.value }),
      ("peak_year_gross", runs.map { -$0.peak.year }),
      ("cost", runs.map(\.cost)),
    ]
  }

  @Test func `parts on every metric are what single runs of all combinations say`() throws {
    let file = try city()
    let outcome = try program("attribute", file, "--jobs", "2")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let runs = try (0..<8).map { mask in
      try single(file, Set(ids.indices.filter { mask >> $0 & 1 == 1 }.map { ids[$0] }))
    }
    let metrics = metrics(of: runs)
    let found = try table("attribution")
    #expect(Set(found.rows.compactMap { $0["metric"] }) == Set(metrics.map(\.0)))
    for (metric, values) in metrics {
      for (place, id) in ids.enumerated() {
        // 1/3 first, 1/6 after each of the others, 1/3 last.
        let one = 1 << ((place + 1) % 3)
        let two = 1 << ((place + 2) % 3)
        let own = 1 << place
        let first = values[own] - values[0]
        let last = values[7] - values[7 & ~own]
        let between = values[one | own] - values[one] + values[two | own] - values[two]
        let expected = first / 3 + between / 6 + last / 3
        func number(_ column: String) -> Double {
          found.numbers(column, ("metric", metric), ("lever", id)).first ?? .nan
        }
        #expect(abs(number("value") - expected) <= 1e-9, "\(metric) \(id)")
        #expect(abs(number("first_in") - first) <= 1e-9 && abs(number("last_out") - last) <= 1e-9)
        // Each lever is alone in its group.
        #expect(abs(number("owen") - expected) <= 1e-9)
      }
      let whole = found.numbers("value", ("metric", metric), ("lever", "(total)"))[0]
      let sum = ids.reduce(0) { sum, id in
        sum + found.numbers("value", ("metric", metric), ("lever", id))[0]
      }
      #expect(abs(whole - (values[7] - values[0])) <= 1e-9 && abs(sum - whole) <= 1e-9)
    }
    let effects = found.numbers("value", ("metric", "emissions_2040"))
    #expect(
      effects.count == 7 && effects.allSatisfy { $0 > 1e-3 }, "levers that do nothing test nothing")
  }

  @Test func `the parts of every year sum to the difference of two runs, and so do the factors`()
    throws
  {
    let file = try city()
    let outcome = try program("attribute", file, "--jobs", "2")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let none = try single(file, []).net
    let all = try single(file, Set(ids)).net
    let wedges = try table("attribution-by-year")
    let factors = try table("lmdi")
    for (year, pair) in zip(2020..., zip(none, all)) {
      let effects = ["total", "sinks"].flatMap {
        factors.numbers("effect", ("to_year", "\(year)"), ("sector", $0))
      }
      #expect(effects.count == 5 && abs(effects.reduce(0, +) - (pair.1 - pair.0)) <= 1e-9)
      let sum = ids.reduce(0) {
        $0 + wedges.numbers("value", ("year", "\(year)"), ("lever", $1))[0]
      }
      #expect(abs(sum - (pair.0 - pair.1)) <= 1e-9, "\(year)")
    }
  }

  @Test func `neither the exact nor the sampled numbers depend on the number of workers`() throws {
    let file = try city()
    for options in [[], ["--samples", "300", "--seed", "7"]] {
      for jobs in ["1", "3"] {
        let outcome = try Program.run(
          ["attribute", file, "--jobs", jobs, "--output", folder.url.path + "/" + jobs] + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      for name in ["attribution", "attribution-by-year", "interaction"] {
        let texts = try ["1", "3"].map {
          try String(
            contentsOf: folder.url.appending(path: "\($0)/smallville/base/\(name).csv"),
            encoding: .utf8)
        }
        #expect(texts[0] == texts[1], "\(name) \(options)")
      }
    }
    #expect(try table("interaction", in: "1").numbers("standard_error").contains { $0 > 0 })
  }

  @Test func `against another scenario the whole is the difference of the two`() throws {
    let file = try city()
    let other = try city(
      "other",
      [("by: 2035\n    moves: {energy", "by: 2039\n    moves: {energy"), ("id: base", "id: slow")])
    let outcome = try program("attribute", file, "--against", other, "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let runs = try ["base", "slow"].map { id in
      let file = id == "base" ? file : other
      #expect(try program("run", file, "--quiet", into: "single").status == 0)
      return try CSVFile(folder.url.appending(path: "single/smallville/\(id)/emissions.csv"))
        .numbers("net").reduce(0, +)
    }
    let found = try table("attribution")
    let metric = ("metric", "cumulative")
    #expect(
      abs(found.numbers("value", metric, ("lever", "(total)"))[0] - (runs[1] - runs[0])) < 1e-9)
    #expect(
      abs(found.numbers("value", metric, ("lever", "clean-grid"))[0] - (runs[1] - runs[0])) < 1e-9)
    #expect(found.numbers("value", metric, ("lever", "electric-cars")) == [0])
    #expect(outcome.output.contains("\"idle\": [\"electric-cars\", \"warm-homes\"]"))
  }

  @Test func `a start that differs in more than levers is refused with what differs first`() throws
  {
    let file = try city()
    let other = try city("other", [("2 GJ/t", "3 GJ/t")])
    let outcome = try program("attribute", file, "--against", other)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("'industry.bricks.routes.kiln.uses.heat.intensity'"))
    let elsewhere = try city("elsewhere", [("id: smallville", "id: bigville")])
    let refused = try program("attribute", file, "--against", elsewhere)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("their cities differ: 'bigville' and 'smallville'"))
    #expect(!folder.contents.contains("out/smallville"))
  }

  @Test func `a start whose levers move other shares of the same group is refused`() throws {
    let other = try city(
      "other",
      [
        (
          "transport.passenger.car.sales.bev: {to: 95%}",
          "transport.passenger.car.sales.petrol-car: {to: 5%}"
        )
      ])
    let outcome = try program("attribute", try city(), "--against", other)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("move different shares of one group"), "\(outcome.errors)")
  }

  @Test func `levers that are impossible without each other are named, and no number given`() throws
  {
    let pair = """
        gas-out:
          group: efficiency
          from: 2021
          by: 2030
          moves: {industry.bricks.routes.kiln.uses.heat.carriers.gas: {to: 20%}}
        power-in:
          group: electrification
          from: 2021
          by: 2030
          moves: {industry.bricks.routes.kiln.uses.heat.carriers.electricity: {to: 80%}}

      """
    let outcome = try program("attribute", try city(levers: pair))
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("power-in without gas-out is impossible"), "\(outcome.errors)")
    #expect(outcome.errors.contains("industry.bricks.routes.kiln.uses.heat.carriers"))
    #expect(outcome.output.isEmpty && !folder.contents.contains("out"))
  }

  @Test func `a lever at level 0 has no part and costs no combination`() throws {
    let outcome = try program("attribute", try city(), "--set", "levers.warm-homes.level=0")
    #expect(outcome.status == 0 && outcome.output.contains("all 4 combinations"))
    let found = try table("attribution")
    #expect(found.numbers("value", ("lever", "warm-homes")).allSatisfy { $0 == 0 })
  }

  @Test func `where no lever is pulled there is nothing to share`() throws {
    let file = try city()
    let outcome = try program("attribute", file, "--against", file)
    #expect(outcome.status == 65 && outcome.errors.contains("nothing to share"))
  }

  @Test func `the summary says it in both languages`() throws {
    let file = try city()
    let english = try program("attribute", file).output
    #expect(english.contains("clean grid") && english.contains("100 %"))
    let chinese = try program("attribute", file, "--lang", "zh").output
    #expect(chinese.contains("清洁电网") && chinese.contains("100%") && !chinese.contains("group"))
  }

  @Test(arguments: [["--jobs", "0"], ["--samples", "1"], ["--seed", "-1"]])
  func `options without sense are refused as usage`(options: [String]) throws {
    #expect(try Program.run(["attribute", SmallCity.path] + options).status == 64)
  }
}
