import Foundation
import TestSupport
import Testing

/// What it would take, asked through the real binary.
///
/// The city has two levers whose effect is linear: process emissions of bricks (0.1 t/t of 1.625 Mt in
/// 2035) and a forest (0.04 Mt). Least changes of these follow from school geometry.
@Suite struct `Solving on the command line` {
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
          moves: {industry.bricks.routes.kiln.process: {to: 0 tCO2/t}}
        forest:
          group: sinks
          level: 0
          from: 2030
          shape: step
          moves: {sinks.forest.standing.uptake: {change: 100%}}
        see-saw:
          group: circular
          level: 0
          from: 2021
          shape: step
          moves: {industry.bricks.routes.kiln.process: {to: {2020: 0 tCO2/t, 2030: 0 tCO2/t, 2035: 0.2 tCO2/t}}}

      """
    file = try folder.write(try SmallCity.text(levers: levers), to: "city.yaml")
  }

  private func solve(_ arguments: String...) throws -> Command.Outcome {
    try Program.run(["solve", file, "--output", folder.url.path + "/out"] + arguments)
  }

  /// Net emissions by year of a file that is run.
  private func net(_ path: String) throws -> [String: Double] {
    let outcome = try Program.run([
      "run", path, "--allow-outside", "--json", "--output", folder.url.path + "/run",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let totals = try #require(jsonObject(outcome.output)["totals"] as? [String: Any])
    return try #require(totals["net"] as? [String: Double])
  }

  private func emissions(_ year: Int) throws -> Double { try #require(net(file)["\(year)"]) }

  /// The net emissions that the solution has when it is run.
  private func solved() throws -> [String: Double] {
    try net(folder.url.path + "/out/smallville/base/solution.yaml")
  }

  private func levels(_ outcome: Command.Outcome) throws -> [String: Double] {
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let solution = try #require(jsonObject(outcome.output)["solution"] as? [String: Any])
    return try #require(solution["values"] as? [String: Double])
  }

  @Test func `one lever is pulled as far as its share of the way`() throws {
    let cap = try emissions(2035) - 0.1
    let found = try levels(solve("--with", "bricks", "--cap", "2035=\(cap) Mt", "--json"))
    #expect(abs(try #require(found["levers.bricks.level"]) - 0.1 / bricks) < 1e-6)
    let reached = try #require(solved()["2035"])
    #expect(reached <= cap + 1e-6 && reached > cap - 1e-6)
  }

  @Test func `the record tells what was asked and read, and the solution not where it lies`() throws
  {
    let cap = "2035=\(try emissions(2035) - 0.1) Mt"
    func solution(into name: String) throws -> Data {
      let outcome = try Program.run([
        "solve", file, "--with", "bricks", "--cap", cap, "--output", folder.url.path + "/" + name,
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try Data(
        contentsOf: folder.url.appending(path: "\(name)/smallville/base/solution.yaml"))
    }
    #expect(try solution(into: "one") == solution(into: "two"))
    let record = try jsonObject(
      String(
        contentsOf: folder.url.appending(path: "one/smallville/base/solve.json"), encoding: .utf8))
    #expect((record["inputs"] as? [[String: String]])?.first?["path"] == file)
    #expect(
      record["options"] as? [String: String]
        == ["by": "level", "effort": "level", "with": "bricks", "cap": cap])
    #expect(record["reachable"] as? Bool == true && record["files"] == nil)
  }

  @Test func `two levers are pulled along the steepest way`() throws {
    let cap = try emissions(2035) - 0.1
    let found = try levels(solve("--with", "bricks,forest", "--cap", "2035=\(cap) Mt", "--json"))
    let square = bricks * bricks + forest * forest
    #expect(abs(try #require(found["levers.bricks.level"]) - 0.1 * bricks / square) < 1e-5)
    #expect(abs(try #require(found["levers.forest.level"]) - 0.1 * forest / square) < 1e-5)
    let reached = try #require(solved()["2035"])
    #expect(reached <= cap + 1e-6 && reached > cap - 1e-6)
  }

  @Test func `a lever at its end leaves the rest to the other`() throws {
    let cap = try emissions(2035) - bricks - 0.5 * forest
    let found = try levels(solve("--with", "bricks,forest", "--cap", "2035=\(cap) Mt", "--json"))
    #expect(abs(try #require(found["levers.bricks.level"]) - 1) < 1e-5)
    #expect(abs(try #require(found["levers.forest.level"]) - 0.5) < 1e-4)
  }

  @Test func `a budget is met to rounding by the solution that is run`() throws {
    let budget = try net(file).values.reduce(0, +) - 0.5
    _ = try levels(
      solve("--with", "forest,bricks", "--budget", "2020-2040=\(budget) Mt", "--json"))
    let reached = try solved().values.reduce(0, +)
    #expect(reached <= budget + 1e-6 && reached > budget - 1e-5)
  }

  @Test func `a date is the latest whole year that is early enough`() throws {
    let base = ["--with", "electric-cars", "--by", "date", "--set", "levers.electric-cars.by=2038"]
    func at(_ year: Int) throws -> Double {
      let outcome = try Program.run([
        "run", file, "--json", "--output", folder.url.path + "/run",
        "--set", "levers.electric-cars.by=\(year)",
      ])
      let totals = try #require(jsonObject(outcome.output)["totals"] as? [String: Any])
      return try #require((totals["net"] as? [String: Double])?["2032"])
    }
    let cap = try (at(2033) + at(2034)) / 2
    let outcome = try Program.run(
      ["solve", file, "--output", folder.url.path + "/out", "--cap", "2032=\(cap) Mt", "--json"]
        + base)
    #expect(try levels(outcome)["levers.electric-cars.by"] == 2033)
    let exact = try #require(jsonObject(outcome.output)["exact"] as? Double)
    #expect(exact > 2033 && exact < 2034)
    #expect(abs(try #require(solved()["2032"]) - at(2033)) < 1e-12)
  }

  @Test func `what is set on the command line is part of the solution`() throws {
    let cap = try emissions(2035) - 0.05 - forest
    let found = try levels(
      solve(
        "--with", "bricks", "--cap", "2035=\(cap) Mt", "--set", "levers.forest.level=1", "--json"))
    #expect(abs(try #require(found["levers.bricks.level"]) - 0.05 / bricks) < 1e-6)
    #expect(try #require(solved()["2035"]) <= cap + 1e-6)
  }

  @Test func `nothing changes where the condition holds already`() throws {
    let outcome = try solve("--with", "bricks", "--cap", "2035=100 Mt")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Nothing has to change."))
    #expect(try solved() == net(file))
  }

  @Test func `zero by 2025 is out of reach, and the least there is gets named`() throws {
    let outcome = try solve("--with", "bricks,forest,electric-cars", "--cap", "2025=0 Mt")
    #expect(outcome.status == 75)
    #expect(outcome.output.contains("Out of reach by itself: net emissions of 2025 at most 0 Mt"))
    #expect(outcome.output.contains("the least net emissions of 2025 in reach are"))
    #expect(!folder.contents.contains { $0.hasSuffix("solution.yaml") })
    let chinese = try solve("--with", "forest", "--cap", "2025=0 Mt", "--lang", "zh")
    #expect(chinese.status == 75 && chinese.output.contains("单独也无法实现"))
  }

  @Test func `two conditions that cannot hold together are named with what could`() throws {
    // The lever spares 0.175 Mt in 2030 and adds 0.1625 Mt in 2035.
    let early = try emissions(2030)
    let late = try emissions(2035)
    let outcome = try solve(
      "--with", "see-saw", "--cap", "2030=\(early - 0.1) Mt", "--cap", "2035=\(late + 0.02) Mt",
      "--cap", "2040=50 Mt", "--json")
    #expect(outcome.status == 75)
    let conflicts = try #require(jsonObject(outcome.output)["conflicts"] as? [[String: Any]])
    try #require(conflicts.count == 1)
    #expect((conflicts[0]["conditions"] as? [String])?.count == 2)
    let instead = try #require(conflicts[0]["instead"] as? [[String: Any]])
    let values = instead.compactMap { $0["reachable"] as? Double }
    try #require(values.count == 2)
    #expect(abs(values[0] - (early - 0.175 * 0.02 / 0.1625)) < 1e-4)
    #expect(abs(values[1] - (late + 0.1625 * 0.1 / 0.175)) < 1e-4)
  }

  @Test
  func `faults of the question end with status 64, of the scenario with 65, and say what is meant`()
    throws
  {
    var faults: [([String], String)] = [
      (["--with", "brick", "--cap", "2030=1 Mt"], "did you mean 'bricks'?"),
      (["--with", "bricks", "--cap", "2030=1 Mtt"], "did you mean 'Mt'?"),
      (["--with", "bricks", "--cap", "2030=1 TWh"], "30 Mt"),
      (["--with", "bricks", "--cap", "30 Mt"], "2030=30 Mt"),
      (["--with", "bricks", "--cap", "2099=1 Mt"], "2099"),
      (["--with", "bricks", "--budget", "2040-2030=1 Gt"], "2021-2060"),
      (["--with", "bricks", "--share", "2030=120%"], "25%"),
      (["--with", "bricks", "--peak-by", "2040"], "2039"),
      (["--with", "bricks"], "--peak-by"),
      (["--cap", "2030=1 Mt"], "--with"),
      (["--with", "bricks", "--by", "date", "--cap", "2030=1 Mt"], "no end date"),
    ]
    // What the scenario lacks is its own fault: as in optimise and sweep, 65.
    faults += [
      (["--by", "carbon-price", "--cap", "2030=1 Mt"], "carbon"),
      (["--with", "bricks", "--effort", "cost", "--cap", "2030=1 Mt"], "counts no costs"),
    ]
    for (place, (arguments, words)) in faults.enumerated() {
      let outcome = try Program.run(
        ["solve", file, "--output", folder.url.path + "/out"] + arguments)
      #expect(outcome.status == (place < faults.count - 2 ? 64 : 65), "\(arguments)")
      #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
    }
    #expect(!folder.contents.contains("out"))
  }
}

/// Bundled cities, and what only a city of its own can show.
@Suite struct `Solving more` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var out: String { folder.url.path + "/out" }

  private func values(_ outcome: Command.Outcome) throws -> [String: Double] {
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let solution = try #require(jsonObject(outcome.output)["solution"] as? [String: Any])
    return try #require(solution["values"] as? [String: Double])
  }

  private func run(_ path: String, _ arguments: String...) throws -> [String: Any] {
    let outcome = try Program.run(
      ["run", path, "--json", "--allow-outside", "--output", folder.url.path + "/run"] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try jsonObject(outcome.output)
  }

  private func net(_ path: String, _ year: Int, _ arguments: String...) throws -> Double {
    let outcome = try Program.run(
      ["run", path, "--json", "--allow-outside", "--output", folder.url.path + "/run"] + arguments)
    let totals = try #require(jsonObject(outcome.output)["totals"] as? [String: Any])
    return try #require((totals["net"] as? [String: Double])?["\(year)"])
  }

  private func peak(_ path: String) throws -> Int {
    let peaks = try #require(run(path)["peaks"] as? [[String: Any]])
    return try #require(peaks.first { $0["account"] as? String == "gross" }?["peak_year"] as? Int)
  }

  @Test(arguments: [
    ("shenzhen", ["electric-cars", "electric-trucks", "industry-heat", "flexible-grid"]),
    ("qingdao", ["coal-exit", "waste-heat", "industry-efficiency", "electric-cars"]),
  ])
  func `a bundled city peaks two years earlier, and so does its solution when it is run`(
    city: String, levers: [String]
  ) throws {
    let folder = Repository.root.appending(path: "Scenarios/\(city)").path
    let sooner = try peak(folder + "/reference.yaml") - 2
    let file = folder + "/peak.yaml"
    let all = try #require(
      (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: "\n")
        .reduce(into: (isIn: false, ids: [String]())) { found, line in
          if !line.hasPrefix(" "), !line.hasPrefix("#") { found.isIn = line == "levers:" }
          guard found.isIn, line.hasPrefix("  "), !line.hasPrefix("   "), line.hasSuffix(":") else {
            return
          }
          found.ids.append(line.dropFirst(2).dropLast().description)
        }.ids)
    let zero = all.flatMap { ["--set", "levers.\($0).level=0"] }
    let outcome = try Program.run(
      ["solve", file, "--with", levers.joined(separator: ","), "--peak-by", "\(sooner)"]
        + ["--output", out] + zero)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let found = try peak(out + "/\(city)/peak/solution.yaml")
    #expect(found <= sooner)
    let zeroBy2025 = try Program.run([
      "solve", file, "--with", levers[0], "--cap", "2025=0 Mt", "--output", out,
    ])
    #expect(zeroBy2025.status == 75)
    #expect(zeroBy2025.output.contains("Out of reach by itself"))
  }

  /// The small city with two levers: bricks, 0.1 t/t, and a forest, 0.04 Mt.
  private func city(
    _ timing: String, costs: (bricks: Int, forest: Int)? = nil, and more: String = ""
  ) throws -> String {
    func cost(_ amount: Int?) -> String { amount.map { "cost: \($0) MCNY/yr, " } ?? "" }
    let levers = """
        bricks: {group: circular, \(timing), \(cost(costs?.bricks))moves: {industry.bricks.routes.kiln.process: {to: 0 tCO2/t}}}
        forest: {group: sinks, \(timing), \(cost(costs?.forest))moves: {sinks.forest.standing.uptake: {change: 100%}}}

