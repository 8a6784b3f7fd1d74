import Quantities
import TestSupport
import Testing

@testable import CityModel

@Suite struct `Variants of a scenario` {
  private let grid = "energy.electricity.imports.grid.factor"

  /// Coal and electricity in constant amounts, with a lever on the grid.
  private func city(level: Double = 0.5) -> CityBuilder {
    var city = CityBuilder.bare(2020...2024)
    city.demand("coal", [10])
    city.demand("electricity", [36])
    city.set(grid, 200)
    city.lever(
      "clean", level: level, ramp: Ramp(.linear, from: 2020, by: 2024),
      [grid: .to(city.years.map { _ in 100 })])
    return city
  }

  private func total(_ city: CityBuilder, _ axes: [Axis], _ variant: [Double]) throws -> [Double] {
    let run = Trajectory(try VariantSpace(try city.blueprint(), axes: axes), variant: variant)
    #expect(run.fault == nil && run.brokenLaws.isEmpty)
    return run.total(.gross)
  }

  @Test func `a level, a date and a value change what a file with them would`() throws {
    let axes: [Axis] = [
      .level(lever: "clean"), .by(lever: "clean"), .from(lever: "clean"),
      .parameter(ParameterPath(grid), .multiply),
    ]
    var written = CityBuilder.bare(2020...2024)
    written.demand("coal", [10])
    written.demand("electricity", [36])
    written.set(grid, 300)
    written.lever(
      "clean", level: 0.8, ramp: Ramp(.linear, from: 2021, by: 2023.5),
      [grid: .to(written.years.map { _ in 100 })])
    let expected = try written.run().total(.gross)
    #expect(same(try total(city(), axes, [0.8, 2023.5, 2021, 1.5]), expected))
  }

  @Test func `parameters are multiplied, added to or replaced`() throws {
    let path = ParameterPath("industry.uses-coal.activity")
    let still = try total(city(), [], [])
    let coal = try city().run().series(.carbonDioxide, "industry.uses-coal.routes.r")[0]
    for (change, value, factor) in [
      (Axis.Change.multiply, 1.2, 1.2), (.add, 5, 1.5), (.replace, 4, 0.4),
    ] {
      let changed = try total(city(), [.parameter(path, change)], [value])
      expect(zip(changed, still).map { $0 - $1 }, is: still.map { _ in (factor - 1) * coal })
    }
  }

  @Test func `what opens leaves the years before it as they are and grows to the whole`() throws {
    let path = ParameterPath("industry.uses-coal.activity")
    let still = try total(city(), [], [])
    let coal = try city().run().series(.carbonDioxide, "industry.uses-coal.routes.r")[0]
    for (change, value, parts) in [
      (Axis.Change.multiply, 1.2, [0, 0, 0.1, 0.2, 0.2]), (.add, 5, [0, 0, 0.25, 0.5, 0.5]),
      (.replace, 4, [0, 0, -0.3, -0.6, -0.6]), (.grow, 1.1, [0, 0, 0.1, 0.21, 0.331]),
    ] {
      let space = try VariantSpace(
        try city().blueprint(), axes: [.parameter(path, change)],
        openings: [Opening(first: 2022, whole: 2023)])
      let changed = Trajectory(space, variant: [value]).total(.gross)
      #expect(Array(changed.prefix(2)) == Array(still.prefix(2)))
      expect(zip(changed, still).map { $0 - $1 }, is: parts.map { $0 * coal })
    }
  }

