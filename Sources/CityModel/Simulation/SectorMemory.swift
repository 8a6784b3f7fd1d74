/// What the sectors that only use energy did in the batch before, year by year.
///
/// A sector that reads nothing in which a batch differs from the one before does again what it did:
/// it is not computed, and what later equations read of it is put back, to the bit. Lanes are compared
/// one by one, so a batch whose variants differ among themselves is as good as one whose do not.
final class SectorMemory {
  private let places: [KeptSector]

  /// Makes room for the sectors of a space.
  ///
  /// - Parameters:
  ///   - space: What variants set.
  ///   - recorded: The rows that are read after each year, beside those that the equations read.
  ///   - demand: Where the sectors ask for energy.
  ///   - sums: Where the accounts have their sums of the sectors.
  init(_ space: VariantSpace, recorded: [Int], _ demand: Demand, _ sums: SectorSums) {
    places = Purpose.sectors.map {
      KeptSector($0, asking: $1, space, recorded: recorded, demand, sums)
    }
  }

  /// Compares a batch with the one before.
  func begin(_ batch: VariantBatch) {
    for place in places { place.begin(batch) }
  }

  /// Forgets everything, where a batch had variants that cannot be.
  func forget() {
    for place in places { place.isFilled = false }
  }

  /// The sectors that the batch does not compute.
  var known: [Sector] { places.filter(\.isCurrent).map(\.sector) }

  /// Puts back what a sector did in a year, if that is known.
  func recall(_ sector: Sector, _ context: YearContext) -> Bool {
    guard let place = places.first(where: { $0.sector == sector }), place.isCurrent else {
      return false
    }
    place.recall(context)
    return true
  }

  /// Keeps what a sector did in a year.
  func keep(_ sector: Sector, _ context: YearContext) {
    places.first { $0.sector == sector }?.keep(context)
  }
}

/// One sector's part of the memory.
private final class KeptSector {
  let sector: Sector
  /// Whether a whole batch is held.
  var isFilled = false
  /// Whether the batch that runs is the one that is held, as far as the sector sees it.
  private(set) var isCurrent = false
  private let levers: [Int]
  private let axes: [Int]
  private let key: LaneBuffer
  private let rows: [Int]
  private let asked: [Int]
  private let summed: [Int]
  private let values: LaneBuffer
  private var width: Int { rows.count + asked.count + summed.count }

  init(
    _ sector: Sector, asking purpose: Purpose, _ space: VariantSpace, recorded: [Int],
    _ demand: Demand, _ sums: SectorSums
  ) {
    self.sector = sector
    (levers, axes) = space.touching(sector)
    key = LaneBuffer(count: levers.count + axes.count)
    let blueprint = space.blueprint
    rows = blueprint.rowsReadLater(of: sector, recorded: Set(recorded))
    let carriers = blueprint.carriersUsed(by: sector)
    asked = demand.places(of: purpose, carriers: carriers)
    summed = sums.places(of: sector, carriers: carriers)
    values = LaneBuffer(
      count: (rows.count + asked.count + summed.count) * blueprint.years.count)
  }

  func begin(_ batch: VariantBatch) {
    var isSame = isFilled
    for (place, lever) in levers.enumerated() where key[place] != batch.levels[lever] {
      key[place] = batch.levels[lever]
      isSame = false
    }
    for (place, axis) in axes.enumerated() where key[levers.count + place] != batch.values[axis] {
      key[levers.count + place] = batch.values[axis]
      isSame = false
    }
    isCurrent = isSame
    isFilled = true
  }

  func keep(_ context: YearContext) {
    var place = context.year * width
    values.gather(context.outputs, rows, to: &place)
    values.gather(context.demand.buffer, asked, to: &place)
    values.gather(context.sums.buffer, summed, to: &place)
  }

  func recall(_ context: YearContext) {
    var place = context.year * width
    values.scatter(to: context.outputs, rows, from: &place)
    values.scatter(to: context.demand.buffer, asked, from: &place)
    values.scatter(to: context.sums.buffer, summed, from: &place)
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
      (scenario.members[ParameterPath("carriers")] ?? []) + ParameterTable.secondaryCarriers
    return carriers.indices.filter { used.contains(carriers[$0]) }
  }
}
