/// A carrier that is burnt somewhere without the factor of a pollutant that others have.
public struct PollutantGap: Hashable, Sendable {
  /// The carrier's id.
  public let carrier: String
  /// Where it is burnt: `power`, `industry`, `buildings` or `transport`.
  public let use: String
  /// The pollutants that are not counted there.
  public let missing: [Pollutant]
}

extension Trajectory {
  /// What the account of air pollutants leaves out; nothing where the scenario has none at all.
  ///
  /// Carriers of the kind `renewable` are not burnt and leave no gap.
  public var pollutantGaps: [PollutantGap] {
    let scenario = blueprint.scenario
    let pollutants = scenario.pollutants
    guard !pollutants.isEmpty else { return [] }
    let known = Set(scenario.parameters.map(\.path))
    let burnt = burntCarriers
    return (scenario.members[ParameterPath(.carriers)] ?? []).flatMap { carrier in
      CarrierUse.allCases.compactMap { use -> PollutantGap? in
        guard burnt[carrier]?.contains(use) == true else { return nil }
        let missing = pollutants.filter {
          Carriers.pollutantPaths($0, of: carrier, in: use).allSatisfy { !known.contains($0) }
        }
        return missing.isEmpty
          ? nil : PollutantGap(carrier: carrier, use: use.rawValue, missing: missing)
      }
    }
  }

  /// Where each carrier is burnt in some year.
  private var burntCarriers: [String: Set<CarrierUse>] {
    let scenario = blueprint.scenario
    var burnt: [String: Set<CarrierUse>] = [:]
    for row in rows(.finalEnergy) + rows(.plantInput) {
      let carrier = row.row.part
      let kind = scenario.choices[ParameterPath(.carriers) / carrier / .kind]
      guard let kind, kind != "renewable", self[row.index].contains(where: { $0 > 0 }),
        let use = CarrierUse(row.item.sector)
      else { continue }
      burnt[carrier, default: []].insert(use)
    }
    return burnt
  }
}

extension CarrierUse {
  /// The use of a carrier by the consumers or plants of a sector.
  fileprivate init?(_ sector: Sector) {
    switch sector {
    case .energy: self = .power
    case .industry: self = .industry
    case .buildings: self = .buildings
    case .transport: self = .transport
    case .waste, .sinks: return nil
    }
  }
}
