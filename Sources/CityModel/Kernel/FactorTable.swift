/// The emission factors of every carrier of the file in every use, for one year (MODEL §8).
///
/// ```text
/// φ_CO2 = carbon content · oxidation(use)            [kg CO₂/GJ]
/// ```
///
/// Source: IPCC 2006 Guidelines, vol. 2, ch. 1, eq. 1.1 and ch. 2, eq. 2.1.
struct FactorTable {
  /// The factors of one carrier in one use.
  struct Factors {
    /// CO₂, fossil and biogenic [kg/GJ].
    let carbonDioxide: Lanes
    /// The fossil part of the carbon.
    let fossilShare: Lanes
    /// Methane [kg/TJ].
    let methane: Lanes
    /// Nitrous oxide [kg/TJ].
    let nitrousOxide: Lanes
  }

  private static let gasColumns = 4
  private let columns: Int
  private let buffer: LaneBuffer

  /// Makes room for so many carriers and air pollutants.
  init(carriers: Int, pollutants: Int = 0) {
    columns = Self.gasColumns + pollutants
    buffer = LaneBuffer(count: carriers * CarrierUse.allCases.count * columns)
  }

  /// The factors of a carrier, by its place among the file's carriers, in a use.
  subscript(carrier: Int, use: CarrierUse) -> Factors {
    get {
      let start = offset(carrier, use)
      return Factors(
        carbonDioxide: buffer[start], fossilShare: buffer[start + 1],
        methane: buffer[start + 2], nitrousOxide: buffer[start + 3])
    }
    nonmutating set {
      let start = offset(carrier, use)
      buffer[start] = newValue.carbonDioxide
      buffer[start + 1] = newValue.fossilShare
      buffer[start + 2] = newValue.methane
      buffer[start + 3] = newValue.nitrousOxide
    }
  }

  /// The factor of an air pollutant [kg/TJ], by its place among those of the scenario.
  func pollutant(_ number: Int, _ carrier: Int, _ use: CarrierUse) -> Lanes {
    buffer[offset(carrier, use) + Self.gasColumns + number]
  }

  /// Sets the factor of an air pollutant [kg/TJ].
  func setPollutant(
    _ number: Int, _ carrier: Int, _ use: CarrierUse, _ factor: Lanes
  ) {
    buffer[offset(carrier, use) + Self.gasColumns + number] = factor
  }

  private func offset(_ carrier: Int, _ use: CarrierUse) -> Int {
    (carrier * CarrierUse.allCases.count + use.index) * columns
  }
}
