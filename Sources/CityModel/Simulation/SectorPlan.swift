/// What is kept of a sector that only uses energy, and what it depends on.
struct SectorPlan: Sendable {
  let sector: Sector
  /// The levers and the axes that change what the sector reads.
  let levers: [Int]
  let axes: [Int]
  /// The rows of results that are read after it is computed.
  let rows: [Int]
  /// Where it asks for energy.
  let asked: [Int]
  /// Where the accounts have their sums of it.
  let summed: [Int]

  /// How many values it has in a year.
  var width: Int { rows.count + asked.count + summed.count }

  /// The plans of a space.
  ///
  /// - Parameters:
  ///   - space: What variants set.
  ///   - recorded: The rows that are read after each year, beside those that the equations read.
  /// - Returns: A plan for each sector; none where the market answers, as everything then depends on
  ///   everything.
  static func all(_ space: VariantSpace, recorded: [Int]) -> [SectorPlan] {
    guard space.blueprint.market == nil else { return [] }
    return Purpose.sectors.map { SectorPlan($0, asking: $1, space, recorded: Set(recorded)) }
  }

  private init(
    _ sector: Sector, asking purpose: Purpose, _ space: VariantSpace, recorded: Set<Int>
  ) {
    let blueprint = space.blueprint
    self.sector = sector
    (levers, axes) = space.touching(sector)
    rows = blueprint.rowsReadLater(of: sector, recorded: recorded)
    let carriers = blueprint.carriersUsed(by: sector)
    asked = blueprint.demandLayout.places(of: purpose, carriers: carriers)
    summed = SectorSums.places(of: sector, carriers: carriers, of: blueprint.carrierCount)
  }
}

extension VariantSpace {
  /// The levers and the axes that change what a sector reads.
  fileprivate func touching(_ sector: Sector) -> (levers: [Int], axes: [Int]) {
    let readers = blueprint.readers
    let levers = blueprint.scenario.levers.indices.filter {
      readers.reads(sector, anyOf: blueprint.levers.rows(changedBy: $0))
    }
    let axes = axes.indices.filter { axis in
      dates.contains { $0.axis == axis && levers.contains($0.lever) }
        || openings[axis] != nil
          && self.levels.contains { $0.axis == axis && levers.contains($0.lever) }
        || adjustments.contains {
          $0.axis == axis && readers.reads(sector, anyOf: rows(changedBy: $0))
        }
    }
    return (levers, axes)
  }
}

extension Blueprint {
  /// The rows of a sector that are read after it is computed: by accounts or by who records.
  fileprivate func rowsReadLater(of sector: Sector, recorded: Set<Int>) -> [Int] {
    let pieces = costs?.pieces ?? []
    return rows.indices.filter { row in
      guard items[rows[row].item].sector == sector else { return false }
      switch rows[row].kind {
      case .cost, .investment, .relocatedEnergy, .relocatedEmissions: return true
      default: return recorded.contains(row) || pieces.contains(row)
      }
    }
  }

  /// The places of the carriers that a sector uses among all.
  fileprivate func carriersUsed(by sector: Sector) -> [Int] {
    let used = Set(
      rows.filter { $0.kind == .finalEnergy && items[$0.item].sector == sector }.map(\.part))
    let carriers =
      (scenario.members[ParameterPath(.carriers)] ?? []) + SecondaryCarrier.ids
    return carriers.indices.filter { used.contains(carriers[$0]) }
  }
}
