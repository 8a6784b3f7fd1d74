/// A storage of electricity: batteries, pumped hydro, cars that feed back.
///
/// Each day it fills the valleys of the net load n up to a level a and cuts its peaks down to a
/// level b, with power P at most:
///
/// ```text
/// in_h = min(P, max(0, a − n_h)),   out_h = min(P, max(0, n_h − b))
/// η Σ in_h = Σ out_h = T ≤ size
/// a = η b  where size, power and surplus leave the choice
/// ```
///
/// This is the cheapest operation within a day for a supply whose marginal cost rises in proportion
/// to the net load and is zero in surplus: the last electricity taken in then costs η of what the
/// last given back saves. Without loss it is the cheapest for every supply whose marginal cost
/// rises, the same in all hours, whatever the costs are. What is given back in a day does not exceed
/// the size, so it is filled and emptied at most once a day, the level lies between 0 and the size,
/// and ends where it began.
///
/// Several storages come one after the other in the order of the file, each seeing what those
/// before it have left.
struct ElectricityStorage: Sendable {
  private let power: ParameterIndex
  private let size: ParameterIndex
  private let efficiency: ParameterIndex
  private let input: OutputIndex
  private let output: OutputIndex
  /// Its first series in a record of the hours: charge, discharge, level.
  let series: Int

  init(_ compiler: inout BlueprintCompiler, _ path: ParameterPath, series: Int) {
    power = compiler.parameter(path / "power")
    size = compiler.parameter(path / "energy")
    efficiency = compiler.parameter(path / "efficiency")
    let item = compiler.item(path, .energy, .storage)
    input = compiler.output(.storageInput, item, "electricity")
    output = compiler.output(.storageOutput, item, "electricity")
    self.series = series
  }

  /// Flattens every day and gives what was lost in the year [PJ].
  func compute(_ days: RepresentativeDays, _ hours: HourBuffers, _ context: YearContext) -> Lanes {
    let plan = Plan(
      power: context[power], size: context[size], efficiency: context[efficiency])
    context[input] = .zero
    context[output] = .zero
    guard any(plan.power .> .zero .& plan.size .> .zero) else { return .zero }
    for (day, weight) in days.weights.enumerated() {
      let net = NetLoadOfDay(net: hours.net, hours: days.hours(of: day))
      let levels = plan.levels(of: net)
      let flow = plan.run(net, levels, series, hours.recorder)
      context[input] += flow.taken * weight * 3.6e-3
      context[output] += flow.given * weight * 3.6e-3
    }
    return context[input] - context[output]
  }
}

extension ElectricityStorage {
  /// The levels that a day is filled up and cut down to [GW], and what is given back [GWh].
  struct Levels {
    var fill: Lanes
    var cut: Lanes
    var given: Lanes
  }

  /// What a storage can do in any day of the year.
  struct Plan {
    /// Power in and out [GW].
    let power: Lanes
    /// What it can give back when full [GWh].
    let size: Lanes
    let efficiency: Lanes

    /// The levels of a day.
    func levels(of day: NetLoadOfDay) -> Levels {
      let (low, high) = day.range
      let cut = crossing(from: .zero, to: high.atLeast(.zero)) { level in
        let given = day.above(level, power: power)
        let taken = day.below(level * efficiency, power: power)
        return (
          efficiency * taken.value - given.value,
          efficiency * efficiency * taken.slope - given.slope
        )
      }
      let unlimited = day.above(cut, power: power).value
      let given = unlimited.atMost(size)
      var levels = Levels(fill: cut * efficiency, cut: cut, given: given)
      if any(given .< unlimited) {
        levels.cut = crossing(from: cut, to: high) { level in
          let above = day.above(level, power: power)
          return (given - above.value, -above.slope)
        }
      }
      let needed = given / efficiency
      if any(day.below(levels.fill, power: power).value .> needed) {
        levels.fill = crossing(from: low.atMost(levels.fill), to: levels.fill) { level in
          let below = day.below(level, power: power)
          return (below.value - needed, below.slope)
        }
      }
      return levels
    }

    /// Takes in and gives back by the levels, and changes the net load [GWh].
    func run(
      _ day: NetLoadOfDay, _ levels: Levels, _ series: Int, _ recorder: HourRecorder?
    ) -> (taken: Lanes, given: Lanes) {
      let needed = levels.given / efficiency
      let fill = needed.divided(by: day.below(levels.fill, power: power).value)
      let cut = levels.given.divided(by: day.above(levels.cut, power: power).value)
      for hour in day.hours {
        let net = day.net[hour]
        let taken = (levels.fill - net).atLeast(.zero).atMost(power) * fill
        let given = (net - levels.cut).atLeast(.zero).atMost(power) * cut
        day.net[hour] = net + taken - given
        recorder?[series, hour] = taken
        recorder?[series + 1, hour] = given
      }
      if let recorder { recordLevel(day.hours, series, recorder) }
      return (needed, levels.given)
    }

    /// The level at the end of each hour; the lowest of the day is zero [GWh].
    private func recordLevel(_ hours: Range<Int>, _ series: Int, _ recorder: HourRecorder) {
      var level = Lanes.zero
      var lowest = Lanes.zero
      for hour in hours {
        level += recorder[series, hour] * efficiency - recorder[series + 1, hour]
        recorder[series + 2, hour] = level
        lowest = lowest.atMost(level)
      }
      for hour in hours { recorder[series + 2, hour] -= lowest }
    }
  }
}
