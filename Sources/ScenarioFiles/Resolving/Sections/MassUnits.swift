extension Resolver {
  /// Units that mean the same as a mass of CO₂ where nothing else can be meant.
  static let massSynonyms = ["MtCO2": ["Mt", "Mt/yr", "MtCO2/yr"]]
}
