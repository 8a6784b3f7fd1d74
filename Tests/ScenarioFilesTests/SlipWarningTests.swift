import CityModel
import Diagnostics
import Testing

@testable import ScenarioFiles

@Suite struct `What numbers and years say of slips` {
  private static let oddities: [Patch] = [
    Patch(
      "growth: {2021: 6%, 2030: 4.5%}", "growth: {shape: step, 2021: 6%, 2026: 1️⃣16%}",
      .unusualValue, "'drivers.gdp' grows by 16% in 2026"),
    Patch(
      "growth: {2021: 6%, 2030: 4.5%}", "growth: {shape: step, 2021: 6%, 2026: 1️⃣-4.8%}",
      .unusualValue, "'drivers.gdp' grows by -4.8% in 2027, as in the year before"),
    Patch(
      "capacity: {2020: 500 MW, 2030", "capacity: {1️⃣1920: 500 MW, 2030", .yearOutOfRange,
      "is given for 1920, long before"),
    Patch(
      "lifetime: {fixed: 15 yr}", "lifetime: {fixed: 1️⃣150 yr}", .unusualValue,
      "is 150 yr; usually it lies between 6 yr and 30 yr"),
    Patch("level: 0.5", "level: 1️⃣0.5%", .unusualValue, "50% would be usual"),
    Patch("{change: -20%}", "{change: 1️⃣-0.2%}", .unusualValue, "-20% would be usual"),
    Patch(
      "{industry.*.routes.*.uses.*.intensity: {change: -20%}}",
      "{1️⃣industry.*.routes.*.uses.*.intensity: {change: 20%}}", .leverAgainstItsKind,
      "raises 'industry."),
    Patch(
      "factor: {2020: 0.45 kg/kWh, 2030: 0.30 kg/kWh}",
      "factor: {2020: 0.45 kg/kWh, 2030: 1️⃣0.54 kg/kWh}", .unusualValue,
      "rises by 20% from 2020 to 2030"),
    Patch(
      "growth: {2021: 6%, 2030: 4.5%}", "growth: {2021: 6%, 2025: 1️⃣0.6%, 2030: 4.5%}", .jump,
      "'drivers.gdp.growth' is 0.6% in 2025, between 6% in 2021"),
    Patch(
      "demand: {2020: 9000 km/person, 2030",
      "demand: {2020: 9000 km/person, 2025: 1️⃣5000 km/person, 2030",
      .jump, "between 9000 km/person in 2020"),
    Patch(
      "capacity: {2020: 500 MW, 2030", "capacity: {2020: 500 MW, 1️⃣2130", .yearOutOfRange,
      "is given for 2130, long after"),
    Patch(
      "{gas-boiler: 60%, heat-pump: 20%", "{gas-boiler: 1️⃣0.64%, heat-pump: rest", .unusualValue,
      "64% would be usual"),
    Patch(
      "activity: 1.5 t/TEU", "activity: {2020: 1.5 t/TEU, 1️⃣2025: 1.6 t/TEU}", .seriesEndsEarly,
      "1 series ends before 2030 and keeps its last value"),
  ]

  @Test func `growth of 45 % a year is steep`() throws {
    let text = try replacing(
      baseCase, ("growth: {2021: 6%,", "growth: {2021: 45%,"), (", 2021: 29330 亿元}", "}"),
      ("against: 2015", "against: 2020"))
    let found = try readText(text).diagnostics.all
    #expect(found.map(\.code) == [.steepGrowth], "\(found)")
    #expect(found.first?.message.english.contains("growth of 45% a year") == true)
  }

  @Test(arguments: oddities) func `are warnings at their place`(_ patch: Patch) throws {
    let marked = MarkedText(try replacing(baseCase, (patch.old, patch.new)))
    let found = try readText(marked.text).diagnostics.all
    let warning = try #require(found.first)
    #expect(found.map(\.code) == [patch.code] && warning.severity == .warning, "\(found)")
    #expect("\(warning.location.line):\(warning.location.column)" == marked.places.first)
    let words = warning.message.english + (warning.suggestion?.english ?? "")
    #expect(words.contains(patch.words), "\(words)")
  }

  @Test(arguments: [
    (
      "population: {2020: 1763 万人, 2030: 1800 万人}", "{2020: 1763 万人, 1️⃣2025: 1790 万人}",
      "2025, the run in 2030"
    ),
    (
      "port: {unit: TEU, 2020: 26000000, 2030: 30000000}",
      "{unit: TEU, 2020: 26000000, 1️⃣2024: 28000000}", "2024, the run in 2030"
    ),
    (
      "population: {2020: 1763 万人, 2030: 1800 万人}", "{1️⃣2018: 1763 万人}",
      "before the base year 2020"
    ),
    (
      "floor-area: {2020: 30 m2/person, 2030: 34 m2/person}",
      "{2016: 29 m2/person, 1️⃣2018: 30 m2/person}", "before the base year 2020"
    ),
  ])
  func `what says nothing of the base year, and drivers that end early, are errors`(
    _ old: String, _ series: String, _ words: String
  ) throws {
    let key = String(old.prefix { $0 != ":" })
    let marked = MarkedText(try replacing(baseCase, (old, "\(key): \(series)")))
    let found = try readText(marked.text).diagnostics.all
    let fault = try #require(found.first)
    #expect(found.map(\.code) == [.seriesEndsEarly] && fault.severity == .error, "\(found)")
    #expect(fault.message.english.contains(words), "\(found)")
    #expect("\(fault.location.line):\(fault.location.column)" == marked.places.first)
    let held = try replacing(baseCase, (old, "\(key): \(series.dropLast()), after: hold}"))
    #expect(try readText(MarkedText(held).text).diagnostics.all.isEmpty)
  }

  @Test func `a file may say once that its series stay at their last value`() throws {
    let change = ("activity: 1.5 t/TEU", "activity: {2020: 1.5 t/TEU, 2025: 1.6 t/TEU}")
    let text = "after: hold\n" + (try replacing(baseCase, change))
    #expect(try readText(text).diagnostics.all.isEmpty)
  }

  @Test func `every row of the directions of measures has a word`() {
    let rows = directionsOfMeasures.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ") }
    #expect(rows.count > 80 && Set(rows.map { $0[0] }).count == rows.count)
    for row in rows {
      #expect(row.count == 2 && UsualDirection(rawValue: String(row[1])) != nil, "\(row)")
    }
    #expect(UsualDirection.of(ParameterPath("sinks.forest.standing.area")) == .raise)
    #expect(UsualDirection.of(ParameterPath("transport.passenger.demand")) == nil)
  }

  @Test func `every range is one, and the bundled table has no row twice`() {
    let tables = [
      usualRangesOfBuildings, usualRangesOfIndustry, usualRangesOfTransport, usualRangesOfSupply,
    ]
    let rows = tables.flatMap { $0.split(separator: "\n") }.filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ") }
    #expect(rows.count > 300)
    #expect(Set(rows.map { "\($0[0]) \($0[1])" }).count == rows.count)
    for row in rows {
      let least = Double(row[2]) ?? .nan
      let greatest = Double(row[3]) ?? .nan
      #expect(0 < least && least < greatest, "\(row)")
    }
  }
}
