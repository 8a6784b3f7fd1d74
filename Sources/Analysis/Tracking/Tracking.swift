public import CityModel
public import Diagnostics

/// A plan held against what was observed.
///
/// Observed emissions are held against what the inventory of the scenario's history counts of the plan:
/// gross emissions where it says nothing else; sectors are where emissions arise. The nowcast moves both
/// totals by what was observed, and targets and budgets are judged on the total each is of.
public struct Tracking: Sendable {
  /// One observed year of a total, a sector, energy, GDP or population.
  public struct Distance: Sendable {
    /// `emissions`, `emissions.industry`, `energy`, `gdp` or `population`.
    public let item: String
    /// The sector, if it is one.
    public let sector: Sector?
    /// The year.
    public let year: Int
    /// What was planned, and what was observed if it was.
    public let planned: Double, observed: Double?
    /// Its unit.
    public let unit: String
    /// Whether it goes as planned; nothing for what is no aim, as GDP.
    public let status: TrackingStatus?
    /// Why that is unknown.
    public let gap: TrackingGap?
  }

  /// The year's distance, by factors.
  public struct Explained: Sendable {
    /// The year.
    public let year: Int
    /// Observed less planned [Mt CO₂e].
    public let distance: Double
    /// What explains it; none where too little was observed.
    public let factors: DistanceFactors?
  }

  /// A target judged by where emissions would land.
  public struct JudgedTarget: Sendable {
    /// The target with what the nowcast reaches.
    public let result: TargetResult
    /// What the plan itself reaches.
    package let planned: TargetResult
    /// Whether it is within reach.
    public let status: TrackingStatus
    /// Why that is unknown.
    public let gap: TrackingGap?

    /// Whether it is missed by the plan already, not only by what was observed.
    public var isMissedByPlan: Bool { status == .offTrack && !planned.isMet }
  }

  /// What remains of a budget.
  public struct Budget: Sendable {
    /// Its years.
    public let years: ClosedRange<Int>
    /// The budget [Mt CO₂e].
    public let limit: Double
    /// The total it is of.
    public let account: EmissionTotal
    /// What is emitted of it by the last observed year [Mt CO₂e].
    public let spent: Double?
    /// The years whose emissions are not known.
    public let missingYears: [Int]
    /// The year in which the nowcast has used it up, if it does.
    public let exhausted: Int?
  }

  /// A parameter that was observed, or a lever of which nothing was.
  public struct LeverProgress: Sendable {
    /// The parameter; none for a lever without a column.
    public let path: ParameterPath?
    /// The levers that move it.
    public let levers: [String]
    /// The last observed year, with what was planned and observed, in the model's unit.
    public let year: Int?, planned: Double?, observed: Double?
    /// The unit.
    public let unit: String
    /// When the plan reaches the observed level; none if it never does.
    public let planReaches: Double?
    /// Whether it goes as planned.
    public let status: TrackingStatus
    /// Why that is unknown.
    public let gap: TrackingGap?
  }

  /// An observed value that is too far from the plan to be of the same thing.
  public struct Slip: Sendable {
    /// What was observed, as in the table.
    public let item: String
    /// The first such year.
    public let year: Int
    /// What was planned, and what was observed, in ``unit``.
    public let planned: Double, observed: Double
    /// The unit.
    public let unit: String
    /// What may be wrong, for people.
    public let remedy: Text
  }

  /// The plan.
  public let plan: Trajectory
  /// What was observed.
  public let observations: Observations
  /// The share of the planned value by which more may be emitted and still be on track.
  public let tolerance: Double
  /// The observed years of the run.
  public let years: [Int]
  /// Every item in every year in which it was observed; what never was, once, in the last year.
  public let distances: [Distance]
  /// The base year, as far as it was observed.
  public let base: BaseGap?
  /// What explains the distances of the years with observed emissions.
  public let explained: [Explained]
  /// Emissions by year of the run: observed, and later years at the plan's growth [Mt CO₂e], with what
  /// the inventory does not count as planned; nothing where no emissions were observed, or the plan has
  /// none above zero to grow by.
  public let nowcast: ByTotal<[Double]>?
  /// The last year with observed emissions.
  public let lastYear: Int?
  /// The targets.
  public let targets: [JudgedTarget]
  /// The budgets.
  public let budgets: [Budget]
  /// The levers and what they move.
  public let levers: [LeverProgress]

  /// Observed values that are too far from the plan to be of the same thing, the first year of each item:
  /// those in which a unit seems to have slipped, and totals more than ``farFromPlan``-fold off.
  public var slips: [Slip] {
    let totals = distances.compactMap { one in
      one.observed.flatMap { observed in
        Self.remedy(observed, one.planned, isTotal: true).map {
          Slip(
            item: one.item, year: one.year, planned: one.planned, observed: observed,
            unit: one.unit, remedy: $0)
        }
      }
    }
    let moved = levers.compactMap { lever -> Slip? in
      guard let path = lever.path, let year = lever.year, let planned = lever.planned,
        let observed = lever.observed, let remedy = Self.remedy(observed, planned, isTotal: false)
      else { return nil }
      return Slip(
        item: path.description, year: year, planned: planned, observed: observed,
        unit: lever.unit, remedy: remedy)
    }
    var seen: Set<String> = []
    return (totals + moved).filter { seen.insert($0.item).inserted }
  }

  /// How many times a total may differ from the plan before it is called another thing.
  static let farFromPlan = 5.0

  /// What may be wrong with an observed value that is too far from the plan; nothing if it is not.
  static func remedy(_ observed: Double, _ planned: Double, isTotal: Bool) -> Text? {
    if let slip = UnitSlip(observed, against: planned) { return slip.text }
    guard isTotal, planned > 0,
      observed <= 0 || max(observed / planned, planned / observed) > farFromPlan
    else { return nil }
    return Text(
      "is it the same thing, in the same unit?", "是否为同一口径、同一单位？")
  }

  /// The whole: emissions of their own last observed year and every target.
  public var status: TrackingStatus {
    let total = distances.last { $0.item == "emissions" }?.status ?? .unknown
    return .together([total] + targets.map(\.status))
  }

  /// Holds a plan against observations.
  ///
  /// - Parameters:
  ///   - plan: The run.
  ///   - observations: What was observed; at least one year of the run.
  ///   - tolerance: See ``tolerance``.
  /// - Throws: ``PeakError`` where a total of the plan is no number.
  public init(
    of plan: Trajectory, against observations: Observations, tolerance: Double
  ) throws(PeakError) {
    let model = TrackingModel(plan, observations, tolerance: tolerance)
    self.plan = plan
    self.observations = observations
    self.tolerance = tolerance
    years = model.years
    distances = model.distances()
    base = model.base
    explained = model.explained()
    nowcast = model.nowcast
    lastYear = model.lastYear
    budgets = model.budgets()
    targets = try model.targets(budgets)
    levers = model.levers()
  }
}
