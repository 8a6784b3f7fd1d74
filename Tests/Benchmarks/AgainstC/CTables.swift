import CityModel

/// Numbers of a scenario in the memory of C, which is freed with this.
final class CTables {
  private let values: [ParameterPath: [Double]]
  private var held: [UnsafeMutableRawPointer] = []

  init(_ scenario: Scenario) {
    values = Dictionary(uniqueKeysWithValues: scenario.parameters.map { ($0.path, $0.values) })
  }

  deinit { for memory in held { memory.deallocate() } }

  /// The base year's value of a parameter; `fallback` where the scenario has none.
  func base(_ path: String, or fallback: Double = .nan) -> Double {
    values[ParameterPath(path)]?.first ?? fallback
  }

  /// Several parameters, year by year; `fallback` for one the scenario does not have.
  func yearly(_ paths: [String], or fallback: Double = .nan) -> UnsafePointer<Double> {
    let series = paths.map { values[ParameterPath($0)] ?? [] }
    let years = values.values.first?.count ?? 0
    return hold(
      (0..<years).flatMap { year in
        series.map { $0.indices.contains(year) ? $0[year] : fallback }
      })
  }

  /// Keeps numbers as long as this.
  func hold<Number>(_ numbers: [Number]) -> UnsafePointer<Number> {
    let memory = UnsafeMutableBufferPointer<Number>.allocate(capacity: max(1, numbers.count))
    _ = memory.initialize(from: numbers)
    guard let start = memory.baseAddress else { preconditionFailure("no memory was allocated") }
    held.append(UnsafeMutableRawPointer(start))
    return UnsafePointer(start)
  }

  /// Keeps places as long as this.
  func hold(places: [Int]) -> UnsafePointer<CInt> { hold(places.map { CInt($0) }) }
}
