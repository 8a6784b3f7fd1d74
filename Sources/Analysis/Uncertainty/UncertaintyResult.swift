public import CityModel
import Solvers

/// What the variants of a sample come to together.
public struct UncertaintyResult: Sendable {
  /// The shares of variants whose quantiles are given: below which 5, 25, 50, 75 and 95 % lie.
  package static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// How a number spreads over the variants.
  public struct Spread: Sendable, Hashable {
    /// The mean.
    public let mean: Double
    /// The standard error of the mean, from the replicates of the design.
    public let standardError: Double
    /// The values at ``UncertaintyResult/shares``.
    public let quantiles: [Double]
    /// How far a quantile may be from that of the sample; 0 where it is exact.
    public let quantileError: Double
  }

  /// The years in which variants peak.
  public struct PeakYear: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// The variants that peak in it.
    public let count: Int
    /// The share of variants that peak in it.
    public let within: Probability
    /// The share of variants that peak in it or before.
    public let by: Probability
  }

  /// The variants that count.
  public let count: Int
  /// The variants left out because they are impossible.
  public let faults: Int
  /// Why the first of them is.
  public let firstFault: VariantFault?
  /// Every year of the run with the variants that peak in it.
  public let peakYears: [PeakYear]
  /// The variants that have not peaked by the end of the run.
  public let notPeaked: Int
  /// The variants that contradict what was observed in years of the run; they are not left out.
  public let contradictions: Int
  /// Where the scenario itself lies among them; nothing where it has no results.
  public let standings: Standings?
  /// How likely each target of the scenario is met, in its order.
  public let targets: [Probability]
  /// The greatest emissions of a year, on the peak account [Mt CO₂e].
  public let peakValue: Spread
  /// When they are, within the year, of the variants that have peaked.
  public let peakYear: Spread?
  /// Net emissions of all years together [Mt CO₂e].
  public let cumulative: Spread
  /// The present value of the system's cost [10⁹ yuan], where costs are counted.
  public let cost: Spread?
  /// The series of the study, each with a spread for every year [Mt CO₂e].
  public let bands: [(series: UncertaintyStudy.Series, years: [Spread])]
}

/// Gathers variants as they come.
struct UncertaintyTally {
  private let study: UncertaintyStudy
  private let years: ClosedRange<Int>
  private var peakValue, peakYear, cumulative, cost: Gathered
  private var bands: [[Gathered]]
  private var counts: [Int]
  private var peaks: [[Int]]
  private var met: [[Int]]
  private var faults = 0
  private var contradictions = 0
  private var rankings: Rankings?
  private var firstFault: VariantFault?

  /// The values that are kept of all numbers together, 256 MiB: quantiles are exact up to there.
  private static let mostKept = 1 << 25

  /// Counts where the figures of the scenario lie.
  private struct Rankings {
    var peakValue, peakYear, cumulative: Ranking
    var cost: Ranking?

    init(_ scenario: UncertaintyStudy.Draw) {
      peakValue = Ranking(scenario.metrics.peak.value)
      // As in a sensitivity study, days apart are the same time.
      peakYear = Ranking(Self.peakYear(of: scenario), width: SensitivityResult.leastYears)
      cumulative = Ranking(scenario.metrics.cumulative)
      cost = scenario.metrics.cost.map { Ranking($0) }
    }

    static func peakYear(of draw: UncertaintyStudy.Draw) -> Double {
      draw.peakYear == nil ? .infinity : draw.metrics.peak.estimate
    }

    mutating func add(_ draw: UncertaintyStudy.Draw) {
      peakValue.add(draw.metrics.peak.value)
      peakYear.add(Self.peakYear(of: draw))
      cumulative.add(draw.metrics.cumulative)
      if let value = draw.metrics.cost { cost?.add(value) }
    }

    var standings: UncertaintyResult.Standings {
      UncertaintyResult.Standings(
        peakValue: peakValue.standing, peakYear: peakYear.standing,
        cumulative: cumulative.standing, cost: cost?.standing)
    }
  }

