/// A yearly figure that plans and statistics of Chinese cities hold a city to.
///
/// Here stand its words and its unit, which scenario files name; how it is computed, and where its definition
/// comes from, stands with the analysis that computes it.
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

  /// Its name for machines: the column of `indicators.csv`, the word of scenario files.
  public var id: String { rawValue }

  /// The unit of its values; a share is a fraction of 1.
  public var unit: String { measure.unit }

  /// How an amount of it is read; the values are in ``unit``.
  public var reading: Reading { measure.reading }

  /// The total that it counts, where it counts emissions.
  public var account: EmissionTotal? {
    switch self {
    case .carbonGross, .carbonIntensity, .carbonPerPerson, .carbonPerEnergy: .gross
    case .carbonNet: .net
    default: nil
    }
  }

  /// Which way an indicator should go.
  public enum Better: Sendable {
    /// Less of it is better: a target is a greatest value.
    case less
    /// More of it is better: a target is a least value.
    case more
  }
}
