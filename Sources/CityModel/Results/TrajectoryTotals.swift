extension Trajectory {
  /// Both totals by year [Mt CO₂e].
  public var totals: ByTotal<[Double]> { ByTotal(gross: total(.gross), net: total(.net)) }
}
