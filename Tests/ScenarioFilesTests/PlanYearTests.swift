import CityModel
import Diagnostics
import Testing

@testable import ScenarioFiles

/// When levers begin: `plan-year`, `from`, and what was observed.
@Suite struct `The year of the plan` {
  private let ramp = "from: 2022\n    by: 2030"

  /// The base case with a plan year and without the lever's own date.
  private func undated(_ plan: String, shape: String = "") throws -> ReadingResult {
    let text = try replacing(
      baseCase, ("years: {base: 2020, end: 2030}", "years: {base: 2020, end: 2030}\n\(plan)"),
      (ramp, "by: 2030\(shape)"))
    return try readText(text)
  }

  private func start(_ result: ReadingResult) -> Double? {
    result.scenario?.levers.first { $0.identity.id == "clean-grid" }?.ramp.from
  }

  /// What is told of the lever for acting too early; the base case has others that do.
  private func past(_ result: ReadingResult) -> [Diagnostic] {
    result.diagnostics.all.filter {
      $0.code == .leverInPast && $0.message.english.contains("'clean-grid'")
    }
  }

  @Test func `is told of a lever that is whole in it by its end alone`() throws {
    let text = try replacing(
      baseCase,
      ("years: {base: 2020, end: 2030}", "years: {base: 2020, end: 2030}\nplan-year: 2024"),
      (ramp, "by: 2024"))
    #expect(past(try readText(text)).count == 1)
    let later = try readText(text.replacing("by: 2024", with: "by: 2025"))
    #expect(past(later).isEmpty && start(later) == 2024)
  }

  @Test func `is the last year that a lever without a date does not move`() throws {
    let result = try undated("plan-year: 2024")
    #expect(past(result).isEmpty && result.diagnostics.all.allSatisfy { $0.code == .leverInPast })
    let lever = try #require(result.scenario?.levers.first { $0.identity.id == "clean-grid" })
    let moved = (2020...2030).first { lever.ramp.weight(in: $0) > 0 }
    #expect(lever.ramp.from == 2024 && moved == 2025)
    let step = try readText(
      try replacing(
        baseCase,
        ("years: {base: 2020, end: 2030}", "years: {base: 2020, end: 2030}\nplan-year: 2024"),
        (ramp, "shape: step")))
    #expect(start(step) == 2025)
  }

  @Test func `follows the last observation of emissions or energy where none is written`() throws {
    let observed = try replacing(
      baseCase, ("emissions: {2015: 58 Mt, 2018: 60 Mt}", "emissions: {2015: 58 Mt, 2023: 60 Mt}"),
      (ramp, "by: 2030"))
    #expect(start(try readText(observed)) == 2024)
    // What was observed before the run lets levers begin with it.
    #expect(start(try readText(try replacing(baseCase, (ramp, "by: 2030")))) == 2020)
  }

  @Test func `must be told by someone if a lever has no date`() throws {
    let text = try replacing(
      baseCase,
      (
        "emissions: {2015: 58 Mt, 2018: 60 Mt}",
        "population: {2018: 1700 万人}"
      ), (ramp, "by: 2030"), ("against: 2015", "against: 2020"))
    let faults = try readText(text).diagnostics.all
    #expect(faults.map(\.code) == [.missingKey])
    #expect(faults[0].message.english.contains("'clean-grid' has no 'from'"))
  }

  @Test(arguments: [("2022", 2023), ("2021.5", 2022)])
  func `a lever that acts in it or before is told`(from: String, first: Int) throws {
    let text = try replacing(
      baseCase,
      ("years: {base: 2020, end: 2030}", "years: {base: 2020, end: 2030}\nplan-year: 2024"),
      (ramp, "from: \(from)\n    by: 2030"))
    let told = past(try readText(text))
    #expect(told.count == 1 && told[0].severity == .warning)
    #expect(
      told[0].message.english == "the lever 'clean-grid' acts in \(first), but the plan is of 2024")
    #expect(past(try readText(text, setting: ["levers.clean-grid.level=0"])).isEmpty)
  }

  @Test func `a lever may begin with it or later`() throws {
    for from in ["2024", "2027"] {
      let text = try replacing(
        baseCase,
        ("years: {base: 2020, end: 2030}", "years: {base: 2020, end: 2030}\nplan-year: 2024"),
        (ramp, "from: \(from)\n    by: 2030"))
      #expect(past(try readText(text)).isEmpty)
    }
  }

  @Test func `that was observed already, lies outside the run or is no year is told`() throws {
    let observed = try replacing(
      baseCase,
      ("years: {base: 2020, end: 2030}", "years: {base: 2020, end: 2030}\nplan-year: 2022"),
      ("emissions: {2015: 58 Mt, 2018: 60 Mt}", "emissions: {2015: 58 Mt, 2023: 60 Mt}"))
    #expect(
      try readText(observed).diagnostics.all.map(\.code).filter { $0 != .leverInPast } == [
        .planYearPast
      ])
    #expect(try undated("plan-year: 2044").diagnostics.all.map(\.code).contains(.yearOutOfRange))
    let word = try undated("plan-year: soon").diagnostics.all.map(\.code)
    #expect(word.count == 1)
    let set = try readText(
      try replacing(baseCase, (ramp, "by: 2030")), setting: ["plan-year=2026"])
    #expect(start(set) == 2026)
  }
}

/// Levers that hold a value above or below a bound.
@Suite struct `Bounds of levers in files` {
  private func values(_ move: String) throws -> [Double]? {
    let text = try replacing(
      baseCase, ("moves: {transport.passenger.car.sales.bev: {to: 90%}}", "moves: {\(move)}"))
    let result = try readText(text)
    return result.scenario?.levers.first { $0.identity.id == "electric-cars" }?.moves.first?.effect
      .values
  }

  @Test func `are read in the parameter's unit`() throws {
    let path = "transport.passenger.metro.share"
    #expect(try values("\(path): {at-least: 45%}")?.last == 0.45)
    #expect(try values("\(path): {at-most: 20%}")?.last == 0.2)
    let both = try readText(
      try replacing(
        baseCase,
        (
          "moves: {transport.passenger.car.sales.bev: {to: 90%}}",
          "moves: {\(path): {at-most: 20%, at-least: 45%}}"
        )))
    #expect(both.diagnostics.all.map(\.code) == [.conflictingKeys])
  }

  @Test func `that the reference keeps by itself move nothing, which is told`() throws {
    let text = try replacing(
      baseCase,
      (
        "moves: {transport.passenger.car.sales.bev: {to: 90%}}",
        "moves: {transport.passenger.metro.share: {at-least: 30%}}"
      ))
    #expect(try readText(text).diagnostics.all.map(\.code) == [.leverMovesNothing])
  }
}
