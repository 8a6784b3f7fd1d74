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
    power = compiler.parameter(path / .power)
    size = compiler.parameter(path / .energy)
    efficiency = compiler.parameter(path / .efficiency)
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
  /// The levels that a day is filled up to and cut down to [GW], what they would take in and give
  /// back, and what is given back [GWh].
  struct Levels {
    var fill: Lanes
    var cut: Lanes
    var below: Lanes
    var above: Lanes
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
      let cut = balance(day, upTo: high.atLeast(.zero))
      let fill = cut * efficiency
      let unlimited = day.above(cut, power: power).value
      var levels = Levels(
        fill: fill, cut: cut, below: day.below(fill, power: power).value, above: unlimited,
        given: unlimited.atMost(size))
      let given = levels.given
      if any(given .< unlimited) {
        levels.cut = crossing(from: (cut, given - unlimited), to: (high, given)) { level in
          let above = day.above(level, power: power)
          return (given - above.value, -above.slope)
        }
        levels.above = day.above(levels.cut, power: power).value
      }
      let needed = given / efficiency
      if any(levels.below .> needed) {
        let lowest = low.atMost(fill)
        levels.fill = crossing(from: (lowest, -needed), to: (fill, levels.below - needed)) {
          let below = day.below($0, power: power)
          return (below.value - needed, below.slope)
        }
        levels.below = day.below(levels.fill, power: power).value
      }
      return levels
    }

    /// The level b for which η Σ min(P, max(0, η b − n)) = Σ min(P, max(0, n − b)).
    private func balance(_ day: NetLoadOfDay, upTo high: Lanes) -> Lanes {
      func surplus(_ level: Lanes) -> (value: Lanes, slope: Lanes) {
        let given = day.above(level, power: power)
        let taken = day.below(level * efficiency, power: power)
        return (
          efficiency * taken.value - given.value,
          efficiency * efficiency * taken.slope - given.slope
        )
      }
      let most = efficiency * day.below(high * efficiency, power: power).value
      return crossing(from: (.zero, surplus(.zero).value), to: (high, most), surplus)
    }

    /// Takes in and gives back by the levels, and changes the net load [GWh].
    func run(
      _ day: NetLoadOfDay, _ levels: Levels, _ series: Int, _ recorder: HourRecorder?
    ) -> (taken: Lanes, given: Lanes) {
      let needed = levels.given / efficiency
      let fill = needed.divided(by: levels.below)
      let cut = levels.given.divided(by: levels.above)
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
