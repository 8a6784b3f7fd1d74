/// Load that may move within the day: controlled charging, virtual power plants.
///
/// A share of a load, F_h in hour h, is drawn when the net load m_h without it is lowest:
///
/// ```text
/// x_h = min(P, max(0, λ − m_h)),   Σ x_h = Σ F_h,   P = Σ F_h / hours
/// ```
///
/// No other way to draw the same energy with that power is cheaper for any supply whose marginal
/// cost rises. What it costs is counted by the greatest P of the year, the power that must be under
/// control.
struct DemandResponse: Sendable {
  private let load: Int
  private let share: ParameterIndex
  private let fewestHours: ParameterIndex
  private let shape: Int
  private let movablePower: OutputIndex
  /// Its series in a record of the hours: what it moves into an hour.
  let series: Int

  init(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, loads: ElectricityLoads,
    shapes: [Int], series: Int
  ) {
    load = loads.place(of: compiler.choice(path / .load) ?? "")
    share = compiler.parameter(path / .share)
    fewestHours = compiler.parameter(path / .hours)
    shape = shapes[load]
    let item = compiler.item(path, .energy, .demandResponse)
    movablePower = compiler.output(.movablePower, item)
    self.series = series
  }

  /// Moves the load of every day.
  func compute(_ days: RepresentativeDays, _ hours: HourBuffers, _ context: YearContext) {
    let movable =
      context[share] * hours.loads[load] / RepresentativeDays.petajoulesPerGigawatt
    guard any(movable .> .zero) else { return }
    let shape = days.shapes[shape]
    let fewest = context[fewestHours]
    for day in days.weights.indices {
      let net = NetLoadOfDay(net: hours.net, hours: days.hours(of: day))
      if let recorder = hours.recorder {
        for hour in net.hours { recorder[series, hour] = -net.net[hour] }
      }
      var energy = Lanes.zero
      for hour in net.hours {
        net.net[hour] -= movable * shape[hour]
        energy += movable * shape[hour]
      }
      let power = energy / fewest
      context[movablePower] = context[movablePower].atLeast(power)
      net.draw(energy, power: power)
      if let recorder = hours.recorder {
        for hour in net.hours { recorder[series, hour] += net.net[hour] }
      }
    }
  }
}

extension NetLoadOfDay {
  /// Draws an energy where the net load is lowest [GWh], with so much power at most [GW].
  func draw(_ energy: Lanes, power: Lanes) {
    let (low, high) = range
    let most = power * Double(hours.count)
    let level = crossing(from: (low, -energy), to: (high + power, most - energy)) { level in
      let below = below(level, power: power)
      return (below.value - energy, below.slope)
    }
    let part = energy.divided(by: below(level, power: power).value)
    for hour in hours {
      net[hour] += (level - net[hour]).atLeast(.zero).atMost(power) * part
    }
  }
}
