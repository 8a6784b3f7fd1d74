import CityModel

/// Searches the rows of a blueprint that tell where energy comes from.
struct EnergyRows {
  let blueprint: Blueprint
  private let cleanFuels: Set<String>
  private let cleanPlants: Set<ParameterPath>

  init(_ blueprint: Blueprint) {
    self.blueprint = blueprint
    let scenario = blueprint.scenario
    let cleanFuels = Set(
      scenario.parameters
        .filter { $0.path.matches(ParameterPath("carriers.*.fossil-share")) }
        .filter { $0.values.allSatisfy { $0 == 0 } }
        .map { String($0.path.segments[1]) })
    self.cleanFuels = cleanFuels
    cleanPlants = Set(
      blueprint.items.filter { $0.role == .powerPlant }.map(\.path).filter {
        scenario.choices[$0 / "fuel"].map(cleanFuels.contains) ?? true
      })
  }

  /// Carriers of the file by kind, as they come into the city.
  func used(_ isWanted: (String) -> Bool) -> [Int] {
    rows(.balance) { row, item in
      row.part == BalanceItem.imports.rawValue && isOfKind(item.path.last, isWanted)
    }
  }

  /// What non-fossil power plants burn of them.
  func burnt(_ isWanted: (String) -> Bool) -> [Int] {
    rows(.plantInput) { row, item in
      cleanPlants.contains(item.path) && isOfKind(row.part, isWanted)
    }
  }

  /// Electricity of power plants that burn nothing fossil.
  var made: [Int] {
    rows(.plantOutput) { row, item in
      row.part == "electricity" && cleanPlants.contains(item.path)
    }
  }

  /// Electricity made beside heat by plants that burn nothing fossil.
  var madeBesideHeat: [Int] {
    rows(.plantOutput) { row, item in
      row.part == "electricity" && item.role == .heatPlant
        && blueprint.scenario.choices[item.path / "carrier"].map(cleanFuels.contains) ?? false
    }
  }

  /// The non-fossil part of electricity bought, if every contract says it.
  var nonFossilImports: [Int]? {
    let known = rows(.nonFossilImports) { _, _ in true }
    let paths = Set(known.map { blueprint.items[blueprint.rows[$0].item].path })
    let silent = rows(.imports) { row, item in
      row.part == "electricity" && !paths.contains(item.path)
    }
    return silent.isEmpty ? known : nil
  }

  func electricity(_ line: BalanceItem) -> [Int] {
    rows(.balance) { row, item in
      item.path.description == "carriers.electricity" && row.part == line.rawValue
    }
  }

  func rows(_ kind: OutputKind, where isWanted: (OutputRow, OutputItem) -> Bool) -> [Int] {
    blueprint.rows.indices.filter {
      let row = blueprint.rows[$0]
      return row.kind == kind && isWanted(row, blueprint.items[row.item])
    }
  }

  private func isOfKind(_ id: String, _ isWanted: (String) -> Bool) -> Bool {
    blueprint.scenario.choices[ParameterPath("carriers") / id / "kind"].map(isWanted) ?? false
  }
}
