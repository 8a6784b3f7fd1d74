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
    let (width, height) = (
      coordinate(ChartSize.wide.width), coordinate(drawing.height + Self.headHeight)
    )
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
