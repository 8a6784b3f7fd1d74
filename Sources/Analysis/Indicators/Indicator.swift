public import Diagnostics

/// A yearly figure that plans and statistics of Chinese cities hold a city to.
///
/// Each is declared once, as an ``IndicatorDefinition``: its words, formula, inputs, the source of the
/// definition, and how it is computed; ``IndicatorAccount`` computes them.
public enum Indicator: String, CaseIterable, Sendable {
  /// Energy consumption, electricity at the coal that makes it [Mtce].
  case energy
  /// Energy consumption, electricity at its own heat [Mtce].
  case energyCalorific = "energy-calorific"
  /// Energy consumption without renewables and feedstock [Mtce].
  case energyControlled = "energy-controlled"
  /// Energy consumption per GDP [tce/10⁴ yuan].
  case energyIntensity = "energy-intensity"
  /// Non-fossil part of energy consumption.
  case nonFossilShare = "non-fossil-share"
  /// Coal used [Mtce].
  case coal
  /// Coal used [Mt].
  case coalMass = "coal-mass"
  /// Oil used [Mtce].
  case oil
  /// Oil used [Mt].
  case oilMass = "oil-mass"
  /// Electricity used by all [TWh].
  case electricity
  /// Electricity in final energy.
  case electrification
  /// Non-fossil part of the power made in the city.
  case cleanPowerShare = "clean-power-share"
  /// CO₂ before sinks [Mt].
  case carbonGross = "co2-gross"
  /// CO₂ with sinks [Mt].
  case carbonNet = "co2-net"
  /// CO₂ before sinks per GDP [t/10⁴ yuan].
  case carbonIntensity = "carbon-intensity"
  /// CO₂ before sinks per person [t].
  case carbonPerPerson = "co2-per-person"
  /// CO₂ before sinks per energy consumption [t/tce].
  case carbonPerEnergy = "co2-per-tce"
  /// CO₂ that land takes up [Mt].
  case sinks
  /// Part of an emissions budget that is used.
  case budgetUsed = "budget-used"
  /// CO₂ of industry per value added [t/10⁴ yuan].
  case industryCarbonIntensity = "industry-co2-intensity"
  /// Energy of industry per value added [tce/10⁴ yuan].
  case industryEnergyIntensity = "industry-energy-intensity"
  /// CO₂ of burning in buildings per floor area [kg/m²].
  case buildingCarbonPerArea = "building-co2-per-area"
  /// Green buildings in new floor area.
  case greenBuildingShare = "green-building-share"
  /// New-energy vehicles among new ones.
  case newEnergySalesShare = "nev-sales-share"
  /// New-energy vehicles among all.
  case newEnergyStockShare = "nev-stock-share"
  /// New-energy buses among all buses.
  case newEnergyBusShare = "nev-bus-share"
  /// Vehicles per thousand people.
  case vehiclesPerThousand = "vehicles-per-1000"
  /// Rail, buses, walking and cycling in passenger-km.
  case greenTransportShare = "green-transport-share"
  /// Waste that is recycled.
  case wasteRecycledShare = "waste-recycled-share"

  /// The indicator of an ``id``; nothing for what is none.
  package init?(id: String) { self.init(rawValue: id) }

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
