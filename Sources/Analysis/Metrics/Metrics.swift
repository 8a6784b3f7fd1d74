public import CityModel

/// What one variant comes to, in a few numbers.
///
/// All are of the net total, as the scenario's accounting counts it.
public struct Metrics: Hashable, Sendable {
  /// When emissions peak.
  public let peak: Peak
  /// Emissions of all years of the run together, base year and end year among them [Mt CO₂e].
  public let cumulative: Double
  /// Emissions of the recorder's years [Mt CO₂e].
  public let emissions: [Double]
  /// Present value of the system's cost, payments for carbon left out [10⁹ yuan]; nothing where the
  /// scenario counts no costs.
  public let cost: Double?
}

/// Takes the metrics from the results of variants.
public struct MetricRecorder: Sendable {
  /// The rows of the results it needs, the net total, the sinks and what the city spends.
  public let rows: [Int]
  /// The years whose emissions are metrics: those the scenario's targets name, and the end year.
  public let years: [Int]
  private let span: ClosedRange<Int>
  private let history: [YearValue]
  private let discountRate: Double?

  /// Prepares for the variants of a scenario.
  public init(_ blueprint: Blueprint) {
    let scenario = blueprint.scenario
    span = scenario.years
    let named = scenario.targets.compactMap(\.aim.emissionYear).filter(span.contains)
    years = Set(named + [span.upperBound]).sorted()
    discountRate = blueprint.discountRate
    rows =
      [blueprint.row(of: .net), blueprint.row(bySource: .sinks)]
      + [blueprint.resourceCostRow].compactMap(\.self)
    history = scenario.history.emissions.map { YearValue(year: $0.year, value: $0.value) }
  }

  /// The metrics of a variant, or why it has none.
  ///
  /// - Parameter result: A variant of which ``rows`` were recorded, first of all that was.
  /// - Returns: The metrics, or the fault.
  public func measure(_ result: VariantResult) -> Result<Metrics, VariantFault> {
    if let fault = result.fault { return .failure(fault) }
    let net = result.series(0)
    let spending = discountRate == nil ? [] : result.series(2)
    if let place = firstWithoutNumber([net, spending]) {
      return .failure(.noNumber(year: span.lowerBound + place))
    }
    let observed = result[1, 0] == 0 ? history : []
    do throws(PeakError) {
      return .success(
        Metrics(
          peak: try Peak(years: Array(span), values: net, history: observed),
          cumulative: net.reduce(0, +), emissions: years.map { net[$0 - span.lowerBound] },
          cost: discountRate.map { netPresentValue(spending, rate: $0) }))
    } catch {
      return .failure(.noNumber(year: span.lowerBound))
    }
  }
}

/// The first place at which one of some series has no number that sums and quantiles can be taken of.
func firstWithoutNumber(_ series: [[Double]]) -> Int? {
  series.compactMap { $0.firstIndex { !(abs($0) <= QuantileSketch.greatestSize) } }.min()
}

extension Target.Aim {
  /// The year whose emissions the target speaks of, if it is one.
  fileprivate var emissionYear: Int? {
    switch self {
    case .emissions(let year, _), .carbonIntensity(let year, _, _): year
    case .peakBy(let year): year
    case .energyIntensity, .nonFossilShare, .budget: nil
    }
  }
}
