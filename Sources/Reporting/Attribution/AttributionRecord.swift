public import Analysis
public import CityModel
import Diagnostics
import Solvers

extension LeverAttribution {
  /// `attribution.csv`, `attribution-by-year.csv`, `interaction.csv`, `lmdi.csv`, and the record
  /// `attribution.json`: what was shared, from what, how it was found, and for each metric the whole, the groups
  /// and the levers.
  ///
  /// - Parameter reference: The scenario it was held against; none for all levers at 0.
  public func answer(against reference: Identity?) -> Answer {
    let noLevers = Cell.word("(levers at 0)", Text("(levers at 0)", "（措施力度为 0）"))
    let seed: UInt64? = if case .sampled(_, let seed) = method { seed } else { nil }
    return Answer(
      "attribution", of: subject(game.space.blueprint.scenario), seed: seed,
      figures: [("reference", reference.map(identity) ?? .null)] + methodRecord + [
        ("idle", .array(game.idle.map { .string($0.identity.id) })),
        ("metrics", .array(metrics.indices.map(record))),
        ("scope_2_beside", scopeTwoRecord),
      ],
      tables: [
        .attribution(self), .attributionByYear(self), .interactions(self),
        .lmdi(change, from: reference.map { .text($0.id) } ?? noLevers),
      ],
      story: { summary($0, against: reference?.name, width: $1) })
  }

  private var scopeTwoRecord: JSONValue {
    .array(
      change.scenario.scopeTwoEffects.map {
        .object([
          ("lever", .string($0.lever.id)), ("avoided", .number($0.avoided)),
          ("unit", .string(OutputKind.total.unit)),
        ])
      })
  }

  /// How the parts were found, with what decides their error.
  private var methodRecord: [(key: String, value: JSONValue)] {
    let variants: (key: String, value: JSONValue) = ("variants", .integer(variants))
    guard case .sampled(let mostPairs, _) = method,
      case .sampled(let pairs) = attribution.method
    else { return [("method", .string("exact")), variants] }
    return [
      ("method", .string("sampled")), variants, ("generator", .string(RandomStream.name)),
      ("orders", .integer(2 * pairs)), ("most_orders", .integer(2 * mostPairs)),
      ("tolerance", .number(AttributionMethod.tolerance)),
      ("stopped_by", .string(pairs < mostPairs ? "tolerance" : "most_orders")),
    ]
  }

  private func record(_ place: Int) -> JSONValue {
    let metric = metrics[place]
    return .object([
      ("metric", .string(metric.metric.id)), ("unit", .string(metric.unit)),
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
