import CityModel
import Solvers

/// Everything one handle can do: where in its range all conditions hold.
struct HandleScan {
  private let model: BackcastModel
  private let handle: BackcastHandle
  private let current: Double
  private let all: [Int]

  init(_ model: BackcastModel, _ handle: BackcastHandle, current: Double) {
    self.model = model
    self.handle = handle
    self.current = current
    all = Array(model.conditions.indices)
  }

  /// How far within the conditions an edge is put, as a share of their scale: enough that the run
  /// of the solution does not lie on the wrong side by rounding.
  static let inside = 4e-9

  /// The change that is nearest to what the scenario has; nothing where none meets the conditions.
  func solution() async throws -> BackcastSolution? {
    let ranges = try await rangesThatMeet()
    guard let nearest = ranges.min(by: { distance($0) < distance($1) }) else { return nil }
    let edge = min(max(current, nearest.lowerBound), nearest.upperBound)
    let point = model.point([edge])
    return BackcastSolution(
      point: point, ranges: ranges, exact: handle.isWhole ? exact(beside: edge) : nil,
      effort: abs(edge - current))
  }

  private func distance(_ range: ClosedRange<Double>) -> Double {
    max(range.lowerBound - current, current - range.upperBound, 0)
  }

  private func excess(_ value: Double) -> Double { model.point([value]).excess(of: all) }

  /// The values that are tried, in order.
  private var grid: [Double] {
    let range = model.box[0]
    if handle.isWhole {
      return stride(from: range.lowerBound, through: range.upperBound, by: 1).map(\.self)
    }
    let step = (range.upperBound - range.lowerBound) / 200
    let even = (0..<200).map { range.lowerBound + Double($0) * step } + [range.upperBound]
    return Set(even + [current]).sorted()
  }

  private func rangesThatMeet() async throws -> [ClosedRange<Double>] {
    let grid = grid
    let found = try await model.points(grid.map { [$0] }).map { $0.excess(of: all) }
    var ranges: [ClosedRange<Double>] = []
    var place = 0
    while place < grid.count {
      guard found[place] <= 0 else {
        place += 1
        continue
      }
      var end = place
      while end + 1 < grid.count, found[end + 1] <= 0 { end += 1 }
      let lower = place > 0 ? edge(from: grid[place - 1], to: grid[place]) : grid[place]
      let upper = end + 1 < grid.count ? edge(from: grid[end + 1], to: grid[end]) : grid[end]
      ranges.append(lower...max(lower, upper))
      place = end + 1
    }
    return ranges.isEmpty && !handle.isWhole ? narrowRange(grid, found) : ranges
  }

  /// Where between a value that fails and one that meets the conditions they begin to hold.
  private func edge(from outside: Double, to inside: Double) -> Double {
    handle.isWhole ? inside : crossing(from: outside, to: inside)
  }

  private func crossing(from outside: Double, to inside: Double) -> Double {
    let bracket = min(outside, inside)...max(outside, inside)
    guard
      let root = try? findRoot(
        in: bracket, tolerance: 1e-12,
        of: { min(excess($0), 1e3) + Self.inside })
    else { return inside }
    for power in stride(from: 45, through: 1, by: -1) {
      let value = root + (inside - root) / Double(1 << power)
      if excess(value) <= 0 { return value }
    }
    return inside
  }

  /// A range narrower than the steps of the scan, about its lowest value.
  private func narrowRange(_ grid: [Double], _ found: [Double]) -> [ClosedRange<Double>] {
    guard let best = found.indices.min(by: { found[$0] < found[$1] }), best > 0,
      best + 1 < grid.count, found[best].isFinite,
      let lowest = try? findMinimum(
        in: grid[best - 1]...grid[best + 1], guess: grid[best],
        of: { min(excess($0), 1e3) }), excess(lowest) <= 0
    else { return [] }
    let lower = crossing(from: grid[best - 1], to: lowest)
    return [lower...max(lower, crossing(from: grid[best + 1], to: lowest))]
  }

  /// Where between a whole year that meets the conditions and the next towards what the scenario has
  /// they begin to hold.
  private func exact(beside year: Double) -> Double? {
    guard year != current else { return nil }
    let outside = year + (current > year ? 1 : -1)
    guard excess(outside) > 0 else { return nil }
    return crossing(from: outside, to: year)
  }
}
