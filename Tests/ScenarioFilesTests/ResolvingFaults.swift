/// Faults of the header, of keys, ids and words: one change to the base case each.
let keyFaults: [Patch] = [
  Patch("format: 1", "format: 1️⃣2", .notSupported, "format 1"),
  Patch("id: binhai,", "id: 1️⃣Binhai,", .badId, "lower-case"),
  Patch("id: binhai,", "id: 1️⃣1e10,", .badId, "begin with a letter"),
  Patch("tier: pioneer", "tier: 1️⃣pionier", .unknownWord, "'pioneer'"),
  Patch(
    "years: {base: 2020, end: 2030}", "years: {base: 2020, end: 1️⃣2010}", .decreasingYears, "2010"),
  Patch("gases: [CO2, CH4], gwp: AR6,", "gases: [CO2, 1️⃣SF6], gwp: AR6,", .unknownWord, "N2O"),
  Patch(
    "gases: [CO2, CH4], gwp: AR6,", "gases: 1️⃣[], gwp: AR6,", .emptyValue,
    "name at least one of: CO2"),
  Patch(
    "accounting: {gases: [CO2, CH4], gwp: AR6,", "1️⃣accounting: {gases: [CO2, CH4],", .missingKey,
    "gwp"),
  Patch("scopes: [1, 2]", "scopes: 1️⃣1", .wrongType, "list"),
  Patch("scopes: [1, 2]", "scopes: 1️⃣[2]", .unknownWord, "scope 1"),
  Patch(
    "equipment:\n  gas", "1️⃣equipmnt: {}\nequipment:\n  gas", .unknownKey,
    "did you mean 'equipment'?"),
  Patch("equipment:\n  gas", "1️⃣costs: {}\nequipment:\n  gas", .missingKey, "discount-rate"),
  Patch("loss: 4.5%", "loss: 4.5%\n    dispatch: 1️⃣hourly", .missingKey, "'days'"),
  Patch(
    "bev: {2020: 10%, 2030: 50%}", "1️⃣bevv: {2020: 10%, 2030: 50%}, bev: 0%", .unknownParameter,
    "no parameter 'transport.passenger.car.sales.bevv' did you mean 'bev'?"),
  Patch("retrofit: 1.5%/yr", "1️⃣retrofti: 1.5%/yr", .unknownParameter, "'retrofit'"),
  Patch("floor-area: {2020", "1️⃣flor-area: {2020", .unknownParameter, "'floor-area'"),
  Patch("metro: {share", "1️⃣modes: {}\n    metro: {share", .unknownParameter, "directly under"),
  Patch(
    "demand: {2020: 9000 km/person, 2030: 11000 km/person}",
    "1️⃣demnd: 11000 km/person\n    demand: 9000 km/person", .unknownParameter, "'demand'"),
  Patch("    class: residential\n", "", .missingKey, "missing 'class' in 'buildings.homes'"),
  Patch(
    "population: {2020: 1763 万人, 2030: 1800 万人}", "populaton: {2020: 1763 万人, 2030: 1800 万人}",
    .missingKey, "'populaton'"),
  Patch("class: residential", "class: 1️⃣resident", .unknownWord, "residential"),
  Patch(
    "gas-boiler: {carrier: natural-gas,", "gas-boiler: {carrier: 1️⃣naturalgas,", .unknownId,
    "'natural-gas'"),
  Patch("gas-boiler: 60%", "1️⃣gas-boilr: 60%", .unknownParameter, "'gas-boiler'"),
  Patch("metro: {share", "1️⃣on: {share", .badId, "truth"),
  Patch("metro: {share", "1️⃣dec-3: {share", .badId, "date"),
  Patch("metro: {share", "1️⃣Metro: {share", .badId, "lower-case"),
  Patch(
    "lifetime: {fixed: 15 yr}", "lifetime: {fixed: 15 yr, 1️⃣weibull: {scale: 15 yr, shape: 4}}",
    .conflictingKeys, "'fixed' and 'weibull'"),
  Patch("lifetime: {fixed: 15 yr}", "1️⃣lifetime: {}", .missingKey, "'weibull', 'fixed'"),
  Patch("scrap-eaf:\n        share: 20%", "scrap-eaf:\n        share: [20%]", .wrongType, "a list"),
  Patch(
    "solar: {role: variable, capacity: {2020: 500 MW, 2030: 3000 MW}, capacity-factor: 12%}",
    "solar: 1️⃣12%", .wrongType, "a map"),
  Patch("need: {existing: 60 kWh/m2,", "1️⃣need: {", .missingKey, "'existing'"),
  Patch("source: city inventory", "grade: 1️⃣good", .unknownWord, "verified"),
]

