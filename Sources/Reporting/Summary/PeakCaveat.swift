import Analysis
import CityModel
import Diagnostics

extension RunOutcome {
  /// What keeps the peak of the net total from being the work of the scenario, in a few words: it lies in
  /// the base year, or before any lever acts; nothing where neither holds.
  var peakCaveat: Text? {
    guard let peak = peaks.first?.peak else { return nil }
    switch peak.status {
    case .notPeaked, .noEmissions, .rebound: return nil
    case .peakedBeforeBaseYear, .peakedByBaseYear, .peaks, .plateau: break
    }
    let scenario = trajectory.blueprint.scenario
    if peak.year == scenario.years.lowerBound {
      return Text("where the run begins", "即情景起始年")
    }
    guard let first = scenario.firstYearOfLevers, peak.year < first else { return nil }
    return Text("before any lever acts (the first in \(first))", "早于任何措施生效（最早\(first)年）")
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
