extension BlueprintCompiler {
  /// The part of a sector's emissions that pays the carbon price, if the scenario says.
  mutating func carbonCoverage(_ sector: Sector) -> ParameterIndex? {
    optionalParameter(Key.costs / .carbonPriceCoverage / sector.rawValue)
  }
}
