/// The energy balance of every carrier (MODEL §8).
///
/// ```text
/// production + imports + unserved = exports + transformation + losses + storage losses + final
/// ```
///
/// Supply is what the kernel booked when it called plants and contracts, use is the sum over the
/// rows of consumers and plants: two countings that agree only if nothing was lost between them.
/// A city makes no fuels here: of those, all that is used is imported.
struct EnergyBalance: Sendable {
  private struct Line: Sendable {
    let place: Int
    let final: [OutputIndex]
    let transformation: [OutputIndex]
    let items: [OutputIndex]
  }
  private let fuels: [Line]
  private let secondary: [Line]

  init(_ compiler: inout BlueprintCompiler) {
    var lines: [Line] = []
    for (place, carrier) in compiler.carriers.enumerated() {
      func rows(_ kind: OutputKind) -> [OutputIndex] {
        compiler.rows.indices
          .filter { compiler.rows[$0].kind == kind && compiler.rows[$0].part == carrier }
          .map { OutputIndex(row: $0) }
      }
      let (final, transformation) = (rows(.finalEnergy), rows(.plantInput))
      let item = compiler.item(ParameterPath("carriers") / carrier, .energy, .carrier)
      lines.append(
        Line(
          place: place, final: final, transformation: transformation,
          items: BalanceItem.allCases.map { compiler.output(.balance, item, $0.rawValue) }))
    }
    let fuelCount = compiler.members("carriers").count
    fuels = Array(lines[..<fuelCount])
    secondary = Array(lines[fuelCount...])
  }

  /// Writes every balance and gives the worst residual, relative to the supply.
  func close(_ supply: SupplyAccount, _ context: YearContext) -> Lanes {
    var worst = Lanes.zero
    for line in fuels {
      let booked = Supply(imports: context.consumption[line.place])
      worst = worst.orWorse(write(booked, line, context))
    }
    for (line, booked) in zip(secondary, bookings(supply)) {
      worst = worst.orWorse(write(booked, line, context))
    }
    return worst
  }

  private struct Supply {
    var production = Lanes.zero
    var imports = Lanes.zero
    var exports = Lanes.zero
    var losses = Lanes.zero
    var storageLosses = Lanes.zero
    var unserved = Lanes.zero
  }

  /// Supply of electricity, heat and hydrogen, in the order of the secondary carriers.
  private func bookings(_ supply: SupplyAccount) -> [Supply] {
    let electricity = supply.electricity.map {
      Supply(
        production: $0.production, imports: $0.imported, exports: $0.exports, losses: $0.losses,
        storageLosses: $0.storageLosses, unserved: $0.unserved)
    }
    return [electricity ?? Supply()]
      + [supply.heat, supply.hydrogen].map { system in
        guard let system else { return Supply() }
        return Supply(
          production: system.production, imports: system.imported, losses: system.losses)
      }
  }

  private func write(_ booked: Supply, _ line: Line, _ context: YearContext) -> Lanes {
    func sum(_ rows: [OutputIndex]) -> Lanes { rows.reduce(.zero) { $0 + context[$1] } }
    let final = sum(line.final)
    let transformation = sum(line.transformation)
    let supplied = booked.production + booked.imports
    let used = booked.exports + transformation + booked.losses + booked.storageLosses + final
    let values = [
      booked.production, booked.imports, booked.exports, transformation, booked.losses,
      booked.storageLosses, final, booked.unserved, supplied + booked.unserved - used,
    ]
    for (output, value) in zip(line.items, values) { context[output] = value }
    let scale = supplied.atLeast(final + transformation).atLeast(.all(1e-9))
    return (supplied + booked.unserved - used).magnitudes / scale
  }
}