/// Faults of numbers, units, series and shares.
let valueFaults: [Patch] = [
  Patch("efficiency: 3.2", "efficiency: 1️⃣high", .malformedNumber, "not a number"),
  Patch("efficiency: 3.2", "efficiency: 1️⃣three.two", .malformedNumber, "not a number"),
  Patch("intensity: 18 GJ/t", "intensity: 18 GJ/1️⃣tt", .unknownUnit, "'tt'"),
  Patch(
    "intensity: 18 GJ/t", "intensity: 18 1️⃣kWh/m2", .wrongDimension, "energy per mass such as GJ/t"),
  Patch(
    "intensity: 18 GJ/t", "intensity: 18 1️⃣MJ/元", .wrongDimension, "energy per mass such as GJ/t"),
  Patch("intensity: 18 GJ/t", "intensity: 1️⃣18", .missingUnit, "GJ/t"),
  Patch("activity: 1.5 t/TEU", "activity: 1.5 1️⃣Mt", .wrongDimension, "t per TEU"),
  Patch(
    "activity: {2020: 6.1 Mt, 2030: 4.0 Mt}", "activity: {2020: 6.1 Mt, 2030: 4 1️⃣GCNY}",
    .wrongDimension, "mass such as Mt"),
  Patch("energy: 20 TWh", "energy: 2 1️⃣Mtce", .ambiguousUnit, "tce(calorific)"),
  Patch("gdp: {2020: 27670 亿元,", "gdp: {2020: 2.767 1️⃣万亿,", .wrongDimension, "as in billion yuan"),
  Patch(
    "activity: {2020: 6.1 Mt, 2030: 4.0 Mt}", "activity: {2020: 6.1 Mt, 2030: 1️⃣4.0}", .missingUnit,
    "unlike the other numbers of the series write 4 Mt"),
  Patch(
    "activity: {2020: 6.1 Mt, 2030: 4.0 Mt}", "activity: {2020: 1️⃣0.5, 2030: 4.0 万吨}", .missingUnit,
    "write 0.5 万吨"),
  Patch(
    "activity: {2020: 6.1 Mt, 2030: 4.0 Mt}", "activity: {2020: 6.1 Mt, 2030: 1️⃣9,000,000 t}",
    .malformedNumber, "write 9000000"),
  Patch("retrofit: 1.5%/yr", "retrofit: 1️⃣0.015", .missingUnit, "such as %/yr"),
  Patch("uptake: 0.5 ktCO2/km2", "uptake: 0.5 1️⃣ktCO2", .wrongDimension, "CO2 per area"),
  Patch("loss: 4.5%", "loss: 1️⃣-2%", .outOfBounds, "loss' is -2%; it must lie between 0% and 90%"),
  Patch("loss: 4.5%", "loss: {2020: 4%, 2025: 1️⃣95%, after: hold}", .outOfBounds, "95% in 2025"),
  Patch("loss: 4.5%", "loss: 1️⃣55", .outOfBounds, "write 55%"),
  Patch("fixed: 15 yr", "fixed: 1️⃣{2020: 15 yr, 2030: 12 yr}", .notYearly, "one number"),
  Patch(
    "{2020: 500 MW, 2030: 3000 MW}", "{2030: 500 MW, 1️⃣2020: 3000 MW}", .decreasingYears,
    "2020 comes after 2030"),
  Patch(
    "{2020: 500 MW, 2030: 3000 MW}", "{1️⃣2022: 500 MW, 2030: 3000 MW}", .seriesStartsLate,
    "before: hold"),
  Patch(
    "{2020: 500 MW, 2030: 3000 MW}", "{2020: 500 MW, 1️⃣20300: 3000 MW}", .yearOutOfRange, "20300"),
  Patch(
    "{2020: 500 MW, 2030: 3000 MW}", "{2020: 500 MW, 2030: 3000 MW, 1️⃣shap: step}", .unknownKey,
    "'shape'"),
  Patch(
    "{2020: 500 MW, 2030: 3000 MW}", "{2020: 500 MW, 2030: 3000 MW, shape: 1️⃣stp}", .unknownWord,
    "'step'"),
  Patch(
    "{2020: 500 MW, 2030: 3000 MW}", "{2020: 500 MW, 1️⃣innovation: 1}", .conflictingKeys,
    "'2020' and 'innovation'"),
  Patch("{2020: 500 MW, 2030: 3000 MW}", "1️⃣{unit: MW}", .missingKey, "no value"),
  Patch(
    "{2020: 500 MW, 2030: 3000 MW}", "1️⃣{from: 1 MW, to: 2 MW, start: 2022}", .missingKey, "'by'"),
  Patch("{2020: 500 MW, 2030: 3000 MW}", "1️⃣[500 MW]", .wrongType, "a list"),
  Patch("growth: {2021: 6%, 2030: 4.5%}", "growth: {1️⃣2025: 6%}", .seriesStartsLate, "2025"),
  Patch(
    "growth: {2021: 6%, 2030: 4.5%}", "growth: {2021: 1️⃣6}", .outOfBounds, "600% write 6%"),
  Patch("growth: {2021: 6%, 2030: 4.5%}", "growth: 1️⃣-3", .outOfBounds, "write -3%"),
  Patch("intensity: 5 GJ/t,", "intensity: 170 1️⃣kgce/t,", .ambiguousUnit, "tce(calorific)"),
  Patch(
    "energy: {electricity: 0.2 MJ/pkm}", "energy: {electricity: 7 1️⃣gce/pkm}", .ambiguousUnit,
    "tce(calorific)"),
  Patch("growth: {2021: 6%, 2030: 4.5%}", "growth: 6 1️⃣kWh", .wrongDimension, "plain number"),
  Patch(
    "bev: {2020: 10%, 2030: 50%}", "bev: {2020: 13%, 2030: 50%}", .sharesDoNotSum,
    "shares of transport.passenger.car.sales sum to 1.03 in 2020"),
  Patch(
    "landfill: 20%, incineration: rest", "landfill: 20%, recycling: 90%, incineration: 1️⃣rest",
    .sharesDoNotSum, "1.1 in 2020"),
  Patch(
    "landfill: 20%, incineration: rest", "landfill: rest, incineration: 1️⃣rest", .conflictingKeys,
    "only one"),
  Patch(
    "share: 60%\n      occupancy", "share: 50%\n      occupancy", .sharesDoNotSum,
    "transport.passenger sum to 0.9"),
]

