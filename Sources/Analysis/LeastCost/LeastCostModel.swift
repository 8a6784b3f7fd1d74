import CityModel

/// Costs and conditions of portfolios, in the unit cube of the handles.
struct LeastCostModel: Sendable {
  /// What is reached without anything drawn.
  var central: BackcastModel
  /// What is reached with which probability.
  var chances: ChanceModel?
  /// What costs are measured against: how far they differ between portfolios [10⁹ yuan].
  var costScale = 1.0
  /// What may not be exceeded, where a portfolio has to be among the cheapest [10⁹ yuan].
  var costLimit: Double?
  /// What is sought instead of the least cost: the least value of a handle times a factor.
  var sought: (handle: Int, factor: Double)?
  private let box: [ClosedRange<Double>]
  private let isDate: [Bool]

  init(_ problem: BackcastProblem, _ chances: ChanceModel?) {
    central = problem.model
    box = problem.box
    isDate = problem.handles.map(\.isWhole)
    self.chances = chances
  }

  /// The same, computed by so many workers.
  func with(jobs: Int) -> Self {
    var model = self
    model.central.jobs = jobs
    model.chances?.model.jobs = jobs
    return model
  }

  /// The values of the handles at a place; a date a hair beside a whole year is that year.
  func values(at place: [Double]) -> [Double] {
    place.indices.map { handle in
      let share = place[handle]
      let range = box[handle]
      guard share < 1 else { return range.upperBound }
      let value = range.lowerBound + share * (range.upperBound - range.lowerBound)
      return isDate[handle] && abs(value - value.rounded()) < 1e-7 ? value.rounded() : value
    }
  }

  /// The place of values of the handles.
  func place(of values: [Double]) -> [Double] {
    zip(values, box).map { value, range in
      let width = range.upperBound - range.lowerBound
      return width > 0 ? min(1, max(0, (value - range.lowerBound) / width)) : 0
    }
  }

  /// What is reached at places, in their order.
  @Sendable func trials(_ places: [[Double]]) async throws -> [Trial] {
    let values = places.map(values(at:))
    let points = try await central.points(values)
    let misses = try await chances?.misses(values) ?? values.map { _ in [] }
    return places.indices.map { trial(places[$0], points[$0], misses[$0]) }
  }

  /// The same without what has to hold with a probability only.
  func centralTrials(_ places: [[Double]]) async throws -> [Trial] {
    let points = try await central.points(places.map(values(at:)))
    return zip(places, points).map { trial($0, $1, []) }
  }

  private func trial(_ place: [Double], _ point: BackcastPoint, _ misses: [Double]) -> Trial {
    guard point.fault == nil, let cost = point.cost, cost.isFinite else {
      return Trial(place: place, value: .infinity, parts: [])
    }
    let above = costLimit.map { [(cost - $0) / costScale] } ?? []
    let value = sought.map { $0.factor * place[$0.handle] } ?? cost / costScale
    return Trial(place: place, value: value, parts: point.parts.flatMap(\.self) + misses + above)
  }
}
