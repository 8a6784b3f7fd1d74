/// Some coordinates of a place, while the others stay.
struct FreeCoordinates: Sendable {
  private let base: [Double]
  private let free: [Int]

  init(base: [Double], fixed: Set<Int>) {
    self.base = base
    free = base.indices.filter { !fixed.contains($0) }
  }

  /// A whole place.
  @Sendable func whole(_ part: [Double]) -> [Double] {
    var place = base
    for (coordinate, value) in zip(free, part) { place[coordinate] = value }
    return place
  }

  /// The coordinates that are free.
  @Sendable func part(_ trial: Trial) -> Trial {
    Trial(place: free.map { trial.place[$0] }, value: trial.value, parts: trial.parts)
  }
}

extension ConstrainedDescent {
  /// Descends along the free coordinates of a frame.
  init(_ model: LeastCostModel, _ frame: FreeCoordinates) {
    self.init { places in try await model.trials(places.map(frame.whole)).map(frame.part) }
  }
}
