import CityModel
import Diagnostics
import Quantities

/// How fast a driver usually grows from one year to the next.
private struct UsualGrowth {
  /// The driver.
  let path: String
  /// The least growth that may be for more than one year, and the greatest of any year.
  let least: Double
  let greatest: Double

  /// The drivers that have such a range.
  ///
  /// GDP: no province of China grew by more than 12 % in a year since 2012, and none shrank by more than 3 %
  /// for two (Hubei 2020: −5.4 %, then +12.9 %; Liaoning 2016: −2.5 %); yearbooks of the National Bureau of
  /// Statistics. People: Shenzhen gained 5 % a year between the censuses of 2010 and 2020, Hegang
  /// lost 1.7 %.
  static let all = [
    UsualGrowth(path: "drivers.gdp", least: -0.03, greatest: 0.12),
    UsualGrowth(path: "drivers.population", least: -0.03, greatest: 0.1),
  ]
}

extension Resolver {
  /// Tells of the first year in which a driver grows faster, or of the second in a row in which it
  /// shrinks faster, than cities do.
  ///
  /// - Parameters:
  ///   - written: The series, for the place.
  ///   - values: Its values in the years of the run.
  ///   - path: Its path.
  mutating func tellGrowth(of written: WrittenSeries, _ values: [Double], at path: ParameterPath) {
    guard yearsAreKnown, case .points(_, let shape, _, let growth) = written, shape != .step,
      growth.map({ $0.rates.quantities.allSatisfy { isBelowSteep($0) } }) ?? true,
      let usual = UsualGrowth.all.first(where: { $0.path == path.description })
    else { return }
    var shrinking = 0
    for (year, pair) in zip(years.dropFirst(), zip(values, values.dropFirst())) where pair.0 > 0 {
      let growth = pair.1 / pair.0 - 1
      shrinking = growth < usual.least ? shrinking + 1 : 0
      guard growth > usual.greatest + 1e-9 || shrinking > 1 else { continue }
      return report(.unusualGrowth(path, growth, in: year), at: span(of: year, in: written))
    }
  }

  /// Whether a rate is not told already for being more than 40 % a year.
  private func isBelowSteep(_ rate: WrittenQuantity) -> Bool {
    rate.value * (rate.unit?.factor ?? 1) <= 0.4
  }

  /// The number that decides a year: the rate in force, or the point before or at it.
  func span(of year: Int, in written: WrittenSeries) -> Span {
    guard case .points(let points, _, _, let growth) = written, let last = points.last else {
      return written.quantities.first?.span ?? .wholeFile(scenarioPath)
    }
    if year > last.year, let growth {
      guard case .points(let rates, _, _, _) = growth.rates else { return growth.span }
      return (rates.last { $0.year <= year } ?? rates.first)?.quantity.span ?? growth.span
    }
    return (points.first { $0.year >= year } ?? last).quantity.span
  }
}

extension Fault {
  fileprivate static func unusualGrowth(_ path: ParameterPath, _ growth: Double, in year: Int)
    -> Self
  {
    let percent = shortNumber((growth * 1000).rounded() / 10)
    let again = growth < 0 ? Text(", as in the year before", "，且上一年同样如此") : Text("", "")
    var fault = Self(
      .unusualValue,
      "'\(path)' grows by \(percent)% in \(year)\(again); cities do not, over a whole year",
      "'\(path)' 在 \(year) 年增长 \(percent)%\(again)，城市少有如此",
      help: Text("check the rate and the number of that year", "请核对该年的增长率或数值"))
    fault.severity = .warning
    return fault
  }
}
