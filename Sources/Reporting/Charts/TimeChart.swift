import Diagnostics

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
    var above = ground
    var below = ground
    return layers.map { layer in
      let rising = zip(above, layer.values).map { $0 + max($1, 0) }
      let falling = zip(below, layer.values).map { $0 + min($1, 0) }
      var parts: [(low: [Double], high: [Double])] = []
      if layer.values.contains(where: { $0 > 0 }) { parts.append((above, rising)) }
      if layer.values.contains(where: { $0 < 0 }) { parts.append((falling, below)) }
      let isHanging = (layer.values.last ?? 0) < 0
      let ends = isHanging ? (below.last, falling.last) : (above.last, rising.last)
      above = rising
      below = falling
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

extension TimeChart: Drawable {
  func drawing(_ size: ChartSize) -> Drawing {
    let frame = Frame(self, size)
    return Drawing(height: frame.height, shapes: frame.shapes)
  }

  /// A chart laid out for a size.
  private struct Frame {
    let chart: TimeChart
    let size: ChartSize
    let keys: [ChartKey]
    let left: Double, right: Double, top: Double
    let scale: LinearScale
    let edges: [Edges]
    let keyPlaces: [(x: Double, y: Double)]
    let height: Double

    init(_ chart: TimeChart, _ size: ChartSize) {
      self.chart = chart
      self.size = size
      edges = chart.edges
      top = 34
      let bottom = top + size.plotHeight
      let scale = LinearScale(holding: chart.extent, from: bottom, to: top)
      self.scale = scale
      let labels = scale.ticks.map { size.width(of: scale.label($0)) }
      left = max(26, (labels.max() ?? 0) + 10)
      let keys = chart.keys(edges)
      switch size {
      case .wide:
        let names = keys.map { size.width(of: $0.name) }.max() ?? 0
        right = size.width - min(236, names + 30)
        keyPlaces = ChartKey.beside(
          keys.map { scale($0.end) }, x: right + 8, from: top, to: bottom, step: size.letters + 5)
        height = bottom + 28
      case .narrow:
        right = size.width - 18
        keyPlaces = ChartKey.below(keys, size, from: bottom + 46)
        height = (keyPlaces.last?.y ?? bottom + 22) + 10
      }
      self.keys = keys
    }

    var bottom: Double { top + size.plotHeight }

    var shapes: [Markup] {
      grid + areas + plateau + band + lines + dots + mark + names
        + zip(keys, keyPlaces).map { $0.drawn(at: $1, size, end: keyEnd) } + columns
    }

    private var keyEnd: Double { size == .wide ? size.width : size.width - 4 }

    // MARK: Places

    /// The place of a year; a single one stands in the middle.
    private func x(_ place: Double) -> Double {
      let first = Double(chart.places.lowerBound)
      let last = Double(chart.places.upperBound)
      guard first < last else { return (left + right) / 2 }
      return left + (place - first) / (last - first) * (right - left)
    }

    /// The points of a series; that of a single year is a short level line.
    private func points(_ values: [Double]) -> [(x: Double, y: Double)] {
      guard values.count > 1 else {
        return values.flatMap { value in
          [-30.0, 30].map { (x: (left + right) / 2 + $0, y: scale(value)) }
        }
      }
      return zip(chart.places, values).map { (x: x(Double($0)), y: scale($1)) }
    }

    private func outline(_ low: [Double], _ high: [Double]) -> String {
      pathData(points(high) + points(low).reversed(), isClosed: true)
    }

    // MARK: Shapes

    private var grid: [Markup] {
      scale.ticks.flatMap { tick -> [Markup] in
        let y = coordinate(scale(tick))
        return [
          .tag(
            "line",
            [
              "class": tick == 0 ? "axis" : "grid", "x1": coordinate(left), "x2": coordinate(right),
              "y1": y, "y2": y,
            ]),
          .tag(
            "text",
            [
              "class": "faint", "x": coordinate(left - 6), "y": coordinate(scale(tick) + 4),
              "text-anchor": "end",
            ], scale.label(tick)),
        ]
      } + [.tag("text", ["class": "faint", "x": "2", "y": "12"], chart.unit)]
    }

    private var plateau: [Markup] {
      guard let span = chart.mark?.span, span.count > 1 else { return [] }
      let from = x(Double(span.lowerBound))
      let to = x(Double(span.upperBound))
      return [
        .tag(
          "rect",
          [
            "class": "plateau", "x": coordinate(from), "y": coordinate(top),
            "width": coordinate(to - from), "height": coordinate(size.plotHeight),
          ])
      ]
    }

    private var areas: [Markup] {
      edges.flatMap { layer in
        layer.parts.map { part in
          .tag(
            "path", ["class": "area \(layer.layer.ink.name)", "d": outline(part.low, part.high)])
        }
      }
    }

    private var band: [Markup] {
      guard let band = chart.band else { return [] }
      return [.tag("path", ["class": "band", "d": outline(band.low, band.high)])]
        + [band.low, band.high].map {
          .tag("path", ["class": "brim", "d": pathData(points($0))])
        }
    }

    private var lines: [Markup] {
      chart.lines.map { line in
        .tag(
          "path",
          [
            "class": "line \(line.ink.name)\(line.isDashed ? " dashed" : "")",
            "d": pathData(points(line.values)),
          ])
      }
    }

    private var dots: [Markup] {
      (chart.dots?.values ?? []).filter { chart.places.contains($0.place) }.map { dot in
        .tag(
          "circle",
          [
            "class": "dot", "cx": coordinate(x(Double(dot.place))),
            "cy": coordinate(scale(dot.value)),
            "r": "3.2",
          ])
      }
    }

    private var mark: [Markup] {
      guard let mark = chart.mark else { return [] }
      let place = x(Double(mark.place))
      let isLeft = place + size.width(of: mark.label) + 12 > size.width
      return [
        .tag(
          "line",
          [
            "class": "mark", "x1": coordinate(place), "x2": coordinate(place),
            "y1": coordinate(top - 12), "y2": coordinate(scale(mark.value)),
          ]),
        .tag(
          "circle",
          ["class": "peak", "cx": coordinate(place), "cy": coordinate(scale(mark.value)), "r": "4"]),
        .tag(
          "text",
          [
            "class": "ink strong", "x": coordinate(place + (isLeft ? -6 : 6)),
            "y": coordinate(top - 6), "text-anchor": isLeft ? "end" : "start",
          ], mark.label),
      ]
    }

    /// The years below.
    private var names: [Markup] {
      axisPlaces(chart.places, most: size.mostPlaces).map { place in
        .tag(
          "text",
          [
            "class": "faint", "x": coordinate(x(Double(place))), "y": coordinate(bottom + 20),
            "text-anchor": "middle",
          ], "\(place)\(chart.placeSuffix)")
      }
    }

    /// A column over each year that tells its values under the pointer.
    private var columns: [Markup] {
      let width = (right - left) / Double(max(1, chart.places.count - 1))
      return chart.places.enumerated().map { index, place in
        let from = max(left, x(Double(place)) - width / 2)
        let to = min(right, x(Double(place)) + width / 2)
        return .tag(
          "rect",
          [
            "class": "column", "x": coordinate(from), "y": coordinate(top),
            "width": coordinate(to - from), "height": coordinate(size.plotHeight),
          ], [.tag("title", chart.words(at: index, place))])
      }
    }
  }

  /// The values of a place in words.
  private func words(at index: Int, _ place: Int) -> String {
    let values =
      layers.reversed().map { ($0.name, $0.values[index]) }
      + lines.map { ($0.name, $0.values[index]) }
    let parts = values.map { "\($0.0) \(readableText($0.1))" }
    return "\(place)\(placeSuffix) · \(unit) · " + parts.joined(separator: " · ")
  }

  /// What the names beside the chart stand for, from the top: layers lie below lines and above the
  /// line they stand on.
  fileprivate func keys(_ edges: [Edges]) -> [ChartKey] {
    func key(_ line: Line) -> ChartKey {
      ChartKey(
        name: line.name, ink: line.ink, shape: line.isDashed ? .dashes : .line,
        end: line.values.last ?? 0)
    }
    let ground = lines.filter { $0.values == floor }
    let others = lines.filter { $0.values != floor }
    let band = band.map { band in
      [
        ChartKey(
          name: band.name, ink: .faint, shape: .band,
          end: ((band.low.last ?? 0) + (band.high.last ?? 0)) / 2)
      ]
    }
    let dots = dots.map { dots in
      [ChartKey(name: dots.name, ink: .text, shape: .dot, end: extent.max() ?? 0)]
    }
    let layers = edges.reversed().map { edge in
      ChartKey(name: edge.layer.name, ink: edge.layer.ink, shape: .area, end: edge.end)
    }
    return (dots ?? []) + others.map(key) + (band ?? []) + layers + ground.map(key)
  }
}
