import Analysis
import CityModel
import Solvers
import TestSupport
import Testing

@testable import Reporting

@Suite struct `What is uncertain of a small city` {
  private func city(_ values: [Uncertainties.Value]) throws -> Blueprint {
    var scenario = try CityBuilder.tiny.scenario()
    scenario.uncertainties = Uncertainties(values: values)
    return Blueprint(scenario)
  }

  private func factor(of path: String, _ distribution: Distribution) -> Uncertainties.Value {
    Uncertainties.Value(
      axis: .parameter(ParameterPath(path), .multiply), distribution: distribution)
  }

  private let forest = "sinks.forest.standing.uptake"

  @Test func `what only scales the forest scales its band and shifts the net total`() async throws {
    let blueprint = try city([factor(of: forest, .uniform(low: 0, high: 2))])
    let sample = try UncertainSample(blueprint, count: 1024, seed: 1)
    let result = try await UncertaintyStudy(sample).run(jobs: 2)
    let central = Trajectory(blueprint)
    let sinks = central.bySource(.sinks)
    let net = central.total(.net)
    for band in result.bands {
      for (year, spread) in band.years.enumerated() {
        switch (band.series.account, band.series.sector) {
        case (.net, .sinks):
          // The 5 % quantile of sinks, which are negative, is the 95 % quantile of their size.
          #expect(abs(spread.quantiles[0] - 1.9 * sinks[year]) < 0.002 * abs(sinks[year]))
        case (.net, _): #expect(abs(spread.mean - net[year]) < 1e-3 * abs(sinks[year]))
        default: #expect(spread.quantiles[4] - spread.quantiles[0] == 0)
        }
      }
    }
    #expect(result.count == 1024 && result.faults == 0)
    #expect(result.peakValue.standardError.isNaN)
  }

  @Test func `tables say so, and a standard error that is not known stays empty`() async throws {
    let blueprint = try city([factor(of: forest, .uniform(low: 0, high: 2))])
    let study = UncertaintyStudy(try UncertainSample(blueprint, count: 64, seed: 1))
    let outcome = UncertaintyOutcome(
      study: study, result: try await study.run(jobs: 1),
      central: try RunOutcome(Trajectory(blueprint)), seed: 1)
    let files = outcome.answer.files(RunContext(version: "1", time: "now"))
    #expect(
      files.map(\.name) == [
        "peak-distribution.csv", "bands.csv", "uncertainty.csv", "uncertainty.json",
      ])
    let bands = String(decoding: files[1].bytes, as: UTF8.self).split(separator: "\n")
    #expect(bands.count == 1 + 8 * 4)
    #expect(
      bands[0]
        == "account,sector,year,unit,mean,standard_error,p5,p25,p50,p75,p95,quantile_error")
    #expect(bands[1].split(separator: ",", omittingEmptySubsequences: false)[5].isEmpty)
    #expect(outcome.summary(.chinese, width: 80).contains("1 项不确定输入"))
    #expect(outcome.summary(.english, width: 80).contains("64 variants over 1 uncertain input "))
  }

  @Test func `a city that is certain, an unknown path and too many dimensions are told apart`()
    throws
  {
    #expect(throws: UncertaintyError.nothingUncertain) {
      try UncertainSample(city([]), count: 8, seed: 1)
    }
    let nowhere = factor(of: "drivers.tourists", .uniform(low: 0, high: 1))
    #expect(
      throws: UncertaintyError.axis(.unknownParameter(ParameterPath("drivers.tourists")))
    ) {
      try UncertainSample(city([nowhere]), count: 8, seed: 1)
    }
    let paths = try CityBuilder.tiny.scenario().parameters.map(\.path.description)
    let shaping = try city([]).shapingParameters
    let many = paths.filter { !shaping.contains(ParameterPath($0)) }.prefix(41)
      .map { factor(of: $0, .uniform(low: 0.999, high: 1.001)) }
    #expect(many.count == 41)
    #expect(throws: UncertaintyError.sampling(.tooManyDimensions(asked: 41, most: 40))) {
      try UncertainSample(city(many), kind: .sobol, count: 8, seed: 1)
    }
    #expect(UncertainSample.suitableDesign(dimensions: 41) == .latinHypercube)
    #expect(throws: Never.self) { try UncertainSample(city(many), count: 8, seed: 1) }
  }
}
