public import Analysis
public import CityModel

/// A run and what was found of it.
public struct RunOutcome: Sendable {
  /// The run.
  public let trajectory: Trajectory
  /// When its accounts peak; the first is the net total.
  public let peaks: [AccountPeak]
  /// Whether it reaches the targets of its scenario, in their order.
  public let targets: [TargetResult]
  /// What a reader of its figures must know beside them.
  public let notes: [RunNote]

  /// Judges a run.
  ///
  /// - Throws: ``PeakError`` where a total is not a number.
  public init(_ trajectory: Trajectory) throws(PeakError) {
    self.trajectory = trajectory
    peaks = try trajectory.accountPeaks()
    targets = trajectory.targetResults(peaks)
    notes = trajectory.notes
  }

  /// The files of a run: `emissions.csv`, `trajectory.csv`, `peak.csv`, `targets.csv`,
  /// `energy-balance.csv` and `run.json`; `costs.csv` where the scenario counts costs.
  ///
  /// - Parameters:
  ///   - context: What it was started with.
  ///   - style: For whom the tables are written.
  ///   - shape: How the years stand in `trajectory.csv`.
  /// - Returns: The files, ready to be written to the folder of the scenario.
  public func files(
    _ context: RunContext, style: CSVStyle = .plain, shape: TrajectoryShape = .wide
  ) -> [ResultFile] {
    let scenario = trajectory.blueprint.scenario.identity.id
    let tables: [(String, Table)] =
      [
        ("emissions", .emissions(trajectory)),
        ("trajectory", .trajectory(trajectory, version: context.version, shape: shape)),
        ("peak", .peaks(peaks, scenario: scenario)),
        ("targets", .targets(targets)),
        ("energy-balance", .energyBalance(trajectory)),
      ] + (trajectory.countsCosts ? [("costs", .costs(trajectory))] : [])
    return tables.map { ResultFile(name: "\($0.0).csv", bytes: $0.1.csv(style)) }
      + [ResultFile(name: "run.json", bytes: runRecord(trajectory, context, notes).document)]
  }
}
