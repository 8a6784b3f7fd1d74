extension BlueprintCompiler {
  /// The discount rate, if the scenario counts costs.
  mutating func discountRate() -> Double? {
    optionalParameter("costs.discount-rate").map { baseValue($0) }
  }
}
