import CityModel
import Diagnostics

extension Resolver {
  /// Reports what all levers together, each at its level, make impossible or count twice.
  mutating func checkCombination(of scenario: Scenario) {
    guard found.failed.isEmpty, !hasUnknownLever, yearsAreKnown else { return }
    let levers = scenario.levers.filter { $0.level > 0 }
    let violations = scenario.leverViolations()
    for violation in violations {
      let moves = levers.filter { violation.levers.contains($0.identity.id) }.flatMap(\.moves)
      let touching = moves.filter { touches($0.path, violation.path) }
      guard let location = (touching.first ?? moves.first)?.location,
        let span = moveSpans[location]
      else { continue }
      let shared = violation.path == touching.first?.path ? nil : twiceSet(touching)
      report(
        .leversClash(violation, shown: shown(violation), bothSet: shared), at: span)
    }
    for (index, lever) in levers.enumerated() {
      for earlier in levers[..<index] {
        warnOfSum(earlier, lever, besides: violations.map(\.path))
      }
    }
  }

  /// Whether a parameter is the one meant, or in the group of shares that is meant.
  private func touches(_ path: ParameterPath, _ meant: ParameterPath) -> Bool {
    path == meant || found[path]?.shareGroup == meant
  }

  /// The first parameter that two moves set.
  private func twiceSet(_ moves: [Lever.Move]) -> ParameterPath? {
    var known: Set<ParameterPath> = []
    return moves.first { $0.isSetting && !known.insert($0.path).inserted }?.path
  }

  /// Warns where two levers set the same parameter in the same year, once for each line of moves.
  ///
  /// What one file that is only extended says in two places is left to the check of that file: a
  /// library of measures may let levers add up and knows it.
  private mutating func warnOfSum(
    _ first: Lever, _ second: Lever, besides told: [ParameterPath]
  ) {
    guard years.contains(where: { first.ramp.weight(in: $0) > 0 && second.ramp.weight(in: $0) > 0 })
    else { return }
    let settings = first.moves.filter(\.isSetting).map { ($0.path, $0.location.path) }
    let files = Dictionary(settings, uniquingKeysWith: { first, _ in first })
    var lines: [SourceLocation] = []
    for move in second.moves where move.isSetting {
      let file = move.location.path
      guard let other = files[move.path], other != file || file == scenarioPath,
        !lines.contains(move.location), let span = moveSpans[move.location],
        !told.contains(where: { touches(move.path, $0) })
      else { continue }
      lines.append(move.location)
      report(.leversAddUp([first.identity.id, second.identity.id], at: move.path), at: span)
    }
  }

  private mutating func shown(_ violation: LeverViolation) -> String {
    switch violation.problem {
    case .sharesDoNotSum(let sum): return shortNumber(sum)
    case .outOfBounds(let value):
      guard let parameter = found[violation.path] else { return shortNumber(value) }
      let reading = parameter.reading
      let unit = reading.basis == .any || reading.unit == "1" ? "" : " \(reading.unit)"
      return shortNumber(value) + unit
    }
  }
}

extension Lever.Move {
  /// Whether the move sets a value, rather than changing it by a fraction.
  fileprivate var isSetting: Bool { if case .to = effect { true } else { false } }
}

extension Fault {
  static func leversAddUp(_ ids: [String], at path: ParameterPath) -> Self {
    let names = ids.map { "'\($0)'" }
    var fault = Self(
      .leversAddUp,
      "the levers \(names.joined(separator: " and ")) both set '\(path)': their moves add up",
      "措施 \(names.joined(separator: " 与 ")) 都设定了 '\(path)'：两者的作用相加",
      help: Text(
        "let one lever move it, or choose levels that give what is meant together",
        "请只由一项措施设定，或调整力度使合计符合本意"))
    fault.severity = .warning
    return fault
  }

  /// What levers together make impossible; `shared` is a share that two of them set.
  static func leversClash(
    _ violation: LeverViolation, shown value: String, bothSet shared: ParameterPath?
  ) -> Self {
    let isOne = violation.levers.count == 1
    let names = violation.levers.map { "'\($0)'" }.joined(separator: ", ")
    let levers = Text("the lever\(isOne ? "" : "s") \(names)", "措施 \(names)")
    let take = isOne ? "takes" : "take"
    let verb = isOne ? "使其" : "共同使其"
    switch violation.problem {
    case .outOfBounds:
      return Self(
        .outOfBounds,
        "\(levers) \(take) '\(violation.path)' to \(value) in \(violation.year)",
        "\(levers) 使 '\(violation.path)' 在 \(violation.year) 年变为 \(value)，超出允许范围")
    case .sharesDoNotSum:
      if let shared {
        return Self(
          .sharesDoNotSum,
          "\(levers) collide on the same share '\(shared)': their moves add up, and "
            + "the moved shares of \(violation.path) come to \(value) in \(violation.year)",
          "\(levers) 作用于同一份额 '\(shared)'：作用相加，"
            + "\(violation.path) 中被设定的份额于 \(violation.year) 年合计 \(value)",
          help: Text("let one lever move the share", "请只由一项措施设定该份额"))
      }
      return Self(
        .sharesDoNotSum,
        "\(levers) \(take) \(isOne ? "its" : "their") shares of \(violation.path) to "
          + "\(value) in \(violation.year), which the others cannot make up to 1",
        "\(levers) \(verb)在 \(violation.path) 中的份额于 \(violation.year) 年达到 \(value)，"
          + "其余份额无法补足为 1")
    }
  }
}