/// Faults between the keys of a sector.
let sectorFaults: [Patch] = [
  Patch(
    "      scrap-eaf:\n        share: 20%\n", "      1️⃣scrap-eaf:\n", .missingKey, "'rest'"),
  Patch("      occupancy: 1.5 person/vehicle\n", "", .missingKey, "'occupancy'"),
  Patch("      stock: {petrol: 97%, bev: 3%}\n", "", .missingKey, "has a fleet"),
  Patch("    demand: {2020: 9000 km/person, 2030: 11000 km/person}\n", "", .missingKey, "'demand'"),
  Patch("efficiency: 55%, merit: 1}", "efficiency: 55%}", .missingKey, "'merit'"),
  Patch("efficiency: 55%, merit: 1}", "merit: 1}", .missingKey, "burns a fuel"),
  Patch("grid: {factor: {", "grid: {energy: 3 TWh, factor: {", .missingKey, "balance"),
  Patch("hydro: {energy: 20 TWh, factor", "hydro: {factor", .conflictingKeys, "'hydro', 'grid'"),
  Patch(
    "boiler: {share: 1, carrier: natural-gas,", "boiler: {share: 1, carrier: 1️⃣heat,", .carrierLoop,
    "heat"),
  Patch(
    "station: {carrier: heat,", "station: {carrier: hydrogen,", .missingKey, "energy.hydrogen"),
  Patch(
    "petrol: {energy: {gasoline: 2.4 MJ/km}}",
    "1️⃣petrol: {energy: {gasoline: 2.4 MJ/km, electricity: 1 MJ/km}}", .missingKey, "distance-share"),
  Patch(
    "efficiency: 55%, merit: 1}",
    "efficiency: 10%, merit: 1, 1️⃣capture: {coverage: 100%, rate: 90%, electricity: 2 GJ/tCO2}}",
    .outOfBounds, "100.98%"),
]

