/// One number measured.
struct Figure: Codable, Hashable {
  /// What was measured, from the coarse to the fine: `shenzhen/annual/batch of 8/speed`.
  let name: String
  let value: Double
  let unit: Unit

  /// What a number counts.
  enum Unit: String, Codable {
    case runsPerCoreSecond = "runs/s per core"
    case runsPerSecond = "runs/s"
    case nanosecondsPerRunYear = "ns per run-year"
    case rowsPerSecond = "rows/s"
    case milliseconds = "ms"
    case megabytes = "MB"
    case exponent = "exponent"
    case timesC = "× C"

    /// Whether more of it is better.
    var isBetterWhenMore: Bool {
      switch self {
      case .runsPerCoreSecond, .runsPerSecond, .rowsPerSecond: true
      case .nanosecondsPerRunYear, .milliseconds, .megabytes, .exponent, .timesC: false
      }
    }
  }
}

/// Takes up figures, and shows each on its way.
final class FigureCollector {
  private(set) var all: [Figure] = []
  private let show: (Figure) -> Void

  init(show: @escaping (Figure) -> Void) { self.show = show }

  func add(_ name: String, _ value: Double, _ unit: Figure.Unit) {
    let figure = Figure(name: name, value: value, unit: unit)
    all.append(figure)
    show(figure)
  }
}
