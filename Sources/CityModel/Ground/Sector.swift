/// A part of the city's account.
public enum Sector: String, CaseIterable, Sendable {
  /// Power, heat and hydrogen plants, and what is bought from outside.
  case energy
  /// Homes, offices and other buildings.
  case buildings
  /// Industry, with its processes.
  case industry
  /// Passenger and freight transport.
  case transport
  /// Municipal solid waste.
  case waste
  /// Land that takes up carbon.
  case sinks

  /// The five sectors that emit; their sum is the gross total.
  public static let emitting: [Sector] = [.energy, .buildings, .industry, .transport, .waste]

  /// The sector's place in tables.
  var index: Int {
    switch self {
    case .energy: 0
    case .buildings: 1
    case .industry: 2
    case .transport: 3
    case .waste: 4
    case .sinks: 5
    }
  }
}
