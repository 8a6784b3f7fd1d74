import Foundation
import TestSupport
import Testing

/// The cheapest portfolio, asked for through the real binary.
///
/// The city has two levers whose effect and cost are linear: bricks spare 0.1625 Mt in 2035 for
/// 100 million yuan a year, a forest 0.04 Mt for 10. By the tonne the forest is the cheaper.
@Suite struct `Optimising on the command line` {
  private let folder: TemporaryFolder
  private let file: String
  private let bricks = 0.1 * 1.625, forest = 0.04

  init() throws {
    folder = try TemporaryFolder()
    let levers = """
        bricks:
          group: circular
          level: 0
          from: 2030
          shape: step
          cost: 100 MCNY/yr
          moves: {industry.bricks.routes.kiln.process: {to: 0 tCO2/t}}
        forest:
          group: sinks
          level: 0
          from: 2030
          shape: step
          cost: 10 MCNY/yr
          moves: {sinks.forest.standing.uptake: {change: 100%}}

      """
    let rest = """

      costs: {discount-rate: 7%}
      uncertainty:
        industry.bricks.activity: {uniform: [0.9, 1.1], apply: multiply}
        levers.forest.level: {uniform: [0.5, 1]}
      """
    file = try folder.write(
      try SmallCity.text(levers: levers) + rest, to: "Scenarios/city.yaml")
  }

  private var out: String { folder.url.path + "/out" }

  private func optimise(_ arguments: String..., into name: String = "out") throws
    -> Command.Outcome
  {
    try Program.run(
      ["optimise", file, "--output", folder.url.path + "/" + name, "--with", "bricks,forest"]
        + arguments)
  }

  private func table(_ name: String, in output: String = "out") throws -> CSVFile {
    try CSVFile(folder.url.appending(path: "\(output)/smallville/base/\(name).csv"))
  }

