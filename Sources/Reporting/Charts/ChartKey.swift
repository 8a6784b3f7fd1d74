/// A name in a chart, with a sample of what it names.
struct ChartKey {
  enum Shape {
    case area, line, dashes, band, dot
  }
  let name: String
  let ink: Ink
  let shape: Shape
  /// The value at which the named thing ends, which the name stands near.
  let end: Double

  /// Places for names beside a chart: each near its value, none upon another, all within the height
  /// where there is room for all.
  ///
  /// - Parameters:
  ///   - wanted: The heights that the names would best have, in points from the top.
  ///   - x: Where they begin.
  ///   - top: The least height.
  ///   - bottom: The greatest.
  ///   - step: The height of one name.
  /// - Returns: A place for each, in the order given.
  static func beside(
    _ wanted: [Double], x: Double, from top: Double, to bottom: Double, step: Double
  ) -> [(x: Double, y: Double)] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var heights = [Double](repeating: 0, count: wanted.count)
    var free = top
    for place in order {
      heights[place] = max(wanted[place], free)
      free = heights[place] + step
    }
    var limit = bottom
    for place in order.reversed() {
      heights[place] = min(heights[place], limit)
      limit = heights[place] - step
    }
    return heights.map { (x: x, y: $0) }
  }

  /// Places for names in rows below a chart.
  ///
  /// - Parameters:
  ///   - keys: The names.
  ///   - size: The size of the chart.
  ///   - top: The height of the first row.
  /// - Returns: A place for each, in the order given.
  static func below(
    _ keys: [ChartKey], _ size: ChartSize, from top: Double
  ) -> [(x: Double, y: Double)] {
    var (x, y) = (6.0, top)
    return keys.map { key in
      let width = size.width(of: key.name) + 32
      if x > 6, x + width > size.width { (x, y) = (6, y + size.letters + 8) }
      defer { x += width }
      return (x: x, y: y)
    }
  }

  /// The sample and the name, cut where there is no more room.
  func drawn(at place: (x: Double, y: Double), _ size: ChartSize, end: Double) -> Markup {
    let shown = size.cut(name, to: end - place.x - 18)
    return .tag(
      "g", [:],
      [
        sample(place),
        .tag(
          "text",
          ["class": "ink", "x": coordinate(place.x + 18), "y": coordinate(place.y + 4)], shown),
      ])
  }

  private func sample(_ place: (x: Double, y: Double)) -> Markup {
    let (x, y) = (place.x, place.y)
    switch shape {
    case .area, .band:
      return .tag(
        "rect",
        [
          "class": shape == .area ? "area \(ink.name)" : "band", "x": coordinate(x),
          "y": coordinate(y - 6), "width": "13", "height": "12",
        ])
    case .line, .dashes:
      return .tag(
        "path",
        [
          "class": "line \(ink.name)\(shape == .dashes ? " dashed" : "")",
          "d": pathData([(x: x - 1, y: y), (x: x + 14, y: y)]),
        ])
    case .dot:
      return .tag(
        "circle", ["class": "dot", "cx": coordinate(x + 6), "cy": coordinate(y), "r": "3.2"])
    }
  }
}
