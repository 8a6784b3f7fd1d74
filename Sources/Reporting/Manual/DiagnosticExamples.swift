import Diagnostics

/// What a file may say to earn a diagnostic, where a few lines can show it.
///
/// Each is what stands below `extends: peak.yaml` in a file beside the `peak.yaml` of a new city.
enum DiagnosticExamples {
  static let ofCode: [DiagnosticCode: String] = [
    .unknownKey: "years: {base: 2020, finish: 2060}",
    .unknownParameter: "transport: {passenger: {car: {ocupancy: 1.6 person/vehicle}}}",
    .unknownId: "equipment: {gas-stove: {carrier: natural-gaz}}",
    .unknownWord: "levers: {electric-cars: {group: electric}}",
    .badId: "sinks: {Wetland: {standing: {area: 10 km2, uptake: 0.1 kt/km2}}}",
    .duplicateKey: "years: {base: 2020, base: 2021}",
    .missingKey: "levers: {bus-lanes: {group: structure, by: 2035}}",
    .conflictingKeys:
      "levers: {tight-networks: {moves: {energy.heat.loss: {to: 7%, change: -5%}}}}",
    .emptyValue: "levers:\n  electric-cars:",
    .wrongType: "years: 2020",
    .notSupported: "format: 2",

    .malformedNumber: "drivers:\n  gdp:\n    2020: 2,900 亿元",
    .unknownUnit: "drivers: {gdp: {2020: 2900 亿圆}}",
    .missingUnit: "drivers: {gdp: {2020: 2900}}",
    .wrongDimension: "energy: {electricity: {technologies: {coal: {capacity: {2020: 1.3 GWh}}}}}",
    .ambiguousUnit: "energy: {electricity: {exports: 1 Mtce}}",
    .outOfBounds: "energy: {electricity: {loss: {2020: 5.6}}}",
    .sharesDoNotSum: "waste: {treatment: {landfill: {2020: 80%}, recycling: {2020: 40%}}}",
    .decreasingYears: "years: {base: 2020, end: 2010}",
    .yearOutOfRange: "years: {base: 2020, end: 3000}",
    .seriesStartsLate: "drivers: {tourists: {2025: 3 million people, after: hold}}",
    .seriesEndsEarly: "drivers: {tourists: {2020: 3 million people, 2025: 4 million people}}",
    .notYearly:
      "buildings: {public: {lifetime: {weibull: {scale: {2020: 50 yr, 2040: 60 yr}}}}}",
    .badCurve:
      "drivers: {tourists: {shape: bass, unit: 万人, start: 2018, initial: 1, innovation: 0.003, imitation: -0.4, potential: 5}}",
    .curveMissesBase: "transport: {passenger: {car: {ownership: {alpha: -5.9}}}}",
    .leverMovesNothing:
      "levers: {same: {group: efficiency, by: 2035, moves: {energy.hydrogen.loss: {to: 3%}}}}",
    .leverNeverFull: "levers: {electric-cars: {by: 2070}}",
    .leverAgainstItsKind:
      "levers: {electric-cars: {moves: {transport.passenger.car.sales.bev: {to: 3%}}}}",
    .leverRaisesEmissions:
      "levers: {more-industry: {group: structure, by: 2035, moves: {industry.manufacturing.activity: {change: 20%}}}}",
    .leverInPast: "levers: {electric-cars: {from: 2023}}",
    .planYearPast: "plan-year: 2023\nhistory: {emissions: {2020: 38.4 Mt, 2023: 38.9 Mt}}",
    .leversAddUp:
      "levers: {more-metro: &metro {group: structure, by: 2040, moves: {transport.passenger.metro.share: {to: 8%}}}, new-lines: *metro}",
    .steepGrowth: "drivers: {gdp: {growth: {2021: 60%}}}",
    .jump: "energy: {electricity: {loss: {2020: 5.6%, 2021: 20%, 2022: 5.6%}}}",
    .moreThanProduct: "industry: {manufacturing: {activity: {2020: 97%}}}",
    .flattensSeries: "uncertainty: {energy.electricity.loss: {uniform: [4%, 6%]}}",
    .interleavedYears:
      "industry: {cement: {activity: {2020: 900 kg/person, 2035: 850 kg/person}}}",
    .unlikeAccounts:
      "accounting: {scopes: [1]}\nhistory: {emissions: {2020: 27 Mt, scopes: [1, 2]}}",
    .historyAgainstDrivers: "history: {gdp: {2019: 1400 亿元, 2020: 1450 亿元}}",
    .inventoryDistance: "history: {emissions: {2020: 40 Mt}}",
    .unusualValue: "drivers: {gdp: {2020: 29000 亿元}}",
    .factorOfOne: "energy: {electricity: {imports: {regional-grid: {factor: {2020: 1 kg/kWh}}}}}",
    .madeUpHistory:
      "history: {emissions: {unit: Mt, 2016: 20, 2017: 21, 2018: 22.05, 2019: 23.1525, 2020: 24.310125}}",

    .malformedYAML: "city: {name: My city",
    .tagNotAllowed: "city: {name: !!str My city}",
    .mergeKeyNotAllowed: "city: {<<: {name: My city}}",
    .unknownAlias: "city: {name: *star}",
    .severalDocuments: "---\ncity: {name: My city}",

    .noSuchFile: "drivers: {population: {csv: data/people.csv}}",
    .notAFile: "drivers: {population: {csv: data}}",
    .outsideRoot: "drivers: {population: {csv: ../../../people.csv}}",
    .removesNothing: "levers: {congestion-charge: ~}",
    .csvUnknownColumn: "drivers: {population: {column: people}}",
  ]
}
