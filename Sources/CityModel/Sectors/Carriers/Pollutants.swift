import Diagnostics

/// An air pollutant of burning (MODEL §8).
public enum Pollutant: String, CaseIterable, Sendable {
  /// Sulfur dioxide, SO₂.
  case sulfurDioxide = "sulfur-dioxide"
  /// Nitrogen oxides, counted as NO₂.
  case nitrogenOxides = "nitrogen-oxides"
  /// Particles of at most 2.5 µm, PM2.5, as they leave the stack.
  case fineParticles = "fine-particles"

  /// What chemists and measuring stations call it.
  public var symbol: String {
    switch self {
    case .sulfurDioxide: "SO2"
    case .nitrogenOxides: "NOx"
    case .fineParticles: "PM2.5"
    }
  }
}

extension Carriers {
  /// The factors of air pollutants, of a carrier or of one use of it.
  ///
  /// None has a default: a scenario that gives no factor of a pollutant has no account of it.
  static let pollutants = GroupDeclaration(
    Text("air pollutants from burning, after what filters take", "燃烧的大气污染物排放因子（治理后）"),
    fields: [
      pollutant(.sulfurDioxide, Text("sulfur dioxide from burning", "燃烧的二氧化硫排放因子")),
      pollutant(
        .nitrogenOxides,
        Text("nitrogen oxides from burning, as NO2", "燃烧的氮氧化物排放因子（以 NO2 计）")),
      pollutant(
        .fineParticles, Text("fine particles (PM2.5) from burning", "燃烧的细颗粒物（PM2.5）排放因子")),
    ])

  private static func pollutant(_ pollutant: Pollutant, _ meaning: Text) -> FieldDeclaration {
    .parameter(
      pollutant.rawValue,
      ParameterDeclaration(meaning, Reading("kg/TJ", 0...20_000), presence: .optional))
  }

  /// Where the factor of a pollutant stands for a carrier in a use: there, or for all uses.
  static func pollutantPaths(
    _ pollutant: Pollutant, of carrier: String, in use: Use
  ) -> [ParameterPath] {
    let path = ParameterPath("carriers") / carrier
    return [path / "uses" / use.rawValue, path].map { $0 / "pollutants" / pollutant.rawValue }
  }
}

extension Scenario {
  /// The pollutants for which some carrier has a factor.
  public var pollutants: [Pollutant] {
    let ofCarriers = parameters.map(\.path).filter { $0.description.hasPrefix("carriers.") }
    let keys = Set(ofCarriers.map(\.last))
    return Pollutant.allCases.filter { keys.contains($0.rawValue) }
  }
}

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
    return (scenario.members[ParameterPath("carriers")] ?? []).flatMap { carrier in
      Carriers.Use.allCases.compactMap { use -> PollutantGap? in
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
  private var burntCarriers: [String: Set<Carriers.Use>] {
    let scenario = blueprint.scenario
    var burnt: [String: Set<Carriers.Use>] = [:]
    for row in rows(.finalEnergy) + rows(.plantInput) {
      let carrier = row.row.part
      let kind = scenario.choices[ParameterPath("carriers") / carrier / "kind"]
      guard let kind, kind != "renewable", self[row.index].contains(where: { $0 > 0 }),
        let use = Carriers.Use(row.item.sector)
      else { continue }
      burnt[carrier, default: []].insert(use)
    }
    return burnt
  }
}

extension Carriers.Use {
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
