import CityModel
import Diagnostics

extension Scenario {
  /// Power plants, grids and sinks beyond the places known, each with the first year in which it is.
  ///
  /// Read from what the file gives for every year of the run, and from what levers reach by its end. GW, and km², over
  /// million people are kW, and m², per person.
  var unusualSupply: [ComparedValue] {
    guard let people = parameters.first(where: { $0.path == ParameterPath("drivers.population") })
    else { return [] }
    func perPerson(_ pattern: String, _ range: KnownRange) -> [ComparedValue] {
      firstUnusual(pattern) { value, place in
        people.values.indices.contains(place) ? (range, value / people.values[place]) : nil
      }
    }
    return perPerson("energy.electricity.technologies.*.capacity", .capacityPerPerson)
      + perPerson("sinks.*.standing.area", .sinkPerPerson)
      + perPerson("sinks.*.planting.area", .plantingPerPerson)
      + goodsOverPlaces.flatMap { perPerson("industry.\($0.id).activity", $0.range) }
      + firstUnusual("energy.electricity.imports.*.factor") { value, place in
        // Grids become cleaner than any is today; kg/GJ · 0.0036 GJ/kWh.
        (place == 0 ? .gridFactor : KnownRange.gridFactor.withoutLeast, 0.0036 * value)
      }
  }

  /// Subsectors whose id begins with the name of a good, as `refining-ganjingzi`, with its range.
  private var goodsOverPlaces: [(id: String, range: KnownRange)] {
    (members[ParameterPath("industry")] ?? []).compactMap { id in
      KnownRange.goodsPerPerson.first { id == $0.id || id.hasPrefix($0.id + "-") }
        .map { (id, $0.range) }
    }
  }

  /// The first unusual value of each parameter that fits a pattern and that the file gives.
  ///
  /// - Parameters:
  ///   - pattern: A path; `*` stands for any segment.
  ///   - compared: The range and the value held against it, from a value and its place in the years.
  /// - Returns: At most one for each parameter.
  private func firstUnusual(
    _ pattern: String, _ compared: (Double, Int) -> (KnownRange, Double)?
  ) -> [ComparedValue] {
    given(ParameterPath(pattern)).compactMap { given in
      for (place, value) in given.values {
        guard let (range, own) = compared(value, place) else { continue }
        let found = ComparedValue(
          range, own, given.path, year: years.lowerBound + place, place: given.move)
        if found.isUnusual { return found }
      }
      return nil
    }
  }

  /// Yearly values by their place in the years: those of a parameter, or the last that a lever sets.
  struct GivenValues {
    let path: ParameterPath
    let values: [(place: Int, value: Double)]
    /// The place of the lever's move; none for a parameter.
    let move: SourceLocation?
  }

  /// What the file gives for amounts that fit a pattern, and what levers set them to.
  func given(_ pattern: ParameterPath) -> [GivenValues] {
    let amounts = parameters.filter {
      $0.location != nil && $0.path.matches(pattern)
        && $0.reading.basis == .whole
    }
    let moved = levers.flatMap(\.moves).compactMap { move -> GivenValues? in
      guard let values = amounts.first(where: { $0.path == move.path })?.values,
        let base = values.last
      else { return nil }
      let last = values.count - 1
      let reached =
        switch move.effect {
        case .to(let values), .atLeast(let values), .atMost(let values): values[last]
        case .change(let values): base * (1 + values[last])
        }
      return GivenValues(path: move.path, values: [(last, reached)], move: move.location)
    }
    return amounts.map {
      GivenValues(
        path: $0.path, values: $0.values.enumerated().map { ($0, $1) }, move: nil)
    } + moved
  }
}

extension Trajectory {
  /// Contracts for power from outside, and sales of it, beyond all that the city uses in the base year.
  var unusualContracts: [ComparedValue] {
    let used = electricityUsed
    let scenario = blueprint.scenario
    guard used > 0 else { return [] }
    return ["energy.electricity.imports.*.energy", "energy.electricity.exports"].flatMap {
      pattern in
      scenario.given(ParameterPath(pattern)).compactMap { given -> ComparedValue? in
        given.values.lazy.map { place, value in
          ComparedValue(
            .contractPerUse, value / used, given.path, year: years.lowerBound + place,
            place: given.move)
        }.first(where: \.isUnusual)
      }
    }
  }

  /// Plants that could make far more electricity in the base year than the city uses.
  var unusualOutputs: [ComparedValue] {
    let used = electricityUsed
    guard used > 0 else { return [] }
    return rows(.capacity).compactMap { plant -> ComparedValue? in
      let factor = plant.item.path / "capacity-factor"
      guard
        let part = blueprint.scenario.parameters.first(where: { $0.path == factor })?.values.first
      else { return nil }
      // A gigawatt over a year is 31.536 PJ.
      let output = 31.536 * base(self[plant.index]) * part
      return ComparedValue(.outputPerUse, output / used, plant.item.path / "capacity")
    }.filter(\.isUnusual)
  }
}
