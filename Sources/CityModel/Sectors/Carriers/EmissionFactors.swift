/// Where the emission factors of every carrier of the file stand among the parameters.
struct FactorSources: Sendable {
  /// The parameters of one carrier in one use.
  private struct Rows {
    let carbonContent: ParameterIndex
    let fossilShare: ParameterIndex
    let oxidation: ParameterIndex
    let methane: ParameterIndex
    let nitrousOxide: ParameterIndex
  }
  /// The factor of a pollutant that the scenario gives for a carrier in a use.
  private struct PollutantFactor {
    let number: Int
    let carrier: Int
    let use: Carriers.Use
    let factor: ParameterIndex
  }

  /// By carrier, then by use.
  private let rows: [Rows]
  private let pollutants: [PollutantFactor]
  /// How many carriers the file declares.
  let count: Int
  /// How many pollutants the scenario has an account of.
  let pollutantCount: Int

  init(_ compiler: inout BlueprintCompiler) {
    var rows: [Rows] = []
    var factors: [PollutantFactor] = []
    let pollutants = compiler.pollutants
    let carriers = compiler.members("carriers")
    for (carrier, id) in carriers.enumerated() {
      for use in Carriers.Use.allCases {
        rows.append(Self.rows(&compiler, ParameterPath("carriers") / id, use))
        for (number, pollutant) in pollutants.enumerated() {
          if let factor = compiler.pollutantFactor(pollutant, of: id, in: use) {
            factors.append(
              PollutantFactor(number: number, carrier: carrier, use: use, factor: factor))
          }
        }
      }
    }
    (self.rows, self.pollutants) = (rows, factors)
    (count, pollutantCount) = (carriers.count, pollutants.count)
  }

  private static func rows(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, _ use: Carriers.Use
  ) -> Rows {
    func inUse(_ key: String, _ compiler: inout BlueprintCompiler) -> ParameterIndex {
      let general = compiler.parameter(path / key)
      return compiler.optionalParameter(path / "uses" / use.rawValue / key) ?? general
    }
    return Rows(
      carbonContent: compiler.parameter(path / "carbon-content"),
      fossilShare: compiler.parameter(path / "fossil-share"),
      oxidation: inUse("oxidation", &compiler), methane: inUse("methane", &compiler),
      nitrousOxide: inUse("nitrous-oxide", &compiler))
  }

  /// The rows of all parameters that factors follow from.
  var parameterRows: Set<Int> {
    let ofGases = rows.flatMap {
      [$0.carbonContent, $0.fossilShare, $0.oxidation, $0.methane, $0.nitrousOxide]
    }
    return Set((ofGases + pollutants.map(\.factor)).map(\.row))
  }

  /// Computes the factors of a year from its parameters.
  func update(_ table: FactorTable, from parameters: LaneBuffer) {
    for carrier in 0..<count {
      for (place, use) in Carriers.Use.allCases.enumerated() {
        let rows = rows[carrier * Carriers.Use.allCases.count + place]
        table[carrier, use] = FactorTable.Factors(
          carbonDioxide: parameters[rows.carbonContent.row] * parameters[rows.oxidation.row],
          fossilShare: parameters[rows.fossilShare.row],
          methane: parameters[rows.methane.row], nitrousOxide: parameters[rows.nitrousOxide.row])
      }
    }
    for pollutant in pollutants {
      table.setPollutant(
        pollutant.number, pollutant.carrier, pollutant.use, parameters[pollutant.factor.row])
    }
  }
}

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
    buffer = LaneBuffer(count: carriers * Carriers.Use.allCases.count * columns)
  }

  /// The factors of a carrier, by its place among the file's carriers, in a use.
  subscript(carrier: Int, use: Carriers.Use) -> Factors {
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
  func pollutant(_ number: Int, _ carrier: Int, _ use: Carriers.Use) -> Lanes {
    buffer[offset(carrier, use) + Self.gasColumns + number]
  }

  fileprivate func setPollutant(
    _ number: Int, _ carrier: Int, _ use: Carriers.Use, _ factor: Lanes
  ) {
    buffer[offset(carrier, use) + Self.gasColumns + number] = factor
  }

  private func offset(_ carrier: Int, _ use: Carriers.Use) -> Int {
    (carrier * Carriers.Use.allCases.count + use.index) * columns
  }
}

extension Carriers.Use {
  fileprivate var index: Int {
    switch self {
    case .power: 0
    case .industry: 1
    case .buildings: 2
    case .transport: 3
    }
  }
}
