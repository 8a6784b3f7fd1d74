import Diagnostics
import Testing

@testable import ScenarioFiles

@Suite struct `One series of two files` {
  private func told(_ over: String, _ changes: (String, String)...) throws -> [Diagnostic] {
    var base = baseCase
    for change in changes { base = try replacing(base, change) }
    return try readTexts(["base.yaml": base, "city.yaml": "extends: base.yaml\n" + over])
      .diagnostics.all
  }

  private let steel = (
    "activity: {2020: 6.1 Mt, 2030: 4.0 Mt}",
    "activity: {2020: 6.1 Mt, 2024: 6.0 Mt, 2026: 5.9 Mt, 2030: 4.0 Mt}"
  )

  /// The straight line from 3 Mt in 2020 to 2 Mt in 2030 is 2.6 in 2024 and 2.4 in 2026.
  @Test func `keeps the years between those that the nearer file writes, and says so`() throws {
    let found = try told("industry: {steel: {activity: {2020: 3 Mt, 2030: 2 Mt}}}\n", steel)
    #expect(found.map(\.code) == [.interleavedYears], "\(found)")
    let warning = try #require(found.first)
    #expect(warning.severity == .warning && warning.location.path.hasSuffix("city.yaml"))
    #expect(warning.message.english.hasSuffix("base.yaml' says: 2024: 6 Mt, 2026: 5.9 Mt"))
    #expect(warning.suggestion?.chinese.contains("2024: ~, 2026: ~") == true)
  }

  @Test(arguments: [
    // All years are written, the others taken out, near the line, or outside the file's own.
    "{2020: 3 Mt, 2024: 2.8 Mt, 2026: 2.6 Mt, 2030: 2 Mt}",
    "{2020: 3 Mt, 2024: ~, 2026: ~, 2030: 2 Mt}",
    "{2020: 6.2 Mt, 2026: 5.9 Mt, 2030: 5 Mt}",
    "{2020: 6.0 Mt}",
  ])
  func `says nothing where nothing strays`(written: String) throws {
    #expect(try told("industry: {steel: {activity: \(written)}}\n", steel) == [])
  }

  @Test func `cannot hold two dimensions, which is told where it was just written`() throws {
    let found = try told(
      "buildings: {homes: {floor-area: {2020: 52000 万 m2}}}\n",
      ("retrofit: 1.5%/yr", "retrofit: 1.4%/yr"))
    let fault = try #require(found.first { $0.code == .wrongDimension })
    #expect(fault.location.path.hasSuffix("city.yaml"))
    #expect(fault.message.english.contains("'34 m2/person' of '"))
    #expect(fault.suggestion?.english.contains("take the other file's years out") == true)
  }

  @Test func `a level of a lever that is spelt otherwise is one error with the name`() throws {
    let found = try told(
      "levers: {elektric-cars: {level: 0.5}}\n", ("retrofit: 1.5%/yr", "retrofit: 1.4%/yr"))
    #expect(found.map(\.code) == [.missingKey], "\(found)")
    #expect(found.first?.suggestion?.english == "did you mean 'electric-cars'?")
  }

  @Test func `per driver has a way to give the whole`() throws {
    let found = try readText(
      try replacing(baseCase, ("activity: 1.5 t/TEU", "activity: 1.5 Mt"))
    ).diagnostics.all
    #expect(found.first?.suggestion?.english.contains("write 'driver: ~' beside it") == true)
  }
}
