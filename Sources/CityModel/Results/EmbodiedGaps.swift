/// A kind of building works whose embodied CO₂ the scenario does not give, though it gives others.
public struct EmbodiedGap: Hashable, Sendable {
  /// The building type's path.
  public let type: ParameterPath
  /// `construction.<standard>`, `retrofit` or `demolition`.
  public let missing: [String]
}

extension Trajectory {
  /// What the account of embodied CO₂ leaves out; nothing where the scenario has none at all.
  public var embodiedGaps: [EmbodiedGap] {
    let counted = rows(.embodied)
    guard !counted.isEmpty else { return [] }
    return rows(.demolition).compactMap { row in
      let type = row.item.path
      let known = Set(counted.filter { $0.item.path == type }.map(\.row.part))
      let standards = blueprint.scenario.members[type / .construction] ?? []
      let all =
        standards.map { "\(EmbodiedStage.construction.rawValue).\($0)" } + [
          EmbodiedStage.retrofit.rawValue, EmbodiedStage.demolition.rawValue,
        ]
      let missing = all.filter { !known.contains($0) }
      return missing.isEmpty ? nil : EmbodiedGap(type: type, missing: missing)
    }
  }
}
