public import Diagnostics

/// What explains that a city emits more or less than planned, by factors that multiply to emissions.
///
/// ```text
/// C = P · (G/P) · (E/G) · (Eᵢ/E) · (Cᵢ/Eᵢ),  summed over sectors i
/// ```
///
/// LMDI-I shares the whole distance among the factors. Those that were not observed are left out, and
/// the next one stands for both: without GDP the second is energy per person. Structure, Eᵢ/E, needs
/// emissions and energy of every sector; a sector without energy, as waste, counts by the whole E.
public struct DistanceFactors: Sendable {
  /// One factor's part.
  public struct Part: Hashable, Sendable {
    /// `population`, `gdp-per-person`, `energy-per-gdp`, `structure`, `carbon-per-energy` and the like.
    public let factor: String
    /// What it adds to the distance [Mt CO₂e].
    public let effect: Double
  }

  /// What was observed of a year, or planned for it.
  struct State {
    /// Million people, GDP [10⁹ yuan], energy [PJ], as far as both sides have them.
    var scale: [(name: String, value: Double)]
    /// Emissions of terms [Mt CO₂e] with their energy [PJ], if it is known.
    var terms: [(emissions: Double, energy: Double?)]
  }

  /// The parts; they sum to the distance.
  public let parts: [Part]
  /// What was left out because it was not observed.
  public let missing: [String]

  /// Nothing where not even one scale was observed.
  init?(from plan: State, to observed: State, missing: [String]) {
    guard !plan.scale.isEmpty, plan.scale.map(\.name) == observed.scale.map(\.name) else {
      return nil
    }
    let hasStructure =
      plan.scale.last?.name == "energy" && plan.terms.count > 1
      && zip(plan.terms, observed.terms).contains { $0.energy != nil && $1.energy != nil }
    let usesEnergy = zip(plan.terms, observed.terms).map {
      hasStructure && $0.energy ?? 0 > 0 && $1.energy ?? 0 > 0
    }
    let factors = { (state: State) in
      zip(state.terms, usesEnergy).map { state.factors($0, hasStructure, $1) }
    }
    guard let change = try? DivisiaDecomposition(from: factors(plan), to: factors(observed)) else {
      return nil
    }
    let names = plan.names(hasStructure)
    parts = zip(names, change.effects).map { Part(factor: $0, effect: $1) }
    self.missing = missing + (hasStructure ? [] : ["structure"])
  }
}

extension DistanceFactors.State {
  fileprivate func names(_ hasStructure: Bool) -> [String] {
    let chain = scale.indices.map { place in
      place == 0 ? scale[0].name : "\(scale[place].name)-per-\(Self.per(scale[place - 1].name))"
    }
    let last = scale[scale.count - 1].name
    return chain + (hasStructure ? ["structure"] : []) + ["carbon-per-\(Self.per(last))"]
  }

  private static func per(_ name: String) -> String { name == "population" ? "person" : name }

  fileprivate func factors(
    _ term: (emissions: Double, energy: Double?), _ hasStructure: Bool, _ usesEnergy: Bool
  ) -> [Double] {
    let chain = scale.indices.map {
      $0 == 0 ? scale[0].value : scale[$0].value / scale[$0 - 1].value
    }
    let last = scale[scale.count - 1].value
    guard hasStructure else { return chain + [term.emissions / last] }
    guard usesEnergy, let energy = term.energy else {
      return chain + [1, term.emissions / last]
    }
    return chain + [energy / last, term.emissions / energy]
  }
}

extension DistanceFactors.Part {
  /// The factor's name for people.
  public var name: Text { DistanceFactors.name(of: factor) ?? Text(same: factor) }
}

extension DistanceFactors {
  /// The name of a factor for people.
  ///
  /// - Parameter factor: Its name in tables.
  /// - Returns: The name; nothing for a word that is no factor.
  public static func name(of factor: String) -> Text? {
    switch factor {
    case "population": Text("population", "人口")
    case "gdp": Text("GDP", "GDP")
    case "energy": Text("energy", "能源消费")
    case "gdp-per-person": Text("GDP per person", "人均GDP")
    case "energy-per-gdp": Text("energy per GDP", "单位GDP能耗")
    case "energy-per-person": Text("energy per person", "人均能耗")
    case "structure": Text("structure", "部门结构")
    case "carbon-per-energy": Text("carbon per energy", "单位能耗碳排放")
    case "carbon-per-gdp": Text("carbon per GDP", "单位GDP碳排放")
    case "carbon-per-person": Text("carbon per person", "人均碳排放")
    default: nil
    }
  }
}
