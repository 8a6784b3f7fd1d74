import TestSupport
import Testing

@testable import CityModel

/// Hourly dispatch beside the least-cost linear program of the same day, which GLPK solves.
@Suite struct `Hourly dispatch beside the cheapest day` {
  private let demandResponse = "energy.electricity.demand-response.cold"

  /// Loads like those of a city: two humps, noise, and at times the sun.
  private func day(_ numbers: inout SeededNumbers) -> [Double] {
    let morning = numbers.number(0...4)
    let evening = numbers.number(0...5)
    return (0..<24).map { hour in
      let first = Double(abs(hour - 9))
      let second = Double(abs(hour - 20))
      return 3 + morning / (1 + first) + evening / (1 + second) + numbers.number(0...1)
    }
  }

  private func sun(_ peak: Double) -> [Double] {
    (0..<24).map { peak * max(0, 1 - Double(abs($0 - 12)) / 6) }
  }

  @Test(arguments: 0..<30)
  func `merit order, lossless storage and moved load cost the least there can be`(
    seed: Int
  ) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let load = day(&numbers)
    let sun = sun(numbers.number(1...8))
    let moves = seed % 3 == 0 ? numbers.number(0...0.5) : 0
    let fewestHours = numbers.number(3...24)
    let storage = (
      power: moves > 0 ? 0 : numbers.number(0...3), size: numbers.number(0...15), efficiency: 1.0
    )
    let plants = [numbers.number(1...3), numbers.number(1...3)]

    var city = CityBuilder.hourly(load: load, profiles: ["sun": sun])
    city.variable("solar", aDay: sun.reduce(0, +), profile: "sun")
    for (place, power) in plants.enumerated() {
      city.dispatchable("plant-\(place)", power: power, merit: Double(place))
    }
    city.set("energy.electricity.import-limit", 4)
    city.storage(power: storage.power, size: storage.size, efficiency: storage.efficiency)
    city.choose("\(demandResponse).load", "industry")
    city.set("\(demandResponse).share", moves)
    city.set("\(demandResponse).hours", fewestHours)
    let hours = try city.hours()

    let moved = load.reduce(0, +) * moves
    let problem = LeastCostDay(
      load: zip(load, sun).map { $0 * (1 - moves) - $1 },
      steps: [
        .init(power: plants[0], cost: 1), .init(power: plants[1], cost: 2),
        .init(power: 4, cost: 3), .init(power: 100, cost: 50),
      ], storage: storage, movable: (energy: moved, power: moved / fewestHours))
    let best = try problem.solve()
    let costs: [(HourlyQuantity, Double)] = [
      (.generation("plant-0"), 1), (.generation("plant-1"), 2), (.imported("grid"), 3),
      (.unserved, 50),
    ]
    let ours = costs.reduce(0) { $0 + hours[$1.0].reduce(0, +) * $1.1 }
    #expect(agree(ours, best.cost, within: 1e-9), "ours \(ours), the least \(best.cost)")
  }

  /// With loss the storage is cheapest for a supply that costs n²/2.
  ///
  /// The program knows this curve in steps: ours costs no more than its plan by the curve, and
  /// no less than its plan by the steps.
  @Test(arguments: 0..<20)
  func `a storage with loss is cheapest for a supply whose cost rises evenly`(
    seed: Int
  ) throws {
    var numbers = SeededNumbers(seed: UInt64(1000 + seed))
    let load = zip(day(&numbers), sun(numbers.number(0...10))).map { $0 - $1 }
    let storage = (
      power: numbers.number(0.1...4), size: numbers.number(0.5...25),
      efficiency: numbers.number(0.4...1)
    )
    let count = 100
    let width = 0.15
    let problem = LeastCostDay(
      load: load,
      steps: (0..<count).map { .init(power: width, cost: (Double($0) + 0.5) * width) },
      storage: storage)
    let best = try problem.solve()

    let net = LaneBuffer(count: 24)
    for (hour, load) in load.enumerated() { net[hour] = .all(load) }
    let plan = ElectricityStorage.Plan(
      power: .all(storage.power), size: .all(storage.size), efficiency: .all(storage.efficiency))
    let netDay = NetLoadOfDay(net: net, hours: 0..<24)
    _ = plan.run(netDay, plan.levels(of: netDay), 0, nil)
    let ours = (0..<24).map { max(0, net[$0][0]) }

    func costByCurve(_ supply: [Double]) -> Double { supply.reduce(0) { $0 + $1 * $1 / 2 } }
    let rounding = 1e-9 * best.cost
    #expect(costByCurve(ours) <= costByCurve(best.supply) + rounding)
    #expect(problem.cost(ofSupplying: ours) >= best.cost - rounding)
    // The steps are narrow: no plan by them is much cheaper than ours.
    #expect(problem.cost(ofSupplying: ours) <= best.cost * (1 + 1e-3))
  }
}
