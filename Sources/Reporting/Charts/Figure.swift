/// Shapes of a chart, in points from the top left.
struct Drawing {
  let height: Double
  let shapes: [Markup]
}

/// Something that can be drawn at any size.
protocol Drawable: Sendable {
  /// The shapes for a size, whose width they keep to.
  func drawing(_ size: ChartSize) -> Drawing
}

/// A chart with its words.
struct Figure: Sendable {
  /// The name of its file, without ending.
  let name: String
  /// What it shows, in a few words.
  let title: String
  /// Whose it is, for a picture that stands alone.
  let owner: String
  /// What is to be seen, for those who cannot see it.
  let description: String
  let chart: any Drawable

  /// The chart within a page, whose style sheet it takes its colours from.
  func inline(_ size: ChartSize) -> Markup {
    let drawing = chart.drawing(size)
    let id = "\(name)-\(size.rawValue)"
    return .tag(
      "svg",
      [
        "class": "chart \(size.rawValue)", "role": "img",
        "viewBox": "0 0 \(coordinate(size.width)) \(coordinate(drawing.height))",
        "aria-labelledby": "\(id)-title \(id)-desc",
      ],
      [
        .tag("title", ["id": "\(id)-title"], title),
        .tag("desc", ["id": "\(id)-desc"], description),
      ] + drawing.shapes)
  }

  /// The chart as a file of its own, on white ground.
  var file: ResultFile {
    let drawing = chart.drawing(.wide)
    let width = coordinate(ChartSize.wide.width)
    let height = coordinate(drawing.height + Self.headHeight)
    let document = Markup.tag(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": width, "height": height,
        "viewBox": "0 0 \(width) \(height)", "role": "img",
      ],
      [
        .tag("title", fullTitle), .tag("desc", description), .style(Self.style(.light)),
        .tag("rect", ["class": "ground", "width": width, "height": height]),
        .tag("text", ["class": "ink title", "x": "2", "y": "19"], fullTitle),
        .tag("g", ["transform": "translate(0 \(coordinate(Self.headHeight)))"], drawing.shapes),
      ])
    return ResultFile(name: "\(name).svg", bytes: Array(document.rendered.utf8))
  }

  private var fullTitle: String { "\(title) · \(owner)" }

  /// The room for the title of a file.
  private static let headHeight = 32.0

  private static func style(_ theme: Theme) -> String {
    chartRules(
      text: theme.text.hex, faint: theme.faint.hex, rule: theme.rule.hex,
      surface: theme.surface.hex)
      + "svg{font-family:\(fontFamily);font-size:13px}\n.title{font-size:16px;font-weight:600}\n"
      + ".ground{fill:\(theme.surface.hex)}\n"
  }
}

/// Letters that every system has, Chinese among them.
let fontFamily =
  "system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\",\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",\"Noto Sans SC\",sans-serif"

/// The rules of a style sheet by which charts are drawn.
///
/// - Parameters:
///   - text: The colour of text.
///   - faint: The colour of side remarks.
///   - rule: The colour of thin lines.
///   - surface: The colour of the ground.
/// - Returns: Rules, a line each.
func chartRules(text: String, faint: String, rule: String, surface: String) -> String {
  let series = Theme.series.enumerated().map { ".s\($0){color:\($1.hex)}" }.joined()
  return """
    \(series).rest{color:\(Theme.rest.hex)}.line.ink{color:\(text)}.line.faint{color:\(faint)}
    .area{fill:currentColor;stroke:\(surface);stroke-width:.8;stroke-linejoin:round}
    .bar{fill:currentColor}
    .line{fill:none;stroke:currentColor;stroke-width:2.2;stroke-linejoin:round}
    .dashed{stroke-dasharray:6 4}
    .band{fill:\(faint);fill-opacity:.24}.brim{fill:none;stroke:\(text);stroke-width:1.1;stroke-dasharray:2 3}
    .dot{fill:\(surface);stroke:\(text);stroke-width:1.5}
    .peak{fill:\(text);stroke:\(surface);stroke-width:1.5}
    .mark{stroke:\(text);stroke-width:1}.plateau{fill:\(faint);fill-opacity:.16}
    .grid{stroke:\(rule);stroke-width:1}.axis{stroke:\(faint);stroke-width:1}
    .column{fill:transparent}text.ink{fill:\(text)}text.faint{fill:\(faint)}.strong{font-weight:600}

    """
}

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
    var x = 6.0
    var y = top
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
    let x = place.x
    let y = place.y
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
