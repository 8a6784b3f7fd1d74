/// What the accounts need of each sector in a year.
///
/// Each sector has a block of its own, so that it can be kept and put back.
struct SectorSums {
  /// All blocks.
  let buffer: LaneBuffer
  private let width: Int

  /// How many sums a sector has beside those of carriers.
  private static let ownPlaces = 4

  /// Makes room for so many carriers, those that the model makes among them.
  init(carriers: Int) {
    width = Self.ownPlaces + carriers
    buffer = LaneBuffer(count: Sector.allCases.count * width)
  }

  /// The places of a sector's sums, with the final energy of some of all carriers.
  static func places(of sector: Sector, carriers: [Int], of count: Int) -> [Int] {
    (Array(0..<ownPlaces) + carriers.map { ownPlaces + $0 }).map {
      sector.index * (ownPlaces + count) + $0
    }
  }

  /// The sector's direct emissions [Mt CO₂e].
  subscript(direct sector: Sector) -> Lanes {
    get { buffer[sector.index * width] }
    nonmutating set { buffer[sector.index * width] = newValue }
  }

  /// How far the sector's stocks are from balance, relative.
  subscript(residual sector: Sector) -> Lanes {
    get { buffer[sector.index * width + 1] }
    nonmutating set { buffer[sector.index * width + 1] = newValue }
  }

  /// What of the year's storage the sector leaves to those after it [Mt].
  subscript(room sector: Sector) -> StorageRoom {
    get { StorageRoom(limit: buffer[sector.index * width + 2]) }
    nonmutating set { buffer[sector.index * width + 2] = newValue.left }
  }

  /// The captured carbon of living matter that the sector's emissions count as removed [Mt].
  subscript(removed sector: Sector) -> Lanes {
    get { buffer[sector.index * width + 3] }
    nonmutating set { buffer[sector.index * width + 3] = newValue }
  }

  /// The sector's final energy of a carrier, by its place among all [PJ].
  subscript(final carrier: Int, sector: Sector) -> Lanes {
    get { buffer[sector.index * width + Self.ownPlaces + carrier] }
    nonmutating set { buffer[sector.index * width + Self.ownPlaces + carrier] = newValue }
  }

  func clear() { buffer.clear() }
}
