/// The capture of CO₂ at a plant or route: κ · η_c of what is formed, and what it needs.
struct Capture: Sendable {
  private let coverage: ParameterIndex
  private let rate: ParameterIndex
  /// Electricity per CO₂ captured [GJ/t].
  let electricity: ParameterIndex

  /// Reads the capture of an owner; nothing where the scenario has none there.
  init?(_ compiler: inout BlueprintCompiler, _ path: ParameterPath) {
    guard compiler.has(path / "coverage") else { return nil }
    coverage = compiler.parameter(path / "coverage")
    rate = compiler.parameter(path / "rate")
    electricity = compiler.parameter(path / "electricity")
  }

  /// The share of the CO₂ formed that is captured, κ · η_c.
  func fraction(_ context: YearContext) -> Lanes { context[coverage] * context[rate] }
}

/// What the year's geological storage still takes [Mt].
///
/// It is filled in the order of evaluation: industry, hydrogen, then power plants in the order in
/// which they run. What it does not take is not captured.
struct StorageRoom {
  private(set) var left: Lanes

  /// The room of a year, up to the injection limit.
  init(limit: Lanes) { left = limit }

  /// Takes what fits and gives it back.
  mutating func take(_ wanted: Lanes) -> Lanes {
    let taken = wanted.atMost(left)
    left -= taken
    return taken
  }
}
