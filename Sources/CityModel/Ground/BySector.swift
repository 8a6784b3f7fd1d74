/// An amount for each sector.
struct BySector {
  private var energy = Lanes.zero
  private var buildings = Lanes.zero
  private var industry = Lanes.zero
  private var transport = Lanes.zero
  private var waste = Lanes.zero
  private var sinks = Lanes.zero

  subscript(sector: Sector) -> Lanes {
    get {
      switch sector {
      case .energy: energy
      case .buildings: buildings
      case .industry: industry
      case .transport: transport
      case .waste: waste
      case .sinks: sinks
      }
    }
    set {
      switch sector {
      case .energy: energy = newValue
      case .buildings: buildings = newValue
      case .industry: industry = newValue
      case .transport: transport = newValue
      case .waste: waste = newValue
      case .sinks: sinks = newValue
      }
    }
  }

  /// The five sectors that emit together.
  var emitted: Lanes { energy + buildings + industry + transport + waste }
}
