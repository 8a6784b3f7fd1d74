extension BlueprintCompiler {
  /// The discount rate, if the scenario counts costs.
  mutating func discountRate() -> Double? {
    optionalParameter(Key.costs / .discountRate).map { baseValue($0) }
  }
}
