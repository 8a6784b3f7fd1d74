/// A scenario compiled for the kernel: dense, immutable, the same for every variant.
public struct Blueprint: Sendable {
  /// The scenario it was compiled from.
  public let scenario: Scenario
  /// The things that rows of the results belong to.
  public let items: [OutputItem]
  /// The rows of the results.
  public let rows: [OutputRow]
  /// The paths of the parameters that some equation reads.
  package let readParameters: Set<ParameterPath>

  /// The paths of the parameters that decide what the model consists of: no variant can differ in
  /// them.
  package let shapingParameters: Set<ParameterPath>

  /// The scenario's values of every parameter, year by year.
  let baseValues: [Double]
  let drivers: DriverSet
  let factors: FactorSources
  let buildings: Buildings
  let industry: Industry
  let transport: Transport
  let energy: Energy
  let waste: Waste?
  let sinks: Sinks
  let emissionAccount: EmissionAccount
  /// What relocated industry would have used emits, also where nobody uses it any more.
  let knownFactors: KnownFactors
  let energyBalance: EnergyBalance
  let costs: CostAccount?
  let market: Market?
  let residuals: [OutputIndex]
  let levers: LeverPlan
  let stateCount: Int
  /// What geological storage takes in the year, if there is a limit.
  let storageLimit: ParameterIndex?
  /// By sector, the rows it writes itself.
  let sectorRows: [Range<Int>]
  /// By sector, the state it carries itself.
  let sectorStates: [Range<Int>]
  /// The rows and the state of the accounts, behind those of all sectors.
  let (accountRows, accountStates): (Range<Int>, Range<Int>)
  /// Which sectors read each parameter.
  let readers: SectorReaders

  /// Compiles a checked scenario.
  public init(_ scenario: Scenario) {
    var compiler = BlueprintCompiler(
      scenario, loads: ElectricityLoads(ofHourly: scenario), pollutants: scenario.pollutants)
    let drivers = DriverSet(&compiler)
    self.drivers = drivers
    factors = FactorSources(&compiler)
    storageLimit = compiler.optionalParameter(Key.energy / .carbonStorage / .injectionLimit)
    buildings = compiler.compileRows(.buildings) { Buildings(&$0, drivers) }
    industry = compiler.compileRows(.industry) { Industry(&$0, drivers) }
    transport = compiler.compileRows(.transport) { Transport(&$0, drivers) }
    energy = compiler.compileRows(.energy) { Energy(&$0) }
    waste = compiler.compileRows(.waste) { Waste(&$0, drivers) }
    sinks = compiler.compileRows(.sinks) { Sinks(&$0) }
    emissionAccount = EmissionAccount(&compiler, energy)
    knownFactors = KnownFactors(&compiler)
    energyBalance = EnergyBalance(&compiler)
    costs = CostAccount(&compiler, energy)
    market = Market(&compiler, averageCosts: costs?.averageCosts)
    let run = compiler.item(ParameterPath(.laws), .energy, .account)
    residuals = Law.allCases.map { compiler.output(.residual, run, $0.rawValue) }
    levers = LeverPlan(scenario)
    baseValues = scenario.years.indices.enumerated().flatMap { year, _ in
      scenario.parameters.map { $0.values[year] }
    }
    self.scenario = scenario
    items = compiler.items
    rows = compiler.rows
    stateCount = compiler.stateCount
    shapingParameters = Set(compiler.shaping.map { scenario.parameters[$0].path })
    readers = SectorReaders(compiler)
    sectorRows = compiler.sectorRows
    sectorStates = compiler.sectorStates
    accountRows = (sectorRows.map(\.upperBound).max() ?? 0)..<compiler.rows.count
    accountStates = (sectorStates.map(\.upperBound).max() ?? 0)..<compiler.stateCount
    readParameters = Set(compiler.read.map { scenario.parameters[$0].path })
  }

  /// What may be asked for.
  var demandLayout: Demand.Layout {
    Demand.Layout(fuels: factors.count, loads: energy.hourly?.loads.count ?? 0)
  }

  /// How many carriers there are, those that the model makes among them.
  var carrierCount: Int { factors.count + SecondaryCarrier.allCases.count }

  /// The years of the run.
  public var years: ClosedRange<Int> { scenario.years }

  /// What the scenario has but gives no cost for; nothing at all where it counts no costs.
  public var costGaps: [CostGap]? { costs?.gaps }
}
