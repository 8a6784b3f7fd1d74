/// The energy balance of every carrier (MODEL §8).
///
/// ```text
/// production + imports + unserved = exports + transformation + losses + storage losses + final
/// ```
///
/// Supply is what the kernel booked when it called plants and contracts, use is the sum over the
/// rows of consumers and plants: two countings that agree only if nothing was lost between them.
/// A city makes no fuels here: of those, all that is used is imported. Where a fuel's heating value is
/// given, its mass is `m = imports / heating value`                    [PJ / (GJ/t) = Mt].
struct EnergyBalance: Sendable {
  private struct Line: Sendable {
    /// The carrier's place among all.
    let place: Int
    let transformation: [OutputIndex]
    let items: Items
    let mass: Mass?
  }
  /// What a carrier weighs, and where that is written.
  private struct Mass: Sendable {
    let heatingValue: ParameterIndex
    let output: OutputIndex
  }
  /// Where the lines of a carrier's balance are written.
  private struct Items: Sendable {
    let production, imports, exports, transformation, losses: OutputIndex
    let storage, final, unserved, residual: OutputIndex

    init(_ compiler: inout BlueprintCompiler, _ item: Int) {
      func line(_ line: BalanceItem) -> OutputIndex {
        compiler.output(.balance, item, line.rawValue)
      }
      production = line(.production)
      imports = line(.imports)
      exports = line(.exports)
      transformation = line(.transformation)
      losses = line(.losses)
      storage = line(.storage)
      final = line(.final)
      unserved = line(.unserved)
      residual = line(.residual)
    }
  }
  /// The rows of one carrier.
  private struct Final: Sendable {
    let carrier: Int
    let rows: [OutputIndex]
  }
  private let fuels: [Line]
  private let secondary: [Line]
  /// By sector, the final energy of its consumers.
  private let final: [[Final]]

  init(_ compiler: inout BlueprintCompiler) {
    var lines: [Line] = []
    var final: [[Final]] = Sector.allCases.map { _ in [] }
    for (place, carrier) in compiler.carriers.enumerated() {
      func rows(_ kind: OutputKind, of sector: Sector? = nil) -> [OutputIndex] {
        compiler.rows.indices.filter {
          let row = compiler.rows[$0]
          return row.kind == kind && row.part == carrier
            && (sector == nil || compiler.items[row.item].sector == sector)
        }.map { OutputIndex(row: $0) }
      }
      for sector in Sector.allCases {
        let rows = rows(.finalEnergy, of: sector)
        if !rows.isEmpty { final[sector.index].append(Final(carrier: place, rows: rows)) }
      }
      let transformation = rows(.plantInput)
      let item = compiler.item(ParameterPath(.carriers) / carrier, .energy, .carrier)
      let heatingValue = compiler.optionalParameter(
        ParameterPath(.carriers) / carrier / .heatingValue)
      lines.append(
        Line(
          place: place, transformation: transformation, items: Items(&compiler, item),
          mass: heatingValue.map {
            Mass(heatingValue: $0, output: compiler.output(.fuelMass, item))
          }))
    }
    let fuelCount = compiler.members(ParameterPath(.carriers)).count
    fuels = Array(lines[..<fuelCount])
    secondary = Array(lines[fuelCount...])
    self.final = final
  }

  /// Adds up the final energy of a sector.
  func close(_ sector: Sector, _ context: YearContext) {
    for final in final[sector.index] {
      context.sums[final: final.carrier, sector] = sum(final.rows, context)
    }
  }

  /// Writes every balance, once all sectors are closed, and gives the worst residual, relative to the supply.
  func close(_ supply: SupplyAccount, _ context: YearContext) -> Lanes {
    var worst = Lanes.zero
    for line in fuels {
      let booked = Supply(imports: context.demand.total(fuel: line.place))
      worst = worst.orWorse(write(booked, line, context))
      if let mass = line.mass {
        context[mass.output] = booked.imports / context[mass.heatingValue]
      }
    }
    for (carrier, line) in zip(SecondaryCarrier.allCases, secondary) {
      worst = worst.orWorse(write(booking(supply, of: carrier), line, context))
    }
    return worst
  }

  fileprivate struct Supply {
    var production = Lanes.zero
    var imports = Lanes.zero
    var exports = Lanes.zero
    var losses = Lanes.zero
    var storageLosses = Lanes.zero
    var unserved = Lanes.zero
  }

  private func booking(
    _ supply: SupplyAccount, of carrier: SecondaryCarrier
  ) -> Supply {
    switch carrier {
    case .electricity:
      guard let system = supply.electricity else { return Supply() }
      return Supply(
        production: system.production, imports: system.imported, exports: system.exports,
        losses: system.losses, storageLosses: system.storageLosses, unserved: system.unserved)
    case .heat: return Supply(supply.heat)
    case .hydrogen: return Supply(supply.hydrogen)
    }
  }

  private func write(_ booked: Supply, _ line: Line, _ context: YearContext) -> Lanes {
    var final = Lanes.zero
    for sector in Sector.allCases { final += context.sums[final: line.place, sector] }
    let transformation = sum(line.transformation, context)
    let supplied = booked.production + booked.imports
    let used = booked.exports + transformation + booked.losses + booked.storageLosses + final
    let residual = supplied + booked.unserved - used
    let items = line.items
    context[items.production] = booked.production
    context[items.imports] = booked.imports
    context[items.exports] = booked.exports
    context[items.transformation] = transformation
    context[items.losses] = booked.losses
    context[items.storage] = booked.storageLosses
    context[items.final] = final
    context[items.unserved] = booked.unserved
    context[items.residual] = residual
    let scale = supplied.atLeast(final + transformation).atLeast(.all(1e-9))
    return residual.magnitudes / scale
  }

  private func sum(_ rows: [OutputIndex], _ context: YearContext) -> Lanes {
    var sum = Lanes.zero
    for row in rows { sum += context[row] }
    return sum
  }
}

extension EnergyBalance.Supply {
  /// What a system of heat or hydrogen supplied; nothing where there is none.
  fileprivate init(_ system: PlantSystem.Result?) {
    self.init()
    guard let system else { return }
    production = system.production
    imports = system.imported
    losses = system.losses
  }
}
