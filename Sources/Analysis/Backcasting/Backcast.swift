public import CityModel

/// What to change of a scenario so that conditions hold: the question.
public struct BackcastProblem: Sendable {
  /// The scenario, compiled.
  public let blueprint: Blueprint
  /// What may be changed.
  public let handles: [BackcastHandle]
  /// What must hold.
  public let conditions: [Target.Aim]
  /// What the scenario has of each handle.
  public let current: [Double]
  /// Between what each handle may be changed.
  package let box: [ClosedRange<Double>]
  let model: BackcastModel

  /// The most conditions at once: every set of them is tried where they cannot hold together.
  public static let mostConditions = 8

  /// Asks.
  ///
  /// - Parameters:
  ///   - blueprint: The scenario, compiled; its own run must have results.
  ///   - handles: What may be changed; at least one, each once. The price stands alone.
  ///   - conditions: What must hold; up to ``mostConditions``.
  ///   - jobs: How many workers compute.
  ///   - counted: Is told of every few runs that are done, from any thread.
  /// - Throws: ``BackcastError``.
  public init(
    _ blueprint: Blueprint, changing handles: [BackcastHandle], toMeet conditions: [Target.Aim],
    jobs: Int, counted: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(BackcastError) {
    let scenario = blueprint.scenario
    guard !handles.isEmpty else { throw .nothingAsked }
    guard conditions.count <= Self.mostConditions else {
      throw .tooManyConditions(conditions.count)
    }
    let (current, box) = try Self.settings(of: handles, in: scenario)
    try Self.check(conditions, scenario.years)
    let space: VariantSpace
    do {
      space = try VariantSpace(blueprint, axes: handles.map(\.axis))
    } catch {
      throw .axis(error)
    }
    self.blueprint = blueprint
    self.handles = handles
    self.conditions = conditions
    self.current = current
    self.box = box
    model = BackcastModel(
      space, box: box, conditions: conditions, start: current, jobs: jobs, counted: counted)
    try checkFigures()
  }

  /// What the scenario has of each handle, and between what it may be changed.
  private static func settings(
    of handles: [BackcastHandle], in scenario: Scenario
  ) throws(BackcastError) -> (current: [Double], box: [ClosedRange<Double>]) {
    guard handles.count == 1 || !handles.contains(.carbonPrice) else { throw .oneAtATime }
    var (current, box): ([Double], [ClosedRange<Double>]) = ([], [])
    for handle in handles {
      guard let value = handle.current(in: scenario) else {
        throw .unknownLever(
          handle.lever ?? "", known: scenario.levers.map(\.identity.id))
      }
      guard let range = handle.range(in: scenario) else { throw .notChangeable(handle) }
      current.append(value)
      box.append(range)
    }
    if handles.contains(.carbonPrice),
      scenario.choices[ParameterPath("costs.market")] != "on"
    {
      throw .noMarket
    }
    return (current, box)
  }

  /// A peak can only be told where a year comes after it.
  private static func check(
    _ conditions: [Target.Aim], _ years: ClosedRange<Int>
  ) throws(BackcastError) {
    for aim in conditions
    where aim.isPeak && (aim.year < years.lowerBound || aim.year >= years.upperBound) {
      throw .peakOutsideRun(aim.year, run: years)
    }
  }

  /// How far a run of the scenario with other values misses the worst condition, as a share of the
  /// condition's scale; at most 0 where all are met.
  public func worstMiss(of trajectory: Trajectory) -> Double {
    model.point([], fault: trajectory.fault) { trajectory[$0] }
      .excess(of: Array(conditions.indices))
  }

  /// A condition without a figure can never be judged.
  private func checkFigures() throws(BackcastError) {
    let start = model.point(current)
    if let fault = start.fault { throw .fault(fault) }
    for result in start.results where result.reached == nil && !result.aim.isPeak {
      throw .noFigure(result.aim, run: blueprint.years)
    }
  }
}

/// Why a question cannot be asked.
public enum BackcastError: Error, Sendable {
  /// There is no handle.
  case nothingAsked
  /// There are more conditions than can be told apart; see ``BackcastProblem/mostConditions``.
  case tooManyConditions(Int)
  /// The carbon price is changed alone, not beside others.
  case oneAtATime
  /// A change is measured by costs the scenario does not count.
  case withoutCosts
  /// The scenario has no such lever; the others are known.
  case unknownLever(String, known: [String])
  /// The lever begins only at the end of the run, or there is no carbon price to multiply.
  case notChangeable(BackcastHandle)
  /// Nothing answers to the carbon price: the market is off.
  case noMarket
  /// A peak can only be told in a year of the run before the last.
  case peakOutsideRun(Int, run: ClosedRange<Int>)
  /// The scenario has no figure for the condition: no history, or no non-fossil share of a contract.
  case noFigure(Target.Aim, run: ClosedRange<Int>)
  /// The variants cannot be made.
  case axis(AxisError)
  /// The scenario itself has no results.
  case fault(VariantFault)
}

/// What a change of several handles is measured by.
public enum Effort: String, CaseIterable, Sendable {
  /// The root of the summed squares of the changes of levels, or of years.
  case level
  /// The same, each level weighed by what pulling its lever adds to the system's cost.
  case cost
}

/// What to change of a scenario so that conditions hold: the answer.
public struct Backcast: Sendable {
  /// What was asked.
  public let problem: BackcastProblem
  /// The scenario as it is.
  public let start: BackcastPoint
  /// All handles at full: levels 1, the earliest date, the highest price.
  public let full: BackcastPoint
  /// Whether it can be done.
  public let outcome: Outcome
  /// What the change was measured by.
  public let effort: Effort

  /// Whether it can be done.
  public enum Outcome: Sendable {
    /// It can.
    case reached(BackcastSolution)
    /// It cannot within the ranges of the handles, as far as the search found.
    case unreachable(BackcastConflict)
  }
}

/// A change that meets all conditions.
public struct BackcastSolution: Sendable {
  /// The setting, and what is reached there by a run of its own.
  public let point: BackcastPoint
  /// Of one handle: the ranges of its values that meet all conditions, the gaps between them finer
  /// than the scan left aside; none where there are several handles.
  public let ranges: [ClosedRange<Double>]
  /// Of a date: where within its year the conditions begin to hold.
  public let exact: Double?
  /// The length of the change, `√Σ (k (x − x₀))²`, over levels or years, k as ``Effort`` says.
  public let effort: Double
}

/// Why conditions cannot hold together, and what would be possible instead.
public struct BackcastConflict: Sendable {
  /// The setting found at which the worst miss is the least.
  public let closest: BackcastPoint
  /// The smallest sets of conditions that cannot hold together, by their places.
  public let sets: [[Int]]
  /// What would be possible of one condition of a set while the others of the set hold.
  public let relaxations: [Relaxation]

  /// A weaker condition that can be met.
  public struct Relaxation: Sendable {
    /// The place of the set.
    public let set: Int
    /// The place of the condition.
    public let condition: Int
    /// What can be reached instead; none where the search found nothing.
    public let reachable: Target.Aim?
  }
}
