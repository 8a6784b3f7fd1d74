/// A year of electricity on its way through the hours.
///
/// The steps in their order: loads, what runs by itself, ``flatten()``, ``curtail()``, a
/// ``call(_:_:)`` for every plant by merit, ``balance(_:)``.
struct YearOfHours {
  let dispatch: HourlyDispatch
  let hours: HourBuffers
  let context: YearContext
  /// What was asked for and not delivered [PJ].
  private(set) var unserved = Lanes.zero
  /// How far a yearly energy is from the sum of its hours, in the worst case [PJ].
  private(set) var worstDifference = Lanes.zero
  private var peakLoad = Lanes.zero
  private var peakNetLoad = Lanes.zero
  private var peakImport = Lanes.zero
  /// What plants that can be called and the limited import can give in any hour [GW].
  private var firm = Lanes.zero
  private var days: RepresentativeDays { dispatch.days }

  init(_ dispatch: HourlyDispatch, _ hours: HourBuffers, _ context: YearContext) {
    self.dispatch = dispatch
    self.hours = hours
    self.context = context
    hours.recorder?.clear()
    hours.load.clear()
    hours.supply.clear()
    hours.cut.clear()
  }

  /// Spreads the year's loads over the hours, with their part of the grid's loss.
  func drawLoads(sentPerUse: Lanes, exports: Lanes) {
    for place in 0..<dispatch.loads.count {
      hours.loads[place] = context.demand.total(load: place) * sentPerUse
    }
    hours.loads[dispatch.loads.place(of: .exports)] = exports
    for (place, shape) in dispatch.loadShapes.enumerated() {
      let power = hours.loads[place] / RepresentativeDays.petajoulesPerGigawatt
      spread(power, shape, to: hours.load)
      hours.recorder?.add(power, shape: days.shapes[shape], to: dispatch.series.load(place))
    }
  }

  /// Adds an energy of the year that comes by itself [PJ].
  func add(_ energy: Lanes, _ shape: Int, _ series: Int) {
    let power = energy / RepresentativeDays.petajoulesPerGigawatt
    spread(power, shape, to: hours.supply)
    hours.recorder?.add(power, shape: days.shapes[shape], to: series)
  }

  private func spread(_ power: Lanes, _ shape: Int, to buffer: LaneBuffer) {
    guard any(power .!= .zero) else { return }
    let shape = days.shapes[shape]
    for hour in 0..<days.hourCount { buffer[hour] += power * shape[hour] }
  }

  /// Moves load and runs the storages; gives what these lose [PJ].
  mutating func flatten() -> Lanes {
    for hour in 0..<days.hourCount {
      peakLoad = peakLoad.atLeast(hours.load[hour])
      hours.net[hour] = hours.load[hour] - hours.supply[hour]
    }
    for response in dispatch.responses { response.compute(days, hours, context) }
    let losses = dispatch.storages.reduce(.zero) { $0 + $1.compute(days, hours, context) }
    for hour in 0..<days.hourCount { peakNetLoad = peakNetLoad.atLeast(hours.net[hour]) }
    return losses
  }

  /// Cuts back alike what runs by itself where it exceeds the load; gives what was cut [PJ].
  func curtail() -> Lanes {
    var curtailed = Lanes.zero
    for hour in 0..<days.hourCount {
      let surplus = (-hours.net[hour]).atLeast(.zero)
      guard any(surplus .> .zero) else { continue }
      let part = surplus.divided(by: hours.supply[hour])
      for (place, shape) in days.shapes.enumerated() {
        let energy = shape[hour] * days.energies[hour] / RepresentativeDays.petajoulesPerGigawatt
        hours.cut[place] += part * energy
      }
      curtailed += surplus * days.energies[hour]
      hours.net[hour] = hours.net[hour].atLeast(.zero)
      hours.recorder?.cut(part, surplus, at: hour, dispatch.series)
    }
    return curtailed
  }

