public import Diagnostics

/// A yearly figure that plans and statistics of Chinese cities hold a city to.
///
/// Each is declared once, as an ``IndicatorDefinition``: its words, formula, inputs, the source of the
/// definition, and how it is computed; ``IndicatorAccount`` computes them.
public enum Indicator: String, CaseIterable, Sendable {
  // Energy
  case energy
  case energyCalorific = "energy-calorific"
  case energyControlled = "energy-controlled"
  case energyIntensity = "energy-intensity"
  case nonFossilShare = "non-fossil-share"
  case coal
  case coalMass = "coal-mass"
  case oil
  case oilMass = "oil-mass"
  // Electricity
  case electricity
  case electrification
  case cleanPowerShare = "clean-power-share"
  // Carbon
  case carbonGross = "co2-gross"
  case carbonNet = "co2-net"
  case carbonIntensity = "carbon-intensity"
  case carbonPerPerson = "co2-per-person"
  case carbonPerEnergy = "co2-per-tce"
  case sinks
  case budgetUsed = "budget-used"
  // Sectors
  case industryCarbonIntensity = "industry-co2-intensity"
  case industryEnergyIntensity = "industry-energy-intensity"
  case buildingCarbonPerArea = "building-co2-per-area"
  case greenBuildingShare = "green-building-share"
  case newEnergySalesShare = "nev-sales-share"
  case newEnergyStockShare = "nev-stock-share"
  case newEnergyBusShare = "nev-bus-share"
  case vehiclesPerThousand = "vehicles-per-1000"
  case greenTransportShare = "green-transport-share"
  case wasteRecycledShare = "waste-recycled-share"

  /// The indicator of an ``id``; nothing for what is none.
  public init?(id: String) { self.init(rawValue: id) }

  /// Its name for machines: the column of `indicators.csv`.
  public var id: String { rawValue }

  /// Its name for people.
  public var name: Text { definition.name }

  /// The unit of its values; a share is a fraction of 1.
  public var unit: String { definition.unit }

  /// What it is, and where that comes from.
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
