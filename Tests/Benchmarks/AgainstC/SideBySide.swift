import CityModel
import Yardstick

/// The kernel and the hand-written C on the same variants: the same numbers, and how long each takes.
struct SideBySide {
  let name: String
  let space: VariantSpace
  /// The rows to compare, in the order of C's results; several rows make one number of C.
  let rows: [[Int]]
  let variantCount: Int
  /// Runs eight variants in C: what each multiplies every axis by, and years × rows × lanes.
  let runC: ([Double], inout [Double]) -> Void

  /// Results of C and of the kernel may differ by the order of additions.
  private static let tolerance = 1e-9

  func measure(_ figures: FigureCollector) async throws {
    try await compare()
    let ensemble = Ensemble(space, recording: [])
    let count = variantCount
    let axisCount = space.axes.count
    let kernel = try await Effort.least(of: 5) {
      try await ensemble.run(
        0..<count, jobs: 1, values: { Self.axes(of: $0, axisCount) },
        measure: { $0.fault == nil }, consume: { _, _ in })
    }
    var results = emptyResults
    let c = await Effort.least(of: 5) {
      for first in stride(from: 0, to: count, by: Lanes.scalarCount) {
        runC(factors(first), &results)
      }
    }
    let runYears = Double(count * blueprint.years.count)
    figures.add("\(name)/kernel", kernel.cpu * 1e9 / runYears, .nanosecondsPerRunYear)
    figures.add("\(name)/C", c.cpu * 1e9 / runYears, .nanosecondsPerRunYear)
    figures.add("\(name)/ratio", kernel.cpu / c.cpu, .timesC)
  }

  /// Compares eight variants row by row.
  ///
  /// - Throws: ``BenchmarkError/differs(_:_:)`` for the first row that differs by more than the
  ///   tolerance, relative to the greatest value it has.
  private func compare() async throws {
    let recorded = rows.flatMap(\.self)
    var kernel: [[[Double]]] = []
    let axisCount = space.axes.count
    try await Ensemble(space, recording: recorded).run(
      0..<Lanes.scalarCount, jobs: 1, values: { Self.axes(of: $0, axisCount) },
      measure: { result in recorded.indices.map { result.series($0) } },
      consume: { _, found in kernel += found })
    var results = emptyResults
    runC(factors(0), &results)
    for (lane, series) in kernel.enumerated() {
      var rest = series[...]
      for (row, parts) in rows.enumerated() {
        let ofKernel = sum(rest.prefix(parts.count))
        rest = rest.dropFirst(parts.count)
        let ofC = ofKernel.indices.map {
          results[($0 * rows.count + row) * Lanes.scalarCount + lane]
        }
        let difference = Self.difference(ofKernel, ofC)
        guard difference <= Self.tolerance else {
          let path = parts.first.map { blueprint.items[blueprint.rows[$0].item].path }
          throw BenchmarkError.differs("\(name), \(path.map(\.description) ?? "")", difference)
        }
      }
    }
  }

  private var blueprint: Blueprint { space.blueprint }

  private func sum(_ series: some Sequence<[Double]>) -> [Double] {
    series.reduce([Double](repeating: 0, count: blueprint.years.count)) {
      zip($0, $1).map { $0 + $1 }
    }
  }

  /// The greatest difference; of rows that are nothing but rounding, below 10⁻⁹ PJ, absolute.
  private static func difference(_ one: [Double], _ other: [Double]) -> Double {
    let scale = (one + other).map(\.magnitude).max() ?? 0
    let differences = zip(one, other).map { abs($0 - $1) }
    let greatest = differences.reduce(0) { $1 <= $0 ? $0 : $1 }
    return scale < 1e-9 ? greatest : greatest / scale
  }

  private var emptyResults: [Double] {
    [Double](
      repeating: 0, count: blueprint.years.count * rows.count * Lanes.scalarCount)
  }

  /// Eight variants' factors, as C wants them.
  private func factors(_ first: Int) -> [Double] {
    (0..<space.axes.count).flatMap { axis in
      (first..<first + Lanes.scalarCount).map { Self.factor(of: $0, axis) }
    }
  }

  private static func axes(of variant: Int, _ count: Int) -> [Double] {
    (0..<count).map { factor(of: variant, $0) }
  }

  /// Between 0.9 and 1.1.
  private static func factor(of variant: Int, _ axis: Int) -> Double {
    let place = Double(variant * 8 + axis) * 0.618_033_988_749_895
    return 0.9 + 0.2 * (place - place.rounded(.down))
  }
}

extension Blueprint {
  /// The first row of a kind for a path, and for a part if one is named.
  func row(_ kind: OutputKind, _ path: String, _ part: String? = nil) -> [Int] {
    rows.indices.filter {
      rows[$0].kind == kind && items[rows[$0].item].path.description == path
        && (part == nil || rows[$0].part == part)
    }.prefix(1).map(\.self)
  }
}
