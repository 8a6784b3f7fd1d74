public import Analysis
public import CityModel
import Diagnostics

extension LeverAttribution {
  /// The summary of an attribution for machines, which `--json` prints.
  ///
  /// - Parameters:
  ///   - reference: What the scenario was held against; none for all levers at 0.
  ///   - seed: What random orders followed from; none where it is exact.
  ///   - files: The paths of the files written.
  /// - Returns: A JSON document in UTF-8: city, scenario, reference, accounting, how it was found, and
  ///   for each metric the whole, the groups and the levers.
  public func record(against reference: Identity?, seed: UInt64?, files: [String]) -> [UInt8] {
    let scenario = game.space.blueprint.scenario
    let pairs: Int? =
      if case .sampled(let pairs) = attribution.method { pairs } else { nil }
    return JSONValue.object([
      ("city", identity(scenario.city)),
      ("scenario", identity(scenario.identity)),
      ("reference", reference.map(identity) ?? .null),
      ("years", Reporting.years(scenario.years)),
      ("accounting", accounting(scenario.accounting)),
      ("method", .string(pairs == nil ? "exact" : "sampled")),
      ("orders", .optional(pairs.map { 2 * $0 })),
      ("seed", seed.map { .string(String($0)) } ?? .null),
      ("idle", .array(game.idle.map { .string($0.identity.id) })),
      ("metrics", .array(metrics.indices.map(record))),
      ("files", .array(files.map(JSONValue.string))),
    ]).document
  }

  private func record(_ place: Int) -> JSONValue {
    let metric = metrics[place]
    return .object([
      ("metric", .string(metric.word)), ("unit", .string(metric.unit)),
      ("positive_means", .string(metric.sense.rawValue)),
      ("whole", .number(attribution.whole[place])),
      ("groups", parts(groupRows(place), attribution.whole[place])),
      ("levers", parts(leverRows(place), attribution.whole[place])),
    ])
  }

  private func parts(_ rows: [AttributionRow], _ whole: Double) -> JSONValue {
    .object(
      rows.map { row in
        let name =
          switch row.subject {
          case .total: "total"
          case .group(let group): group.rawValue
          case .lever(let identity, _): identity.id
          }
        return (
          name,
          .object([
            ("value", .number(row.value)),
            ("share", .optional(whole == 0 ? nil : row.value / whole)),
            ("owen", .number(row.owen)), ("first_in", .number(row.firstIn)),
            ("last_out", .number(row.lastOut)), ("standard_error", .number(row.errors.value)),
          ])
        )
      })
  }
}