  init(_ study: UncertaintyStudy, scenario central: UncertaintyStudy.Draw?) {
    let scenario = study.sample.space.blueprint.scenario
    let count = study.sample.design.count
    let replicates = study.sample.design.replicates
    self.study = study
    rankings = central.map(Rankings.init)
    years = scenario.years
    let numbers = study.series.count * years.count + 4
    let mostExact = count <= Self.mostKept / numbers ? count : 4096
    func empty() -> Gathered {
      Gathered(mostExact: mostExact, expecting: count, replicates: replicates)
    }
    peakValue = empty()
    peakYear = empty()
    cumulative = empty()
    cost = empty()
    bands = study.series.map { _ in scenario.years.map { _ in empty() } }
    counts = [Int](repeating: 0, count: replicates)
    peaks = counts.map { _ in scenario.years.map { _ in 0 } }
    met = counts.map { _ in scenario.targets.map { _ in 0 } }
  }

  mutating func add(_ fault: VariantFault) {
    faults += 1
    firstFault = firstFault ?? fault
  }

  mutating func add(_ draw: UncertaintyStudy.Draw) {
    let replicate = study.sample.design.replicate(of: draw.index)
    counts[replicate] += 1
    rankings?.add(draw)
    if draw.contradictsHistory { contradictions += 1 }
    if let year = draw.peakYear {
      peaks[replicate][year - years.lowerBound] += 1
      peakYear.add(draw.metrics.peak.estimate, replicate)
    }
    for (target, isMet) in draw.isMet.enumerated() where isMet { met[replicate][target] += 1 }
    peakValue.add(draw.metrics.peak.value, replicate)
    cumulative.add(draw.metrics.cumulative, replicate)
    if let value = draw.metrics.cost { cost.add(value, replicate) }
    for (series, values) in draw.series.enumerated() {
      for (year, value) in values.enumerated() { bands[series][year].add(value, replicate) }
    }
  }

  func result() throws(UncertaintyError) -> UncertaintyResult {
    let count = counts.reduce(0, +)
    let all = count + faults
    if let firstFault, Double(faults) > UncertaintyStudy.mostFaults * Double(all) || count == 0 {
      throw .tooManyFaults(count: faults, of: all, first: firstFault)
    }
    let byYear = (0..<years.count).map { year in
      UncertaintyResult.PeakYear(
        year: years.lowerBound + year, count: peaks.reduce(0) { $0 + $1[year] },
        within: probability(peaks.map { $0[year] }),
        by: probability(peaks.map { $0[...year].reduce(0, +) }))
    }
    return UncertaintyResult(
      count: count, faults: faults, firstFault: firstFault, peakYears: byYear,
      notPeaked: count - byYear.reduce(0) { $0 + $1.count },
      contradictions: contradictions, standings: rankings?.standings,
      targets: (met.first ?? []).indices.map { target in probability(met.map { $0[target] }) },
      peakValue: peakValue.spread, peakYear: peakYear.isEmpty ? nil : peakYear.spread,
      cumulative: cumulative.spread, cost: cost.isEmpty ? nil : cost.spread,
      bands: zip(study.series, bands).map { ($0, $1.map(\.spread)) })
  }

  private func probability(_ hits: [Int]) -> UncertaintyResult.Probability {
    let count = counts.reduce(0, +)
    let shares = zip(hits, counts).filter { $0.1 > 0 }.map { Double($0.0) / Double($0.1) }
    return UncertaintyResult.Probability(
      hits: hits.reduce(0, +), of: count, standardError: standardErrorOfMean(shares))
  }
}

/// The values of one number over the variants.
private struct Gathered {
  private var sketch: QuantileSketch
  private var sums: [Double]
  private var counts: [Int]

  init(mostExact: Int, expecting count: Int, replicates: Int) {
    sketch = QuantileSketch(mostExact: mostExact, expecting: count)
    sums = [Double](repeating: 0, count: replicates)
    counts = [Int](repeating: 0, count: replicates)
  }

  var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

  mutating func add(_ value: Double, _ replicate: Int) {
    sketch.add(value)
    sums[replicate] += value
    counts[replicate] += 1
  }

  var spread: UncertaintyResult.Spread {
    let means = zip(sums, counts).filter { $0.1 > 0 }.map { $0.0 / Double($0.1) }
    return UncertaintyResult.Spread(
      mean: sums.reduce(0, +) / Double(max(1, counts.reduce(0, +))),
      standardError: standardErrorOfMean(means),
      quantiles: sketch.quantiles(UncertaintyResult.shares), quantileError: sketch.error)
  }
}

/// The standard error of the mean of independent values; NaN of fewer than two, which tell none.
private func standardErrorOfMean(_ values: [Double]) -> Double {
  values.count > 1 ? standardDeviation(values) / Double(values.count).squareRoot() : .nan
}
