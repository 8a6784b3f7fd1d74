public import CityModel
public import Diagnostics

/// How an indicator is computed, and where its definition comes from.
public struct IndicatorDefinition: Sendable {
  /// How well the source of a definition is known.
  public enum Evidence: String, CaseIterable, Sendable {
    /// The text was seen.
    case verified
    /// It was seen in somebody's summary.
    case secondary
    /// It was recalled, or is what people of the field take for granted.
    case generalKnowledge = "general_knowledge"
    /// There is no definition of others; it is that of this program.
    case own

    /// The word for people.
    public var word: Text {
      switch self {
      case .verified: Text("verified", "已核实")
      case .secondary: Text("secondary source", "二手资料")
      case .generalKnowledge: Text("general knowledge", "常识")
      case .own: Text("our own", "本程序自定")
      }
    }
  }
  /// How it is computed, in signs.
  public let formula: Text
  /// What the signs of the formula are: results and parameters of the scenario.
  public let inputs: Text
  /// Where the definition comes from.
  public let source: Text
  /// How well that is known.
  public let evidence: Evidence
  /// Finds what it is computed from; nothing where the scenario does not hold it.
  let compile: @Sendable (IndicatorModel) -> YearlyAmount?

  /// Declares an indicator; see the properties of the same names.
  init(
    formula: Text, inputs: Text, source: Text, _ evidence: Evidence,
    compile: @escaping @Sendable (IndicatorModel) -> YearlyAmount?
  ) {
    self.formula = formula
    self.inputs = inputs
    self.source = source
    self.evidence = evidence
    self.compile = compile
  }
}

extension Indicator {
  /// How it is computed, and where that comes from.
  public var definition: IndicatorDefinition {
    switch self {
    case .energy: .energy
    case .energyCalorific: .energyCalorific
    case .energyControlled: .energyControlled
    case .energyIntensity: .energyIntensity
    case .nonFossilShare: .nonFossilShare
    case .coal: .coal
    case .coalMass: .coalMass
    case .oil: .oil
    case .oilMass: .oilMass
    case .electricity: .electricity
    case .electrification: .electrification
    case .cleanPowerShare: .cleanPowerShare
    case .carbonGross: .carbonGross
    case .carbonNet: .carbonNet
    case .carbonIntensity: .carbonIntensity
    case .carbonPerPerson: .carbonPerPerson
    case .carbonPerEnergy: .carbonPerEnergy
    case .sinks: .sinks
    case .budgetUsed: .budgetUsed
    case .industryCarbonIntensity: .industryCarbonIntensity
    case .industryEnergyIntensity: .industryEnergyIntensity
    case .buildingCarbonPerArea: .buildingCarbonPerArea
    case .greenBuildingShare: .greenBuildingShare
    case .newEnergySalesShare: .newEnergySalesShare
    case .newEnergyStockShare: .newEnergyStockShare
    case .newEnergyBusShare: .newEnergyBusShare
    case .vehiclesPerThousand: .vehiclesPerThousand
    case .greenTransportShare: .greenTransportShare
    case .wasteRecycledShare: .wasteRecycledShare
    }
  }
}