  private func net(_ path: String) throws -> [String: Double] {
    let outcome = try Program.run(["run", path, "--json", "--output", folder.url.path + "/run"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let record = try jsonObject(outcome.output)
    let totals = try #require(record["totals"] as? [String: Any])
    return try #require(totals["net"] as? [String: Double])
  }

  @Test func `the cheap lever is pulled first, the dear one for what remains`() throws {
    let cap = try #require(net(file)["2035"]) - 0.1
    let outcome = try optimise("--cap", "2035=\(cap) Mt", "--within", "1%")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let levels = try table("portfolio")
    #expect(levels.numbers("level", ("id", "forest")) == [1])
    let level = try #require(levels.numbers("level", ("id", "bricks")).first)
    #expect(abs(level - (0.1 - forest) / bricks) < 1e-6)
    // 100 million a year from 2030 to 2040, 7 %, base year 2020
    let value = (10...20).reduce(0) { $0 + 0.1 * level / pow(1.07, Double($1)) }
    let added = try #require(levels.numbers("added_cost", ("id", "bricks")).first)
    #expect(abs(added - value) < 1e-9)
    let solution = out + "/smallville/base/solution.yaml"
    let reached = try #require(net(solution)["2035"])
    #expect(reached <= cap + 1e-9 && reached > cap - 1e-6)
    let rooms = try table("alternatives")
    for lever in ["bricks", "forest"] {
      let least = try #require(rooms.numbers("least", ("lever", lever)).first)
      let greatest = try #require(rooms.numbers("greatest", ("lever", lever)).first)
      let chosen = try #require(rooms.numbers("level", ("lever", lever)).first)
      #expect(least <= chosen && chosen <= greatest && least < greatest)
    }
  }

  @Test func `the same seed gives the same bytes with any number of workers`() throws {
    let cap = try #require(net(file)["2035"]) - 0.1
    for (jobs, name) in [("1", "one"), ("3", "three")] {
      _ = try optimise(
        "--cap", "2035=\(cap) Mt", "--seed", "5", "--jobs", jobs, "--frontier", "3", into: name)
    }
    for name in ["portfolio.csv", "frontier.csv", "frontier-02.yaml"] {
      let bytes = try ["one", "three"].map {
        try Data(contentsOf: folder.url.appending(path: "\($0)/smallville/base/\(name)"))
      }
      // The paths of commands in scenario files name the folder.
      let texts = bytes.map {
        String(decoding: $0, as: UTF8.self).replacingOccurrences(of: "/three/", with: "/one/")
      }
      #expect(texts[0] == texts[1])
    }
  }

  @Test func `a frontier costs more with every tighter budget, and its scenarios keep them`() throws
  {
    let outcome = try optimise("--frontier", "4")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let rows = try table("frontier")
    let costs = rows.numbers("cost")
    let budgets = rows.numbers("budget")
    try #require(costs.count == 4)
    #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 < $1 })
    let total = try net(out + "/smallville/base/frontier-03.yaml").values.reduce(0, +)
    #expect(total <= budgets[2] + 1e-6 && total > budgets[2] - 1e-4)
  }

  @Test func `a probability is reached and no more than that is paid for`() throws {
    let cap = try #require(net(file)["2035"]) - 0.05
    let outcome = try optimise(
      "--subject-to", "P(emissions_2035<=\(cap)Mt)>=90%", "--samples", "200")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let share = try #require(table("portfolio").numbers("value", ("kind", "probability")).first)
    #expect(share >= 0.9 && share <= 0.91)
    #expect(outcome.errors.contains("levers.forest.level"))
  }

  @Test func `random portfolios of a bundled city are never cheaper`() throws {
    let city = Repository.root.appending(path: "Scenarios/shenzhen/peak.yaml").path
    let levers = [
      "coal-exit", "electric-buildings", "gas-capture", "industry-heat", "waste-sorting",
    ]
    let condition = "cumulative<=1.12Gt && peak_year<=2026"
    let outcome = try Program.run([
      "optimise", city, "--with", levers.joined(separator: ","), "--subject-to", condition,
      "--output", out,
    ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let sweep = try Program.run(
      ["sweep", city, "--design", "random", "--samples", "400", "--keep", condition]
        + ["--output", out] + levers.flatMap { ["--vary", "levers.\($0).level=0:1"] })
    #expect(sweep.status == 0, "\(sweep.errors)")
    let folder = folder.url.appending(path: "out/shenzhen/peak")
    let random = try CSVFile(folder.appending(path: "sweep.csv")).numbers("cost")
    let cost = try CSVFile(folder.appending(path: "portfolio.csv")).numbers(
      "value", ("id", "cost"))
    try #require(random.count > 50 && cost.count == 1)
    let least = try #require(random.min())
    #expect(cost[0] <= least)
  }

  @Test func `with dates too, they come out in whole years`() throws {
    let cap = try #require(net(file)["2033"]) - 0.02
    let outcome = try Program.run([
      "optimise", file, "--with", "electric-cars,forest", "--timing", "--output", out, "--cap",
      "2033=\(cap) Mt",
    ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let by = try #require(table("portfolio").numbers("by", ("id", "electric-cars")).first)
    #expect(by == by.rounded() && (2021...2040).contains(by))
    let reached = try #require(net(out + "/smallville/base/solution.yaml")["2033"])
    #expect(reached <= cap + 1e-9)
  }

  @Test func `what cannot be is told with how far all levers at full are from it`() throws {
    let outcome = try optimise("--cap", "2025=0 Mt")
    #expect(outcome.status == 75)
    #expect(outcome.output.contains("All levers at full:") && outcome.output.contains("too much"))
    #expect(!folder.contents.contains { $0.hasSuffix("solution.yaml") })
    let chinese = try optimise("--cap", "2025=0 Mt", "--lang", "zh")
    #expect(chinese.status == 75 && chinese.output.contains("全部措施全力实施"))
  }

  @Test func `faults of the question say what is meant`() throws {
    let faults: [([String], Int32, String)] = [
      ([], 64, "--subject-to"),
      (["--subject-to", "peak_yeer<=2028"], 64, "did you mean 'peak_year'?"),
      (["--subject-to", "peak_year>=2028"], 64, "peak_year<=2028"),
      (["--subject-to", "P(peak<=2028)>1"], 64, "P(peak_year<=2028)>=90%"),
      (["--cap", "2035=1 Mt", "--with", "brick"], 64, "did you mean 'bricks'?"),
      (["--cap", "2035=1 Mt", "--within", "soon"], 64, "--within"),
      (["--frontier", "1"], 64, "--frontier"),
    ]
    for (arguments, status, words) in faults {
      let outcome = try Program.run(["optimise", file, "--output", out] + arguments)
      #expect(outcome.status == status, "\(arguments)")
      #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
    }
    let plain = try folder.write(try SmallCity.text(), to: "plain.yaml")
    let outcome = try Program.run(["optimise", plain, "--output", out, "--peak-by", "2030"])
    #expect(outcome.status == 65 && outcome.errors.contains("costs.yaml"))
    #expect(!folder.contents.contains("out"))
  }
}
