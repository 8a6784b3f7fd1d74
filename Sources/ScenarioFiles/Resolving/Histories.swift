import CityModel
import Diagnostics
import Quantities

/// The history, and whether all of it could be read.
struct ResolvedHistory {
  var values = History()
  var isComplete = true
}

extension Resolver {
  /// Reads what was observed; years without a value stay without one.
  mutating func resolveHistory() -> ResolvedHistory {
    var history = ResolvedHistory()
    let keys = ["emissions", "gdp", "energy"]
    guard let entry = root["history"], let mapping = readMap(entry, known: keys) else {
      return history
    }
    let units = [
      "MtCO2": Self.massSynonyms["MtCO2"] ?? [], "GCNY": ["GCNY/yr"], "PJ": ["PJ/yr"],
    ]
    func observations(_ key: String, _ unit: String) -> [History.Observation] {
      guard let entry = mapping[key] else { return [] }
      guard let read = resolveObservations(entry, unit: unit, synonyms: units[unit] ?? []) else {
        history.isComplete = false
        return []
      }
      return read
    }
    history.values.emissions = observations("emissions", "MtCO2")
    history.values.gdp = observations("gdp", "GCNY")
    history.values.energy = observations("energy", "PJ")
    return history
  }

  private mutating func resolveObservations(
    _ entry: Entry, unit: String, synonyms: [String]
  ) -> [History.Observation]? {
    guard let mapping = requireMap(entry) else { return nil }
    _ = readSource(mapping, at: ParameterPath("history") / entry.key)
    let declaration = ParameterDeclaration(
      Text("an observed value", "观测值"), Reading(unit, 0...1e9, synonyms: synonyms))
    guard let written = readObserved(entry, mapping),
      let candidates = expectations(for: declaration, at: ParameterPath("history") / entry.key),
      let match = match(written.map(\.quantity), with: candidates)
    else { return nil }
    let path = ParameterPath("history") / entry.key
    let bounds = Bounds(range: declaration.readings[0].bounds, path: path, expectation: match)
    for point in written where bounds.admit(match.value(of: point.quantity)) == nil {
      report(
        .outOfBounds(
          path, value: point.quantity.description, year: point.year,
          bounds: bounds.described(like: point.quantity), hint: nil), at: point.quantity.span)
      return nil
    }
    return written.map {
      History.Observation(year: $0.year, value: match.value(of: $0.quantity))
    }
  }

  private mutating func readObserved(_ entry: Entry, _ mapping: Mapping) -> [WrittenPoint]? {
    let series = readSeries(entry.value, called: "history.\(entry.key)", skippingEmpty: true)
    for key in ["shape", "before", "growth"] {
      guard let wrong = mapping[key] else { continue }
      report(.unknownKey(key, in: entry.key, among: ["csv", "column", "unit"]), at: wrong.span)
    }
    guard case .points(let points, _, _, nil) = series else {
      if series != nil { report(.notObserved(entry.key), at: entry.value.span) }
      return nil
    }
    return points
  }
}
