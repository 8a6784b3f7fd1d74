import CityModel
import Diagnostics

extension Resolver {
  /// Reports what all levers together, each at its level, make impossible.
  mutating func checkCombination(of scenario: Scenario) {
    guard found.failed.isEmpty, !hasUnknownLever, yearsAreKnown else { return }
    for violation in scenario.leverViolations() {
      let moves = scenario.levers.filter { violation.levers.contains($0.identity.id) }
        .flatMap(\.moves)
      let first = moves.first { move in
        move.path == violation.path || found[move.path]?.shareGroup == violation.path
      }
      guard let location = (first ?? moves.first)?.location, let span = moveSpans[location] else {
        continue
      }
      report(.leversClash(violation, shown: shown(violation)), at: span)
    }
  }

  private mutating func shown(_ violation: LeverViolation) -> String {
    switch violation.problem {
    case .sharesDoNotSum(let sum): return shortNumber(sum)
    case .outOfBounds(let value):
      guard let parameter = found[violation.path] else { return shortNumber(value) }
      let reading = parameter.declaration.readings[parameter.reading]
      let unit = reading.basis == .anyUnit || reading.unit == "1" ? "" : " \(reading.unit)"
      return shortNumber(value) + unit
    }
  }
}

extension Fault {
  static func leversClash(_ violation: LeverViolation, shown value: String) -> Self {
    let levers = violation.levers.map { "'\($0)'" }.joined(separator: ", ")
    switch violation.problem {
    case .outOfBounds:
      return Self(
        .outOfBounds,
        "the levers \(levers) take '\(violation.path)' to \(value) in \(violation.year)",
        "措施 \(levers) 使 '\(violation.path)' 在 \(violation.year) 年变为 \(value)，超出允许范围")
    case .sharesDoNotSum:
      return Self(
        .sharesDoNotSum,
        "the levers \(levers) take their shares of \(violation.path) to \(value) in \(violation.year), "
          + "which the others cannot make up to 1",
        "措施 \(levers) 使其在 \(violation.path) 中的份额于 \(violation.year) 年达到 \(value)，其余份额无法补足为 1")
    }
  }
}
