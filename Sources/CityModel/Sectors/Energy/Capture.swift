/// The capture of CO₂ at a plant or route: κ · η_c of what is formed, and what it needs.
struct Capture: Sendable {
  private let coverage: ParameterIndex
  private let rate: ParameterIndex
  /// Electricity per CO₂ captured [GJ/t].
  let electricity: ParameterIndex

  /// Reads the capture of an owner; nothing where the scenario has none there.
  init?(_ compiler: inout BlueprintCompiler, _ path: ParameterPath) {
    guard compiler.has(path / .coverage) else { return nil }
    coverage = compiler.parameter(path / .coverage)
    rate = compiler.parameter(path / .rate)
    electricity = compiler.parameter(path / .electricity)
  }

  /// The share of the CO₂ formed that is captured, κ · η_c.
  func fraction(_ context: YearContext) -> Lanes { context[coverage] * context[rate] }
}

/// Where the CO₂ captured at a source is written, and of which account it is taken off.
///
/// What is captured is of fossil and of living carbon as what is formed. The fossil part was counted, so
/// it is taken off the source's emissions. The biogenic part was not: where the accounting credits it, it
/// is taken off them too, as a removal from the air, so that they may be below zero; where it does not, it
/// is taken off the biogenic emissions, which no total counts.
///
/// Source: IPCC 2006 Guidelines, vol. 2, ch. 2.3.4, and vol. 2, ch. 5.3 (negative emissions).
struct CaptureAccount: Sendable {
  private let source: EmissionSource
  private let captured: OutputIndex
  private let biogenic: OutputIndex
  private let isCredited: Bool

  init(_ compiler: inout BlueprintCompiler, _ source: EmissionSource) {
    self.source = source
    captured = compiler.output(.captured, source.item)
    biogenic = compiler.output(.capturedBiogenic, source.item)
    isCredited = compiler.scenario.accounting.creditsBiogenicCapture
  }

  /// Takes off what was captured [Mt], once all that the source emits is written.
  func take(_ amount: Lanes, _ context: YearContext) {
    let fossil = context[source.carbonDioxide]
    let living = context[source.biogenicCarbonDioxide]
    let ofLiving = amount * living.divided(by: fossil + living)
    context[captured] = amount
    context[biogenic] = ofLiving
    if isCredited {
      context[source.carbonDioxide] -= amount
    } else {
      context[source.carbonDioxide] -= amount - ofLiving
      context[source.biogenicCarbonDioxide] -= ofLiving
    }
  }
}
