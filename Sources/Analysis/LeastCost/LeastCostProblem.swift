public import CityModel
import Solvers

/// Something that has to hold with a probability: `P(peak by 2028) ≥ 0.9`.
public struct Chance: Hashable, Sendable {
  /// What has to hold.
  public let aim: Target.Aim
  /// In what share of the draws, above 0 and at most 1.
  public let share: Double

  /// Asks for a probability; see the properties of the same names.
  public init(_ aim: Target.Aim, atLeast share: Double) { (self.aim, self.share) = (aim, share) }
}

/// Which portfolio of levers costs least and meets conditions: the question.
public struct LeastCostProblem: Sendable {
  /// What may be changed, between what, and which conditions must hold.
  public let backcast: BackcastProblem
  /// What has to hold with a probability.
  public let chances: [Chance]
  /// The levers whose level, and perhaps end, may be changed.
  package let levers: [String]
  /// What chance draws from.
  public let seed: UInt64
  /// How many workers compute.
  package let jobs: Int
  let model: LeastCostModel

  /// The portfolios that are tried before any is improved.
  package static let sampleSize = 4096
  /// The most levers: each has a level, and perhaps an end.
  package static let mostLevers = 100

  /// Asks.
  ///
  /// - Parameters:
  ///   - blueprint: The scenario, compiled; its own run must have results and count costs.
  ///   - levers: Those that may be changed; all if none is named.
  ///   - timing: Whether their end dates may be changed, beside the levels; a lever that comes in at
  ///     one step, or only at the end of the run, keeps its date.
  ///   - conditions: What must hold.
  ///   - chances: What has to hold with a probability.
  ///   - draws: The draws of what the scenario calls uncertain, the same for all portfolios.
  ///   - seed: What chance draws from.
  ///   - jobs: How many workers compute.
  ///   - counted: Is told of every few runs that are done, from any thread.
  /// - Throws: ``LeastCostError``.
  public init(
    _ blueprint: Blueprint, with levers: [String] = [], timing: Bool = false,
    toMeet conditions: [Target.Aim], chances: [Chance] = [], draws: Int, seed: UInt64, jobs: Int,
    counted: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(LeastCostError) {
    let scenario = blueprint.scenario
    guard blueprint.discountRate != nil else { throw .withoutCosts }
    let named = levers.isEmpty ? scenario.levers.map(\.identity.id) : levers
    guard !named.isEmpty else { throw .withoutLevers }
    guard named.count <= Self.mostLevers else { throw .tooManyLevers(named.count) }
    let ends = named.map { BackcastHandle.end(lever: $0) }
      .filter { timing && $0.canMove(in: scenario) }
    let handles = named.map { BackcastHandle.level(lever: $0) } + ends
    do throws(BackcastError) {
      backcast = try BackcastProblem(
        blueprint, changing: handles, toMeet: conditions, jobs: jobs, counted: counted)
      if !chances.isEmpty {
        // The same checks for what has to hold with a probability.
        _ = try BackcastProblem(
          blueprint, changing: handles, toMeet: chances.map(\.aim), jobs: jobs)
      }
    } catch {
      throw .question(error)
    }
    self.chances = chances
    self.levers = named
    self.seed = seed
    self.jobs = jobs
    do throws(UncertaintyError) {
      model = LeastCostModel(
        backcast,
        chances.isEmpty
          ? nil
          : try ChanceModel(
            blueprint, chances, handles, current: backcast.current, draws: draws, seed: seed,
            jobs: jobs, counted: counted))
    } catch {
      throw .chance(error)
    }
  }

  private init(_ problem: Self, _ backcast: BackcastProblem) {
    self.backcast = backcast
    chances = problem.chances
    levers = problem.levers
    seed = problem.seed
    jobs = problem.jobs
    model = LeastCostModel(backcast, problem.model.chances)
  }

  /// The same question with one more condition.
  ///
  /// - Parameter condition: What must hold beside the others.
  /// - Returns: The question.
  /// - Throws: ``LeastCostError/question(_:)`` where there are too many, or there is no figure of it.
  func with(_ condition: Target.Aim) throws(LeastCostError) -> Self {
    do throws(BackcastError) {
      return Self(
        self,
        try BackcastProblem(
          backcast.blueprint, changing: backcast.handles,
          toMeet: backcast.conditions + [condition], jobs: jobs, counted: backcast.model.counted))
    } catch {
      throw .question(error)
    }
  }

  /// The number of handles: the levels come first, in the order of ``levers``.
  var count: Int { backcast.handles.count }

  /// The draws from which probabilities are told.
  public var draws: Int { model.chances?.draws.count ?? 0 }

  /// What is uncertain in the scenario but is set by the portfolio instead of being drawn.
  public var heldInputs: [String] { model.chances?.held ?? [] }
}

/// Why a least-cost portfolio cannot be asked for.
public enum LeastCostError: Error, Sendable {
  /// The scenario counts no costs.
  case withoutCosts
  /// The scenario has no levers.
  case withoutLevers
  /// There are more levers than can be searched.
  case tooManyLevers(Int)
  /// The question itself is wrong.
  case question(BackcastError)
  /// There is no sample to tell probabilities from.
  case chance(UncertaintyError)
}

extension BackcastHandle {
  /// Whether the date can be set to more than one year.
  fileprivate func canMove(in scenario: Scenario) -> Bool {
    guard let lever, let found = scenario.levers.first(where: { $0.identity.id == lever }),
      found.ramp.hasEnd, let range = range(in: scenario)
    else { return false }
    return range.lowerBound < range.upperBound
  }
}
