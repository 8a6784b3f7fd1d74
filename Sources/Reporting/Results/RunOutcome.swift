public import Analysis
public import CityModel

/// A run and what was found of it.
public struct RunOutcome: Sendable {
  /// The run.
  public let trajectory: Trajectory
  /// When its accounts peak.
  public let peaks: [AccountPeak]
  /// How certain each of the peaks is, in their order.
  public let certificates: [AccountCertificate]
  /// Whether what the scenario observed has peaked; the first is the total, where it has one.
  public let history: [JudgedHistory]
  /// Whether it reaches the targets of its scenario, in their order.
  public let targets: [TargetResult]
  /// What a reader of its figures must know beside them.
  public let notes: [RunNote]

  /// Judges a run.
  ///
  /// - Throws: `PeakError` where a total is not a number.
  public init(_ trajectory: Trajectory) throws(PeakError) {
    self.trajectory = trajectory
    certificates = try trajectory.accountCertificates()
    peaks = certificates.map(\.accountPeak)
    history = try trajectory.blueprint.scenario.judgedHistory()
    targets = trajectory.targetResults(peaks)
    notes = trajectory.notes
  }

  /// The files of a run: `emissions.csv`, `trajectory.csv`, `peak.csv`, `peak-certificate.csv`,
  /// `targets.csv`, `energy-balance.csv` and `run.json`; `costs.csv` where the scenario counts costs,
  /// `judgement.csv` where it observed a series of at least four years.
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
    let tables: [Table] =
      [
        .emissions(trajectory),
        .trajectory(trajectory, version: context.version, shape: shape),
        .peaks(peaks, scenario: scenario),
        .certificates(certificates, scenario: scenario),
        .targets(targets),
        .energyBalance(trajectory),
      ] + (trajectory.countsCosts ? [.costs(trajectory)] : [])
      + (judged.isEmpty ? [] : [.judgements(judged)])
    return tables.map { $0.file(style) }
      + [ResultFile(name: "run.json", bytes: runRecord(self, context).document)]
  }

  /// The series that are long enough for `judgement.csv`.
  private var judged: [JudgedSeries] {
    history.filter { $0.judgement.observations.count >= Judgement.fewestTold }
      .map { JudgedSeries(name: $0.path.description, judgement: $0.judgement) }
  }
}
