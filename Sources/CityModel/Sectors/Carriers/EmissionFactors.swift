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
    let use: CarrierUse
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
    let carriers = compiler.members(ParameterPath(.carriers))
    for (carrier, id) in carriers.enumerated() {
      for use in CarrierUse.allCases {
        rows.append(Self.rows(&compiler, ParameterPath(.carriers) / id, use))
        for (number, pollutant) in pollutants.enumerated() {
          if let factor = compiler.pollutantFactor(pollutant, of: id, in: use) {
            factors.append(
              PollutantFactor(number: number, carrier: carrier, use: use, factor: factor))
          }
        }
      }
    }
    self.rows = rows
    self.pollutants = factors
    count = carriers.count
    pollutantCount = pollutants.count
  }

  private static func rows(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, _ use: CarrierUse
  ) -> Rows {
    func inUse(_ key: Key, _ compiler: inout BlueprintCompiler) -> ParameterIndex {
      let general = compiler.parameter(path / key)
      return compiler.optionalParameter(path / .uses / use.rawValue / key) ?? general
    }
    return Rows(
      carbonContent: compiler.parameter(path / .carbonContent),
      fossilShare: compiler.parameter(path / .fossilShare),
      oxidation: inUse(.oxidation, &compiler), methane: inUse(.methane, &compiler),
      nitrousOxide: inUse(.nitrousOxide, &compiler))
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
      for (place, use) in CarrierUse.allCases.enumerated() {
        let rows = rows[carrier * CarrierUse.allCases.count + place]
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
