/// Who asks for energy.
enum Purpose: Int, CaseIterable {
  case buildings, industry, transport, heatPlants, hydrogenPlants, powerPlants

  /// The sectors that use energy, with what they ask for.
  static let sectors: [(Sector, Purpose)] = [
    (.buildings, .buildings), (.industry, .industry), (.transport, .transport),
  ]
}

/// What is asked for in one year by who asks for it [PJ]: the carriers of the file, those that the
/// model makes itself, and what of electricity each load of hourly dispatch draws.
///
/// Each of the askers has a block of his own, so that a sector's can be kept and put back.
struct Demand {
  /// How many things may be asked for.
  struct Layout: Sendable {
    /// The carriers of the file.
    let fuels: Int
    /// The loads of hourly dispatch.
    let loads: Int
    /// All that one may ask for.
    var width: Int { fuels + SecondaryCarrier.allCases.count + loads }

    /// The places of what one asks for of some carriers, by their places among all, and of his loads.
    func places(of purpose: Purpose, carriers: [Int]) -> [Int] {
      (carriers + ((width - loads)..<width)).map { purpose.rawValue * width + $0 }
    }
  }

  /// All blocks.
  let buffer: LaneBuffer
  private let fuelCount: Int
  private let width: Int

  /// Makes room.
  init(_ layout: Layout) {
    fuelCount = layout.fuels
    width = layout.width
    buffer = LaneBuffer(count: Purpose.allCases.count * width)
  }

  /// What one asks for of a carrier that the model makes.
  subscript(carrier: SecondaryCarrier, purpose: Purpose) -> Lanes {
    get { buffer[purpose.rawValue * width + fuelCount + carrier.index] }
    nonmutating set {
      buffer[purpose.rawValue * width + fuelCount + carrier.index] = newValue
    }
  }

  /// What one asks for of a carrier of the file, by its place there.
  subscript(fuel place: Int, purpose: Purpose) -> Lanes {
    get { buffer[purpose.rawValue * width + place] }
    nonmutating set { buffer[purpose.rawValue * width + place] = newValue }
  }

  /// What one draws as a load.
  subscript(load place: Int, purpose: Purpose) -> Lanes {
    get { buffer[purpose.rawValue * width + fuelCount + SecondaryCarrier.allCases.count + place] }
    nonmutating set {
      buffer[purpose.rawValue * width + fuelCount + SecondaryCarrier.allCases.count + place] =
        newValue
    }
  }

  /// What all ask for of a carrier that the model makes.
  func total(_ carrier: SecondaryCarrier) -> Lanes { total(fuelCount + carrier.index) }

  /// What all ask for of a carrier of the file.
  func total(fuel place: Int) -> Lanes { total(place) }

  /// What all draw as a load.
  func total(load place: Int) -> Lanes {
    total(fuelCount + SecondaryCarrier.allCases.count + place)
  }

  private func total(_ column: Int) -> Lanes {
    var sum = Lanes.zero
    for purpose in Purpose.allCases { sum += buffer[purpose.rawValue * width + column] }
    return sum
  }

  func clear() { buffer.clear() }
}
