/// What the sectors that only use energy did in the batch before, year by year.
///
/// A sector that reads nothing in which a batch differs from the one before does again what it did:
/// it is not computed, and what later equations read of it is put back, to the bit. Lanes are compared
/// one by one, so a batch whose variants differ among themselves is as good as one whose do not.
final class SectorMemory {
  private let places: [KeptSector]

  /// Makes room for what sectors do.
  init(_ plans: [SectorPlan], years: Int) {
    places = plans.map { KeptSector($0, years: years) }
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
  /// Whether a whole batch is held.
  var isFilled = false
  /// Whether the batch that runs is the one that is held, as far as the sector sees it.
  private(set) var isCurrent = false
  private let plan: SectorPlan
  private let key: LaneBuffer
  private let values: LaneBuffer

  init(_ plan: SectorPlan, years: Int) {
    self.plan = plan
    key = LaneBuffer(count: plan.levers.count + plan.axes.count)
    values = LaneBuffer(count: plan.width * years)
  }

  var sector: Sector { plan.sector }

  func begin(_ batch: VariantBatch) {
    var isSame = isFilled
    for (place, lever) in plan.levers.enumerated() where key[place] != batch.levels[lever] {
      key[place] = batch.levels[lever]
      isSame = false
    }
    for (place, axis) in plan.axes.enumerated()
    where key[plan.levers.count + place] != batch.values[axis] {
      key[plan.levers.count + place] = batch.values[axis]
      isSame = false
    }
    isCurrent = isSame
    isFilled = true
  }

  func keep(_ context: YearContext) {
    var place = context.year * plan.width
    values.gather(context.outputs, plan.rows, to: &place)
    values.gather(context.demand.buffer, plan.asked, to: &place)
    values.gather(context.sums.buffer, plan.summed, to: &place)
  }

  func recall(_ context: YearContext) {
    var place = context.year * plan.width
    values.scatter(to: context.outputs, plan.rows, from: &place)
    values.scatter(to: context.demand.buffer, plan.asked, from: &place)
    values.scatter(to: context.sums.buffer, plan.summed, from: &place)
  }
}
