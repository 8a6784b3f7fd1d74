/// Which sectors read each parameter, noted while the equations were compiled.
struct SectorReaders: Sendable {
  private let readByAll: Set<Int>
  private let readers: [Int: Set<Sector>]

  init(_ compiler: BlueprintCompiler) {
    readByAll = compiler.readByAll
    readers = compiler.readers
  }

  /// Whether a sector's equations read any of these rows of parameters.
  func reads(_ sector: Sector, anyOf rows: Set<Int>) -> Bool {
    rows.contains { readByAll.contains($0) || readers[$0]?.contains(sector) == true }
  }
}

extension Blueprint {
  /// The sectors whose equations read something that a lever moves.
  ///
  /// - Parameter lever: The id of a lever of the scenario.
  /// - Returns: The sectors; none where no lever has that id.
  public func sectors(changedBy lever: String) -> Set<Sector> {
    guard let place = levers.leverIds.firstIndex(of: lever) else { return [] }
    let rows = levers.rows(changedBy: place)
    return Set(Sector.allCases.filter { readers.reads($0, anyOf: rows) })
  }
}