/// Faults of levers, targets and history.
let planFaults: [Patch] = [
  Patch("group: grid", "group: 1️⃣gird", .unknownWord, "'grid'"),
  Patch("level: 0.5", "level: 1️⃣1.5", .outOfBounds, "1.5"),
  Patch("level: 0.5", "cost: 3 1️⃣元/t", .wrongDimension, "vehicle"),
  Patch("from: 2022\n    by: 2030", "from: 2022\n    by: 1️⃣2021", .decreasingYears, "2021"),
  Patch("from: 2022\n    by: 2030", "from: 1️⃣2015\n    by: 2030", .yearOutOfRange, "base year"),
  Patch(
    "moves: {transport.passenger.car.sales.bev:", "moves: {1️⃣transport.passenger.car.sales.bevv:",
    .unknownParameter, "'transport.passenger.car.sales.bev'"),
  Patch(
    "moves: {transport.passenger.car.sales.bev:", "moves: {1️⃣transport.passenger.car.past-growth:",
    .notYearly, "base year"),
  Patch(
    "{industry.*.routes.*.uses.*.intensity:", "{1️⃣industry.*.intensity:", .unknownParameter, "fits"),
  Patch(
    "{industry.*.routes.*.uses.*.intensity:", "{1️⃣energy.electricity.imports.grid.market-factor:",
    .unknownParameter, "gives no"),
  Patch("{change: -20%}", "{change: 1️⃣-100%}", .outOfBounds, "to: 0"),
  Patch("{change: -20%}", "{change: 1️⃣-20}", .outOfBounds, "-2000% write -20%"),
  Patch("{change: -20%}", "{change: {2020: 0, 2030: 1️⃣20}}", .outOfBounds, "write 20%"),
  Patch("{change: -20%}", "{change: 1️⃣1.5}", .outOfBounds, "write 1.5% or 150%"),
  Patch("{change: -20%}", "{change: -20 1️⃣GJ/t}", .wrongDimension, "plain number"),
  Patch("{change: -20%}", "{change: -20%, 1️⃣to: 3 GJ/t}", .conflictingKeys, "'to'"),
  Patch("{to: 90%}", "{to: 1️⃣120%}", .outOfBounds, "120%"),
  Patch("{to: 90%}", "{to: 90 1️⃣kWh}", .wrongDimension, "plain number"),
  Patch("peak: {by: 2027}", "peak: {by: 1️⃣2037}", .yearOutOfRange, "2020–2030"),
  Patch("2030: -65%, against", "2030: 1️⃣65%, against", .outOfBounds, "is a change, and +65%"),
  Patch("2030: -65%, against", "2030: 1️⃣45, against", .outOfBounds, "write -45%"),
  Patch("2030: -65%, against", "2030: 1️⃣0.45, against", .outOfBounds, "write -45%"),
  Patch(
    "2030: -65%, against", "2030: 1️⃣-45, against", .outOfBounds,
    "'targets.carbon-intensity.2030' is -45; it must lie between -1 and 0 write -45%"),
  Patch("level: 0.5", "level: 1️⃣50", .outOfBounds, "'level' is 50; it must"),
  Patch("    from: 2022\n    by: 2030", "    from: 2022", .missingKey, "by: 2035"),
  Patch("peak: {by: 2027}", "1️⃣paek: {by: 2027}", .unknownKey, "'peak'"),
  Patch("against: 2015", "against: 1️⃣2005", .yearOutOfRange, "history.emissions"),
  Patch("budget: {2021-2030: 0.5 Gt}", "budget: {1️⃣2021: 0.5 Gt}", .unknownKey, "period"),
  Patch(
    "emissions: {2030: 50 Mt}", "non-fossil-share: {2030: 25%}", .missingKey, "non-fossil-share"),
  Patch(
    "emissions: {2015: 58 Mt, 2018: 60 Mt}", "emissions: {2015: 58 Mt, 2018: 60 1️⃣TWh}",
    .wrongDimension, "CO2"),
]
