/// Every hour of the representative days of one year, for one variant.
///
/// In every hour, all in GW:
///
/// ```text
/// Σ generation + heat plants + Σ imported + Σ discharge + unserved = Σ load + Σ shifted + Σ charge
/// ```
public struct HourlyDetail: Sendable {
  /// The year.
  public let year: Int
  /// The representative days, in the order of the scenario, with the days of the year they stand for.
  public let days: [(id: String, weight: Double)]
  /// The hours of a day.
  public let hoursPerDay = RepresentativeDays.hours
  /// The series, in the order of the model.
  public let quantities: [HourlyQuantity]
  private let values: [Double]

  /// Runs a scenario with its levers at the levels it gives, and keeps the hours of one year;
  /// nothing if dispatch is annual or the year is not one of the run.
  ///
  /// - Parameters:
  ///   - blueprint: The compiled scenario.
  ///   - year: A year of the run.
  public init?(_ blueprint: Blueprint, year: Int) {
    let space = VariantSpace(blueprint)
    let simulation = Simulation(space)
    guard let dispatch = blueprint.energy.hourly, let hours = simulation.hours,
      blueprint.years.contains(year)
    else { return nil }
    let count = dispatch.series.all.count
    let recorder = HourRecorder(seriesCount: count, hourCount: dispatch.days.hourCount)
    hours.recorder = recorder
    var values: [Double] = []
    simulation.run(VariantBatch(space)) { index, _ in
      guard blueprint.years.lowerBound + index == year else { return }
      values = (0..<count).flatMap { series in
        (0..<dispatch.days.hourCount).map { recorder[series, $0][0] }
      }
    }
    self.year = year
    self.values = values
    quantities = dispatch.series.all
    days = Array(zip(dispatch.days.ids, dispatch.days.weights))
  }

  /// The values of a series, hour by hour through all days; empty if there is no such series.
  public subscript(quantity: HourlyQuantity) -> ArraySlice<Double> {
    guard let place = quantities.firstIndex(of: quantity) else { return [] }
    let count = days.count * hoursPerDay
    return values[(place * count)..<((place + 1) * count)]
  }

  /// The energy of a series over the year [PJ].
  package func total(_ quantity: HourlyQuantity) -> Double {
    let weights = days.flatMap { day in (0..<hoursPerDay).map { _ in day.weight * 3.6e-3 } }
    return zip(self[quantity], weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
