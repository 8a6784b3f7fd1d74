public import Analysis
public import CityModel
import Diagnostics
import Solvers

extension SensitivityResult {
  /// `sensitivity.csv`, what each input does to each metric, in the order of the scenario, and the record
  /// `sensitivity.json`: what was asked, how, from what, and what came of it.
  ///
  /// - Parameter scenario: The scenario that was studied.
  public func answer(_ scenario: Scenario) -> Answer {
    let account = scenario.accounting.peakAccount
    let table = Table.sensitivity(self, of: account)
    return Answer(
      "sensitivity", of: subject(scenario), seed: method.seed,
      figures: [("method", .string(findings.method))] + method.settings + [
        ("runs", .integer(runs)), ("impossible", .integer(faults)),
        ("metrics", .array(metrics.indices.map { metricRecord($0, metrics[$0].metric(account)) })),
        ("rows", table.records),
      ],
      tables: [table], story: { language, _ in summary(scenario, language) })
  }
}

extension SensitivityResult {
  /// How far a metric spreads, and whether anything moves it.
  fileprivate func metricRecord(_ place: Int, _ metric: Metric) -> JSONValue {
    .object([
      ("metric", .string(metric.id)), ("unit", .string(metric.unit)),
      ("moved", .bool(isMoved(place))), ("deviation", .optional(spreads[place]?.deviation)),
      ("low", .optional(spreads[place]?.low)), ("high", .optional(spreads[place]?.high)),
    ])
  }
}

extension SensitivityMethod {
  /// What chance was drawn from.
  fileprivate var seed: UInt64? {
    switch self {
    case .sobol(_, _, _, let seed), .morris(_, _, let seed): seed
    case .tornado, .gradient: nil
    }
  }

  /// What decides the numbers beside the seed, and what they are measured against.
  fileprivate var settings: [(key: String, value: JSONValue)] {
    switch self {
    case .sobol(let design, let points, let replicates, _):
      [
        ("generator", .string(RandomStream.name)), ("design", .string(design.rawValue)),
        ("points", .integer(points)), ("replicates", .integer(replicates)),
        ("confidence", .number(0.95)), ("confidence_from", .string("replicates, Student's t")),
      ]
    case .morris(let trajectories, let levels, _):
      [
        ("generator", .string(RandomStream.name)), ("trajectories", .integer(trajectories)),
        ("levels", .integer(levels)),
        (
          "shares",
          .array(
            [Self.morrisShares.lowerBound, Self.morrisShares.upperBound].map(JSONValue.number))
        ), ("effect_per", .string("whole range of shares")), ("standardised", .bool(false)),
      ]
    case .tornado:
      [("shares", .array(Self.tornadoShares.map(JSONValue.number))), ("others_at", .number(0.5))]
    case .gradient:
      [("step", .number(Self.gradientStep)), ("per", .string("whole pull of the lever"))]
    }
  }
}
