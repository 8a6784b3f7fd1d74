import Diagnostics
import Testing

@testable import ScenarioFiles

@Suite struct `Values of one file under those of another` {
  private func told(_ over: String, _ change: (String, String)) throws -> [Diagnostic] {
    let files = [
      "base.yaml": try replacing(baseCase, change), "city.yaml": "extends: base.yaml\n" + over,
    ]
    return try readTexts(files).diagnostics.all
  }

  @Test func `a replaced number is checked like one in force`() throws {
    let found = try told(
      "transport: {passenger: {car: {lifetime: {fixed: 14 yr}}}}\n",
      ("lifetime: {fixed: 15 yr}", "lifetime: {fixed: 150 yr}"))
    #expect(found.map(\.code) == [.unusualValue])
    #expect(found.first?.location.path.hasSuffix("base.yaml") == true)
  }

  @Test func `a ramp that starts elsewhere than the points it replaces is told`() throws {
    let ramp = "{from: 5 %, to: 60 %, start: 2021, by: 2030}"
    let found = try told(
      "transport: {passenger: {car: {sales: {petrol: rest, bev: \(ramp)}}}}\n",
      ("retrofit: 1.5%/yr", "retrofit: 1.4%/yr"))
    #expect(found.map(\.code) == [.curveMissesBase], "\(found)")
    #expect(
      found.first?.message.english.contains("gives 0.05 in 2020, where the base is 0.1") == true)
  }

  /// Bass from 4 % in 2018 gives 0.09643 in 2020 (p = 0.02, q = 0.3, K = 0.6; SciPy, solve_ivp).
  private static let spread = ("retrofit: 1.5%/yr", "retrofit: 1.4%/yr")

  @Test(arguments: [("2018", "4%", 1), ("2020", "10%", 0), ("2020", "9%", 1)])
  func `a spread after Bass that misses the base it replaces is told`(
    start: String, initial: String, count: Int
  ) throws {
    let bass =
      "{shape: bass, start: \(start), initial: \(initial), innovation: 0.02, imitation: 0.3, potential: 60%}"
    let found = try told(
      "transport: {passenger: {car: {sales: {petrol: rest, bev: \(bass)}}}}\n", Self.spread)
    #expect(found.map(\.code) == Array(repeating: .curveMissesBase, count: count), "\(found)")
    if start == "2018" {
      #expect(
        found.first?.message.english.contains("gives 0.0964 in 2020, where the base is 0.1")
          == true, "\(found)")
    }
  }

  @Test func `a curve over one number, and one that a later file moves, are told`() throws {
    func spread(_ start: Int) -> String {
      "{shape: bass, start: \(start), initial: 10%, innovation: 0.02, imitation: 0.3, potential: 60%}"
    }
    let constant = (
      "sales: {petrol: {2020: 90%, 2030: 50%}, bev: {2020: 10%, 2030: 50%}}",
      "sales: {petrol: rest, bev: 10%}"
    )
    let over = { (start: Int) in
      "transport: {passenger: {car: {sales: {bev: \(spread(start))}}}}\n"
    }
    #expect(try told(over(2018), constant).map(\.code) == [.curveMissesBase])
    #expect(try told(over(2020), constant).isEmpty)
    let curve = (constant.0, "sales: {petrol: rest, bev: \(spread(2020))}")
    let moved = try told(
      "transport: {passenger: {car: {sales: {bev: {start: 2018}}}}}\n", curve)
    #expect(moved.map(\.code) == [.curveMissesBase], "\(moved)")
    #expect(
      try told(
        "transport: {passenger: {car: {sales: {bev: {potential: 50%}}}}}\n", curve
      ).isEmpty)
  }

  private func told(learning: String, capital: String) throws -> [Diagnostic] {
    let cost =
      "cost: {capital: \(capital), life: 20 yr, learning: {rate: 15%, cumulative: \(learning)}}"
    return try readText(
      replacing(
        baseCase,
        ("equipment:\n  gas-boiler", "costs: {discount-rate: 5%}\nequipment:\n  gas-boiler"),
        (
          "solar: {role: variable, capacity: {2020: 500 MW, 2030: 3000 MW}, capacity-factor: 12%}",
          "solar: {role: variable, capacity: {2020: 500 MW, 2030: 3000 MW}, capacity-factor: 12%, \(cost)}"
        ))
    ).diagnostics.all
  }

  @Test(arguments: [
    ("4000 元/kW", "{2020: 250, 2030: 900}", ""),
    ("{2020: 4000 元/kW, 2030: 4400 元/kW}", "250", ""),
    ("{2020: 4000 元/kW, 2030: 3000 元/kW}", "250", "falls by 25 % until 2030 by itself"),
    ("4000 元/kW", "{2020: 250, 2030: 100}", "falls in 2021"),
    ("4000 元/kW", "0.25", "less than the city's own"),
  ])
  func `learning starts from the cost of the base year and what was ever built`(
    capital: String, learning: String, words: String
  ) throws {
    let found = try told(learning: learning, capital: capital)
    #expect(found.map(\.code) == (words.isEmpty ? [] : [.curveMissesBase]), "\(found)")
    #expect(found.allSatisfy { $0.message.english.contains(words) && $0.severity == .warning })
  }

  /// 27,670 over 17.63 million is 156.9 thousand yuan a head: 400 · exp(−3 · exp(−0.02 · 156.9)) = 351.2.
  ///
  /// Ownership may still rise towards the curve; it may not start above it.
  @Test(arguments: [
    ("351 vehicle/1000person", 0), ("300 vehicle/1000person", 0), ("380 vehicle/1000person", 1),
  ])
  func `an ownership curve that misses its base is told`(base: String, count: Int) throws {
    let ownership =
      "ownership: {base: \(base), saturation: 400 vehicle/1000person, alpha: -3, beta: -0.02 person/kCNY}"
    let found = try readText(
      try replacing(
        baseCase, ("metro: {share: 40%,", "metro: {share: 100%,"),
        ("    car:\n      share: 60%\n", "    car:\n      \(ownership)\n"))
    ).diagnostics.all
    #expect(found.map(\.code) == Array(repeating: .curveMissesBase, count: count), "\(found)")
  }
}
