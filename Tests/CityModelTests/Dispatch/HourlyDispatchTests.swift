import TestSupport
import Testing

@testable import CityModel

@Suite struct `Hourly dispatch` {
  private let grid = HourlyQuantity.imported("grid")

  private func energy(_ aDay: Double) -> [Double] { [CityBuilder.gigawattHours(aDay)] }

  private func peak(_ run: Trajectory, _ item: PeakItem) -> [Double] {
    run.series(.peakPower, "energy.electricity", item.rawValue)
  }

  @Test func `plants run by merit up to their power, then the grid, then nothing`() throws {
    var city = CityBuilder.hourly(load: halves(1, 6))
    city.dispatchable("second", power: 2, merit: 2)
    city.dispatchable("first", power: 2, merit: 1, availability: 0.75)
    city.set("energy.electricity.import-limit", 1)
    let hours = try city.hours()
    expect(Array(hours[.generation("first")]), is: halves(1, 1.5))
    expect(Array(hours[.generation("second")]), is: halves(0, 2))
    expect(Array(hours[grid]), is: halves(0, 1))
    expect(Array(hours[.unserved]), is: halves(0, 1.5))

    let run = try city.run()
    let technologies = "energy.electricity.technologies"
    expect(run.series(.plantOutput, "\(technologies).first", "electricity"), is: energy(30))
    expect(run.series(.plantOutput, "\(technologies).second", "electricity"), is: energy(24))
    expect(run.series(.imports, "energy.electricity.imports.grid", "electricity"), is: energy(12))
    expect(run.series(.unserved, "energy.electricity", "electricity"), is: energy(18))
    #expect(run.unserved.map(\.year) == [2020])
    expect(peak(run, .load), is: [6])
    expect(peak(run, .imports), is: [1])
    // 1.5 and 2 GW of plants and 1 GW of import against 6 GW.
    expect(run.series(.capacityMargin, "energy.electricity"), is: [-1.5 / 6])
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `a plant short of energy runs where the need is highest`() throws {
    var city = CityBuilder.hourly(load: halves(1, 3))
    city.dispatchable("peaker", power: 2, factor: 0.25)
    let hours = try city.hours()
    expect(Array(hours[.generation("peaker")]), is: halves(0, 1))
    expect(Array(hours[grid]), is: halves(1, 2))
    #expect(try city.run().brokenLaws.isEmpty)
  }

  @Test func `what runs by itself beyond the load is cut back alike in that hour`() throws {
    var city = CityBuilder.hourly(load: flat(1), profiles: ["sun": halves(1, 0)])
    city.variable("solar", aDay: 18, profile: "sun")
    city.set("energy.electricity.imports.hydro.energy", CityBuilder.gigawattHours(12))
    city.set("energy.electricity.imports.hydro.factor", 0)
    let hours = try city.hours()
    // 1.5 GW of sun and 0.5 GW of hydro by day for 1 GW of load: each gives half.
    expect(Array(hours[.generation("solar")]), is: halves(0.75, 0))
    expect(Array(hours[.imported("hydro")]), is: halves(0.25, 0.5))
    expect(Array(hours[.curtailed]), is: halves(1, 0))
    expect(Array(hours[grid]), is: halves(0, 0.5))

    let run = try city.run()
    expect(run.series(.curtailed, "energy.electricity"), is: energy(12))
    expect(
      run.series(.plantOutput, "energy.electricity.technologies.solar", "electricity"),
      is: energy(9))
    expect(run.series(.imports, "energy.electricity.imports.hydro", "electricity"), is: energy(9))
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `heat plants make electricity when heat is used`() throws {
    var city = CityBuilder.hourly(load: flat(2), profiles: ["warmth": halves(3, 1)])
    city.demand("heat", [CityBuilder.gigawattHours(24)])
    city.set("energy.heat.loss", 0)
    city.choose("energy.heat.profile", "warmth")
    city.set("energy.heat.technologies.chp.share", 1)
    city.choose("energy.heat.technologies.chp.carrier", "gas")
    city.set("energy.heat.technologies.chp.efficiency", 0.8)
    city.set("energy.heat.technologies.chp.power-ratio", 0.5)
    let hours = try city.hours()
    expect(Array(hours[.heatPlants]), is: halves(0.75, 0.25))
    expect(Array(hours[grid]), is: halves(1.25, 1.75))
  }

  @Test func `each load has its own shape, within the grid's loss`() throws {
    let profiles = ["evening": halves(0, 1), "morning": halves(2, 0)]
    var city = CityBuilder.hourly(load: flat(3), profiles: profiles)
    city.set("energy.electricity.loss", 0.2)
    city.homes(
      area: [1], needs: ["existing": 1, "retrofitted": 1, "new": 1], carrier: "electricity")
    city.set("transport.passenger.car.vehicles", 0.1)
    city.cars(["bev": (carrier: "electricity", use: 1, stock: 0.1, sales: 1)])
    city.choose("energy.electricity.load-shapes.charging", "evening")
    city.choose("energy.electricity.load-shapes.stove", "morning")
    let hours = try city.hours()
    let run = try city.run()
    let mean = 1 / 31.536 / 0.8
    let cars = run.series(.finalEnergy, "transport.passenger.car", "electricity")[0] * mean
    let homes = run.series(.finalEnergy, "buildings.homes.uses.warmth", "electricity")[0] * mean
    #expect(cars > 0 && homes > 0)
    expect(Array(hours[.load("charging")]), is: halves(0, 2 * cars))
    expect(Array(hours[.load("stove")]), is: halves(2 * homes, 0))
    expect(Array(hours[.load("industry")]), is: flat(3 / 0.8))
    expect(Array(hours[.load("buildings")]), is: flat(0))
  }

  @Test func `days weigh by the days they stand for`() throws {
    var city = CityBuilder.bare(2020...2020)
    city.demand("electricity", [31.536])
    city.choose("energy.electricity.dispatch", "hourly")
    city.set("energy.electricity.days.cold.weight", 91.2)
    city.set("energy.electricity.days.warm.weight", 273.6)
    city.table("energy.electricity.profiles", ["load": flat(2.5) + flat(0.5)])
    city.choose("energy.electricity.load-shapes.industry", "load")
    let hours = try city.hours()
    // The weights are a quarter and three quarters of the year, the mean of 2.5 and 0.5 is 1.
    expect(hours.days.map(\.weight), is: [91.25, 273.75])
    expect(Array(hours[.load("industry")]), is: flat(2.5) + flat(0.5))
    #expect(agree(hours.total(grid), 31.536))
  }

  @Test func `annual dispatch has no hours`() throws {
    #expect(HourlyDetail(try CityBuilder.bare().blueprint(), year: 2020) == nil)
    #expect(HourlyDetail(try CityBuilder.hourly(load: flat(1)).blueprint(), year: 2021) == nil)
  }
}
