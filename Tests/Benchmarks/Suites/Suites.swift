import CityModel

/// Something that is measured on its own.
struct Suite {
  let name: String
  let run: (FigureCollector) async throws -> Void
}

/// All there is to measure.
enum Suites {
  /// The suites in their order; quick ones measure less.
  static func all(isQuick: Bool) -> [Suite] {
    cities.map { name, city in
      Suite(name: name) { figures in
        try await Speed(name: name, blueprint: try city(), isQuick: isQuick).measure(figures)
      }
    }
      + Scaling.all(isQuick: isQuick) + [
        Suite(name: "writing") { try await Writing(isQuick: isQuick).measure($0) },
        Suite(name: "process") { try await WholeProcess().measure($0) },
        Suite(name: "c/fleets") { try await FleetsAgainstC(isQuick: isQuick).measure($0) },
        Suite(name: "c/power") { try await PowerAgainstC(isQuick: isQuick).measure($0) },
      ]
  }

  private static let cities: [(name: String, city: @Sendable () throws -> Blueprint)] = [
    ("shenzhen/annual", { try readBlueprint("Scenarios/shenzhen/peak.yaml") }),
    ("shenzhen/hourly", { try readBlueprint("Scenarios/shenzhen/hourly.yaml") }),
    ("dalian/annual", { try readBlueprint("Scenarios/dalian/peak.yaml") }),
    ("synthetic/annual", { try SyntheticCity().text.blueprint() }),
    ("synthetic/hourly", { try SyntheticCity(isHourly: true).text.blueprint() }),
  ]
}
