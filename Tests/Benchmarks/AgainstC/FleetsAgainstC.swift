import CityModel
import Glibc
import Yardstick

/// Vehicle cohorts: the kernel against C.
struct FleetsAgainstC {
  let isQuick: Bool

  func measure(_ figures: FigureCollector) async throws {
    let blueprint = try FleetCity().text.blueprint()
    let scenario = blueprint.scenario
    let tables = CTables(scenario)
    let paths = FleetCity.fleets.map { "transport.passenger.\($0)" }
    let axes = paths.map { Axis.parameter(ParameterPath("\($0).vehicles"), .multiply) }
    let drives = paths.map { Drive.all($0, scenario) }
    let fleets = tables.hold(
      zip(paths, drives).map { Self.fleet($0, drives: $1, tables, scenario) })
    guard
      let space = yardstick_open_fleets(
        CInt(paths.count), fleets, CInt(scenario.years.count))
    else { throw BenchmarkError.noResult("c/fleets") }
    defer { yardstick_close(space) }
    var energies = [Double](
      repeating: 0,
      count: scenario.years.count * drives.joined().count * Lanes.scalarCount)
    // The kernel adds the drives of a fleet that use the same carrier; so must what is compared.
    let groups = Self.carriers(paths, drives)
    let comparison = SideBySide(
      name: "c/fleets", space: try VariantSpace(blueprint, axes: axes),
      rows: groups.map { blueprint.row(.finalEnergy, $0.path, $0.carrier) },
      variantCount: isQuick ? 2_048 : 32_768
    ) { factors, results in
      yardstick_run_fleets(space, factors, &energies)
      Self.add(energies, of: groups, drives.joined().count, to: &results)
    }
    try await comparison.measure(figures)
    withExtendedLifetime(tables) {}
  }

  /// A carrier of a fleet, with the places of the drives that use it among all drives.
  private struct Group {
    let path: String
    let carrier: String
    let drives: [Int]
  }

  private static func carriers(_ paths: [String], _ drives: [[Drive]]) -> [Group] {
    var first = 0
    return zip(paths, drives).flatMap { path, drives in
      defer { first += drives.count }
      return Set(drives.map(\.carrier)).sorted().map { carrier in
        Group(
          path: path, carrier: carrier,
          drives: drives.indices.filter { drives[$0].carrier == carrier }.map { first + $0 })
      }
    }
  }

  private static func add(
    _ energies: [Double], of groups: [Group], _ driveCount: Int, to results: inout [Double]
  ) {
    let lanes = Lanes.scalarCount
    for year in 0..<(energies.count / driveCount / lanes) {
      for (place, group) in groups.enumerated() {
        for lane in 0..<lanes {
          results[(year * groups.count + place) * lanes + lane] = group.drives.reduce(0) {
            $0 + energies[(year * driveCount + $1) * lanes + lane]
          }
        }
      }
    }
  }

  private struct Drive {
    let technology: Int
    let path: String
    let carrier: String

    static func all(_ fleet: String, _ scenario: Scenario) -> [Drive] {
      let path = "\(fleet).technologies"
      return (scenario.members[ParameterPath(path)] ?? []).enumerated().flatMap { place, id in
        (scenario.members[ParameterPath("\(path).\(id).energy")] ?? []).map {
          Drive(technology: place, path: "\(path).\(id)", carrier: $0)
        }
      }
    }
  }

  private static func fleet(
    _ path: String, drives: [Drive], _ tables: CTables, _ scenario: Scenario
  ) -> yardstick_fleet {
    let ids = scenario.members[ParameterPath("\(path).technologies")] ?? []
    func perTechnology(_ key: String) -> [String] {
      ids.map { "\(path).technologies.\($0).\(key)" }
    }
    func shares(_ key: String) -> [String] { ids.map { "\(path).\(key).\($0)" } }
    let alive = survival(
      scale: tables.base("\(path).lifetime.weibull.scale"),
      shape: tables.base("\(path).lifetime.weibull.shape"))
    let growth = tables.base("\(path).past-growth")
    return yardstick_fleet(
      technologies: CInt(ids.count), drives: CInt(drives.count),
      technology: tables.hold(places: drives.map(\.technology)),
      load: tables.base("\(path).occupancy"), decline: tables.base("\(path).distance-decline"),
      ages: CInt(alive.count), alive: tables.hold(alive),
      survival: tables.hold([1] + zip(alive, alive.dropFirst()).map { $1 / $0 }),
      stock: tables.hold(shares("stock").map { tables.base($0) }),
      past_growth: tables.hold(ids.map { _ in growth }),
      past_improvement: tables.hold(perTechnology("past-improvement").map { tables.base($0) }),
      vehicles: tables.yearly(["\(path).vehicles"]),
      distance: tables.yearly(["\(path).distance"]), sales: tables.yearly(shares("sales")),
      early_retirement: tables.yearly(perTechnology("early-retirement")),
      intensity: tables.yearly(drives.map { "\($0.path).energy.\($0.carrier)" }),
      share: tables.yearly(drives.map { "\($0.path).distance-share.\($0.carrier)" }, or: 1))
  }

  /// S(a) = exp(−(a/scale)^shape) down to 10⁻⁹.
  private static func survival(scale: Double, shape: Double) -> [Double] {
    var alive = [1.0]
    while let last = alive.last, last >= 1e-9 {
      alive.append(exp(-pow(Double(alive.count) / scale, shape)))
    }
    return alive.dropLast()
  }
}
