public import CityModel

/// The smallest change of one lever alone that moves the peak, on the scenario's peak account.
///
/// Levels are tried in steps of one percentage point from 0 to 1, end dates year by year from the
/// first that can be whole to the end of the run; all other levers stay as they are. The nearest that moves the
/// peak is named, whatever lies beyond it: the peak year need not follow a lever in one direction.
public struct PeakMove: Sendable, Hashable {
  /// Where the peak goes.
  public enum Direction: String, CaseIterable, Sendable {
    /// At least one year earlier.
    case earlier
    /// At least one year later, or out of the run.
    case later
  }
  /// What of the lever is changed.
  public enum Setting: String, CaseIterable, Sendable {
    /// How far it is pulled.
    case level
    /// The first year with all of it.
    case by
  }
  /// What the change comes to.
  public struct Outcome: Sendable, Hashable {
    /// The new level or year.
    public let value: Double
    /// When emissions then peak.
    public let peak: Peak
  }

  /// The lever's id.
  public let lever: String
  /// How the field reads it.
  public let group: Lever.Group
  /// Where the peak is to go.
  public let direction: Direction
  /// What of the lever is changed.
  public let setting: Setting
  /// The level or year that the scenario has.
  public let current: Double
  /// The nearest change that does it.
  public let outcome: Outcome

  /// Finds the smallest changes of every lever of a scenario.
  ///
  /// - Parameters:
  ///   - blueprint: The scenario, compiled.
  ///   - jobs: How many workers compute.
  /// - Returns: Levers in the order of their ids; for each its level, earlier then later, and its end
  ///   date likewise where it has one; only what moves the peak.
  /// - Throws: The scenario's own `VariantFault`, if it has no results itself.
  public static func smallest(of blueprint: Blueprint, jobs: Int) async throws -> [PeakMove] {
    let search = try PeakMoveSearch(blueprint)
    return try await search.moves(jobs: jobs)
  }
}

/// Tries every setting of every lever, one at a time.
private struct PeakMoveSearch: Sendable {
  private struct Trial: Sendable {
    let axis: Int
    let value: Double
  }
  private let ensemble: Ensemble
  private let recorder: MetricRecorder
  private let levers: [Lever]
  private let settings: [(lever: Int, setting: PeakMove.Setting)]
  private let current: [Double]
  private let trials: [Trial]

  init(_ blueprint: Blueprint) throws {
    levers = blueprint.scenario.leversInOrder
    var settings: [(lever: Int, setting: PeakMove.Setting)] = []
    for (place, lever) in levers.enumerated() {
      settings.append((place, .level))
      if lever.ramp.hasEnd { settings.append((place, .by)) }
    }
    let levers = levers
    let axes = settings.map { lever, setting in
      let id = levers[lever].identity.id
      return setting == .level ? Axis.level(lever: id) : .by(lever: id)
    }
    self.settings = settings
    current = settings.map { $1 == .level ? levers[$0].level : levers[$0].ramp.by }
    recorder = MetricRecorder(blueprint)
    ensemble = Ensemble(try VariantSpace(blueprint, axes: axes), recording: recorder.rows)
    trials = settings.enumerated().flatMap { axis, setting in
      Self.values(of: setting.setting, levers[setting.lever], until: blueprint.years.upperBound)
        .map { Trial(axis: axis, value: $0) }
    }
  }

  private static func values(
    of setting: PeakMove.Setting, _ lever: Lever, until end: Int
  ) -> [Double] {
    switch setting {
    case .level: (0...100).map { Double($0) / 100 }
    case .by: stride(from: lever.ramp.earliestEnd, through: Double(end), by: 1).map(\.self)
    }
  }

  func moves(jobs: Int) async throws -> [PeakMove] {
    let current = current
    let trials = trials
    let recorder = recorder
    var found: [Result<Metrics, VariantFault>] = []
    try await ensemble.run(
      0..<(trials.count + 1), jobs: jobs,
      values: { number in
        var variant = current
        if number > 0 { variant[trials[number - 1].axis] = trials[number - 1].value }
        return variant
      }, measure: { recorder.measure($0) }, consume: { found += $1 })
    let asItIs = try found[0].get().peak
    var nearest: [[PeakMove.Direction: PeakMove.Outcome]] = settings.map { _ in [:] }
    for (trial, result) in zip(trials, found.dropFirst()) {
      // An impossible combination moves nothing.
      guard case .success(let metrics) = result,
        let direction = PeakMove.Direction(from: asItIs, to: metrics.peak)
      else { continue }
      let distance = abs(trial.value - current[trial.axis])
      if let known = nearest[trial.axis][direction],
        abs(known.value - current[trial.axis]) <= distance
      {
        continue
      }
      nearest[trial.axis][direction] = PeakMove.Outcome(value: trial.value, peak: metrics.peak)
    }
    return settings.indices.flatMap { axis in
      PeakMove.Direction.allCases.compactMap { direction in
        let lever = levers[settings[axis].lever]
        return nearest[axis][direction].map {
          PeakMove(
            lever: lever.identity.id, group: lever.group, direction: direction,
            setting: settings[axis].setting, current: current[axis], outcome: $0)
        }
      }
    }
  }
}

extension PeakMove.Direction {
  /// Where a peak went; nothing where it stayed.
  fileprivate init?(from before: Peak, to after: Peak) {
    if after.year == before.year { return nil }
    self = after.year < before.year ? .earlier : .later
  }
}
