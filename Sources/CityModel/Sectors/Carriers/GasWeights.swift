/// What a unit of each gas counts in the total.
///
/// ```text
/// Mt CO₂e = CO₂ [Mt] + CH₄ [kt] · GWP · 10⁻³ + N₂O [kt] · GWP · 10⁻³ + F-gases [Mt CO₂e],   gases of the account only
/// ```
struct GasWeights: Sendable {
  let carbonDioxide: Double
  let fossilMethane: Double
  let biogenicMethane: Double
  let nitrousOxide: Double
  let fluorinatedGases: Double

  init(_ accounting: Accounting) {
    func counts(_ gas: Gas) -> Double { accounting.gases.contains(gas) ? 1 : 0 }
    let potential = accounting.warmingPotential
    carbonDioxide = counts(.co2)
    fossilMethane = counts(.ch4) * potential.fossilMethane * 1e-3
    biogenicMethane = counts(.ch4) * potential.biogenicMethane * 1e-3
    nitrousOxide = counts(.n2o) * potential.nitrousOxide * 1e-3
    fluorinatedGases = counts(.fluorinated)
  }

  /// What burning a unit of energy emits [t CO₂e/GJ].
  func perEnergy(_ factors: FactorTable.Factors) -> Lanes {
    let fossil = factors.fossilShare
    let methane = fossil * fossilMethane + (1 - fossil) * biogenicMethane
    return
      (factors.carbonDioxide * fossil * carbonDioxide + factors.methane * methane
      + factors.nitrousOxide * nitrousOxide) * 1e-3
  }

  /// The emissions of a source [Mt CO₂e].
  func total(_ source: EmissionSource, _ context: YearContext) -> Lanes {
    context[source.carbonDioxide] * carbonDioxide
      + context[source.fossilMethane] * fossilMethane
      + context[source.biogenicMethane] * biogenicMethane
      + context[source.nitrousOxide] * nitrousOxide
      + (source.fluorinatedGases.map { context[$0] * fluorinatedGases } ?? .zero)
  }

  /// The emissions of burning [Mt CO₂e].
  func total(_ combustion: Combustion) -> Lanes {
    combustion.fossilCarbonDioxide * carbonDioxide + combustion.fossilMethane * fossilMethane
      + combustion.biogenicMethane * biogenicMethane + combustion.nitrousOxide * nitrousOxide
  }
}
