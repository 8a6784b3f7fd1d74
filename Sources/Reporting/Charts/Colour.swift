import Glibc

/// A colour of a screen, sRGB.
struct Colour: Hashable, Sendable {
  let red: UInt8, green: UInt8, blue: UInt8

  /// A colour as designers write it: `0x0072B2`.
  init(_ hex: UInt32) {
    (red, green, blue) = (
      UInt8(hex >> 16 & 0xFF), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF)
    )
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
