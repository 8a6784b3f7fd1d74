/// What an industrial process emits: CO₂ [Mt], methane and nitrous oxide [kt].
struct ProcessEmissions {
  let carbonDioxide: Lanes
  let methane: Lanes
  let nitrousOxide: Lanes
  /// Fluorinated gases [Mt CO₂e].
  let fluorinatedGases: Lanes
}

extension GasWeights {
  /// The emissions of an industrial process [Mt CO₂e].
  func total(_ process: ProcessEmissions) -> Lanes {
    process.carbonDioxide * carbonDioxide + process.methane * fossilMethane
      + process.nitrousOxide * nitrousOxide + process.fluorinatedGases * fluorinatedGases
  }
}
