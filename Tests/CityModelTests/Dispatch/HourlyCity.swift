import TestSupport

@testable import CityModel

extension CityBuilder {
  /// A city whose only demand is industry's, dispatched over one day that stands for the year.
  ///
  /// - Parameters:
  ///   - load: What industry draws in each hour of the day [GW].
  ///   - profiles: Other columns of the profiles.
  ///   - years: The years of the run.
  /// - Returns: The city, without plants.
  static func hourly(
    load: [Double], profiles: [String: [Double]] = [:], years: ClosedRange<Int> = 2020...2020
  ) -> CityBuilder {
    var city = CityBuilder.bare(years)
    city.demand("electricity", [gigawattHours(load.reduce(0, +))])
    city.choose("energy.electricity.dispatch", "hourly")
    city.set("energy.electricity.days.day.weight", 365)
    city.table(
      "energy.electricity.profiles", profiles.merging(["load": load]) { first, _ in first })
    city.choose("energy.electricity.load-shapes.industry", "load")
    return city
  }

  /// The year's energy of so much a day [GWh → PJ].
  static func gigawattHours(_ aDay: Double) -> Double { aDay * 365 * 3.6e-3 }

  /// A plant that burns gas when it is called.
  mutating func dispatchable(
    _ id: String, power: Double, factor: Double = 1, merit: Double = 1, availability: Double = 1
  ) {
    let path = "energy.electricity.technologies.\(id)"
    choose("\(path).role", "dispatchable")
    choose("\(path).fuel", "gas")
    set("\(path).capacity", power)
    set("\(path).capacity-factor", factor)
    set("\(path).availability", availability)
    set("\(path).efficiency", 0.5)
    set("\(path).merit", merit)
  }

  /// A plant that runs as it can.
  mutating func variable(_ id: String, aDay: Double, profile: String? = nil) {
    let path = "energy.electricity.technologies.\(id)"
    choose("\(path).role", "variable")
    set("\(path).capacity", aDay / 12)
    set("\(path).capacity-factor", 0.5)
    if let profile { choose("\(path).profile", profile) }
  }

  /// A storage.
  mutating func storage(_ id: String = "battery", power: Double, size: Double, efficiency: Double) {
    let path = "energy.electricity.storage.\(id)"
    set("\(path).power", power)
    set("\(path).energy", size)
    set("\(path).efficiency", efficiency)
  }

  /// The hours of the base year.
  func hours() throws -> HourlyDetail {
    guard let detail = HourlyDetail(try blueprint(), year: years.lowerBound) else {
      throw Fault.missing("hours")
    }
    return detail
  }
}

/// A day of two halves.
func halves(_ first: Double, _ second: Double) -> [Double] {
  [Double](repeating: first, count: 12) + [Double](repeating: second, count: 12)
}

/// A day of the same in every hour.
func flat(_ value: Double) -> [Double] { halves(value, value) }
