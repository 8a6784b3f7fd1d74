/// What pulling a lever costs beyond what the stocks already cost.
public struct LeverCost: Hashable, Sendable {
  /// What the cost is counted by.
  public enum Basis: Hashable, Sendable {
    /// So much a year at full pull [million CNY].
    case year
    /// For each new vehicle that the lever turns into another [CNY].
    case vehicle
    /// For each m² of new floor area that the lever turns into another [CNY].
    case floorArea

    /// The basis of what a file writes; nothing for a reading that no lever's cost has.
    public init?(_ reading: Reading.Name) {
      switch reading {
      case .amount: self = .year
      case .perVehicle: self = .vehicle
      case .perArea: self = .floorArea
      case .money, .perPerson, .perProduct, .perNamedDriver, .anyUnit: return nil
      }
    }
  }
  /// What it is counted by.
  package let basis: Basis
  /// One value for each year of the scenario.
  package let values: [Double]

  /// Makes a cost.
  public init(basis: Basis, values: [Double]) { (self.basis, self.values) = (basis, values) }

  /// The rows that hold the pieces of which a parameter is the share, and whose they are.
  static func pieces(of path: ParameterPath) -> (kind: OutputKind, owner: ParameterPath)? {
    let segments = path.segments
    guard segments.count > 2 else { return nil }
    let owner = ParameterPath(segments.dropLast(2).joined(separator: "."))
    switch segments[segments.count - 2] {
    case "sales": return (.vehicleSales, owner)
    case "construction": return (.construction, owner)
    default: return nil
    }
  }

  /// Whether a cost by the piece has pieces to count where a lever moves this parameter.
  public static func counts(_ basis: Basis, for path: ParameterPath) -> Bool {
    switch basis {
    case .year: true
    case .vehicle: pieces(of: path)?.kind == .vehicleSales
    case .floorArea: pieces(of: path)?.kind == .construction
    }
  }
}
