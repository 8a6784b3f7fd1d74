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
