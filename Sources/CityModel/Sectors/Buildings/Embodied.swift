import Diagnostics

/// CO₂ embodied in materials and works of a building type: a memo (MODEL §3).
///
/// ```text
/// construction(s) = A_new · σ(s) · e_c(s) · 10⁻³      [million m² · kg/m² → Mt]
/// retrofit = A_retrofitted · e_r · 10⁻³,   demolition = A_demolished · e_d · 10⁻³
/// ```
///
/// Steel and cement made in the city are in its industry already: this is never added to a total.
/// Areas are the changes of the stock, which the base year does not have.
///
/// Source: life-cycle stages A1–A5, B5 and C1–C4 of EN 15978:2011; 建筑碳排放计算标准 GB/T 51366-2019.
struct Embodied: Sendable {
  private struct Stage: Sendable {
    let factor: ParameterIndex
    let output: OutputIndex
  }
  private let construction: [(standard: Int, stage: Stage)]
  private let retrofit: Stage?
  private let demolition: Stage?

  init(
    _ compiler: inout BlueprintCompiler, _ type: ParameterPath, standards: [String], item: Int
  ) {
    let path = type / .embodied
    func stage(_ part: ParameterPath, _ compiler: inout BlueprintCompiler) -> Stage? {
      compiler.optionalParameter(path / part.description).map {
        Stage(factor: $0, output: compiler.output(.embodied, item, part.description))
      }
    }
    construction = standards.enumerated().compactMap { place, standard in
      stage(ParameterPath(Key(.construction)) / standard, &compiler).map { (place, $0) }
    }
    retrofit = stage(ParameterPath(Key(.retrofit)), &compiler)
    demolition = stage(ParameterPath(Key(.demolition)), &compiler)
  }

  /// Counts what the year's change of the stock embodies; `shares` are those of the standards.
  func compute(
    _ change: CohortStock.Change, _ shares: [ParameterIndex], _ context: YearContext
  ) {
    for (standard, stage) in construction {
      write(change.additions * context[shares[standard]], stage, context)
    }
    retrofit.map { write(change.converted, $0, context) }
    demolition.map { write(change.retirements, $0, context) }
  }

  private func write(_ area: Lanes, _ stage: Stage, _ context: YearContext) {
    context[stage.output] = area * context[stage.factor] * 1e-3
  }

  static let schema = GroupDeclaration(
    Text("CO2 embodied in building works, a memo outside every total", "建造与拆除的隐含碳（备忘，不计入总量）"),
    fields: [
      .group(
        Key(.construction),
        GroupDeclaration(
          Text("by construction standard", "按建筑标准"),
          members: MemberDeclaration(
            Text("construction standard", "建筑标准"), ids: .relative(.construction, up: 2),
            element: .parameter(
              factor(Text("embodied CO2 per new floor area", "单位新建面积隐含碳")))))),
      .parameter(
        Key(.retrofit),
        factor(
          Text("embodied CO2 per floor area retrofitted", "单位改造面积隐含碳"), presence: .optional)),
      .parameter(
        Key(.demolition),
        factor(
          Text("CO2 of works per floor area torn down", "单位拆除面积碳排放"), presence: .optional)),
    ])

  private static func factor(
    _ meaning: Text, presence: ParameterDeclaration.Presence = .required
  ) -> ParameterDeclaration {
    ParameterDeclaration(
      meaning, Reading("kgCO2/m2", 0...5000, synonyms: ["kg/m2"]), presence: presence)
  }
}

extension Key {
  /// The key of a stage.
  fileprivate init(_ stage: EmbodiedStage) { self.init(stage.rawValue) }
}
