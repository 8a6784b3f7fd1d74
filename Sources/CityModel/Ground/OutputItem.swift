public import Diagnostics

/// A thing that rows of the results belong to: a consumer, a plant, a contract, a carrier.
public struct OutputItem: Hashable, Sendable {
  /// What kind of thing it is.
  public enum Role: Hashable, Sendable {
    /// A driver of activity.
    case driver
    /// An end use of a building type.
    case buildingUse(type: String, isResidential: Bool)
    /// A building type.
    case buildingType(isResidential: Bool)
    /// The burning of fuels in an industrial route.
    case industryEnergy(subsector: String)
    /// The process of an industrial route.
    case industryProcess(subsector: String)
    /// What an industrial subsector moved out of the city.
    case relocation
    /// A mode of passenger transport.
    case passengerMode
    /// A mode of freight transport.
    case freightMode
    /// A power technology.
    case powerPlant
    /// A storage of electricity.
    case storage
    /// Load that may move within the day.
    case demandResponse
    /// A source of district heat.
    case heatPlant
    /// A way to make hydrogen.
    case hydrogenPlant
    /// A contract for electricity, heat or hydrogen from outside.
    case importContract
    /// A treatment of waste.
    case waste
    /// Land that takes up carbon.
    case sink
    /// A carrier.
    case carrier
    /// A sector or the city as a whole.
    case account
  }
  /// The path in the scenario.
  public let path: ParameterPath
  /// The sector whose account it belongs to.
  public let sector: Sector
  /// What kind of thing it is.
  public let role: Role
  /// Its name for people.
  public let name: Text
  /// Its label in IAMC variable names, where the file gives one.
  public let label: String?
}

/// One row of the results: a yearly series.
public struct OutputRow: Hashable, Sendable {
  /// What it holds.
  public let kind: OutputKind
  /// The thing it belongs to, an index into the items.
  public let item: Int
  /// The part of the thing: a carrier, a technology, a class, a line; empty for the whole.
  public let part: String
}

/// Where a row stands in the results.
struct OutputIndex: Hashable, Sendable {
  let row: Int
}

/// Where a parameter stands among the year's parameters.
struct ParameterIndex: Hashable, Sendable {
  let row: Int
}
