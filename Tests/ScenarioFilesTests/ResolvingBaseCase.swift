/// A scenario with little in it and no fault.
let minimalScenario = """
  format: 1
  city: {id: binhai}
  years: {base: 2020, end: 2024}
  accounting: {gases: [CO2], electricity: location, scopes: [1]}
  carriers:
    coal: {kind: coal, carbon-content: 94.6 kgCO2/GJ}
  drivers:
    population: 2 million people
    gdp: 240 GCNY
  energy:
    electricity: {loss: 5%, imports: {grid: {factor: 0.45 kg/kWh}}}
  """

/// A scenario with something of everything and no fault.
let baseCase = """
  format: 1
  city: {id: binhai, name: Binhai, name-zh: 滨海市, tier: pioneer}
  scenario: {id: reference, name: Reference}
  years: {base: 2020, end: 2030}
  accounting: {gases: [CO2, CH4], gwp: AR6, electricity: location, scopes: [1, 2]}
  carriers:
    source: city inventory
    coal: {kind: coal, carbon-content: 25.8 tC/TJ, oxidation: 98%}
    natural-gas: {kind: gas, carbon-content: 56.1 kgCO2/GJ, uses: {power: {methane: 1 kg/TJ}}}
    gasoline: {kind: oil, carbon-content: 69.3 kgCO2/GJ}
  equipment:
    gas-boiler: {carrier: natural-gas, efficiency: 0.9}
    heat-pump: {carrier: electricity, efficiency: 3.2}
    station: {carrier: heat, efficiency: 95%}
  drivers:
    population: {2020: 1763 万人, 2030: 1800 万人}
    gdp: {2020: 27670 亿元, growth: {2021: 6%, 2030: 4.5%}}
    port: {unit: TEU, 2020: 26000000, 2030: 30000000}
  buildings:
    homes:
      class: residential
      floor-area: {2020: 30 m2/person, 2030: 34 m2/person}
      lifetime: {weibull: {scale: 55 yr, shape: 4}}
      construction: {current-code: {2020: 90%, 2030: 10%}, ultra-low: rest}
      retrofit: 1.5%/yr
      uses:
        heating:
          need: {existing: 60 kWh/m2, retrofitted: 38 kWh/m2, current-code: 35 kWh/m2, ultra-low: 12 kWh/m2}
          equipment: {gas-boiler: 60%, heat-pump: 20%, station: 20%}
  industry:
    steel:
      activity: {2020: 6.1 Mt, 2030: 4.0 Mt}
      routes:
        blast-furnace:
          share: 80%
          process: 0.1 tCO2/t
          uses:
            smelting: {intensity: 18 GJ/t, carriers: {coal: 95%, electricity: 5%}}
        scrap-eaf:
          share: 20%
          uses:
            smelting: {intensity: 5 GJ/t, carriers: {electricity: 100%}}
    harbour:
      driver: port
      activity: 1.5 t/TEU
      routes:
        cranes:
          uses:
            lifting: {intensity: 0.2 GJ/t, carriers: {electricity: 1}}
  transport:
    passenger:
      demand: {2020: 9000 km/person, 2030: 11000 km/person}
      metro: {share: 40%, energy: {electricity: 0.2 MJ/pkm}}
      car:
        share: 60%
        occupancy: 1.5 person/vehicle
        distance: 12000 km
        lifetime: {fixed: 15 yr}
        stock: {petrol: 97%, bev: 3%}
        sales: {petrol: {2020: 90%, 2030: 50%}, bev: {2020: 10%, 2030: 50%}}
        technologies:
          petrol: {energy: {gasoline: 2.4 MJ/km}}
          bev: {energy: {electricity: 15 kWh/100km}}
  energy:
    electricity:
      loss: 4.5%
      technologies:
        gas-plant: {role: dispatchable, fuel: natural-gas, capacity: 3 GW, capacity-factor: 60%, efficiency: 55%, merit: 1}
        solar: {role: variable, capacity: {2020: 500 MW, 2030: 3000 MW}, capacity-factor: 12%}
      imports:
        hydro: {energy: 20 TWh, factor: 0 kg/kWh, line: dedicated}
        grid: {factor: {2020: 0.45 kg/kWh, 2030: 0.30 kg/kWh}}
    heat:
      loss: 10%
      technologies:
        boiler: {share: 1, carrier: natural-gas, efficiency: 0.92}
  waste:
    generation: 400 kg/person
    treatment: {landfill: 20%, incineration: rest}
    incineration: {carbon-content: 0.3, fossil-share: 40%}
    landfill: {degradable-carbon: 0.15, decay: 9%/yr}
  sinks:
    parks: {standing: {area: 200 km2, uptake: 0.5 ktCO2/km2}}
  levers:
    clean-grid:
      group: grid
      from: 2022
      by: 2030
      moves: {energy.electricity.imports.grid.factor: {to: 0.1 kg/kWh}}
    electric-cars:
      group: electrification
      from: 2021
      by: 2028
      shape: s-curve
      level: 0.5
      moves: {transport.passenger.car.sales.bev: {to: 90%}}
    efficient-industry:
      group: efficiency
      from: 2020
      by: 2030
      moves: {industry.*.routes.*.uses.*.intensity: {change: -20%}}
  targets:
    peak: {by: 2027}
    carbon-intensity: {2030: -65%, against: 2015}
    emissions: {2030: 50 Mt}
    budget: {2021-2030: 0.5 Gt}
  history:
    emissions: {2015: 58 Mt, 2018: 60 Mt}
    gdp: {2015: 18000 亿元, 2018: 25000 亿元, 2020: 27670 亿元, 2021: 29330 亿元}
  """
