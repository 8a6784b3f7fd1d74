public import CityModel

/// Something a reader of a run's figures must know beside them.
public enum RunNote: Hashable, Sendable {
  /// Hydrogen from grid electricity emits more than hydrogen from coal would, in these years.
  case gridHydrogen([GridHydrogen])
  /// CO₂ that the storage did not take and that was not captured, by year [Mt].
  case captureRefused([YearValue])
  /// A year was observed to be above all that the inventory would count of the run, whose base year it
  /// does not precede: both [Mt CO₂e].
  case observedAbovePeak(observed: YearValue, peak: YearValue)
  /// The total that peaks are told of peaks in the base year: the real peak may lie before it.
  case peakInBaseYear(Int, account: EmissionTotal)
  /// The total that peaks are told of peaks in this year, before the first year in which any lever acts, and without levers
  /// in that year. Where both years are the same the peak is no work of the levers; else they keep
  /// emissions from coming back to it.
  case peakBeforeLevers(year: Int, firstLever: Int, withoutLevers: Int, account: EmissionTotal)
  /// Electricity that was asked for and not delivered, by year [PJ].
  case electricityShort([YearValue])
  /// Activity moved out of the city, and what it would have emitted here, by year [Mt CO₂e].
  case relocation([YearValue])
  /// Captured carbon of living matter by year [Mt], and whether the totals count it as removed.
  case biogenicCapture([YearValue], isCredited: Bool)
  /// The price that users pay for a carrier is below a tenth of the base year's, by year [CNY/GJ].
  case priceNearZero(SecondaryCarrier, [YearValue], base: Double)
  /// Energy bought without a price, by year [PJ], though costs are counted: it counts as free.
  case boughtForNothing([ParameterPath], [YearValue])
  /// What the account of air pollutants leaves out.
  case pollutantsMissing([PollutantGap])
  /// What the account of embodied carbon leaves out.
  case embodiedMissing([EmbodiedGap])
}

extension Trajectory {
  /// What a reader of the figures must know beside them, the gravest first.
  public var notes: [RunNote] {
    let dirty = gridHydrogen.filter(\.isDirtierThanCoal)
    let refused = positiveYears(of: .captureRefused)
    let relocated = positiveYears(of: .relocatedEmissions)
    let living = positiveYears(of: .capturedBiogenic)
    let short = unserved.map { YearValue(year: $0.year, value: $0.energy) }
    let pollutants = pollutantGaps
    let embodied = embodiedGaps
    return [
      dirty.isEmpty ? nil : .gridHydrogen(dirty),
      refused.isEmpty ? nil : .captureRefused(refused),
      short.isEmpty ? nil : .electricityShort(short),
      observedAbovePeak, earlyPeak,
    ].compactMap(\.self) + pricesNearZero
      + [
        boughtForNothing,
        living.isEmpty
          ? nil
          : .biogenicCapture(
            living, isCredited: blueprint.scenario.accounting.creditsBiogenicCapture),
        relocated.isEmpty ? nil : .relocation(relocated),
        pollutants.isEmpty ? nil : .pollutantsMissing(pollutants),
        embodied.isEmpty ? nil : .embodiedMissing(embodied),
      ].compactMap(\.self)
  }

  /// Whether energy is bought from outside without a price though costs are counted: what a unit costs
  /// to supply is not known then.
  public var buysForNothing: Bool { boughtForNothing != nil }

  /// What is bought from outside without a price, where costs are counted.
  private var boughtForNothing: RunNote? {
    let gaps = Set(blueprint.costGaps?.map(\.path) ?? [])
    func missing(_ path: ParameterPath) -> ParameterPath? {
      [path / "price", path / "imported" / "price"].first { gaps.contains($0) }
    }
    let free = rows(.imports).filter { row in
      missing(row.item.path) != nil && self[row.index].contains { $0 > 0 }
    }
    guard !free.isEmpty else { return nil }
    let bought = years.enumerated().map { place, year in
      YearValue(year: year, value: free.reduce(0) { $0 + self[$1.index][place] })
    }
    return .boughtForNothing(
      free.compactMap { missing($0.item.path) }, bought.filter { $0.value > 0 })
  }

  /// The carriers whose price nearly vanishes where the market answers.
  private var pricesNearZero: [RunNote] {
    SecondaryCarrier.allCases.compactMap { carrier in
      guard let prices = seriesIfAny(.userPrice, "costs", carrier.id), let base = prices.first,
        base > 0
      else { return nil }
      let low = zip(years, prices).map(YearValue.init).filter { $0.value < 0.1 * base }
      return low.isEmpty ? nil : .priceNearZero(carrier, low, base: base)
    }
  }

  /// The highest year observed since the base year, if it is more than 1 % above all that is projected.
  private var observedAbovePeak: RunNote? {
    let projected = zip(years, inventoried).map(YearValue.init)
    let observed = blueprint.scenario.history.emissions.filter { $0.year >= years.lowerBound }
    guard let peak = projected.max(by: { ($0.value, $1.year) < ($1.value, $0.year) }),
      let highest = observed.max(by: { ($0.value, $1.year) < ($1.value, $0.year) }),
      highest.value > 1.01 * max(peak.value, 0)
    else { return nil }
    return .observedAbovePeak(
      observed: YearValue(year: highest.year, value: highest.value), peak: peak)
  }

  /// Whether the peak comes before the levers act.
  private var earlyPeak: RunNote? {
    guard let peak = try? headlinePeak() else { return nil }
    switch peak.status {
    case .notPeaked, .noEmissions, .rebound: return nil
    case .peakedBeforeBaseYear, .peakedByBaseYear, .peaks, .plateau: break
    }
    let account = blueprint.scenario.accounting.peakAccount
    if peak.year == years.lowerBound { return .peakInBaseYear(peak.year, account: account) }
    guard let first = blueprint.scenario.firstYearOfLevers, peak.year < first,
      let without = withoutLevers.flatMap({ try? $0.headlinePeak() })
    else { return nil }
    return .peakBeforeLevers(
      year: peak.year, firstLever: first, withoutLevers: without.year, account: account)
  }

  /// The same city with all levers at level 0; nothing if it has no results.
  public var withoutLevers: Trajectory? {
    let found = Trajectory(blueprint, levels: blueprint.scenario.levers.map { _ in 0 })
    return found.fault == nil ? found : nil
  }

  /// The sum over all rows of a kind, in the years in which some row is above zero.
  private func positiveYears(of kind: OutputKind) -> [YearValue] {
    let series = rows(kind).map { self[$0.index] }
    return years.enumerated().compactMap { place, year in
      guard series.contains(where: { $0[place] > 0 }) else { return nil }
      return YearValue(year: year, value: series.reduce(0) { $0 + $1[place] })
    }
  }
}

extension Scenario {
  /// The first year in which a lever is pulled at all; none if no year is.
  fileprivate var firstYearOfLevers: Int? {
    levers.filter { $0.level > 0 && !$0.moves.isEmpty }.compactMap { lever in
      zip(years, lever.ramp.weights(in: years)).first { $0.1 > 0 }?.0
    }.min()
  }
}
