import CityModel
import Diagnostics
import Quantities

/// Where a parameter goes in cities that lower their emissions.
enum UsualDirection: String, Sendable {
  /// Levers lower it; levers raise it.
  case lower, raise
  /// Levers lower it, and without them it falls or stays.
  case falls

  /// The direction of a parameter; none where it may rightly go either way.
  static func of(_ path: ParameterPath) -> Self? { table.find(path.segments) }

  /// All rows there are, of ``directionsOfMeasures``.
  ///
  /// - Precondition: Every row can be read; a test goes through all of them.
  private static let table: PathTable<Self> = {
    var table = PathTable<Self>()
    for line in directionsOfMeasures.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: " ")
      guard cells.count == 2, let direction = Self(rawValue: String(cells[1])) else {
        defect("'\(line)' in the table of directions")
      }
      table.add(direction, at: cells[0].split(separator: "."))
    }
    return table
  }()

  /// Whether a shift goes the other way.
  func isAgainst(_ shift: Double) -> Bool { self == .raise ? shift < 0 : shift > 0 }
}

// MARK: - Levers

extension Resolver {
  /// Tells of moves to the other side of the reference than measures move that parameter.
  ///
  /// What counts is the sum of `w(t) · (to(t) − base(t))` over the years of the run.
  mutating func tellMovesAgainstTheirKind(_ lever: Lever) {
    guard yearsAreKnown else { return }
    var told: Set<SourceLocation> = []
    let weights = lever.ramp.weights(in: years)
    for move in lever.moves where !told.contains(move.location) {
      guard let direction = UsualDirection.of(move.path), let span = moveSpans[move.location],
        let base = found[move.path]?.values
      else { continue }
      let shifts = base.indices.map { weights[$0] * move.effect.shift(of: base[$0], year: $0) }
      let shift = shifts.reduce(0, +)
      let whole = zip(base, weights).reduce(0) { $0 + $1.0 * $1.1 }
      guard direction.isAgainst(shift), abs(shift) > 1e-3 * whole else { continue }
      told.insert(move.location)
      report(
        .againstItsKind(lever.identity.id, move.path, by: whole == 0 ? nil : shift / whole),
        at: span)
    }
  }
}

// MARK: - Series

extension Resolver {
  /// Tells of energy or emissions of the same service that rise over the years.
  ///
  /// - Parameters:
  ///   - written: The series, for the place.
  ///   - values: Its values in the years of the run.
  ///   - path: Its path.
  mutating func tellRise(of written: WrittenSeries, _ values: [Double], at path: ParameterPath) {
    guard yearsAreKnown, UsualDirection.of(path) == .falls, let first = values.first, first > 0,
      let greatest = values.max(), greatest > 1.1 * first,
      let place = values.firstIndex(of: greatest)
    else { return }
    let year = years.lowerBound + place
    report(
      .rises(path, from: years.lowerBound, to: year, by: greatest / first),
      at: span(of: year, in: written))
  }
}

extension Fault {
  fileprivate static func againstItsKind(_ id: String, _ path: ParameterPath, by part: Double?)
    -> Self
  {
    let percent = part.map { shortNumber(abs(($0 * 1000).rounded() / 10)) + "%" }
    let isRaised = (part ?? 1) > 0
    let by = percent.map { Text(" by \($0) on average", "（平均 \($0)）") } ?? Text("", "")
    let verb = isRaised ? Text("raises", "提高") : Text("lowers", "降低")
    let usual = isRaised ? Text("lower", "降低") : Text("raise", "提高")
    var fault = Self(
      .leverAgainstItsKind,
      "the lever '\(id)' \(verb) '\(path)' against the reference\(by); measures \(usual) it: was this meant?",
      "措施 '\(id)' 相对基准情景\(verb)了 '\(path)'\(by)，而减排措施通常\(usual)它：是否本意？",
      help: Text("check the sign, the point and the reference", "请核对正负号、小数点与基准情景"))
    fault.severity = .warning
    return fault
  }

  fileprivate static func rises(_ path: ParameterPath, from: Int, to: Int, by factor: Double)
    -> Self
  {
    let percent = shortNumber(((factor - 1) * 1000).rounded() / 10)
    var fault = Self(
      .unusualValue,
      "'\(path)' rises by \(percent)% from \(from) to \(to); it usually falls or stays",
      "'\(path)' 在 \(from)–\(to) 年上升 \(percent)%，通常应下降或持平",
      help: Text("check the sign and the digits", "请核对正负号与数字"))
    fault.severity = .warning
    return fault
  }
}
