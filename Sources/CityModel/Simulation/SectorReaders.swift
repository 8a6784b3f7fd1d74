/// Which sectors read each parameter, noted while the equations were compiled.
struct SectorReaders: Sendable {
  private let readByAll: Set<Int>
  private let readers: [Int: Set<Sector>]

  init(_ compiler: BlueprintCompiler) {
    (readByAll, readers) = (compiler.readByAll, compiler.readers)
  }

  /// Whether a sector's equations read any of these rows of parameters.
  func reads(_ sector: Sector, anyOf rows: Set<Int>) -> Bool {
    rows.contains { readByAll.contains($0) || readers[$0]?.contains(sector) == true }
  }
}
