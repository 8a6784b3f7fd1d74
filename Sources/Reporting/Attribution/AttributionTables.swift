public import Analysis
public import CityModel

extension LeverAttribution {
  /// `attribution.csv`, `attribution-by-year.csv`, `interaction.csv`, `lmdi.csv` and the record
  /// `attribution.json`.
  ///
  /// - Parameters:
  ///   - reference: The scenario it was held against; none for all levers at 0.
  ///   - context: What the attribution was started with.
  ///   - style: For whom they are written.
  /// - Returns: The files, ready to be written to the folder of the scenario.
  public func files(
    against reference: Identity?, _ context: RunContext, style: CSVStyle = .plain
  ) -> [ResultFile] {
    let tables: [(String, Table)] = [
      ("attribution", Table.attribution(self)), ("attribution-by-year", .attributionByYear(self)),
      ("interaction", .interactions(self)),
      ("lmdi", .lmdi(change, from: reference?.id ?? "(levers at 0)")),
    ]
    let record = record(against: reference, context)
    return tables.map { $0.1.file($0.0, style) }
      + [ResultFile(name: "attribution.json", bytes: record.document)]
  }
}

extension Table {
  /// `attribution.csv`: for each metric the whole, the groups and the levers.
  ///
  /// `value` is the Shapley value and sums over levers to the whole; a group's is the sum of its
  /// levers'. `owen` is the Owen value: a group's is what it has as one among groups, and its levers
  /// share that. `first_in` is what a lever or group does alone, `last_out` what is lost without it.
  /// What a positive value is, is in `positive_means`.
  static func attribution(_ found: LeverAttribution) -> Self {
    let rows = found.metrics.enumerated().flatMap { place, metric in
      let whole = found.attribution.whole[place]
      func share(_ value: Double) -> Cell { whole == 0 ? .empty : .number(value / whole) }
      return found.rows(place).map { row -> [Cell] in
        [.text(metric.word)] + row.subject.cells + [
          .number(row.value), .text(metric.unit), share(row.value), .number(row.firstIn),
          .number(row.lastOut), .number(row.errors.value), .number(row.owen),
          share(row.owen), .number(row.errors.owen), .text(metric.sense.rawValue),
        ]
      }
    }
    return Self(
      columns: [
        "metric", "lever", "group", "value", "unit", "share", "first_in", "last_out",
        "standard_error", "owen", "owen_share", "owen_standard_error", "positive_means",
      ], rows: rows)
  }

  /// `attribution-by-year.csv`: the net emissions each lever avoids, year by year [Mt CO₂e].
  static func attributionByYear(_ found: LeverAttribution) -> Self {
    Self(
      columns: ["year", "lever", "group", "value", "unit", "owen"],
      rows: found.years.flatMap { year in
        found.rows(found.place(of: year)).map { row -> [Cell] in
          [.integer(year)] + row.subject.cells + [
            .number(row.value), .text(OutputKind.total.unit), .number(row.owen),
          ]
        }
      })
  }

  /// `interaction.csv`: what two levers bring about beyond what each does alone.
  ///
  /// `value` is the Shapley interaction index, over all others pulled or not, empty where too few
  /// orders were sampled. `first` is with no other pulled, `last` with all others. Negative: they do the same.
  static func interactions(_ found: LeverAttribution) -> Self {
    let rows = found.metrics.enumerated().flatMap { place, metric in
      found.attribution.interactions.map { pair -> [Cell] in
        pair.players.map { .text(found.game.players[$0].identity.id) } + [
          .optional(pair.index?[place]), .text(metric.unit), .number(pair.first[place]),
          .number(pair.last[place]),
          pair.index == nil ? .empty : .number(pair.errors[place]), .text(metric.sense.rawValue),
        ]
      }.map { [.text(metric.word)] + $0 }
    }
    return Self(
      columns: [
        "metric", "lever_a", "lever_b", "value", "unit", "first", "last", "standard_error",
        "positive_means",
      ], rows: rows)
  }
}
