/// Where the emission factors of every carrier of the file stand among the parameters.
struct FactorSources: Sendable {
  private struct Rows {
    let carbonContent: ParameterIndex
    let fossilShare: ParameterIndex
    let oxidation: [ParameterIndex]
    let methane: [ParameterIndex]
    let nitrousOxide: [ParameterIndex]
    /// By use, then by pollutant of the scenario; none where it gives no factor.
    let pollutants: [[ParameterIndex?]]
  }

  private let rows: [Rows]
  /// How many pollutants the scenario has an account of.
  let pollutantCount: Int

  init(_ compiler: inout BlueprintCompiler) {
    var rows: [Rows] = []
    let pollutants = compiler.pollutants
    pollutantCount = pollutants.count
    for id in compiler.members("carriers") {
      let path = ParameterPath("carriers") / id
      func byUse(_ key: String, _ compiler: inout BlueprintCompiler) -> [ParameterIndex] {
        let general = compiler.parameter(path / key)
        return Carriers.Use.allCases.map {
          compiler.optionalParameter(path / "uses" / $0.rawValue / key) ?? general
        }
      }
      rows.append(
        Rows(
          carbonContent: compiler.parameter(path / "carbon-content"),
          fossilShare: compiler.parameter(path / "fossil-share"),
          oxidation: byUse("oxidation", &compiler), methane: byUse("methane", &compiler),
          nitrousOxide: byUse("nitrous-oxide", &compiler),
          pollutants: Carriers.Use.allCases.map { use in
            pollutants.map { compiler.pollutantFactor($0, of: id, in: use) }
          }))
    }
    self.rows = rows
  }

  /// How many carriers the file declares.
  var count: Int { rows.count }

  /// Computes the factors of a year from its parameters.
  func update(_ table: FactorTable, from parameters: LaneBuffer) {
    for (carrier, rows) in rows.enumerated() {
      for use in Carriers.Use.allCases {
        table[carrier, use] = FactorTable.Factors(
          carbonDioxide: parameters[rows.carbonContent.row]
            * parameters[rows.oxidation[use.index].row],
          fossilShare: parameters[rows.fossilShare.row],
          methane: parameters[rows.methane[use.index].row],
          nitrousOxide: parameters[rows.nitrousOxide[use.index].row])
        for (number, factor) in rows.pollutants[use.index].enumerated() {
          table.setPollutant(
            number, carrier, use, factor.map { parameters[$0.row] } ?? .zero)
        }
      }
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
