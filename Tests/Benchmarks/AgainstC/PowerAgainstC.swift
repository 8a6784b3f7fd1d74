import CityModel
import Yardstick

/// Electricity by the hour: the kernel against C.
struct PowerAgainstC {
  let isQuick: Bool
  private static let root = "energy.electricity"
  private static let works = PowerCity.loads.keys.sorted()

  func measure(_ figures: FigureCollector) async throws {
    let blueprint = try PowerCity().text.blueprint()
    let tables = CTables(blueprint.scenario)
    let plants = Plants(blueprint.scenario)
    var city = Self.city(blueprint.scenario, plants, tables)
    // All loads are per person.
    let axes = [Axis.parameter(ParameterPath("drivers.population"), .multiply)]
    let comparison = SideBySide(
      name: "c/power", space: try VariantSpace(blueprint, axes: axes),
      rows: Self.rows(blueprint, plants), variantCount: isQuick ? 512 : 8_192
    ) { factors, results in yardstick_run_power(&city, factors, &results) }
    try await comparison.measure(figures)
    withExtendedLifetime(tables) {}
  }

  /// The ids of the plants, by what makes them run.
  private struct Plants {
    let unsteered: [String]
    let called: [String]

    init(_ scenario: Scenario) {
      let path = ParameterPath("\(root).technologies")
      let ids = scenario.members[path] ?? []
      let isCalled = { (id: String) in scenario.choices[path / id / "role"] == "dispatchable" }
      called = ids.filter(isCalled)
      unsteered = ids.filter { !isCalled($0) }
    }
  }

  /// The rows in the order of C's results.
  private static func rows(_ blueprint: Blueprint, _ plants: Plants) -> [[Int]] {
    func output(_ id: String) -> [Int] {
      blueprint.row(.plantOutput, "\(root).technologies.\(id)", "electricity")
    }
    func imports(_ id: String) -> [Int] {
      blueprint.row(.imports, "\(root).imports.\(id)", "electricity")
    }
    let stores: [[Int]] = storages(blueprint.scenario).flatMap { id -> [[Int]] in
      let path = "\(root).storage.\(id)"
      return [blueprint.row(.storageInput, path), blueprint.row(.storageOutput, path)]
    }
    let last = [imports("grid"), blueprint.row(.curtailed, root)]
    return plants.unsteered.map(output) + [imports("wind-line")] + stores
      + plants.called.map(output) + last
  }

  private static func storages(_ scenario: Scenario) -> [String] {
    scenario.members[ParameterPath("\(root).storage")] ?? []
  }

  private static func city(
    _ scenario: Scenario, _ plants: Plants, _ tables: CTables
  ) -> yardstick_power {
    let shapes = Shapes(scenario, tables)
    let storages = storages(scenario).map { "\(root).storage.\($0)" }
    let shifting = "\(root).demand-response.shifting"
    func technologies(_ ids: [String], _ key: String) -> UnsafePointer<Double> {
      tables.yearly(ids.map { "\(root).technologies.\($0).\(key)" })
    }
    func shape(of id: String) -> Int {
      let path = ParameterPath("\(root).technologies") / id / "profile"
      return shapes.place(of: scenario.choices[path] ?? "flat")
    }
    return yardstick_power(
      years: CInt(scenario.years.count), days: CInt(shapes.weights.count),
      weights: tables.hold(shapes.weights), energies: tables.hold(shapes.energies),
      shapes: tables.hold(shapes.values.flatMap(\.self)), shape_count: CInt(shapes.values.count),
      loads: CInt(works.count), load: tables.hold(loads(scenario, tables)),
      load_shape: tables.hold(places: works.map { shapes.place(of: PowerCity.loads[$0] ?? "") }),
      loss: tables.yearly(["\(root).loss"]),
      plants: CInt(plants.unsteered.count), contracts: 1,
      plant_capacity: technologies(plants.unsteered, "capacity"),
      plant_factor: technologies(plants.unsteered, "capacity-factor"),
      contract_energy: tables.yearly(["\(root).imports.wind-line.energy"]),
      plant_shape: tables.hold(places: plants.unsteered.map(shape)),
      contract_shape: tables.hold(places: [shapes.place(of: "wind")]),
      responses: 1, response_load: tables.hold(places: [works.firstIndex(of: "day-works") ?? 0]),
      response_share: tables.yearly(["\(shifting).share"]),
      response_hours: tables.yearly(["\(shifting).hours"]), storages: CInt(storages.count),
      storage_power: tables.yearly(storages.map { "\($0).power" }),
      storage_size: tables.yearly(storages.map { "\($0).energy" }),
      storage_efficiency: tables.yearly(storages.map { "\($0).efficiency" }),
      callable: CInt(plants.called.count),
      callable_capacity: technologies(plants.called, "capacity"),
      callable_factor: technologies(plants.called, "capacity-factor"))
  }

  /// What each load draws, year by year: activity [t per million people] · people · intensity [PJ].
  private static func loads(_ scenario: Scenario, _ tables: CTables) -> [Double] {
    let activity = tables.yearly(works.map { "industry.\($0).activity" })
    let people = tables.yearly(["drivers.population"])
    let intensity = tables.yearly(works.map { "industry.\($0).routes.only.uses.power.intensity" })
    return (0..<scenario.years.count).flatMap { year in
      works.indices.map { place in
        let index = year * works.count + place
        return activity[index] * people[year] * 1e-6 * intensity[index]
      }
    }
  }

  /// The days and shapes of the profiles, scaled as the kernel scales them.
  private struct Shapes {
    let weights: [Double]
    let energies: [Double]
    let values: [[Double]]
    private let columns = ["flat"] + Profiles.columns

    init(_ scenario: Scenario, _ tables: CTables) {
      let given = Profiles.days.map { tables.base("\(root).days.\($0).weight") }
      let sum = given.reduce(0, +)
      weights = given.map { $0 * 365 / sum }
      let energies = weights.flatMap { [Double](repeating: $0 * 3.6e-3, count: 24) }
      self.energies = energies
      values = columns.map { column in
        guard column != "flat" else { return energies.map { _ in 1 } }
        let values = Profiles().values(column)
        let mean = zip(values, energies).reduce(0) { $0 + $1.0 * $1.1 } / 31.536
        return values.map { $0 / mean }
      }
    }

    func place(of column: String) -> Int { columns.firstIndex(of: column) ?? 0 }
  }
}
