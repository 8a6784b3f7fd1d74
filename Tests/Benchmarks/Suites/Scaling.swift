import CityModel
import Glibc

/// How the time of a run grows with the size of the city: the exponent b of `time ∝ sizeᵇ`.
///
/// Linear is 1; less where a part of the cost does not depend on the size.
struct Scaling {
  let name: String
  let sizes: [Int]
  /// The city, and how many variants to run of it, for a size.
  let work: (Int) -> (city: SyntheticCity, variants: Int)

  static func all(isQuick: Bool) -> [Suite] {
    let few = isQuick ? 256 : 2048
    return [
      Scaling(name: "years", sizes: [10, 20, 40, 80]) {
        (SyntheticCity(lastYear: 2019 + $0, levers: 0), few)
      },
      Scaling(name: "subsectors", sizes: [10, 20, 40, 80]) {
        (SyntheticCity(subsectors: $0), few)
      },
      Scaling(name: "levers", sizes: [4, 8, 16, 32]) { (SyntheticCity(levers: $0), few) },
      Scaling(name: "variants", sizes: [1, 2, 4, 8].map { few * $0 }) { (SyntheticCity(), $0) },
    ].map { scaling in Suite(name: "scaling/\(scaling.name)") { try await scaling.measure($0) } }
  }

  func measure(_ figures: FigureCollector) async throws {
    var points: [(size: Double, seconds: Double)] = []
    for size in sizes {
      let (city, count) = work(size)
      let variants = try Variants(try city.text.blueprint())
      let effort = try await Effort.least(of: 3) { try await variants.run(count, jobs: 1) }
      points.append((Double(size), effort.cpu))
    }
    figures.add(
      "scaling/\(name) \(sizes[0])–\(sizes[sizes.count - 1])", exponent(points), .exponent)
  }
}

/// The slope of the straight line through the logarithms of points, by least squares.
func exponent(_ points: [(size: Double, seconds: Double)]) -> Double {
  let x = points.map { log($0.size) }
  let y = points.map { log($0.seconds) }
  let count = Double(points.count)
  let meanX = x.reduce(0, +) / count
  let meanY = y.reduce(0, +) / count
  let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
  return covariance / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
}
