import Analysis
import CityModel

/// A figure of two scenarios.
struct ComparedFigure {
  let metric: Metric
  let value: Double?
  let reference: Double?

  /// The unit of its values.
  var unit: String { metric.unit }

  /// The scenario's less the reference's.
  var difference: Double? {
    guard let value, let reference else { return nil }
    return value - reference
  }
}

/// The emissions of an account in two scenarios, year by year.
struct ComparedLine {
  let account: String
  let sector: String
  let value: [Double]
  let reference: [Double]
}

extension ScenarioComparison {
  /// The scenario's id.
  var name: String { scenario.blueprint.scenario.identity.id }
  /// The reference's id.
  var referenceName: String { reference.blueprint.scenario.identity.id }

  /// How many parts of either city no cost figure holds.
  var withoutCost: Int {
    let gaps = [scenario, reference].flatMap { $0.blueprint.costGaps ?? [] }
    return Set(gaps.map(\.path)).count
  }

  /// Net emissions over all years [Mt CO₂e].
  var cumulative: (value: Double, reference: Double) {
    (scenario.total(.net).reduce(0, +), reference.total(.net).reduce(0, +))
  }

  /// The figures of `summary.csv`.
  var figures: [ComparedFigure] {
    let exists = (peak.status != .noEmissions, referencePeak.status != .noEmissions)
    let cumulative = cumulative
    let ends = [scenario, reference].map { $0.total(.net).last }
    return [
      ComparedFigure(
        metric: .peakYear(account), value: exists.0 ? Double(peak.year) : nil,
        reference: exists.1 ? Double(referencePeak.year) : nil),
      ComparedFigure(
        metric: .peakValue(account), value: peak.value, reference: referencePeak.value),
      ComparedFigure(
        metric: .cumulative, value: cumulative.value, reference: cumulative.reference),
      ComparedFigure(
        metric: .emissions(year: scenario.years.upperBound), value: ends[0], reference: ends[1]),
    ] + costFigures
  }

  /// The present value of the system cost, without payments for carbon, and the cost per tonne.
  private var costFigures: [ComparedFigure] {
    guard let cost, let rate = scenario.discountRate else { return [] }
    let values = [scenario, reference].map {
      netPresentValue($0.systemCost(withTransfers: false), rate: rate)
    }
    return [
      ComparedFigure(metric: .cost, value: values[0], reference: values[1]),
      ComparedFigure(metric: .costPerTonne, value: cost.perTonne, reference: nil),
    ]
  }

  /// The accounts of `differences.csv`: sectors and totals by end use, then by source.
  var lines: [ComparedLine] {
    let views: [(String, TotalItem?, (Trajectory, Sector) -> [Double])] = [
      ("end-use", .net, { $0.byEndUse($1) }), ("source", nil, { $0.bySource($1) }),
    ]
    return views.flatMap { account, total, series in
      let sectors = Sector.allCases.map { sector in
        ComparedLine(
          account: account, sector: sector.rawValue, value: series(scenario, sector),
          reference: series(reference, sector))
      }
      let net = total.map {
        ComparedLine(
          account: account, sector: $0.rawValue, value: scenario.total($0),
          reference: reference.total($0))
      }
      return sectors + [net].compactMap { $0 }
    }
  }

  /// What each sector saves over all years, by end use [Mt CO₂e], the most first.
  var savedBySector: [(sector: Sector, saved: Double)] {
    Sector.allCases.map { sector in
      let (value, reference) = (scenario.byEndUse(sector), reference.byEndUse(sector))
      return (sector, reference.reduce(0, +) - value.reduce(0, +))
    }.sorted { $0.saved > $1.saved }
  }
}
