package import Diagnostics

/// A load of the city that hourly dispatch knows apart.
public enum Load: String, CaseIterable, Sendable {
  /// Buildings.
  case buildings
  /// Industry.
  case industry
  /// Transport without fleets: metro, rail, ships at the quay.
  case transport
  /// The charging of road vehicles.
  case charging
  /// Electric sources of district heat.
  case heatPlants = "heat-plants"
  /// The making of hydrogen.
  case electrolysis
  /// Capture of CO₂ at industrial routes and hydrogen plants.
  case capture
  /// What is delivered outside the city.
  case exports

  /// What the load is.
  package var meaning: Text {
    switch self {
    case .buildings: Text("buildings", "建筑")
    case .industry: Text("industry", "工业")
    case .transport: Text("transport without fleets: metro, rail, shore power", "轨道、岸电等交通用电")
    case .charging: Text("charging of road vehicles", "电动汽车充电")
    case .heatPlants: Text("electric sources of district heat", "集中供热用电")
    case .electrolysis: Text("making of hydrogen", "制氢")
    case .capture: Text("capture of CO2", "碳捕集")
    case .exports: Text("electricity delivered outside", "外送电")
    }
  }

  /// The load of those who ask for electricity; power plants do not.
  init?(_ purpose: Purpose) {
    switch purpose {
    case .buildings: self = .buildings
    case .industry: self = .industry
    case .transport: self = .transport
    case .heatPlants: self = .heatPlants
    case .hydrogenPlants: self = .electrolysis
    case .powerPlants: return nil
    }
  }
}

/// The loads of a scenario: those of the model, then the consumers that have a shape of their own.
///
/// What a consumer draws belongs to the load named by the innermost id it stands under: its
/// equipment, its end use, its building type, its subsector, its mode; else to that of its sector.
public struct ElectricityLoads: Sendable {
  /// Where scenarios give the shapes.
  public static let shapes = Key.energy / .electricity / .loadShapes

  /// The ids of the loads.
  let ids: [String]
  private let own: [String: Int]

  /// The loads of a scenario; nothing where its dispatch is annual.
  init?(ofHourly scenario: Scenario) {
    guard scenario.choices[Key.energy / .electricity / .dispatch] == "hourly" else {
      return nil
    }
    let consumers = scenario.members[Self.shapes] ?? []
    ids = Load.allCases.map(\.rawValue) + consumers
    own = Dictionary(
      uniqueKeysWithValues: consumers.enumerated().map { ($1, Load.allCases.count + $0) })
  }

  /// How many there are.
  var count: Int { ids.count }

  /// The load of a consumer.
  ///
  /// - Parameters:
  ///   - path: Where the consumer stands in the scenario.
  ///   - load: The load where no id of the path has one of its own.
  /// - Returns: The place of the load.
  func place(of path: ParameterPath, or load: Load) -> Int {
    path.segments.reversed().compactMap { own[String($0)] }.first ?? place(of: load)
  }

  /// The place of a load of the model.
  func place(of load: Load) -> Int { load.index }

  /// The place of a load by its id.
  func place(of id: String) -> Int { own[id] ?? Load(rawValue: id).map { $0.index } ?? 0 }
}

extension Load {
  fileprivate var index: Int {
    switch self {
    case .buildings: 0
    case .industry: 1
    case .transport: 2
    case .charging: 3
    case .heatPlants: 4
    case .electrolysis: 5
    case .capture: 6
    case .exports: 7
    }
  }
}
