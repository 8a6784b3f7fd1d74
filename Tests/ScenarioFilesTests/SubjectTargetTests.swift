import CityModel
import Diagnostics
import Testing

@testable import ScenarioFiles

@Suite("Targets of indicators, sectors and totals") struct SubjectTargetTests {
  private func read(_ targets: String, history: String = "") throws -> ReadingResult {
    try readText(
      replacing(
        baseCase, ("targets:\n", "targets:\n" + targets),
        ("history:\n", "history:\n" + history)))
  }

  private func aims(_ id: String, in result: ReadingResult) -> [Target.Aim] {
    result.scenario?.targets.filter { $0.id == id }.map(\.aim) ?? []
  }

  private static let several = """
      coal-peak: {indicator: coal, peak-by: 2025}
      coal-level: {indicator: coal, 2030: 1200 万吨标准煤, 2025: 15 Mtce}
      fall: {indicator: carbon-intensity, 2030: -17%, against: 2025}
      fall-since-2005: {indicator: carbon-intensity, 2030: -65%, against: 2005, account: gross}
      fewer: {indicator: coal, 2030: -300 万吨标准煤, against: 2020}
      points: {indicator: electrification, 2030: 5%, against: 2020, change: absolute}
      cars: {indicator: vehicles-per-1000, 2030: 300 辆/千人, bound: at-most}
      works: {sector: industry, by: source, 2030: 10 Mt, 2026-2030: 50 Mt}
      all: {account: net, 2030: -20%, against: 2020}

    """

  private func severalTargets() throws -> ReadingResult {
    let result = try read(Self.several, history: "  carbon-intensity: {2005: 2.5 t/万元}\n")
    let errors = result.diagnostics.all.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.message))")
    return result
  }

  @Test func `one file holds targets against three years, absolute and relative`() throws {
    let result = try severalTargets()
    let coal = Target.Subject.indicator(.coal)
    let intensity = Target.Subject.indicator(.carbonIntensity)
    #expect(aims("coal-peak", in: result) == [Target.Aim(coal, .peak(by: 2025))])
    #expect(
      aims("coal-level", in: result) == [
        Target.Aim(coal, .value(.atMost, 12, year: 2030)),
        Target.Aim(coal, .value(.atMost, 15, year: 2025)),
      ])
    #expect(
      aims("fall", in: result) == [
        Target.Aim(intensity, .change(.atMost, .relative(-0.17), year: 2030, against: 2025))
      ])
    #expect(
      aims("fall-since-2005", in: result) == [
        Target.Aim(intensity, .change(.atMost, .relative(-0.65), year: 2030, against: 2005))
      ])
    #expect(
      aims("fewer", in: result) == [
        Target.Aim(coal, .change(.atMost, .absolute(-3), year: 2030, against: 2020))
      ])
  }

  @Test func `indicators, sectors and totals have targets on either side, of years and of sums`()
    throws
  {
    let result = try severalTargets()
    #expect(
      aims("points", in: result) == [
        Target.Aim(
          .indicator(.electrification),
          .change(.atLeast, .absolute(0.05), year: 2030, against: 2020))
      ])
    #expect(
      aims("cars", in: result) == [
        Target.Aim(.indicator(.vehiclesPerThousand), .value(.atMost, 300, year: 2030))
      ])
    #expect(
      aims("works", in: result) == [
        Target.Aim(.sector(.industry, .bySource), .value(.atMost, 10, year: 2030)),
        Target.Aim(.sector(.industry, .bySource), .sum(atMost: 50, years: 2026...2030)),
      ])
    #expect(
      aims("all", in: result) == [
        Target.Aim(.total(.net), .change(.atMost, .relative(-0.2), year: 2030, against: 2020))
      ])
    #expect(
      result.scenario?.history.indicators[.carbonIntensity]
        == [History.Observation(year: 2005, value: 2.5)])
  }

  @Test(arguments: [
    ("x: {indicator: coall, 2030: 1 Mtce}", DiagnosticCode.unknownWord, "did you mean 'coal'"),
    ("peek: {by: 2027}", .unknownKey, "did you mean 'peak'"),
    (
      "x: {indicator: coal, sector: industry, 2030: 1 Mtce}", .conflictingKeys, "exclude each other"
    ),
    ("x: {indicator: coal, 2030: 1 TWh/person}", .wrongDimension, "expected"),
    ("x: {indicator: coal, 2030: 1}", .missingUnit, "unit"),
    ("x: {indicator: coal, 2030: -5%, against: 2011}", .yearOutOfRange, "'history.coal'"),
    ("x: {indicator: coal, 2099: 1 Mtce}", .yearOutOfRange, "2099"),
    ("x: {indicator: coal}", .missingKey, "no value"),
    ("x: {indicator: coal, 2030: 17%, against: 2020}", .outOfBounds, "write -17%"),
    ("x: {indicator: coal, 2030: -17, against: 2020}", .outOfBounds, "write -17%"),
    (
      "x: {indicator: electricity, 2030: 5, against: 2020, bound: at-most}", .outOfBounds,
      "write 5%"
    ),
    ("x: {indicator: coal, 2030: -17%}", .missingKey, "'against'"),
    ("x: {indicator: electrification, 2030: 5%, against: 2020}", .missingKey, "percentage points"),
    ("x: {indicator: vehicles-per-1000, 2030: 300 辆/千人}", .missingKey, "bound"),
    (
      "x: {indicator: carbon-intensity, 2030: -5%, against: 2020, account: net}", .unlikeAccounts,
      "net"
    ),
    ("x: {indicator: coal, 2021-2030: 40 Mtce}", .unknownKey, "cannot be summed"),
    ("x: {sector: industri, 2030: 1 Mt}", .unknownWord, "did you mean 'industry'"),
    ("x: {indicator: coal, 2030: 1 Mtce, agianst: 2020}", .unknownKey, "did you mean 'against'"),
    ("x: {indicator: energy, 2030: 30 Mtce(equivalent)}", .ambiguousUnit, "tce"),
  ])
  func `what cannot be is told`(_ line: String, _ code: DiagnosticCode, _ words: String) throws {
    let found = try read("  \(line)\n").diagnostics.all.filter { $0.severity == .error }
    let told = found.map { "\($0.message.english) \($0.suggestion?.english ?? "")" }
    #expect(found.map(\.code) == [code], "\(told)")
    #expect(told.joined().contains(words), "\(told)")
  }
}