      """
    let text = try SmallCity.text(
      [("emissions: {2040: 1 Mt}", "emissions: {2030: 1 Mt, 2040: 1 Mt}")], levers: levers)
    return try folder.write(text + "\n" + more, to: "city.yaml")
  }

  @Test func `by cost, a lever twice as dear is pulled a quarter as far for its effect`() throws {
    let file = try city(
      "level: 0, from: 2030, shape: step", costs: (20, 10), and: "costs: {discount-rate: 7%}\n")
    let cap = try net(file, 2035) - 0.03
    let found = try values(
      Program.run([
        "solve", file, "--with", "bricks,forest", "--cap", "2035=\(cap) Mt", "--effort", "cost",
        "--json", "--output", out,
      ]))
    // xⱼ ∝ aⱼ / kⱼ²
    let bricks = 0.1625 / 4
    let forest = 0.04 / 1
    let length = 0.03 / (0.1625 * bricks + 0.04 * forest)
    #expect(abs(try #require(found["levers.bricks.level"]) - bricks * length) < 1e-5)
    #expect(abs(try #require(found["levers.forest.level"]) - forest * length) < 1e-5)
  }

  @Test func `of several dates the nearest whole years are found that are early enough`() throws {
    let file = try city("level: 1, from: 2021, by: 2040")
    let cap = try net(file, 2030) - 0.045
    let answer = try Program.run([
      "solve", file, "--with", "bricks,forest", "--by", "date", "--cap", "2030=\(cap) Mt",
      "--json", "--output", out,
    ])
    let found = try values(answer)
    let dates = ["bricks", "forest"].compactMap { found["levers.\($0).by"] }
    try #require(dates.count == 2)
    #expect(dates.allSatisfy { $0 == $0.rounded() })
    let sweep = try Program.run([
      "sweep", file, "--vary", "levers.bricks.by=2021:2040:1", "--vary",
      "levers.forest.by=2021:2040:1", "--keep", "emissions_2030<=\(cap)Mt", "--output", out,
    ])
    #expect(sweep.status == 0, "\(sweep.errors)")
    let rows = try CSVFile(folder.url.appending(path: "out/smallville/base/sweep.csv"))
    let efforts = zip(rows.numbers("levers.bricks.by"), rows.numbers("levers.forest.by")).map {
      ($0 - 2040) * ($0 - 2040) + ($1 - 2040) * ($1 - 2040)
    }
    let ours = dates.reduce(0) { $0 + ($1 - 2040) * ($1 - 2040) }
    #expect(ours == efforts.min())
  }

  @Test func `the carbon price is multiplied by as much as it takes`() throws {
    let costs = """
      costs:
        discount-rate: 6%
        market: on
        carbon-price: 100 元/t
        prices: {gas: 70 元/GJ, petrol: 190 元/GJ, electricity: 0.5 元/kWh}
        elasticity: {industry: -0.3}

      """
    let text = try SmallCity.text([("grid: {factor:", "grid: {price: 0.4 元/kWh, factor:")])
    let file = try folder.write(text + "\n" + costs, to: "priced.yaml")
    let cap = try net(file, 2035, "--set", "costs.carbon-price=300 元/t")
    #expect(try net(file, 2035) > cap)
    let found = try values(
      Program.run([
        "solve", file, "--by", "carbon-price", "--cap", "2035=\(cap) Mt", "--json", "--output",
        out,
      ]))
    #expect(abs(try #require(found["costs.carbon-price"]) - 3) < 1e-4)
    #expect(try net(out + "/smallville/base/solution.yaml", 2035) <= cap + 1e-6)
  }
}
