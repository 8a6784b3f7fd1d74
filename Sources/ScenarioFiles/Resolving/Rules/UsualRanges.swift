import CityModel
import Diagnostics

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

  private var root = Branch()

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
      let keys = cells[0].split(separator: ".") + [cells[1]]
      root.add(UsualRange(least: least, greatest: greatest), at: keys[...])
    }
  }

  /// The range of a parameter that is read in a unit, or else of its last key, as that of `growth`; none if
  /// nothing is known of either.
  func range(of path: ParameterPath, in unit: String) -> UsualRange? {
    let name = unit.split(separator: " ").joined(separator: "-")
    let keys = path.segments + [name[...]]
    return root.find(keys[...]) ?? root.find(keys.suffix(2))
  }

  /// The rows below a part of their paths.
  private struct Branch: Sendable {
    private var range: UsualRange?
    private var branches: [Substring: Branch] = [:]

    mutating func add(_ range: UsualRange, at keys: ArraySlice<Substring>) {
      guard let first = keys.first else {
        self.range = range
        return
      }
      branches[first, default: Branch()].add(range, at: keys.dropFirst())
    }

    func find(_ keys: ArraySlice<Substring>) -> UsualRange? {
      guard let first = keys.first else { return range }
      return branches[first]?.find(keys.dropFirst()) ?? branches["*"]?.find(keys.dropFirst())
    }
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
    return [0.1, 10, 0.01, 100, 1e-3, 1e3, 1e-4, 1e4].first { range.contains(value * $0) }
      .map { quantity.written(quantity.value * $0) }
  }
}

extension Fault {
  /// A number outside what is usual.
  fileprivate static func unusual(
    _ path: ParameterPath, _ value: String, _ bounds: Text, _ meant: String?
  ) -> Self {
    var fault = Self(
      .unusualValue, "'\(path)' is \(value); usually it lies \(bounds.english)",
      "'\(path)' 为 \(value)；通常在 \(bounds.chinese)",
      help: meant.map {
        Text("\($0) would be usual: is a point, a % or a unit off?", "\($0) 则属常见：小数点、% 或单位是否有误？")
      })
    fault.severity = .warning
    return fault
  }
}
