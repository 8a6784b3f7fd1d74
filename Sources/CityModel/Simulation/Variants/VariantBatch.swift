import Diagnostics

/// Eight variants side by side: what they set.
final class VariantBatch {
  private let space: VariantSpace
  /// The value of each axis.
  let values: LaneBuffer
  /// ℓ of each lever, in the order of their ids.
  let levels: LaneBuffer
  /// w(t) of each lever, year by year.
  private let ramps: LaneBuffer
  private let scenarioRamps: [Ramp]
  private let scenarioLevels: [Double]
  private let knownYears: [Int: Int]

  init(_ space: VariantSpace) {
    self.space = space
    let levers = space.blueprint.scenario.leversInOrder
    let years = space.blueprint.years
    values = LaneBuffer(count: space.axes.count)
    levels = LaneBuffer(count: levers.count)
    ramps = LaneBuffer(count: levers.count * years.count)
    scenarioRamps = levers.map(\.ramp)
    scenarioLevels = levers.map(\.level)
    knownYears = space.knownYears
    for (place, lever) in levers.enumerated() {
      levels[place] = .all(lever.level)
      for (year, weight) in lever.ramp.weights(in: years).enumerated() {
        ramps[place * years.count + year] = .all(weight)
      }
    }
  }

  /// Puts a variant into a lane.
  func set(_ lane: Int, to variant: [Double]) {
    defect(unless: variant.count == space.axes.count, "a value for each axis")
    for (axis, value) in variant.enumerated() { values[axis][lane] = value }
    var pulled = scenarioLevels
    for level in space.levels {
      let value = variant[level.axis]
      pulled[level.lever] = level.isFactor ? scenarioLevels[level.lever] * value : value
      levels[level.lever][lane] = pulled[level.lever]
    }
    var moved: [Int: Ramp] = [:]
    for date in space.dates {
      let scenario = scenarioRamps[date.lever]
      var ramp = moved[date.lever] ?? scenario
      let value = variant[date.axis]
      if date.isEnd {
        ramp.by = date.isShift ? scenario.by + value : value
      } else {
        ramp.from = date.isShift ? scenario.from + value : value
      }
      moved[date.lever] = ramp
    }
    let years = space.blueprint.years
    for (lever, ramp) in moved {
      for (year, weight) in ramp.weights(in: years).enumerated() {
        ramps[lever * years.count + year][lane] = weight
      }
    }
    for (lever, known) in knownYears {
      levels[lever][lane] = pulled[lever]
      keep(lever, level: pulled[lever], moved[lever] ?? scenarioRamps[lever], until: known, lane)
    }
  }

  /// Keeps what a lever has reached by the last year that is known, and lets it go on from there.
  ///
  /// ```text
  /// pull(t) = ℓ w(T) + (ℓ′ − ℓ w(T)) · (w′(t) − w′(T)) / (1 − w′(T))      after the known year T
  /// ```
  ///
  /// with ℓ, w of the scenario and ℓ′, w′ of the variant: it reaches ℓ′ when the variant says so. A lever
  /// that is complete by then in the scenario has happened.
  private func keep(_ lever: Int, level: Double, _ ramp: Ramp, until known: Int, _ lane: Int) {
    guard (0...1).contains(level) else { return }
    let years = space.blueprint.years
    let own = scenarioRamps[lever].weights(in: years)
    let now = ramp.weights(in: years)
    guard own[known] > 0 || now[known] > 0 else { return }
    let reached = scenarioLevels[lever] * own[known]
    levels[lever][lane] = 1
    for year in years.indices.enumerated().map(\.offset) {
      let share = now[known] < 1 ? (now[year] - now[known]) / (1 - now[known]) : 1
      ramps[lever * years.count + year][lane] =
        year <= known || own[known] >= 1
        ? scenarioLevels[lever] * own[year] : reached + (level - reached) * share
    }
  }

  /// Whether all lanes hold the same variant.
  var isUniform: Bool {
    func isSame(_ buffer: LaneBuffer) -> Bool {
      (0..<buffer.count).allSatisfy { buffer[$0] == .all(buffer[$0][0]) }
    }
    return isSame(values) && isSame(levels)
  }

  /// The first lever whose level is none, if there is one in a lane.
  func impossibleLevel(in lane: Int) -> LeverViolation? {
    let levers = space.blueprint.levers.leverIds
    for (place, id) in levers.enumerated() where !(0...1).contains(levels[place][lane]) {
      return LeverViolation(
        path: ParameterPath(.levers) / id / .level, year: space.blueprint.years.lowerBound,
        problem: .outOfBounds(value: levels[place][lane]), levers: [id])
    }
    return nil
  }

  /// ℓ·w(t) of each lever in a year.
  func pulls(in year: Int, into pulls: LaneBuffer) {
    let years = space.blueprint.years.count
    for lever in 0..<pulls.count { pulls[lever] = levels[lever] * ramps[lever * years + year] }
  }
}
