import Analysis
import CityModel
import Diagnostics
import Quantities

/// What `--subject-to` asks for: `peak_year<=2028 && cumulative<1.2Gt && P(peak_year<=2028)>=90%`.
struct Constraints {
  /// What must hold.
  private(set) var conditions: [Target.Aim] = []
  /// What must hold with a probability.
  private(set) var chances: [Chance] = []
  private let years: ClosedRange<Int>
  private let columns: SweepColumns

  /// Reads texts.
  ///
  /// - Parameters:
  ///   - texts: The texts as they were given.
  ///   - years: The years of the run.
  ///   - peakAccount: The total that a peak without a name is of.
  /// - Throws: The first fault, with the words it is in.
  init(
    _ texts: [String], years: ClosedRange<Int>, peakAccount: EmissionTotal
  ) throws(ConstraintFault) {
    self.years = years
    columns = SweepColumns(axes: [], years: Array(years), peakAccount: peakAccount)
    for text in texts {
      for part in Self.parts(of: text) { try read(part) }
    }
  }

  /// The parts between `&&` outside of brackets.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var depth = 0
    var rest = Substring(text)
    while let character = rest.first {
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      if depth == 0, rest.hasPrefix("&&") {
        parts.append("")
        rest = rest.dropFirst(2)
      } else {
        parts[parts.count - 1].append(rest.removeFirst())
      }
    }
    return parts.map { String($0.trimmingPrefix(while: \.isWhitespace)) }
  }

  private mutating func read(_ part: String) throws(ConstraintFault) {
    guard part.hasPrefix("P(") else {
      conditions += try aims(part)
      return
    }
    guard let close = part.lastIndex(of: ")") else { throw .notAChance(part) }
    let inner = part[part.index(part.startIndex, offsetBy: 2)..<close]
    let rest = part[part.index(after: close)...].trimmingPrefix(while: \.isWhitespace)
    let found = try aims(String(inner))
    guard found.count == 1, let aim = found.first, rest.hasPrefix(">="),
      let share = ParsedQuantity.share(String(rest.dropFirst(2))), share > 0, share <= 1
    else { throw .notAChance(part) }
    chances.append(Chance(aim, atLeast: share))
  }

  private func aims(_ text: String) throws(ConstraintFault) -> [Target.Aim] {
    // `peak` is short for `peak_year`, and that for the column of the peak account.
    let isShort = ["peak<", "peak "].contains { text.hasPrefix($0) }
    let source = SourceText(
      path: "--subject-to", text: isShort ? "peak_year" + text.dropFirst(4) : text)
    let filter: Filter
    do throws(Diagnostic) {
      filter = try Filter.parse(source, columns: columns)
    } catch {
      throw .filter(error, source)
    }
    return try aims(filter, text)
  }

  private func aims(_ filter: Filter, _ text: String) throws(ConstraintFault) -> [Target.Aim] {
    switch filter {
    case .both(let first, let second): return try aims(first, text) + aims(second, text)
    case .number(let column, let comparison, let limit)
    where comparison == .atMost || comparison == .below:
      let metric = Metric(id: columns.all[column].name)
      if case .peakYear(let account) = metric {
        let last = comparison == .atMost ? limit.rounded(.down) : limit.rounded(.up) - 1
        guard let year = Int(exactly: last) else { throw .notACondition(text) }
        return [.peakBy(year, account: account)]
      }
      guard abs(limit) <= ConditionArgument.greatestMass else { throw .notACondition(text) }
      if metric == .cumulative { return [.budget(years: years, limit: limit, account: .net)] }
      guard case .emissions(let year) = metric else { throw .notACondition(text) }
      return [.emissions(year: year, limit: limit, account: .net)]
    default: throw .notACondition(text)
    }
  }
}

/// What is wrong with `--subject-to`.
enum ConstraintFault: Refused {
  /// A part cannot be read.
  case filter(Diagnostic, SourceText)
  /// A part is no condition that can be aimed at.
  case notACondition(String)
  /// A part is no probability.
  case notAChance(String)

  /// Why the conditions cannot be asked for.
  var refusal: Refusal {
    switch self {
    case .filter(let diagnostic, let source): Refusal(diagnostic, in: [source], .usage)
    case .notACondition(let text):
      Refusal(
        Text(
          "--subject-to '\(text)' is nothing to aim at; write peak_year<=2028, cumulative<=1.2Gt or emissions_2035<=30Mt, joined by &&",
          "--subject-to '\(text)' 不能作为要求；可写 peak_year<=2028、cumulative<=1.2Gt 或 emissions_2035<=30Mt，用 && 连接"
        ), .usage)
    case .notAChance(let text):
      Refusal(
        Text(
          "--subject-to '\(text)' is no probability; write it like P(peak_year<=2028)>=90%",
          "--subject-to '\(text)' 不是概率要求；请写成 P(peak_year<=2028)>=90%"), .usage)
    }
  }
}
