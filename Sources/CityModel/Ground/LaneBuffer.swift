import Diagnostics

/// A fixed number of lane values, allocated once for a whole run.
///
/// The kernel's workspace: the only unsafe memory of the model. The compiler of a blueprint gives out
/// every index; the subscript checks them in debug builds, and the public ways to results check
/// theirs always.
final class LaneBuffer {
  private let start: UnsafeMutablePointer<Lanes>

  /// How many values there are.
  let count: Int

  /// Allocates `count` values, all zero.
  init(count: Int) {
    self.count = count
    start = .allocate(capacity: count)
    start.initialize(repeating: .zero, count: count)
  }

  deinit { start.deallocate() }

  /// One value.
  subscript(row: Int) -> Lanes {
    get {
      assert(row >= 0 && row < count)
      return start[row]
    }
    set {
      assert(row >= 0 && row < count)
      start[row] = newValue
    }
  }

  /// Takes over the values of a buffer of the same size.
  func copy(from other: LaneBuffer) {
    defect(unless: count == other.count, "buffers of different sizes")
    start.update(from: other.start, count: count)
  }

  /// Copies some values of another buffer to the places that follow `place`, and moves it on.
  func gather(_ other: LaneBuffer, _ rows: [Int], to place: inout Int) {
    for row in rows {
      self[place] = other[row]
      place += 1
    }
  }

  /// Copies the values that follow `place` to some places of another buffer, and moves it on.
  func scatter(to other: LaneBuffer, _ rows: [Int], from place: inout Int) {
    for row in rows {
      other[row] = self[place]
      place += 1
    }
  }

  /// Sets every value to zero.
  func clear() { clear(0..<count) }

  /// Sets the values of some places to zero.
  func clear(_ places: Range<Int>) {
    defect(
      unless: places.lowerBound >= 0 && places.upperBound <= count, "places outside the buffer")
    (start + places.lowerBound).update(repeating: .zero, count: places.count)
  }
}

// MARK: - Ages of a stock

/// Values of an age `a` stand `a` places before those of age 0: a year of addition keeps its place
/// while it grows older. These loops are most of what a fleet takes, so they are written for the
/// machine: one bounds check for all, and half-open ranges, over which the compiler keeps a value of
/// eight lanes in one register.
extension LaneBuffer {
  /// Keeps of each age from 1 on what `survival` and `stays` leave of it.
  ///
  /// ```text
  /// n(a) ← n(a) · survival(a) · stays
  /// ```
  ///
  /// - Returns: What is left of all ages, and what is gone.
  func survive(
    youngest: Int, oldestAge: Int, _ survival: [Double], stays: Lanes
  ) -> (left: Lanes, gone: Lanes) {
    defect(
      unless: oldestAge < survival.count && youngest >= oldestAge && youngest < count,
      "ages outside the buffer")
    var left = Lanes.zero
    var gone = Lanes.zero
    let values = start + youngest
    survival.withUnsafeBufferPointer { survival in
      for age in 1..<(oldestAge + 1) {
        let amount = values[0 &- age]
        let kept = amount * survival[age] * stays
        values[0 &- age] = kept
        left += kept
        gone += amount - kept
      }
    }
    return (left, gone)
  }

  /// Moves a share of each age from 1 on to the same age of another class, and gives how much it was.
  func move(_ share: Lanes, from: Int, to: Int, oldestAge: Int) -> Lanes {
    defect(unless: min(from, to) >= oldestAge && max(from, to) < count, "ages outside the buffer")
    var sum = Lanes.zero
    let source = start + from
    let target = start + to
    for age in 1..<(oldestAge + 1) {
      let moved = source[0 &- age] * share
      source[0 &- age] -= moved
      target[0 &- age] += moved
      sum += moved
    }
    return sum
  }

  /// Σ n(a) · w(a), where w(a) stands `a` places behind `weights`.
  func sum(youngest: Int, oldestAge: Int, weights: Int) -> Lanes {
    defect(
      unless: youngest >= oldestAge && youngest < count && weights + oldestAge < count,
      "ages outside the buffer")
    var sum = Lanes.zero
    let values = start + youngest
    let weights = start + weights
    for age in 0..<(oldestAge + 1) { sum += values[0 &- age] * weights[age] }
    return sum
  }

  /// Σ n(a) · w(a) · e(a), where e(a) stands `a` places before `rates`.
  func sum(youngest: Int, oldestAge: Int, weights: Int, rates: Int) -> Lanes {
    defect(
      unless: min(youngest, rates) >= oldestAge && max(youngest, rates) < count
        && weights + oldestAge < count,
      "ages outside the buffer")
    var sum = Lanes.zero
    let values = start + youngest
    let weights = start + weights
    let rates = start + rates
    for age in 0..<(oldestAge + 1) { sum += values[0 &- age] * weights[age] * rates[0 &- age] }
    return sum
  }
}
