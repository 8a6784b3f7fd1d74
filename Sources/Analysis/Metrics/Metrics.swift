package import CityModel

/// What one variant comes to, in a few numbers.
///
/// Sums and years are of the net total, as caps and budgets are; peaks of either.
public struct Metrics: Hashable, Sendable {
  /// When each total peaks.
  package let peaks: ByTotal<Peak>
  /// The total that peaks are told of.
  package let peakAccount: EmissionTotal
  /// Net emissions of all years of the run together, base year and end year among them [Mt CO₂e].
  public let cumulative: Double
  /// Net emissions of the recorder's years [Mt CO₂e].
  package let emissions: [Double]
  /// Present value of the system's cost, payments for carbon left out [10⁹ yuan]; nothing where the
  /// scenario counts no costs.
  public let cost: Double?

  /// When the total peaks that peaks are told of.
  public var peak: Peak { peaks[peakAccount] }
}

/// Takes the metrics from the results of variants.
package struct MetricRecorder: Sendable {
  /// The rows of the results it needs, the net and the gross total, and what the city spends.
  package let rows: [Int]
  /// The years whose emissions are metrics: those the scenario's targets name, and the end year.
  package let years: [Int]
  /// The total that peaks are told of.
  package var peakAccount: EmissionTotal { scenario.accounting.peakAccount }
  private let span: ClosedRange<Int>
  private let scenario: Scenario
  private let discountRate: Double?

  /// Prepares for the variants of a scenario.
  package init(_ blueprint: Blueprint) {
    let scenario = blueprint.scenario
    self.scenario = scenario
    span = scenario.years
    let named = scenario.targets.compactMap(\.aim.emissionYear).filter(span.contains)
    years = Set(named + [span.upperBound]).sorted()
    discountRate = blueprint.discountRate
    rows =
      [blueprint.row(of: .net), blueprint.row(of: .gross)]
      + [blueprint.resourceCostRow].compactMap(\.self)
  }

  /// The metrics of a variant, or why it has none.
  ///
  /// - Parameter result: A variant of which ``rows`` were recorded, first of all that was.
  /// - Returns: The metrics, or the fault.
  package func measure(_ result: VariantResult) -> Result<Metrics, VariantFault> {
    if let fault = result.fault { return .failure(fault) }
    let totals = ByTotal(gross: result.series(1), net: result.series(0))
    let spending = discountRate == nil ? [] : result.series(2)
    if let place = firstWithoutNumber([totals.net, totals.gross, spending]) {
      return .failure(.noNumber(year: span.lowerBound + place))
    }
    do throws(PeakError) {
      return .success(
        Metrics(
          peaks: try ByTotal(totals, of: scenario), peakAccount: scenario.accounting.peakAccount,
          cumulative: totals.net.reduce(0, +),
          emissions: years.map { totals.net[$0 - span.lowerBound] },
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
    guard account != nil else { return nil }
    if case .sum = condition { return nil }
    return year
  }
}
