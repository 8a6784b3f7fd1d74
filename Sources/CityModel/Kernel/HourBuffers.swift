/// What dispatch reads and writes hour by hour, allocated once for a run.
final class HourBuffers {
  /// What each load draws in the year [PJ].
  let loads: LaneBuffer
  /// What users and exports ask for in each hour [GW].
  let load: LaneBuffer
  /// What runs by itself [GW].
  let supply: LaneBuffer
  /// What is left for plants that can be called and for the import [GW]; negative is surplus.
  let net: LaneBuffer
  /// The part of a yearly energy of each shape that was curtailed.
  let cut: LaneBuffer
  /// Takes up every hour of a year, if somebody asks for it.
  var recorder: HourRecorder?

  /// Makes room for so many loads, hours of representative days and shapes.
  init(loads: Int, hours: Int, shapes: Int) {
    self.loads = LaneBuffer(count: loads)
    load = LaneBuffer(count: hours)
    supply = LaneBuffer(count: hours)
    net = LaneBuffer(count: hours)
    cut = LaneBuffer(count: shapes)
  }
}

/// The hourly values of a year by series.
final class HourRecorder {
  private let buffer: LaneBuffer
  private let hourCount: Int

  init(seriesCount: Int, hourCount: Int) {
    self.hourCount = hourCount
    buffer = LaneBuffer(count: seriesCount * hourCount)
  }

  subscript(series: Int, hour: Int) -> Lanes {
    get { buffer[series * hourCount + hour] }
    set { buffer[series * hourCount + hour] = newValue }
  }

  /// Adds an amount with a shape to a series.
  func add(_ amount: Lanes, shape: [Double], to series: Int) {
    for hour in 0..<hourCount { self[series, hour] += amount * shape[hour] }
  }

  /// Starts a new year.
  func clear() { buffer.clear() }
}
