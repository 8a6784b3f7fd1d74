import CityModel
import Diagnostics

extension Scenario {
  /// Power plants, grids and sinks beyond the places known, each with the first year in which it is.
  ///
  /// Read from what the file gives for every year of the run, before levers. GW, and km², over
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
      + firstUnusual("energy.electricity.imports.*.factor") { value, place in
        // Grids become cleaner than any is today; kg/GJ · 0.0036 GJ/kWh.
        (place == 0 ? .gridFactor : KnownRange.gridFactor.withoutLeast, 0.0036 * value)
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
    let wanted = ParameterPath(pattern)
    return parameters.filter { $0.location != nil && $0.path.matches(wanted) }.compactMap { given in
      for (place, value) in given.values.enumerated() {
        guard let (range, own) = compared(value, place) else { continue }
        let found = ComparedValue(range, own, given.path, year: years.lowerBound + place)
        if found.isUnusual { return found }
      }
      return nil
    }
  }
}

extension Trajectory {
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