  @Test func `one year's value decides the years up to the points beside it`() throws {
    let path = ParameterPath("industry.uses-coal.activity")
    let still = try total(city(), [], [])
    let coal = try city().run().series(.carbonDioxide, "industry.uses-coal.routes.r")[0]
    for (reach, parts) in [
      (YearReach(year: 2022, before: 2020, after: 2023, isStep: false), [0, 0.5, 1, 0, 0]),
      (YearReach(year: 2022, before: 2020, after: nil, isStep: false), [0, 0.5, 1, 1, 1]),
      (YearReach(year: 2021, before: 2020, after: 2023, isStep: true), [0, 1, 1, 0, 0]),
    ] {
      let changed = try total(city(), [.year(path, .replace, reach)], [14])
      expect(zip(changed, still).map { $0 - $1 }, is: parts.map { 0.4 * $0 * coal })
    }
    #expect(throws: AxisError.self) {
      let reach = YearReach(year: 2022, before: nil, after: nil, isStep: false)
      _ = try VariantSpace(
        city().blueprint(), axes: [.year(path, .replace, reach), .parameter(path, .multiply)])
    }
  }

  @Test func `a lever that has begun keeps what it has reached and goes on from there`() throws {
    let space = try VariantSpace(
      try city().blueprint(), axes: [.level(lever: "clean"), .byPlus(lever: "clean")],
      openings: [nil, nil].map { _ in Opening(first: 2022, whole: 2031) })
    let still = try total(city(), [], [])
    let same = Trajectory(space, variant: [0.5, 0]).total(.gross)
    #expect(zip(same, still).allSatisfy { abs($0 - $1) < 1e-12 })
    // To 2021 a quarter of 0.5 is there: 0.125. By 2025 1 would be; then w goes 1/5, 2/5, 3/5, 4/5 and from
    // 0.125 the rest 0.875 is done in steps of (w − 1/5) / (4/5).
    let changed = Trajectory(space, variant: [1, 1]).total(.gross)
    #expect(Array(changed.prefix(2)) == Array(still.prefix(2)))
    let slope = (still[0] - still[4]) / 0.5
    let pulls = [0.25, 0.5, 0.75].map { 0.125 + 0.875 * $0 }
    expect(Array(changed.dropFirst(2)), is: pulls.map { still[0] - slope * $0 })
  }

  @Test func `several are moved by one value`() throws {
    let axes: [Axis] = [
      .together("levers.*", [.levelTimes(lever: "clean"), .byPlus(lever: "clean")])
    ]
    let expected = try total(
      city(), [.level(lever: "clean"), .by(lever: "clean")], [0.5 * 0.5, 2024.5])
    #expect(try total(city(), axes, [0.5]) == expected)
    #expect(axes[0].without(["levers.clean.by"])?.members == [.levelTimes(lever: "clean")])
    #expect(axes[0].without(["levers.clean.by", "levers.clean.level"]) == nil)
  }

  @Test func `growth adds up over the years`() throws {
    let path = ParameterPath("industry.uses-coal.activity")
    let still = try total(city(), [], [])
    let coal = try city().run().series(.carbonDioxide, "industry.uses-coal.routes.r")[0]
    let changed = try total(city(), [.parameter(path, .grow)], [1.1])
    let growth = [0, 0.1, 0.21, 0.331, 0.4641]
    expect(zip(changed, still).map { $0 - $1 }, is: growth.map { $0 * coal })
  }

  @Test func `shares beside one that an axis sets keep their proportions`() throws {
    var city = CityBuilder.bare(2020...2022)
    city.cars(["a": ("coal", 1, 0.5, 0.5), "b": ("gas", 1, 0.3, 0.3), "c": ("coal", 2, 0.2, 0.2)])
    city.set("transport.passenger.car.vehicles", 4, 8, 12)
    let axis = Axis.parameter(ParameterPath("transport.passenger.car.sales.a"), .replace)
    let space = try VariantSpace(try city.blueprint(), axes: [axis])
    let run = Trajectory(space, variant: [0.1])
    let sold = ["a", "b", "c"].map { run.series(.vehicleSales, "transport.passenger.car", $0)[2] }
    let all = sold.reduce(0, +)
    expect(sold.map { $0 / all }, is: [0.1, 0.9 * 0.3 / 0.5, 0.9 * 0.2 / 0.5])
  }

  @Test func `what cannot be is a fault of that variant alone`() async throws {
    let space = try VariantSpace(
      try city().blueprint(), axes: [.parameter(ParameterPath(grid), .add)])
    let total = try #require(Trajectory(space, variant: [0]).rows(.total).first).index
    let values: [Double] = [0, -500, 10, .nan]
    var found: [(fault: VariantFault?, last: Double)] = []
    try await Ensemble(space, recording: [total]).run(
      0..<4, jobs: 1, values: { [values[$0]] }, measure: { ($0.fault, $0[0, 4]) },
      consume: { found += $1 })
    #expect(found.map { $0.fault == nil } == [true, false, true, false])
    guard case .impossible(let violation)? = found[1].fault else {
      Issue.record("-500 passed")
      return
    }
    #expect(violation.path.description == grid && violation.year == 2020)
    #expect(violation.problem == .outOfBounds(value: -300) && violation.levers == ["clean"])
    for place in [0, 2] {
      #expect(found[place].last == Trajectory(space, variant: [values[place]])[total][4])
    }
  }

  @Test(arguments: [-0.1, 1.2, .nan]) func `a level that is none is a fault`(level: Double) throws {
    let space = try VariantSpace(try city().blueprint(), axes: [.level(lever: "clean")])
    guard case .impossible(let violation)? = Trajectory(space, variant: [level]).fault else {
      Issue.record("level \(level) passed")
      return
    }
    #expect(violation.path.description == "levers.clean.level" && violation.levers == ["clean"])
  }

  @Test func `axes that cannot be are refused`() throws {
    let blueprint = try city().blueprint()
    func expectError(_ axes: [Axis], _ error: AxisError) {
      #expect(throws: error) { try VariantSpace(blueprint, axes: axes) }
    }
    let nothing = ParameterPath("nothing.here")
    expectError([.level(lever: "clear")], .unknownLever("clear"))
    expectError([.parameter(nothing, .add)], .unknownParameter(nothing))
    let twice: [Axis] = [
      .parameter(ParameterPath(grid), .add), .parameter(ParameterPath(grid), .multiply),
    ]
    expectError(twice, .repeated(twice[1]))
    var steps = city()
    steps.removeLevers()
    steps.lever("clean", [grid: .change(steps.years.map { _ in -0.5 })])
    #expect(throws: AxisError.stepHasNoEnd(lever: "clean")) {
      try VariantSpace(try steps.blueprint(), axes: [.by(lever: "clean")])
    }
    var fleet = CityBuilder.bare(2020...2022)
    fleet.cars(["a": ("coal", 1, 1, 1)])
    fleet.set("transport.passenger.car.vehicles", 4)
    let shaping = try fleet.blueprint().shapingParameters
    let lifetime = try #require(shaping.first { $0.description.contains("lifetime") })
    #expect(throws: AxisError.shapesTheModel(lifetime)) {
      try VariantSpace(try fleet.blueprint(), axes: [.parameter(lifetime, .multiply)])
    }
  }
}

