/// What a row of the results holds; the unit is the same for all rows of a kind.
public enum OutputKind: String, CaseIterable, Sendable {
  /// Population [million people], GDP [10⁹ yuan] and the city's own drivers, by path.
  case driver
  /// Floor area by building type and class [million m²].
  case floorArea
  /// Floor area built in the year, by building type and standard [million m²].
  case construction
  /// Floor area built in the year as green buildings, by building type that says how much [million m²].
  case greenConstruction
  /// Floor area torn down in the year [million m²].
  case demolition
  /// CO₂ embodied in what was built, retrofitted and torn down, by building type and
  /// ``EmbodiedStage`` and standard [Mt]: a memo, in no total. None in the base year, whose
  /// turnover the stock does not know.
  case embodied
  /// Activity of an industrial route [Mt, or 10⁹ yuan].
  case activity
  /// Distance travelled [10⁹ pkm] by passenger mode.
  case passengerDistance
  /// Freight moved [10⁹ tkm] by freight mode.
  case freightMoved
  /// Vehicles by mode and technology [million].
  case vehicles
  /// New vehicles of the year by mode and technology [million].
  case vehicleSales
  /// Final energy by consumer and carrier [PJ].
  case finalEnergy
  /// Coal, oil and gas of an industrial route whose carbon stays in its products [PJ]; part of its final
  /// energy.
  case feedstock
  /// Carrier used by all, where its heating value is given [Mt].
  case fuelMass
  /// What a plant takes in, by carrier [PJ].
  case plantInput
  /// What a plant delivers, by carrier [PJ].
  case plantOutput
  /// Net capacity of a power technology [GW].
  case capacity
  /// Power that could have been made and was not taken [PJ].
  case curtailed
  /// Demand that could not be met [PJ].
  case unserved
  /// Electricity that a storage took in [PJ].
  case storageInput
  /// Electricity that a storage gave back [PJ].
  case storageOutput
  /// Greatest power of a load that may move within the day [GW].
  case movablePower
  /// Greatest power of the year, by ``PeakItem`` [GW].
  case peakPower
  /// The least that could still be supplied in any hour, as a share of the peak load.
  case capacityMargin
  /// Energy bought from outside, by contract and carrier [PJ].
  case imports
  /// The non-fossil part of electricity bought, by contract that says what it is [PJ].
  case nonFossilImports
  /// CO₂ by source, net of capture [Mt].
  case carbonDioxide
  /// Biogenic CO₂ by source, outside the total [Mt].
  case biogenicCarbonDioxide
  /// Methane from fossil carbon by source [kt].
  case fossilMethane
  /// Methane from living matter by source [kt].
  case biogenicMethane
  /// Nitrous oxide by source [kt].
  case nitrousOxide
  /// Fluorinated gases by source [Mt CO₂e].
  case fluorinatedGases
  /// An air pollutant of burning by source and ``Pollutant`` [kt].
  case airPollutant
  /// Waste by ``WasteTreatment`` [Mt].
  case wasteTreated
  /// CO₂ captured by source [Mt].
  case captured
  /// The part of it whose carbon comes from living matter [Mt].
  case capturedBiogenic
  /// CO₂ that would have been captured had the storage taken it [Mt].
  case captureRefused
  /// CO₂ of imports of scope 2, location-based, by contract [Mt].
  case importedLocationBased
  /// CO₂ of imports of scope 2, market-based, by contract [Mt].
  case importedMarketBased
  /// CO₂ of other imports, outside the total [Mt].
  case importedMemo
  /// Energy that relocated industry would have used here, by subsector and secondary carrier [PJ].
  case relocatedEnergy
  /// What relocated industry would have emitted here, times the leakage factor, by subsector and
  /// ``RelocatedPart`` [Mt CO₂e]: a memo, in no total.
  case relocatedEmissions
  /// Energy balance by carrier and ``BalanceItem`` [PJ].
  case balance
  /// Emissions by sector, where they are used [Mt CO₂e].
  case byEndUse
  /// Emissions by sector, where they arise [Mt CO₂e].
  case bySource
  /// Totals by ``TotalItem`` [Mt CO₂e].
  case total
  /// CO₂ per unit of a secondary carrier delivered, as the total counts it [kg/GJ].
  case deliveredFactor
  /// Useful energy by end use and equipment [PJ], where costs are counted.
  case usefulEnergy
  /// Floor area retrofitted in the year [million m²].
  case retrofitted
  /// What a sector's energy and measures cost, by ``CostKind`` [10⁹ yuan].
  case cost
  /// What the whole city spends, payments for carbon left out [10⁹ yuan].
  case resourceCost
  /// What is invested in a sector, by ``Investor`` [10⁹ yuan].
  case investment
  /// What a plant or contract costs in the year, the price on carbon included [10⁹ yuan].
  case plantCost
  /// What a unit of electricity, heat or hydrogen costs to supply, by carrier [yuan/GJ].
  case averageCost
  /// What users pay for it where the market answers, by carrier [yuan/GJ].
  case userPrice
  /// Emissions per electricity delivered with all that is bought, location-based, whatever the total
  /// counts [kg CO₂e/GJ].
  case electricityFactor
  /// How far a conservation law is from holding, relative; by ``Law``.
  case residual

  /// The unit of the rows of this kind.
  public var unit: String {
    switch self {
    case .driver, .activity: ""
    case .floorArea, .construction, .greenConstruction, .demolition: "million m2"
    case .passengerDistance: "billion pkm"
    case .freightMoved: "billion tkm"
    case .vehicles, .vehicleSales: "million"
    case .retrofitted: "million m2"
    case .cost, .resourceCost, .investment, .plantCost: "billion CNY"
    case .averageCost, .userPrice: "CNY/GJ"
    case .fuelMass, .wasteTreated: "Mt"
    case .usefulEnergy, .finalEnergy, .feedstock, .plantInput, .plantOutput, .curtailed, .unserved,
      .storageInput, .storageOutput, .imports, .nonFossilImports,
      .relocatedEnergy, .balance:
      "PJ"
    case .capacity, .peakPower, .movablePower: "GW"
    case .carbonDioxide, .biogenicCarbonDioxide, .captured, .capturedBiogenic, .captureRefused,
      .importedLocationBased, .importedMarketBased, .importedMemo, .embodied:
      "Mt CO2"
    case .fossilMethane, .biogenicMethane: "kt CH4"
    case .nitrousOxide: "kt N2O"
    case .airPollutant: "kt"
    case .fluorinatedGases, .byEndUse, .bySource, .total, .relocatedEmissions: "Mt CO2e"
    case .deliveredFactor, .electricityFactor: "kg CO2e/GJ"
    case .residual, .capacityMargin: "1"
    }
  }

  /// Whether a negative value can be right: sinks, and capture of biogenic carbon.
  package var mayBeNegative: Bool {
    switch self {
    case .carbonDioxide, .byEndUse, .bySource, .total, .balance, .residual, .deliveredFactor, .cost,
      .resourceCost, .plantCost, .averageCost, .capacityMargin, .electricityFactor,
      .relocatedEmissions:
      true
    default: false
    }
  }
}

extension OutputKind {
  /// The kind of which this one is a part: a row never exceeds the row of that kind for the same
  /// thing, and the same part of it where both name one.
  package var whole: OutputKind? {
    switch self {
    case .construction: .floorArea
    case .vehicleSales: .vehicles
    case .nonFossilImports: .imports
    case .capturedBiogenic: .captured
    default: nil
    }
  }
}
