import Solvers

/// How something new spreads: by its own appeal and by imitation.
///
/// ```text
/// dF/dt = (p + q·F/K(t)) · (K(t) − F),   F(start) = F₀
/// ```
///
/// Source: F. M. Bass, *A new product growth for model consumer durables*, Management Science 15
/// (1969) 215–227.
public struct BassAdoption: Hashable, Sendable {
  /// The coefficient of innovation p, per year.
  package let innovation: Double
  /// The coefficient of imitation q, per year.
  package let imitation: Double
  /// The potential K, in the unit of the result; a straight line between the years.
  package let potential: YearSeries
  /// The year and the level F₀ at which the spread starts.
  package let start: SeriesPoint

  /// Makes an adoption; see the properties of the same names.
  public init(innovation: Double, imitation: Double, potential: YearSeries, start: SeriesPoint) {
    self.innovation = innovation
    self.imitation = imitation
    self.potential = potential
    self.start = start
  }

  /// The level F in each year.
  ///
  /// Edge cases: a potential that falls below F lets F fall towards it. Beyond its years the
  /// potential stays at its end values.
  ///
  /// - Parameters:
  ///   - years: The years wanted.
  ///   - before: What the level is before the start.
  /// - Returns: A value for each of `years`.
  /// - Throws: ``SeriesError/invalidAdoption(parameter:value:)`` for p, q or F₀ below 0 or K not
  ///   above 0, ``SeriesError/startsLate(needed:firstPoint:)`` if `before` is
  ///   ``BeforePolicy/refuse``, ``SeriesError/solver(_:)``.
  public func levels(
    over years: ClosedRange<Int>, before: BeforePolicy = .refuse
  ) throws(SeriesError) -> YearSeries {
    try validate()
    var values: [Double] = []
    for _ in years.prefix(while: { $0 < start.year }) {
      values.append(try before.value(first: start, neededFrom: years.lowerBound))
    }
    if years.upperBound >= start.year {
      values += try spread(until: years.upperBound).suffix(years.count - values.count)
    }
    return YearSeries(firstYear: years.lowerBound, values: values)
  }

  private func validate() throws(SeriesError) {
    for (name, value) in [("p", innovation), ("q", imitation), ("F0", start.value)]
    where !(value >= 0 && value.isFinite) {
      throw .invalidAdoption(parameter: name, value: value)
    }
    for value in potential.values where !(value > 0 && value.isFinite) {
      throw .invalidAdoption(parameter: "K", value: value)
    }
  }

  /// The level from the start on; the solver stops at every year, where K(t) has its kinks.
  private func spread(until end: Int) throws(SeriesError) -> [Double] {
    do {
      let states = try integrate(
        initial: [start.value], at: (start.year...end).map(Double.init)
      ) { time, level in
        let potential = potential.value(at: time)
        return [(innovation + imitation * level[0] / potential) * (potential - level[0])]
      }
      return states.map { $0[0] }
    } catch {
      throw .solver(error)
    }
  }
}