@Suite struct `Ensembles` {
  private func ensemble() throws -> Ensemble {
    var city = CityBuilder.bare(2020...2024)
    city.demand("coal", [10])
    city.demand("electricity", [36])
    let path = ParameterPath("industry.uses-coal.activity")
    let space = try VariantSpace(try city.blueprint(), axes: [.parameter(path, .multiply)])
    let total = try #require(Trajectory(space, variant: [1]).rows(.total).first).index
    return Ensemble(space, recording: [total])
  }

  private func run(_ range: Range<Int>, jobs: Int) async throws -> [Double] {
    var found: [Double] = []
    var next = range.lowerBound
    try await ensemble().run(
      range, jobs: jobs, values: { [1 + Double($0) / 1000] },
      measure: { $0.series(0)[4] + Double($0.index) },
      consume: { numbers, values in
        #expect(numbers.lowerBound == next && numbers.count == values.count)
        next = numbers.upperBound
        found += values
      })
    return found
  }

  @Test func `the bits depend neither on the workers nor on where a range begins`() async throws {
    let alone = try await run(0..<1500, jobs: 1)
    #expect(alone.count == 1500 && Set(alone).count == 1500)
    for jobs in [2, 3, 8] { #expect(same(try await run(0..<1500, jobs: jobs), alone)) }
    let parts = try await run(0..<701, jobs: 2) + run(701..<1500, jobs: 2)
    #expect(same(parts, alone))
    #expect(try await run(5..<5, jobs: 2).isEmpty)
  }

  @Test func `an error of the consumer ends the run`() async throws {
    struct Enough: Error {}
    await #expect(throws: Enough.self) {
      try await ensemble().run(
        0..<100_000, jobs: 2, values: { [Double($0)] }, measure: { $0[0, 0] },
        consume: { _, _ in throw Enough() })
    }
  }
}
