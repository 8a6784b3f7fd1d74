/// A chart over years, or over the hours of a day: layers upon each other, lines, a band, dots, a
/// marked year.
///
/// Values are finite, and every series has one for each place.
struct TimeChart: Sendable {
  /// A part of a whole.
  ///
  /// What is negative hangs below the floor.
  struct Layer: Sendable {
    let name: String
    var ink: Ink
    let values: [Double]
  }
  /// A line.
  struct Line: Sendable {
    let name: String
    let ink: Ink
    let isDashed: Bool
    let values: [Double]
  }
  /// The room between two lines.
  struct Band: Sendable {
    let name: String
    let low: [Double], high: [Double]
  }
  /// Single values.
  struct Dots: Sendable {
    let name: String
    let values: [(place: Int, value: Double)]
  }
  /// A place that the chart is about.
  struct Mark: Sendable {
    let place: Int
    /// The places around it that are nearly as high.
    let span: ClosedRange<Int>
    let value: Double
    let label: String
  }

  /// First to last year, or hour.
  let places: ClosedRange<Int>
  /// The unit of all values.
  let unit: String
  /// The layers from the lowest to the highest.
  var layers: [Layer] = []
  /// What the layers stand on; zero if nothing is given.
  var floor: [Double]?
  var lines: [Line] = []
  var band: Band?
  var dots: Dots?
  var mark: Mark?
  /// What stands after the number of a place: `:00` for hours.
  var placeSuffix = ""
}

extension TimeChart {
  /// A layer with the edges it is drawn between.
  struct Edges {
    let layer: Layer
    /// From floor upward: the part above zero, and the part below, each with its two edges.
    let parts: [(low: [Double], high: [Double])]
    /// Where the layer ends, for its label.
    let end: Double
  }

  /// The edges of all layers: positive parts stand on each other, negative ones hang.
  var edges: [Edges] {
    let ground = floor ?? places.map { _ in 0 }
    var (above, below) = (ground, ground)
    return layers.map { layer in
      let rising = zip(above, layer.values).map { $0 + max($1, 0) }
      let falling = zip(below, layer.values).map { $0 + min($1, 0) }
      var parts: [(low: [Double], high: [Double])] = []
      if layer.values.contains(where: { $0 > 0 }) { parts.append((above, rising)) }
      if layer.values.contains(where: { $0 < 0 }) { parts.append((falling, below)) }
      let isHanging = (layer.values.last ?? 0) < 0
      let ends = isHanging ? (below.last, falling.last) : (above.last, rising.last)
      (above, below) = (rising, falling)
      return Edges(layer: layer, parts: parts, end: ((ends.0 ?? 0) + (ends.1 ?? 0)) / 2)
    }
  }

  /// Everything the scale must hold; areas stand on zero, so it is in it.
  var extent: [Double] {
    let areas = edges.flatMap(\.parts).flatMap { $0.low + $0.high }
    return [0] + areas + lines.flatMap(\.values) + (band.map { $0.low + $0.high } ?? [])
      + (dots?.values.map(\.value) ?? [])
  }
}
