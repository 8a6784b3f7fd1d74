import Glibc

/// A colour of a screen, sRGB.
struct Colour: Hashable, Sendable {
  let red: UInt8, green: UInt8, blue: UInt8

  /// A colour as designers write it: `0x0072B2`.
  init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 0xFF)
    green = UInt8(hex >> 8 & 0xFF)
    blue = UInt8(hex & 0xFF)
  }

  /// The colour as style sheets write it: `#0072b2`.
  var hex: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return part < 16 ? "0" + digits : digits
      }.joined()
  }

  /// The colour halfway to white.
  var paler: Colour {
    let parts = [red, green, blue].map { 127 + UInt32($0) / 2 }
    return Colour(parts[0] << 16 | parts[1] << 8 | parts[2])
  }

  /// Red, green and blue as amounts of light, from 0 to 1.
  var light: [Double] {
    [red, green, blue].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  /// How far two colours stand apart in lightness, from 1 to 21.
  ///
  /// Source: W3C, Web Content Accessibility Guidelines 2.2, contrast ratio.
  func contrast(to other: Colour) -> Double {
    let lights = [self, other].map { colour in
      zip(colour.light, [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 } + 0.05
    }
    return max(lights[0], lights[1]) / min(lights[0], lights[1])
  }
}

/// What a shape of a chart is drawn with.
enum Ink: Hashable, Sendable {
  /// One of the colours for things of a kind, counted from 0.
  case series(Int)
  /// What is left after the series that have a colour.
  case rest
  /// The colour of text: what a chart is about.
  case text
  /// The colour of side remarks: what it is held against.
  case faint

  /// How many series can be told apart.
  static let seriesCount = Theme.series.count

  /// The class of the style sheet.
  var name: String {
    switch self {
    case .series(let number): "s\(number % Self.seriesCount)"
    case .rest: "rest"
    case .text: "ink"
    case .faint: "faint"
    }
  }
}

/// The colours of a page and of charts, on light or on dark ground.
struct Theme: Sendable {
  /// The ground.
  let surface: Colour
  /// The ground of boxes and of every other row.
  let raised: Colour
  /// Text.
  let text: Colour
  /// Side remarks.
  let faint: Colour
  /// Thin lines that divide.
  let rule: Colour
  /// Links.
  let link: Colour
  /// A target that is met.
  let good: Colour
  /// A target that is missed.
  let bad: Colour
  /// What needs a look.
  let caution: Colour

  static let light = Self(
    surface: Colour(0xFFFFFF), raised: Colour(0xF4F6F8), text: Colour(0x1B1F24),
    faint: Colour(0x57606A), rule: Colour(0xD5DAE0), link: Colour(0x0550AE),
    good: Colour(0x116329), bad: Colour(0xA40E26), caution: Colour(0x7D4E00))

  static let dark = Self(
    surface: Colour(0x12161B), raised: Colour(0x1C2229), text: Colour(0xE6EAEF),
    faint: Colour(0x9AA5B1), rule: Colour(0x38414B), link: Colour(0x79B8FF),
    good: Colour(0x56D364), bad: Colour(0xFF8A80), caution: Colour(0xE3B341))

  /// Colours that people of every kind of colour vision can tell apart, on either ground; in the order
  /// in which neighbours differ most.
  ///
  /// Source: Okabe and Ito (2002), Color Universal Design, without black.
  static let series = [
    Colour(0x0072B2), Colour(0x56B4E9), Colour(0xE69F00), Colour(0x009E73), Colour(0xD55E00),
    Colour(0xCC79A7), Colour(0xF0E442),
  ]
  /// What has no colour of its own.
  static let rest = Colour(0x8C959F)
}

/// The colours of things that several charts show, the same in all of them.
///
/// Those that are greatest in any chart have colours of their own, all others that of the rest.
struct SeriesInks {
  private let numbers: [String: Int]

  /// Gives the colours away.
  ///
  /// - Parameter charts: The layers of each chart; a thing is known by its name. How great it is
  ///   counts relative to the greatest of the chart, whose units may differ.
  init(_ charts: [[TimeChart.Layer]]) {
    var (names, sizes): ([String], [String: Double]) = ([], [:])
    for layers in charts {
      let greatest = layers.map(\.size).max() ?? 0
      for layer in layers where layer.size > 0 {
        if sizes[layer.name] == nil { names.append(layer.name) }
        sizes[layer.name] = max(sizes[layer.name] ?? 0, layer.size / greatest)
      }
    }
    let ranked = names.indices.sorted {
      (sizes[names[$0]] ?? 0, $1) > (sizes[names[$1]] ?? 0, $0)
    }
    let most = names.count <= Ink.seriesCount ? Ink.seriesCount : Ink.seriesCount - 1
    let leading = ranked.prefix(most).sorted().map { names[$0] }
    numbers = Dictionary(uniqueKeysWithValues: leading.enumerated().map { ($1, $0) })
  }

  /// The layers of a chart that have something to show, with their colours.
  ///
  /// - Parameters:
  ///   - layers: All layers; their inks are given here.
  ///   - rest: What those without a colour of their own are called together.
  /// - Returns: Layers in the order given, the rest on top.
  func paint(_ layers: [TimeChart.Layer], rest: String) -> [TimeChart.Layer] {
    var (found, others): ([TimeChart.Layer], [TimeChart.Layer]) = ([], [])
    for var layer in layers where layer.size > 0 {
      layer.ink = numbers[layer.name].map { .series($0) } ?? .rest
      if layer.ink == .rest { others.append(layer) } else { found.append(layer) }
    }
    guard let first = others.first else { return found }
    guard others.count > 1 else { return found + others }
    let sum = others.dropFirst().reduce(first.values) { zip($0, $1.values).map(+) }
    return found + [TimeChart.Layer(name: rest, ink: .rest, values: sum)]
  }
}

extension TimeChart.Layer {
  /// Its greatest value, whatever the sign.
  fileprivate var size: Double { values.reduce(0) { max($0, abs($1)) } }
}

extension TimeChart {
  /// The layers of a chart whose things no other chart shows; see ``SeriesInks``.
  static func leading(_ layers: [Layer], rest: String) -> [Layer] {
    SeriesInks([layers]).paint(layers, rest: rest)
  }
}
