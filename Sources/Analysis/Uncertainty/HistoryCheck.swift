import CityModel

/// Tells which variants contradict what was observed in years of the run.
///
/// A variant does so where in some observed year it lies further from the observation than the scenario
/// itself and further than 5 % of the observation, which is less than inventories of one city differ by.
/// Emissions before sinks, GDP and population are held against their histories.
struct HistoryCheck: Sendable {
  /// The part of an observation by which a variant may miss it.
  static let tolerance = 0.05
  /// The rows of results that are compared.
  let rows: [Int]
  private let observed: [(row: Int, place: Int, value: Double, allowed: Double)]

  /// Prepares; the scenario is run once.
  init(_ blueprint: Blueprint) {
    let history = blueprint.scenario.history
    let known: [(row: Int?, observations: [History.Observation])] = [
      (blueprint.row(of: .gross), history.emissions),
      (blueprint.row(.driver, "drivers.gdp"), history.gdp),
      (blueprint.row(.driver, "drivers.population"), history.population),
    ]
    let years = blueprint.years
    let pairs = known.flatMap { row, observations in
      observations.filter { years.contains($0.year) }.compactMap { observation in
        row.map { ($0, observation.year - years.lowerBound, observation.value) }
      }
    }
    rows = Set(pairs.map(\.0)).sorted()
    guard !pairs.isEmpty else {
      observed = []
      return
    }
    let scenario = Trajectory(blueprint)
    observed = pairs.map { row, place, value in
      let own = abs(scenario[row][place] - value)
      return (row, place, value, max(Self.tolerance * abs(value), own * (1 + 1e-9)))
    }
  }

  /// Whether a variant contradicts an observation.
  func isContradicted(_ series: (Int) -> [Double]) -> Bool {
    observed.contains { seen in
      let values = series(seen.row)
      return values.indices.contains(seen.place)
        && abs(values[seen.place] - seen.value) > seen.allowed
    }
  }
}
