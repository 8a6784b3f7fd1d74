import Diagnostics
import Glibc

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

/// A straight scale from values to places on a drawing, with round numbers to mark.
struct LinearScale {
  /// The round numbers to mark, from the least to the greatest.
  let ticks: [Double]
  /// The decimals that tell the marks apart.
  let decimals: Int
  private let low: Double, high: Double
  private let start: Double, end: Double

  /// A scale that holds all values.
  ///
  /// The step between marks is 1, 2 or 5 times a power of ten. Where all values are equal the scale
  /// holds zero too; where all are zero it goes from 0 to 1. The scale ends with a mark, or a little
  /// beyond the values where the next mark is far.
  ///
  /// - Parameters:
  ///   - values: The values; those that are no numbers are left out.
  ///   - start: The place of the lower end.
  ///   - end: The place of the upper end.
  ///   - count: About how many steps there are.
  init(holding values: [Double], from start: Double, to end: Double, count: Int = 5) {
    let sizes = values.filter { abs($0) < 1e15 }
    var least = sizes.min() ?? 0
    var greatest = sizes.max() ?? 0
    if greatest - least < 1e-9 * max(abs(least), abs(greatest), 1e-9) {
      least = min(least, 0)
      greatest = max(greatest, 0)
    }
    if greatest - least < 1e-12 { greatest = least + 1 }
    let rough = (greatest - least) / Double(count)
    let power = pow(10, log10(rough).rounded(.down))
    let factor = [1.0, 2, 5].first { $0 * power >= rough * (1 - 1e-9) } ?? 10
    let step = factor * power
    let room = 0.04 * (greatest - least)
    let bottom = ((least / step + 1e-9).rounded(.down) * step)
    let top = ((greatest / step - 1e-9).rounded(.up) * step)
    low = least < bottom + room ? bottom : max(bottom, least - room)
    high = greatest > top - room ? top : min(top, greatest + room)
    let places = (low / step - 1e-9).rounded(.up)...(high / step + 1e-9).rounded(.down)
    ticks = stride(from: places.lowerBound, through: places.upperBound, by: 1).map { $0 * step }
    decimals = max(0, -Int(log10(step * 1.000001).rounded(.down)))
    self.start = start
    self.end = end
  }

  /// The place of a value; one beyond the ends is moved to the nearest.
  func callAsFunction(_ value: Double) -> Double {
    start + (min(max(value, low), high) - low) / (high - low) * (end - start)
  }

  /// A mark in words, with as many decimals as all have.
  func label(_ tick: Double) -> String { fixedText(tick, decimals: decimals) }
}

/// A number with so many decimals: `−2.50`.
func fixedText(_ value: Double, decimals: Int) -> String {
  let unit = pow(10, Double(min(decimals, 12)))
  let scaled = (abs(value) * unit).rounded()
  guard scaled < 1e15 else { return shortestText(value) }
  let sign = value < 0 && scaled > 0 ? "−" : ""
  let (whole, part) = Int(scaled).quotientAndRemainder(dividingBy: Int(unit))
  guard decimals > 0 else { return sign + String(whole) }
  let digits = String(part)
  let zeros = String(repeating: "0", count: max(0, min(decimals, 12) - digits.count))
  return "\(sign)\(whole).\(zeros)\(digits)"
}

/// The years, or hours, to name below a chart: multiples of a round step.
///
/// - Parameters:
///   - places: First to last.
///   - most: How many there is room for.
/// - Returns: At least one.
func axisPlaces(_ places: ClosedRange<Int>, most: Int) -> [Int] {
  let steps = [1, 2, 5, 10, 20, 50, 100, 200]
  let step = steps.first { places.count / $0 < max(2, most) } ?? 200
  let found = places.filter { $0 % step == 0 }
  return found.isEmpty ? [places.lowerBound] : found
}
