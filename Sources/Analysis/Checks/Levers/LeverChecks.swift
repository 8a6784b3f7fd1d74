import CityModel
import Diagnostics

extension Check {
  /// A lever should not raise emissions.
  static let raisingLevers = Check.levers { $0.raisingLevers($0.scenario.leversInOrder) }

  /// A plan of the whole should touch all that emits much.
  static let untouchedSources = Check.levers { $0.untouchedSources($0.scenario.leversInOrder) }
}

extension Blueprint {
  /// Levers that raise net emissions over the years, both alone and on top of all others.
  ///
  /// ```text
  /// Σ net(only ℓᵢ = 1) − Σ net(none) > 2 % Σ net(none),   Σ net(all) − Σ net(all but ℓᵢ) > 2 % …
  /// ```
  ///
  /// One that raises them only alone, as an electric car where power is still made from coal, is what
  /// others are for.
  fileprivate func raisingLevers(_ levers: [Lever]) -> [Diagnostic] {
    guard !levers.isEmpty else { return [] }
    let count = levers.count
    let none = [Double](repeating: 0, count: count)
    let all = [Double](repeating: 1, count: count)
    func only(_ place: Int, _ level: Double, besides others: [Double]) -> [Double] {
      var levels = others
      levels[place] = level
      return levels
    }
    let sums = sums(
      of: .net,
      at: [none, all] + (0..<count).map { only($0, 1, besides: none) }
        + (0..<count).map { only($0, 0, besides: all) })
    guard let reference = sums[0], let whole = sums[1] else { return [] }
    let least = 0.02 * abs(reference)
    return levers.enumerated().compactMap { place, lever in
      guard let alone = sums[2 + place], let without = sums[2 + count + place],
        case let added = alone - reference, added > least, whole - without > least
      else { return nil }
      return raises(lever, by: added, of: reference)
    }
  }

  /// The move of a lever that alone raises net emissions most.
  private func greatestMove(of lever: Lever) -> Lever.Move? {
    var seen: Set<SourceLocation> = []
    let places = lever.moves.map(\.location).filter { seen.insert($0).inserted }
    let sums = places.map { place -> Double in
      var single = scenario
      single.levers = [
        Lever(
          identity: lever.identity, group: lever.group, level: 1, ramp: lever.ramp,
          moves: lever.moves.filter { $0.location == place }, location: lever.location)
      ]
      return Blueprint(single).sums(of: .net, at: [[1]])[0] ?? -.infinity
    }
    guard let greatest = zip(places, sums).max(by: { $0.1 < $1.1 })?.0 else { return nil }
    return lever.moves.first { $0.location == greatest }
  }

  private func raises(_ lever: Lever, by added: Double, of reference: Double) -> Diagnostic {
    let move = greatestMove(of: lever)
    let path = move.map(\.path.description) ?? ""
    let amount = readableText(added)
    let percent = readableText(100 * added / reference)
    let span = "\(years.lowerBound)–\(years.upperBound)"
    return Diagnostic(
      .warning, code: .leverRaisesEmissions,
      message: Text(
        "the lever '\(lever.identity.id)' alone raises net emissions of \(span) by \(amount) Mt (\(percent) %), and with all others too, most by '\(path)': was this meant?",
        "措施 '\(lever.identity.id)' 单独实施时使 \(span) 年净排放增加 \(amount) Mt（\(percent)%），与其他措施一并实施时亦增加，主要因 '\(path)'：是否本意？"
      ),
      at: move?.location ?? lever.location,
      suggestion: Text(
        "check signs and values of its moves, and what makes the power and heat it uses",
        "请核对各项变化的正负号与数值，以及其所用电力、热力的来源"))
  }

  /// Sources of more than 5 % of the base year's CO₂ that all levers together change by less than 1 %,
  /// where the levers are a plan of the whole: they touch two thirds of all.
  fileprivate func untouchedSources(_ levers: [Lever]) -> [Diagnostic] {
    guard !levers.isEmpty else { return [] }
    let reference = Trajectory(self, levels: levers.map { _ in 0 })
    let whole = Trajectory(self, levels: levers.map { _ in 1 })
    guard reference.fault == nil, whole.fault == nil else { return [] }
    let before = reference.carbonBySource
    let after = whole.carbonBySource
    let total = before.values.reduce(0) { $0 + max(0, $1.first ?? 0) }
    let still = before.filter { path, series in
      guard let moved = after[path] else { return false }
      let shift = zip(series, moved).reduce(0) { $0 + abs($1.0 - $1.1) }
      return shift < 0.01 * series.reduce(0, { $0 + abs($1) })
    }.mapValues { max(0, $0.first ?? 0) }
    guard still.values.reduce(0, +) < total / 3 else { return [] }
    return still.sorted { $0.key < $1.key }.filter { $0.value > 0.05 * total }
      .map { untouched($0.key, share: $0.value / total) }
  }

  private func untouched(_ path: ParameterPath, share: Double) -> Diagnostic {
    let percent = readableText(100 * share)
    return scenario.warning(
      .untouchedSource, at: scenario.firstGiven(below: path),
      Text(
        "'\(path)' emits \(percent) % of the CO2 of \(years.lowerBound), and no lever touches it",
        "'\(path)' 占 \(years.lowerBound) 年 CO2 排放的 \(percent)%，没有任何措施涉及"),
      help: Text(
        "add a lever for it, or know that the plan leaves it as it is", "请为其设置措施；否则该规划对其没有任何作用"))
  }
}

extension Trajectory {
  /// CO₂ of branches of industry, building types, modes, plants and contracts, year by year [Mt].
  fileprivate var carbonBySource: [ParameterPath: [Double]] {
    var sums: [ParameterPath: [Double]] = [:]
    for (index, _, item) in rows(.carbonDioxide) where item.sector != .sinks {
      let path = item.path.ofSource
      sums[path] = sums[path].map { zip($0, self[index]).map(+) } ?? self[index]
    }
    return sums
  }
}

extension ParameterPath {
  /// The branch, building type, mode or plant that a path lies in.
  fileprivate var ofSource: ParameterPath {
    let keys = segments
    let depth =
      switch keys.first {
      case "transport": 3
      case "energy": 4
      default: 2
      }
    return ParameterPath(keys.prefix(depth).joined(separator: "."))
  }
}

extension Scenario {
  /// The first parameter below a path that the file gives.
  fileprivate func firstGiven(below path: ParameterPath) -> ParameterPath {
    parameters.first {
      $0.location != nil && $0.path.description.hasPrefix(path.description + ".")
    }?
    .path ?? path
  }
}
