import Diagnostics

/// Turns ids into indices while the sectors compile their parts of the blueprint.
///
/// The reader has checked the scenario, so what is not found here is a defect of ours.
struct BlueprintCompiler {
  let scenario: Scenario
  /// The loads that hourly dispatch knows apart; none if dispatch is annual.
  let loads: ElectricityLoads?
  /// The air pollutants the scenario has an account of.
  let pollutants: [Pollutant]
  private var pollutantOutputs: [Int: [Pollutant: OutputIndex]] = [:]
  private let rowsByPath: [ParameterPath: Int]
  private(set) var items: [OutputItem] = []
  private(set) var rows: [OutputRow] = []
  private(set) var stateCount = 0
  private(set) var sources: [(sector: Sector, source: EmissionSource)] = []
  /// Every parameter some equation asked for.
  private(set) var read: Set<Int> = []
  /// The sector whose equations ask now; none while what they ask for serves all.
  private var reader: Sector?
  /// Who reads each parameter; none where all do.
  private(set) var readers: [Int: Set<Sector>] = [:]
  private(set) var readByAll: Set<Int> = []
  /// By sector, the rows it writes itself.
  private(set) var sectorRows = Sector.allCases.map { _ in 0..<0 }
  /// By sector, the state it carries itself.
  private(set) var sectorStates = Sector.allCases.map { _ in 0..<0 }
  /// Every parameter whose value decided what the model consists of.
  private(set) var shaping: Set<Int> = []

  /// Begins with a checked scenario.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - loads: The loads that hourly dispatch knows apart; none if dispatch is annual.
  ///   - pollutants: The air pollutants the scenario has an account of.
  init(_ scenario: Scenario, loads: ElectricityLoads? = nil, pollutants: [Pollutant] = []) {
    self.scenario = scenario
    self.loads = loads
    self.pollutants = pollutants
    rowsByPath = Dictionary(
      uniqueKeysWithValues: scenario.parameters.enumerated().map { ($1.path, $0) })
  }

  /// The carriers of the file, then the secondary ones.
  var carriers: [String] { members(ParameterPath(.carriers)) + SecondaryCarrier.ids }

  func members(_ path: ParameterPath) -> [String] { scenario.members[path] ?? [] }

  func members(_ path: String) -> [String] { members(ParameterPath(path)) }

  func choice(_ path: ParameterPath) -> String? { scenario.choices[path] }

  func has(_ path: ParameterPath) -> Bool { rowsByPath[path] != nil }

  mutating func parameter(_ path: ParameterPath) -> ParameterIndex {
    guard let row = rowsByPath[path] else {
      defect("the reader let a scenario pass without '\(path)'")
    }
    read.insert(row)
    if let reader {
      readers[row, default: []].insert(reader)
    } else {
      readByAll.insert(row)
    }
    return ParameterIndex(row: row)
  }

  /// Compiles the equations of a sector, whose rows and state are then all that it writes itself.
  mutating func compileRows<Part>(
    _ sector: Sector, _ part: (inout BlueprintCompiler) -> Part
  ) -> Part {
    let firstRow = rows.count
    let firstState = stateCount
    defer {
      sectorRows[sector.index] = firstRow..<rows.count
      sectorStates[sector.index] = firstState..<stateCount
    }
    return compile(sector, part)
  }

  /// Compiles equations that serve a sector.
  mutating func compile<Part>(
    _ sector: Sector, _ part: (inout BlueprintCompiler) -> Part
  ) -> Part {
    let before = reader
    reader = sector
    defer { reader = before }
    return part(&self)
  }

  mutating func optionalParameter(_ path: ParameterPath) -> ParameterIndex? {
    has(path) ? parameter(path) : nil
  }

  mutating func optionalParameter(_ path: String) -> ParameterIndex? {
    optionalParameter(ParameterPath(path))
  }

  /// A parameter's value in the base year, for what decides the shape of the model.
  mutating func baseValue(_ parameter: ParameterIndex) -> Double {
    shaping.insert(parameter.row)
    return scenario.parameters[parameter.row].values.first ?? 0
  }

  /// Which of its readings a parameter is given in.
  func reading(_ path: ParameterPath) -> Reading.Name {
    guard let row = rowsByPath[path] else {
      defect("the reader let a scenario pass without '\(path)'")
    }
    return scenario.parameters[row].reading.name
  }

  mutating func item(_ path: ParameterPath, _ sector: Sector, _ role: OutputItem.Role) -> Int {
    let name = scenario.names[path] ?? Text(same: path.last)
    items.append(
      OutputItem(
        path: path, sector: sector, role: role, name: name, label: choice(path / .iamc)))
    return items.count - 1
  }

  mutating func output(_ kind: OutputKind, _ item: Int, _ part: String = "") -> OutputIndex {
    rows.append(OutputRow(kind: kind, item: item, part: part))
    return OutputIndex(row: rows.count - 1)
  }

  /// The row of an item's emissions of a pollutant, one for all that it burns.
  mutating func pollutantOutput(_ pollutant: Pollutant, _ item: Int) -> OutputIndex {
    if let known = pollutantOutputs[item]?[pollutant] { return known }
    let new = output(.airPollutant, item, pollutant.rawValue)
    pollutantOutputs[item, default: [:]][pollutant] = new
    return new
  }

  /// Enters a source into the emission account of its sector.
  mutating func register(_ source: EmissionSource) {
    sources.append((items[source.item].sector, source))
  }

  /// Room for `count` values that are carried from year to year.
  mutating func state(_ count: Int) -> Int {
    defer { stateCount += count }
    return stateCount
  }
}
