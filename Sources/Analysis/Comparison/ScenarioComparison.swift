public import CityModel
import Diagnostics

/// A scenario held against a reference of the same city, years and accounting.
public struct ScenarioComparison: Sendable {
  /// What it is held against.
  public let reference: Trajectory
  /// The scenario.
  public let scenario: Trajectory
  /// The total that both peaks are of.
  public let account: EmissionTotal
  /// When the reference peaks, on the scenario's own peak account.
  public let referencePeak: Peak
  /// When the scenario peaks, on its peak account.
  public let peak: Peak
  /// What it costs to emit less; nothing where one of the two counts no costs or they discount at
  /// different rates.
  public let cost: AbatementCost?
  /// The difference of each year, by the factors of Kaya's identity; empty where the identity has no
  /// meaning, as without energy.
  public let kaya: [KayaDecomposition]

  /// Compares two runs, which must not mismatch.
  ///
  /// - Throws: ``PeakError`` where a total is not a number.
  public init(of scenario: Trajectory, against reference: Trajectory) throws(PeakError) {
    self.scenario = scenario
    self.reference = reference
    account = scenario.blueprint.scenario.accounting.peakAccount
    referencePeak = try reference.peak(of: account)
    peak = try scenario.peak(of: account)
    cost = Self.cost(of: scenario, against: reference)
    kaya = Self.kaya(from: reference.kayaStates, to: scenario.kayaStates)
  }

  /// Net emissions avoided, year by year [Mt CO₂e].
  public var saved: [Double] {
    zip(reference.total(.net), scenario.total(.net)).map { $0 - $1 }
  }

  /// How many years earlier the scenario peaks; nothing where one of the two does not peak.
  public var yearsEarlier: Int? {
    guard referencePeak.status.isPeak, peak.status.isPeak else { return nil }
    return referencePeak.year - peak.year
  }

  /// What the scenario costs; nothing where one of the two counts no costs, or another rate.
  private static func cost(
    of scenario: Trajectory, against reference: Trajectory
  ) -> AbatementCost? {
    do throws(AbatementCost.Fault) {
      return try AbatementCost(of: scenario, against: reference)
    } catch {
      switch error {
      case .withoutCosts, .differentRates: return nil
      case .differentYears, .noSuchLever, .withoutResults:
        defect("runs that cannot be compared were: \(error)")
      }
    }
  }

  private static func kaya(from start: [KayaState], to end: [KayaState]) -> [KayaDecomposition] {
    let found = zip(start, end).compactMap { try? KayaDecomposition(from: $0, to: $1) }
    return found.count == start.count ? found : []
  }
}

extension Trajectory {
  /// The change of each year since the base year, by the factors of Kaya's identity; empty where the
  /// identity has no meaning.
  public var kayaSinceBase: [KayaDecomposition] {
    let states = kayaStates
    guard let base = states.first else { return [] }
    let found = states.compactMap { try? KayaDecomposition(from: base, to: $0) }
    return found.count == states.count ? found : []
  }

  /// When a total peaks.
  func peak(of account: EmissionTotal) throws(PeakError) -> Peak {
    try ByTotal<Peak>(totals, of: blueprint.scenario)[account]
  }

  /// When the total peaks that the scenario's accounting tells peaks of.
  func headlinePeak() throws(PeakError) -> Peak {
    try peak(of: blueprint.scenario.accounting.peakAccount)
  }
}

extension PeakStatus {
  /// Whether there is a peak whose year means something.
  fileprivate var isPeak: Bool {
    switch self {
    case .notPeaked, .noEmissions: false
    case .peakedBeforeBaseYear, .peakedByBaseYear, .peaks, .plateau, .rebound: true
    }
  }
}
