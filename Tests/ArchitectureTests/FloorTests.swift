import Testing

@Suite struct `Floors within modules` {
  /// The floors of the model from the ground up: a file needs files of its own floor and of those below.
  private static let floors = [
    "Ground", "Parameters", "Scenario", "Kernel", "Stocks", "Sectors", "Market", "Accounts",
    "Simulation", "Results",
  ]

  @Test func `no file of the model reaches up to a higher floor`() throws {
    let uses = try IndexStore(of: "CityModel").uses
    #expect(uses.count > 100)
    #expect(Self.reachingUp(uses) == [])
  }

  @Test func `a file that reaches up is found`() {
    let uses: [String: Set<String>] = [
      "Sources/CityModel/Ground/Lanes.swift": ["Sources/CityModel/Market/Prices.swift"],
      "Sources/CityModel/Market/Prices.swift": ["Sources/CityModel/Ground/Sector.swift"],
      "Sources/CityModel/Attic/Box.swift": [],
    ]
    #expect(
      Self.reachingUp(uses) == [
        "Sources/CityModel/Attic/Box.swift stands on no floor",
        "Sources/CityModel/Ground/Lanes.swift reaches up to Sources/CityModel/Market/Prices.swift",
      ])
  }

  @Test(arguments: [("CityModel", 10), ("ScenarioFiles", 12)])
  func `no knot of files is larger than one thing needs`(module: String, most: Int) throws {
    let knots = Knots.all(in: try IndexStore(of: module).uses)
    #expect(knots.first?.count ?? 0 <= most, "\(knots.first ?? [])")
  }

  @Test func `a knot is found, and what only hangs on it is not of it`() {
    let uses: [String: Set<String>] = [
      "a": ["b"], "b": ["c", "d"], "c": ["a"], "d": ["e"], "e": ["d"], "f": ["a"],
    ]
    #expect(Knots.all(in: uses) == [["a", "b", "c"], ["d", "e"]])
  }

  private static func reachingUp(_ uses: [String: Set<String>]) -> [String] {
    func floor(of file: String) -> Int? {
      floors.firstIndex(of: String(file.split(separator: "/")[2]))
    }
    return uses.keys.sorted().flatMap { file -> [String] in
      guard let own = floor(of: file) else { return ["\(file) stands on no floor"] }
      return uses[file, default: []].sorted().compactMap { used in
        guard let other = floor(of: used), other > own else { return nil }
        return "\(file) reaches up to \(used)"
      }
    }
  }
}
