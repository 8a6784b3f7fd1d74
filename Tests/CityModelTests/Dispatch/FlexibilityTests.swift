import TestSupport
import Testing

@testable import CityModel

@Suite struct `Storage and moved load` {
  private let grid = HourlyQuantity.imported("grid")

  private struct Case: Sendable, CustomTestStringConvertible {
    let power: Double
    let size: Double
    let efficiency: Double
    let rest: [Double]
    let testDescription: String
  }

  // 1 GW in the first half of the day, 3 GW in the second.
  private static let cases = [
    Case(
      power: 5, size: 100, efficiency: 1, rest: halves(2, 2),
      testDescription: "a large one without loss makes the day flat"),
    Case(
      power: 0.5, size: 100, efficiency: 1, rest: halves(1.5, 2.5),
      testDescription: "power limits it"),
    Case(
      power: 5, size: 3, efficiency: 1, rest: halves(1.25, 2.75),
      testDescription: "size limits it"),
    // 1 + c = η (3 − η c): c = 0.4
    Case(
      power: 5, size: 100, efficiency: 0.5, rest: halves(1.4, 2.8),
      testDescription: "loss stops it where the valley is half of the peak"),
    Case(
      power: 5, size: 100, efficiency: 0.3, rest: halves(1, 3),
      testDescription: "a loss above what the day pays keeps it idle"),
    Case(
      power: 5, size: 1.2, efficiency: 0.5, rest: halves(1.2, 2.9),
      testDescription: "size limits what is given back"),
    Case(power: 0, size: 9, efficiency: 0.9, rest: halves(1, 3), testDescription: "without power"),
    Case(power: 9, size: 0, efficiency: 0.9, rest: halves(1, 3), testDescription: "without size"),
  ]

  @Test(arguments: cases) private func `a storage on a day known by hand`(_ wanted: Case) throws {
    var city = CityBuilder.hourly(load: halves(1, 3))
    city.storage(power: wanted.power, size: wanted.size, efficiency: wanted.efficiency)
    expect(Array(try city.hours()[grid]), is: wanted.rest)
    #expect(try city.run().brokenLaws.isEmpty)
  }

  @Test func `surplus is stored before it is curtailed, and only as much as the night needs`()
    throws
  {
    var city = CityBuilder.hourly(load: flat(1), profiles: ["sun": halves(1, 0)])
    city.variable("solar", aDay: 36, profile: "sun")
    city.storage(power: 2, size: 9, efficiency: 0.75)
    var run = try city.run()
    let path = "energy.electricity.storage.battery"
    let energy = CityBuilder.gigawattHours
    // 24 GWh of surplus; the size lets 9 GWh back, for 12 GWh taken in.
    expect(run.series(.storageInput, path, "electricity"), is: [energy(12)])
    expect(run.series(.storageOutput, path, "electricity"), is: [energy(9)])
    expect(run.series(.curtailed, "energy.electricity"), is: [energy(12)])
    expect(
      run.series(.balance, "carriers.electricity", BalanceItem.storage.rawValue), is: [energy(3)])
    expect(run.series(.imports, "energy.electricity.imports.grid", "electricity"), is: [energy(3)])
    #expect(run.brokenLaws.isEmpty)

    // The night needs 12 GWh, for 16 GWh taken in.
    city.storage(power: 2, size: 90, efficiency: 0.75)
    run = try city.run()
    expect(run.series(.storageInput, path, "electricity"), is: [energy(16)])
    expect(run.series(.curtailed, "energy.electricity"), is: [energy(8)])
    expect(run.series(.imports, "energy.electricity.imports.grid", "electricity"), is: [0])
  }

  @Test func `moved load keeps its energy and fills the valleys up to its power`() throws {
    var city = CityBuilder.hourly(load: halves(1, 3))
    city.choose("energy.electricity.demand-response.plant.load", "industry")
    city.set("energy.electricity.demand-response.plant.share", 0.5)
    city.set("energy.electricity.demand-response.plant.hours", 12)
    // 24 GWh a day may move, in hours of 2 GW at most: onto 0.5 and 1.5 GW that stay.
    expect(Array(try city.hours()[grid]), is: flat(2))
    // 2.4 GWh a day may move: all into the first half.
    city.set("energy.electricity.demand-response.plant.share", 0.05)
    let hours = try city.hours()
    expect(Array(hours[grid]), is: halves(0.95 + 2.4 / 12, 2.85 + 2.4 / 12 - 0.2))
    expect(Array(hours[.shifted("plant")]), is: halves(0.2 - 0.05, -0.15))
    #expect(abs(hours.total(.shifted("plant"))) < 1e-12)
  }

  @Test(arguments: 0..<40)
  func `no level is below zero or above the size, and nothing is lost but the loss`(
    seed: Int
  ) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    func day(_ range: ClosedRange<Double>) -> [Double] {
      (0..<24).map { _ in numbers.number(range) }
    }
    var city = CityBuilder.hourly(load: day(1...9), profiles: ["sun": day(0...1)])
    city.set("energy.electricity.loss", 0.05)
    city.variable("solar", aDay: numbers.number(0...200), profile: "sun")
    city.dispatchable("gas-plant", power: numbers.number(0...5), factor: numbers.number(0...1))
    city.set("energy.electricity.import-limit", numbers.number(0...8))
    let limits = ["a", "b"].map { id in
      let power = numbers.number(0...4)
      let size = numbers.number(0...20)
      let efficiency = numbers.number(0.5...1)
      city.storage(id, power: power, size: size, efficiency: efficiency)
      return (id: id, power: power, size: size, efficiency: efficiency)
    }
    city.choose("energy.electricity.demand-response.cold.load", "industry")
    city.set("energy.electricity.demand-response.cold.share", numbers.number(0...0.6))
    city.set("energy.electricity.demand-response.cold.hours", numbers.number(1...24))
    let hours = try city.hours()
    for limit in limits {
      let charge = hours[.charge(limit.id)]
      let discharge = hours[.discharge(limit.id)]
      let rounding = 1e-9
      #expect((charge + discharge).allSatisfy { (-rounding...limit.power + rounding).contains($0) })
      #expect(
        hours[.level(limit.id)].allSatisfy { (-rounding...limit.size + rounding).contains($0) })
      let taken = charge.reduce(0, +) * limit.efficiency
      #expect(agree(taken, discharge.reduce(0, +), within: 1e-12))
      #expect(zip(charge, discharge).allSatisfy { $0 == 0 || $1 == 0 })
    }
    #expect(worstImbalance(hours) < 1e-12)
    #expect(try city.run().brokenLaws.isEmpty)
    #expect(try city.run().impossibleRows.isEmpty)
  }

  /// Supply less use in the worst hour [GW].
  private func worstImbalance(_ hours: HourlyDetail) -> Double {
    (0..<24).reduce(0) { worst, hour in
      let sum = hours.quantities.reduce(0.0) { sum, quantity in
        let values = hours[quantity]
        let value = values[values.startIndex + hour]
        return switch quantity {
        case .generation, .heatPlants, .imported, .discharge, .unserved: sum + value
        case .load, .shifted, .charge: sum - value
        case .level, .curtailed: sum
        }
      }
      return max(worst, abs(sum))
    }
  }
}
