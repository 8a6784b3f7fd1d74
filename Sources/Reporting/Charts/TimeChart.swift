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

  /// The layers that have something to show: those that are greatest at any time with colours of
  /// their own, the others together.
  ///
  /// - Parameters:
  ///   - layers: All layers; their inks are given here.
  ///   - rest: What the others together are called.
  /// - Returns: Layers in the order given, the rest on top.
  static func leading(_ layers: [Layer], rest: String) -> [Layer] {
    let shown = layers.filter { $0.values.contains { $0 != 0 } }
    let sizes = shown.map { $0.values.reduce(0) { max($0, abs($1)) } }
    let ranked = shown.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    let most = shown.count <= Ink.seriesCount ? Ink.seriesCount : Ink.seriesCount - 1
    let leading = Set(ranked.prefix(most))
    var next = 0
    var found: [Layer] = []
    for place in shown.indices where leading.contains(place) {
      var layer = shown[place]
      layer.ink = .series(next)
      next += 1
      found.append(layer)
    }
    let others = shown.indices.filter { !leading.contains($0) }.map { shown[$0].values }
    guard let first = others.first else { return found }
    let sum = others.dropFirst().reduce(first) { sum, values in zip(sum, values).map(+) }
    return found + [Layer(name: rest, ink: .rest, values: sum)]
  }
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
