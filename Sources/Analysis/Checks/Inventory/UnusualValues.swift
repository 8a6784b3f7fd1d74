public import CityModel
import Diagnostics

extension Check {
  /// What the city has per person and per GDP should be what places have.
  static let unusualValues = Check.baseYear { $0.unusualValueFindings() }
}

extension Trajectory {
  /// Values per person and per GDP, supply and sinks outside the range of places that are known.
  ///
  /// Where a power of ten that slips of units make would bring the value into the range, the
  /// warning says so.
  func unusualValueFindings() -> [Diagnostic] {
    let scenario = blueprint.scenario
    let supply = scenario.unusualSupply
    let output = unusualOutputs.filter { found in !supply.contains { $0.path == found.path } }
    return (comparedValues.filter(\.isUnusual) + supply + output + unusualContracts + unusualLand)
      .map { compared in
        Diagnostic(
          .warning, code: .unusualValue, message: compared.message(baseYear),
          at: compared.place ?? scenario.place(of: compared.path), suggestion: compared.help)
      }
  }

  private var comparedValues: [ComparedValue] {
    let population = base(population)
    let product = base(gdp)
    let people = ParameterPath("drivers.population")
    let money = ParameterPath("drivers.gdp")
    var values = [
      ComparedValue(.emissionsPerPerson, territorialCarbonDioxide / population, people),
      // Mt/10⁹ yuan is 10 t per 10⁴ yuan, 10⁹ yuan per million people 0.1 · 10⁴ yuan.
      ComparedValue(.emissionsPerProduct, 10 * territorialCarbonDioxide / product, money),
      ComparedValue(.productPerPerson, 0.1 * product / population, money),
      ComparedValue(.electricityPerPerson, electricityUsed / 3.6 * 1000 / population, people),
      ComparedValue(
        .energyPerProduct,
        10 * base(EnergyConsumption(self).total) / coalEquivalentHeat / product, money),
    ]
    values += carModes.map { path, cars in
      ComparedValue(.carsPerThousand, 1000 * cars / population, path / "vehicles")
    }
    values += otherFleets.map { path, vehicles in
      ComparedValue(.vehiclesPerThousand, 1000 * vehicles / population, path / "vehicles")
    }
    for (isResidential, range) in [
      (true, KnownRange.homesPerPerson), (false, .otherFloorPerPerson),
    ] {
      guard let (path, area) = floorArea(isResidential) else { continue }
      values.append(ComparedValue(range, area / population, path / "floor-area"))
    }
    return values
  }

  /// CO₂ of the base year where it arises in the city, before sinks [Mt].
  private var territorialCarbonDioxide: Double {
    rows(.carbonDioxide).filter { $0.item.sector != .sinks }.reduce(0) { $0 + base(self[$1.index]) }
  }

  /// Electricity used in the city in the base year with what its grid loses [PJ], as statistics count it.
  public var electricityUsed: Double {
    func line(_ item: BalanceItem) -> Double {
      base(series(.balance, "carriers.electricity", item.rawValue))
    }
    return line(.production) + line(.imports) - line(.exports)
  }

  /// Modes whose id says that they are cars, with their fleets [million].
  private var carModes: [(path: ParameterPath, vehicles: Double)] { fleets { $0.contains("car") } }

  /// All other modes with their fleets [million].
  private var otherFleets: [(path: ParameterPath, vehicles: Double)] {
    fleets { !$0.contains("car") }
  }

  private func fleets(
    of mode: ([Substring]) -> Bool
  ) -> [(path: ParameterPath, vehicles: Double)] {
    Dictionary(grouping: rows(.vehicles)) { $0.item.path }
      .filter { mode($0.key.last.split(separator: "-")) }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.reduce(0) { $0 + base(self[$1.index]) }) }
  }

  /// Floor area of homes, or of all other buildings [million m²], with the greatest of their types.
  private func floorArea(_ isResidential: Bool) -> (path: ParameterPath, area: Double)? {
    let types = Dictionary(
      grouping: rows(.floorArea).filter {
        $0.item.role == .buildingType(isResidential: isResidential)
      }
    ) { $0.item.path }
    .map { (path: $0.key, area: $0.value.reduce(0) { $0 + base(self[$1.index]) }) }
    .sorted { $0.path < $1.path }
    guard let greatest = types.max(by: { $0.area < $1.area }) else { return nil }
    return (greatest.path, types.reduce(0) { $0 + $1.area })
  }
}
