import CityModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles

/// Axes of a sweep, read against a real scenario.
@Suite struct `Axes of a sweep` {
  private let file = Repository.scenarios.appending(path: "shenzhen/peak.yaml").path

  private func read(_ axes: String...) -> ReadingResult {
    var options = ReadingOptions()
    options.axes = axes
    return readAndChecked(file, options)
  }

  private func values(_ axis: String) throws -> [Double] {
    let result = read(axis)
    let found = try #require(result.axes.first, "\(result.diagnostics.all)")
    guard case .list(let values) = found.choice else { return [] }
    return values.map(found.modelValue)
  }

  private let pv = "energy.electricity.technologies.rooftop-pv.capacity"

  @Test func `steps are counted in decimals, both ends among them`() throws {
    let tenths = (0...10).map { Double("\(Double($0) / 10)") ?? .nan }
    #expect(try values("levers.electric-cars.level=0:1:0.1") == tenths)
    #expect(try values("levers.electric-cars.level=1:0:-0.5") == [1, 0.5, 0])
    #expect(try values("levers.electric-cars.level=0:1:0.3") == [0, 0.3, 0.6, 0.9])
    #expect(try values("levers.electric-cars.level=0:1e-3:5e-4") == [0, 0.0005, 0.001])
    #expect(
      try values("levers.electric-cars.by=2030:2032:0.5") == [2030, 2030.5, 2031, 2031.5, 2032])
    #expect(try values("levers.electric-cars.level=0.5:0.5:1") == [0.5])
  }

  @Test(arguments: [
    ("1e-17x:1e-16x:1e-17x", 10, 1e-16), ("1.4e-15x:4.2e-15x:1.4e-15x", 3, 4.2e-15),
    ("1e16x:2e16x:1e15x", 11, 2e16), ("1e-26x:1e-25x:1e-26x", 10, 1e-25),
    ("1e-16x:-1e-16x:-5e-17x", 5, -1e-16),
    ("0x:9.999999x:0.00001x", 1_000_000, 9.99999),
  ])
  func `steps of any size lead on from value to value`(
    text: String, count: Int, last: Double
  ) throws {
    let axes = read("drivers.gdp=\(text)").axes
    guard case .list(let values) = axes.first?.choice, values.count == count else {
      Issue.record("\(axes)")
      return
    }
    #expect(abs(values[count - 1] - last) <= abs(last) * 1e-15)
    let isRising = values[1] > values[0]
    #expect(zip(values, values.dropFirst()).allSatisfy { ($0 < $1) == isRising && $0 != $1 })
  }

  @Test func `many values are looked through once`() {
    let values = (0..<20_000).map(String.init).joined(separator: ",")
    let twice = read("drivers.gdp=\(values),7x").diagnostics.all
    #expect(twice.contains { $0.code == .duplicateKey })
    let steps = read("drivers.gdp=1x:500000x:1x").axes
    #expect(steps.first?.choice == .list((1...500_000).map(Double.init)))
  }

  @Test func `a unit may stand with each number or once at the end`() throws {
    for text in ["2 GW,4 GW", "2,4GW", "2000, 4000 MW", "2:4:2 GW", "200万千瓦,400万千瓦", "2：4：2GW"] {
      #expect(try values("\(pv)=\(text)") == [2, 4], "\(text)")
    }
    #expect(try values("levers.electric-cars.level=50%,75%") == [0.5, 0.75])
    #expect(try values("drivers.population=1763:1765:1 万人") == [17.63, 17.64, 17.65])
  }

  @Test func `factors keep the parameter's own values`() throws {
    let axes = read("\(pv)=0.9x:1.1x:0.1x", "drivers.gdp=0.9:1.1x", "drivers.population=1×").axes
    #expect(
      axes.map(\.axis) == [
        .parameter(ParameterPath(pv), .multiply),
        .parameter(ParameterPath("drivers.gdp"), .multiply),
        .parameter(ParameterPath("drivers.population"), .multiply),
      ])
    #expect(axes.map(\.choice) == [.list([0.9, 1, 1.1]), .range(0.9, 1.1), .list([1])])
    #expect(axes.map(\.unit) == ["x", "x", "x"])
  }

  @Test(arguments: [
    ("levers.electric-car.level=0,1", DiagnosticCode.unknownParameter, 1, 25),
    ("levers.electric-cars.levle=0,1", .unknownParameter, 1, 26),
    ("drivers.gpd=1x", .unknownParameter, 1, 11), ("=1", .malformedNumber, 1, 2),
    ("levers.electric-cars.level", .malformedNumber, 1, 26),
    ("levers.electric-cars.level=", .malformedNumber, 28, 1),
    ("levers.electric-cars.level=0:1:0.1:2", .malformedNumber, 28, 9),
    ("levers.electric-cars.level=0,a", .malformedNumber, 30, 1),
    ("levers.electric-cars.level=0,,1", .malformedNumber, 30, 1),
    ("levers.electric-cars.level=0,1.5", .outOfBounds, 30, 3),
    ("levers.electric-cars.level=0,1,0", .duplicateKey, 32, 1),
    ("levers.electric-cars.level=0:1:0", .outOfBounds, 32, 1),
    ("levers.electric-cars.level=0:1:-0.1", .outOfBounds, 32, 4),
    ("levers.electric-cars.level=0:1:1e-9", .outOfBounds, 32, 4),
    ("drivers.gdp=1x:1.000000000000001x:1e-16x", .outOfBounds, 35, 5),
    ("levers.electric-cars.level=1:0", .outOfBounds, 30, 1),
    ("levers.electric-cars.level=1x", .wrongDimension, 28, 1),
    ("levers.electric-cars.by=1800,2030", .outOfBounds, 25, 4),
    ("drivers.population=17:18", .missingUnit, 20, 2),
    ("drivers.population=17:18 GW", .wrongDimension, 26, 2),
    ("drivers.population=17 万人:18 million people:1 万人", .wrongDimension, 23, 2),
    ("drivers.population=1:2 GWx", .wrongDimension, 24, 2),
  ])
  func `faults are told with their place`(
    text: String, code: DiagnosticCode, column: Int, length: Int
  ) throws {
    let result = read(text)
    #expect(result.axes.isEmpty && result.scenario == nil)
    let fault = try #require(result.diagnostics.all.first { $0.severity == .error })
    #expect(fault.code == code, "\(fault.message.english)")
    #expect(fault.location.column == column && fault.length == length, "\(fault)")
    #expect(fault.location.path == "--vary \(text)")
  }

  @Test func `the same thing twice, and what shapes the model, are refused`() {
    let twice = read("drivers.gdp=1x,2x", "drivers.gdp=3x").diagnostics.all
    #expect(twice.contains { $0.code == .duplicateKey })
    let lifetime = "transport.passenger.car.lifetime.weibull.scale"
    #expect(read("\(lifetime)=10,12 yr").diagnostics.all.contains { $0.code == .notSupported })
    let near = read("levers.electric-car.level=0,1").diagnostics.all.first
    #expect(
      near?.suggestion?.english.hasPrefix(
        "did you mean 'levers.electric-cars.level'? there are: clean-grid, ") == true)
  }
}
