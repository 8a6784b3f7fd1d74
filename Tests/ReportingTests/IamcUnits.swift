/// Names and units of the IAMC common definitions that a city's results can use, as `name: unit`.
///
/// Source: the IAMC common definitions (github.com/IAMconsortium/common-definitions), the variables
/// that fit a city.
let iamcUnits: [String: String] = Dictionary(
  uniqueKeysWithValues: iamcUnitList.split(separator: "\n").compactMap { line in
    let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  })

private let iamcUnitList = """
  Emissions|CO2: Mt CO2/yr
  Emissions|CO2|Energy: Mt CO2/yr
  Emissions|CO2|Energy|Supply: Mt CO2/yr
  Emissions|CO2|Energy|Supply|Electricity: Mt CO2/yr
  Emissions|CO2|Energy|Supply|Heat: Mt CO2/yr
  Emissions|CO2|Energy|Supply|Hydrogen: Mt CO2/yr
  Emissions|CO2|Energy|Demand: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Industry: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Industry|Iron and Steel: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Industry|Chemicals: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Industry|Non-Metallic Minerals: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Industry|Non-Metallic Minerals|Cement: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Industry|Other Sector: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Residential and Commercial: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Residential: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Commercial: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Transportation: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Transportation|Light-Duty Vehicle: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Transportation|Bus: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Transportation|Truck: Mt CO2/yr
  Emissions|CO2|Energy|Demand|Transportation|Rail: Mt CO2/yr
  Emissions|CO2|Industrial Processes: Mt CO2/yr
  Emissions|CO2|Industrial Processes|Iron and Steel: Mt CO2/yr
  Emissions|CO2|Industrial Processes|Chemicals: Mt CO2/yr
  Emissions|CO2|Industrial Processes|Non-Metallic Minerals|Cement: Mt CO2/yr
  Emissions|CO2|Waste: Mt CO2/yr
  Emissions|CO2|Energy and Industrial Processes: Mt CO2/yr
  Emissions|Kyoto Gases: Mt CO2-equiv/yr
  Emissions|CH4: Mt CH4/yr
  Emissions|N2O: kt N2O/yr
  Emissions|Sulfur: Mt SO2/yr
  Emissions|NOx: Mt NO2/yr
  Carbon Capture: Mt CO2/yr
  Carbon Capture|Energy: Mt CO2/yr
  Carbon Capture|Energy|Supply: Mt CO2/yr
  Carbon Capture|Energy|Demand: Mt CO2/yr
  Carbon Capture|Industrial Processes: Mt CO2/yr
  Carbon Capture|Geological Storage: Mt CO2/yr
  Carbon Capture|Utilization: Mt CO2/yr
  Carbon Capture|Direct Air Capture: Mt CO2/yr
  Final Energy: EJ/yr
  Final Energy|Electricity: EJ/yr
  Final Energy|Heat: EJ/yr
  Final Energy|Hydrogen: EJ/yr
  Final Energy|Gases: EJ/yr
  Final Energy|Liquids: EJ/yr
  Final Energy|Solids: EJ/yr
  Final Energy|Industry: EJ/yr
  Final Energy|Industry|Electricity: EJ/yr
  Final Energy|Industry|Hydrogen: EJ/yr
  Final Energy|Industry|Gases: EJ/yr
  Final Energy|Industry|Solids: EJ/yr
  Final Energy|Industry|Liquids: EJ/yr
  Final Energy|Industry|Heat: EJ/yr
  Final Energy|Residential and Commercial: EJ/yr
  Final Energy|Residential and Commercial|Electricity: EJ/yr
  Final Energy|Residential and Commercial|Gases: EJ/yr
  Final Energy|Residential and Commercial|Heat: EJ/yr
  Final Energy|Residential and Commercial|Solids: EJ/yr
  Final Energy|Residential and Commercial|Liquids: EJ/yr
  Final Energy|Residential: EJ/yr
  Final Energy|Commercial: EJ/yr
  Final Energy|Transportation: EJ/yr
  Final Energy|Transportation|Electricity: EJ/yr
  Final Energy|Transportation|Liquids: EJ/yr
  Final Energy|Transportation|Hydrogen: EJ/yr
  Final Energy|Transportation|Gases: EJ/yr
  Final Energy|Transportation|Passenger: EJ/yr
  Final Energy|Transportation|Freight: EJ/yr
  Primary Energy: EJ/yr
  Primary Energy|Coal: EJ/yr
  Primary Energy|Oil: EJ/yr
  Primary Energy|Gas: EJ/yr
  Secondary Energy|Electricity: EJ/yr
  Secondary Energy|Electricity|Coal: EJ/yr
  Secondary Energy|Electricity|Coal|w/ CCS: EJ/yr
  Secondary Energy|Electricity|Coal|w/o CCS: EJ/yr
  Secondary Energy|Electricity|Gas: EJ/yr
  Secondary Energy|Electricity|Gas|w/ CCS: EJ/yr
  Secondary Energy|Electricity|Nuclear: EJ/yr
  Secondary Energy|Electricity|Hydro: EJ/yr
  Secondary Energy|Electricity|Wind: EJ/yr
  Secondary Energy|Electricity|Solar: EJ/yr
  Secondary Energy|Electricity|Biomass: EJ/yr
  Secondary Energy|Electricity|Other: EJ/yr
  Secondary Energy|Hydrogen: EJ/yr
  Secondary Energy|Hydrogen|Electricity: EJ/yr
  Secondary Energy|Hydrogen|Fossil: EJ/yr
  Capacity|Electricity: GW
  Capacity|Electricity|Coal: GW
  Capacity|Electricity|Gas: GW
  Capacity|Electricity|Solar: GW
  Capacity|Electricity|Wind: GW
  Trade|Secondary Energy|Electricity [Volume]: EJ/yr
  Population: million
  Population|Urban: million
  Population|Urban [Share]: %
  GDP|MER: billion USD_2010/yr
  GDP|PPP: billion USD_2010/yr
  Price|Carbon: USD_2010/t CO2
  Building Stock|Residential|Floor Space|Gross: billion m2
  Building Stock|Commercial|Floor Space|Gross: billion m2
  Building Stock|Residential and Commercial|Floor Space|Gross: billion m2
  Building Stock|Residential and Commercial|Renovation Rate: %/yr
  Stocks|Transportation|Light-Duty Vehicle: million
  Stocks|Transportation|Light-Duty Vehicle|Battery-Electric: million
  Stocks|Transportation|Light-Duty Vehicle|Plug-in Hybrid: million
  Stocks|Transportation|Light-Duty Vehicle|Fuel-Cell-Electric: million
  Stocks|Transportation|Light-Duty Vehicle|Internal Combustion: million
  Sales|Transportation|Light-Duty Vehicle: million
  Sales|Transportation|Light-Duty Vehicle|Battery-Electric: million
  Stocks|Transportation|Bus: million
  Stocks|Transportation|Truck: million
  Energy Service|Transportation|Passenger: billion pkm/yr
  Energy Service|Transportation|Freight: billion tkm/yr
  Production|Iron and Steel|Steel: Mt/yr
  Production|Non-Metallic Minerals|Cement: Mt/yr
  Investment|Energy Supply|Electricity: billion USD_2010/yr
  Investment|Energy Efficiency: billion USD_2010/yr
  """
