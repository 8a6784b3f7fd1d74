import Diagnostics

/// The room a chart is drawn for.
enum ChartSize: String, CaseIterable, Sendable {
  /// A page or a slide: names stand beside what they name.
  case wide
  /// A telephone: names stand below.
  case narrow

  var width: Double { self == .wide ? 800 : 360 }
  /// The height of the part between the axes.
  var plotHeight: Double { self == .wide ? 310 : 230 }
  /// The size of letters.
  var letters: Double { self == .wide ? 13 : 12 }
  /// How many years there is room for below.
  var mostPlaces: Int { self == .wide ? 10 : 6 }

  /// About how wide a text is drawn: a Chinese character as wide as high, others as in the widest of
  /// the usual fonts (DejaVu Sans), so that no name is cut by the edge.
  func width(of text: String) -> Double {
    text.reduce(0) { $0 + (displayWidth(String($1)) > 1 ? 1 : 0.61) } * letters
  }

  /// A text cut to a width, with `…` for what is gone.
  func cut(_ text: String, to width: Double) -> String {
    guard self.width(of: text) > width else { return text }
    var kept = text
    while !kept.isEmpty, self.width(of: kept + "…") > width { kept.removeLast() }
    return kept + "…"
  }
}

/// A number of a drawing, to a hundredth of a point.
func coordinate(_ value: Double) -> String {
  shortestText((value * 100).rounded() / 100)
}

/// The path through points; closed it is an outline.
func pathData(_ points: [(x: Double, y: Double)], isClosed: Bool = false) -> String {
  let steps = points.enumerated().map { place, point in
    "\(place == 0 ? "M" : "L")\(coordinate(point.x)) \(coordinate(point.y))"
  }
  return steps.joined() + (isClosed ? "Z" : "")
}