  /// The part of a yearly energy of this shape that was used.
  ///
  /// Where all of it was cut back, what the sum over the hours leaves of 1 is rounding, and none.
  func used(_ shape: Int) -> Lanes {
    let part = 1 - hours.cut[shape]
    return part.replacing(with: Lanes.zero, where: part .< 1e-13)
  }

  /// The energy of the load, hour by hour [PJ].
  var energyOfLoad: Lanes {
    (0..<days.hourCount).reduce(.zero) { $0 + hours.load[$1] * days.energies[$1] }
  }

  /// Notes how far two countings of an energy are apart.
  mutating func compare(_ energy: Lanes, with other: Lanes) {
    worstDifference = worstDifference.orWorse((energy - other).magnitudes)
  }

  /// Writes what belongs to no plant or contract.
  func record() {
    context[dispatch.unserved] = unserved
    let limit = dispatch.importLimit.map { context[$0] } ?? .zero
    let reserve = firm + limit - peakNetLoad
    context[dispatch.margin] = reserve.divided(by: peakLoad)
    for (output, peak) in zip(dispatch.peaks, [peakLoad, peakNetLoad, peakImport]) {
      context[output] = peak
    }
  }
}

// MARK: - What is called

extension YearOfHours {
  /// Calls the next plant by merit.
  ///
  /// ```text
  /// g_h = min(P, max(0, rest_h − λ)),   λ = 0 unless Σ g_h would exceed the year's energy
  /// ```
  ///
  /// - Parameters:
  ///   - limit: What it can deliver in an hour [GW] and in the year [PJ].
  ///   - series: Its series in a record of the hours.
  /// - Returns: What it delivers [PJ].
  mutating func call(_ limit: (power: Lanes, energy: Lanes), _ series: Int) -> Lanes {
    firm += limit.power
    let possible = delivered(above: .zero, limit.power).value
    let isLimited = possible .> limit.energy
    var level = Lanes.zero
    var part = Lanes.all(1)
    if any(isLimited) {
      let found = crossing(
        from: (.zero, limit.energy - possible), to: (peakNetLoad, limit.energy)
      ) { level in
        let delivered = delivered(above: level, limit.power)
        return (limit.energy - delivered.value, delivered.slope)
      }
      level.replace(with: found, where: isLimited)
      let unscaled = delivered(above: level, limit.power).value
      part.replace(with: limit.energy.divided(by: unscaled), where: isLimited)
    }
    for hour in 0..<days.hourCount {
      let power = (hours.net[hour] - level).atLeast(.zero).atMost(limit.power) * part
      hours.net[hour] -= power
      hours.recorder?[series, hour] = power
    }
    return possible.replacing(with: limit.energy, where: isLimited)
  }

  /// What a plant delivers when it cuts the rest down to a level, and how that falls with the level.
  @inline(__always)
  private func delivered(above level: Lanes, _ power: Lanes) -> (value: Lanes, slope: Lanes) {
    var value = Lanes.zero
    var slope = Lanes.zero
    for hour in 0..<days.hourCount {
      let distance = hours.net[hour] - level
      let isBetween = (distance .> .zero) .& (distance .< power)
      value += distance.atLeast(.zero).atMost(power) * days.energies[hour]
      slope += Lanes.zero.replacing(with: days.energies[hour], where: isBetween)
    }
    return (value, slope)
  }

  /// Imports what is left, up to the limit, and gives it [PJ].
  mutating func balance(_ series: Int) -> Lanes {
    let limit = dispatch.importLimit.map { context[$0] } ?? .all(.infinity)
    var imported = Lanes.zero
    for hour in 0..<days.hourCount {
      let rest = hours.net[hour].atLeast(.zero)
      let power = rest.atMost(limit)
      imported += power * days.energies[hour]
      unserved += (rest - power) * days.energies[hour]
      peakImport = peakImport.atLeast(power)
      hours.recorder?[series, hour] = power
      hours.recorder?[dispatch.series.unserved, hour] = rest - power
    }
    return imported
  }
}
