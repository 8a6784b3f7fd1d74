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

  init(_ space: VariantSpace) {
    self.space = space
    let levers = space.blueprint.scenario.leversInOrder
    let years = space.blueprint.years
    values = LaneBuffer(count: space.axes.count)
    levels = LaneBuffer(count: levers.count)
    ramps = LaneBuffer(count: levers.count * years.count)
    scenarioRamps = levers.map(\.ramp)
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
    for level in space.levels { levels[level.lever][lane] = variant[level.axis] }
    var moved: [Int: Ramp] = [:]
    for date in space.dates {
      var ramp = moved[date.lever] ?? scenarioRamps[date.lever]
      if date.isEnd { ramp.by = variant[date.axis] } else { ramp.from = variant[date.axis] }
      moved[date.lever] = ramp
    }
    let years = space.blueprint.years
    for (lever, ramp) in moved {
      for (year, weight) in ramp.weights(in: years).enumerated() {
        ramps[lever * years.count + year][lane] = weight
      }
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
        path: ParameterPath("levers") / id / "level", year: space.blueprint.years.lowerBound,
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
