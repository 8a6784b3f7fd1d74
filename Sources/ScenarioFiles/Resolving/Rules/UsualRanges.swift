import CityModel
import Diagnostics
import Quantities

/// The range in which the numbers of a parameter usually lie, in the model's unit and without sign.
struct UsualRange: Hashable, Sendable {
  /// The ends.
  let least: Double
  let greatest: Double

  /// Whether a number lies within; nothing of a thing is always usual.
  func contains(_ value: Double) -> Bool {
    value == 0 || (least...greatest).contains(abs(value))
  }
}

/// The ranges of all parameters, by path and unit: the most specific row is the one that holds.
///
/// The rows are data with their sources; see ``usualRangesOfBuildings`` and its like.
struct UsualRanges: Sendable {
  /// All rows there are.
  static let all = UsualRanges([
    usualRangesOfBuildings, usualRangesOfIndustry, usualRangesOfTransport, usualRangesOfSupply,
  ])

  private var rows = PathTable<UsualRange>()

  /// Takes up tables: a path, the unit, the least and the greatest number in a row; `*` stands for
  /// any id, and lines that begin with `#` name the sources of those below.
  ///
  /// - Precondition: Every row can be read; a test goes through all of them.
  init(_ tables: [String]) {
    for line in tables.joined(separator: "\n").split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: " ")
      guard cells.count == 4, let least = Double(cells[2]), let greatest = Double(cells[3]) else {
        defect("'\(line)' in the table of usual ranges")
      }
      rows.add(
        UsualRange(least: least, greatest: greatest),
        at: cells[0].split(separator: ".") + [cells[1]])
    }
  }

  /// The range of a parameter that is read in a unit, or else of its last key, as that of `growth`; none if
  /// nothing is known of either.
  func range(of path: ParameterPath, in unit: String) -> UsualRange? {
    let name = unit.split(separator: " ").joined(separator: "-")
    let keys = path.segments + [name[...]]
    return rows.find(keys) ?? rows.find(Array(keys.suffix(2)))
  }
}

extension Resolver {
  /// Tells of the first number of a series that lies outside what is usual.
  ///
  /// - Parameters:
  ///   - written: The numbers.
  ///   - unit: The model's unit.
  ///   - match: What its numbers are in the model's unit.
  ///   - path: Its path.
  mutating func tellUnusual(
    in written: [WrittenQuantity], _ unit: String, _ match: UnitExpectation,
    at path: ParameterPath
  ) {
    // An activity counted against a driver of the city's own may be of any size.
    guard path.last != "activity" || entry(at: path.parent / "driver") == nil else { return }
    guard let range = UsualRanges.all.range(of: path, in: unit),
      let odd = written.first(where: { !range.contains(match.value(of: $0)) })
    else { return }
    let bounds = Bounds(
      range: range.least...range.greatest, path: path, expectation: match
    ).described(like: odd)
    report(.unusual(path, odd.description, bounds, meant(odd, in: range, match)), at: odd.span)
  }

  /// The number that a slip of unit, point or percent turns into a usual one, as it would be written.
  private func meant(
    _ quantity: WrittenQuantity, in range: UsualRange, _ match: UnitExpectation
  ) -> String? {
    let value = match.value(of: quantity)
    // Less than 1 % is mostly percent of percent.
    let isTwicePercent = quantity.unit?.symbol == "%" && abs(quantity.value) < 1
    let factors = [0.1, 10, 0.01, 100, 1e-3, 1e3, 1e-4, 1e4]
    return ((isTwicePercent ? [100] : []) + factors).first { range.contains(value * $0) }
      .map { quantity.written(quantity.value * $0) }
  }
}

extension Resolver {
  /// Tells of a share of less than 1 %, in all its years, that is given to two or more digits.
  ///
  /// It mostly is 0.64 for 64, with the sign besides. Modes of transport may have so little.
  mutating func tellPercentOfPercent(in written: [WrittenQuantity], at path: ParameterPath) {
    let keys = path.segments
    let isShare =
      ["share", "coverage", "recovery", "non-fossil-share", "fossil-share"].contains(path.last)
      || keys.dropLast().last.map { ["carriers", "equipment", "treatment"].contains($0) } ?? false
    guard isShare, keys.first != "transport",
      written.allSatisfy({ $0.unit?.symbol == "%" && abs($0.value) < 1 }),
      let odd = written.first(where: { $0.value != 0 && Self.hasSeveralDigits($0.value) })
    else { return }
    report(.percentOfPercent(path, odd.description, odd.written(100 * odd.value)), at: odd.span)
  }

  /// Whether one significant digit does not write a number.
  private static func hasSeveralDigits(_ value: Double) -> Bool {
    var scaled = abs(value)
    while scaled < 1 { scaled *= 10 }
    return abs(scaled - scaled.rounded()) > 1e-9
  }
}

extension Fault {
  /// A share of some hundredths of a percent, written to more than one digit.
  fileprivate static func percentOfPercent(
    _ path: ParameterPath, _ value: String, _ meant: String
  ) -> Self {
    var fault = Self(
      .unusualValue, "the share '\(path)' is \(value)", "份额 '\(path)' 为 \(value)",
      help: Text(
        "is it percent of percent? \(meant) would be usual; if it is meant, one digit is enough",
        "是否误写为百分之百分之几？\(meant) 则属常见；如属本意，写一位有效数字即可"))
    fault.severity = .warning
    return fault
  }

  /// A number outside what is usual.
  fileprivate static func unusual(
    _ path: ParameterPath, _ value: String, _ bounds: Text, _ meant: String?
  ) -> Self {
    var fault = Self(
      .unusualValue, "'\(path)' is \(value); usually it lies \(bounds)",
      "'\(path)' 为 \(value)；通常在 \(bounds)",
      help: meant.map {
        Text("\($0) would be usual: is a point, a % or a unit off?", "\($0) 则属常见：小数点、% 或单位是否有误？")
      })
    fault.severity = .warning
    return fault
  }
}
