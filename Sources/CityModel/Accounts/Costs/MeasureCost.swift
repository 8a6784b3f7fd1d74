import Diagnostics

/// What a lever costs beyond what the stocks do (MODEL §10).
///
/// ```text
/// given by the year:  ℓ · w(t) · cost(t)
/// given by the piece: cost(t) · Σ_moves ℓ · w(t) · shift · pieces(t),   shift = to − base, base · change, or as far as a bound moves the base
/// ```
///
/// Pieces are new vehicles, where the lever moves shares of sales, or new floor area, where it moves
/// shares of construction.
struct MeasureCost: Sendable {
  private struct Shift: Sendable {
    let values: [Double]
    let pieces: [OutputIndex]
  }
  let sector: Sector
  private let lever: Int
  private let cost: [Double]
  private let shifts: [Shift]
  private let isPerPiece: Bool

  /// The rows of the pieces it is paid for by.
  var pieces: [OutputIndex] { shifts.flatMap(\.pieces) }

  init?(_ compiler: BlueprintCompiler, _ lever: Lever, place: Int) {
    guard let cost = lever.cost else { return nil }
    self.lever = place
    let first = lever.moves.first?.path.segments.first.map(String.init) ?? ""
    sector = Sector(rawValue: first) ?? (first == "equipment" ? .buildings : .energy)
    self.cost = cost.values
    isPerPiece = cost.basis != .year
    shifts = isPerPiece ? lever.moves.compactMap { Self.shift($0, compiler) } : []
  }

  private static func shift(_ move: Lever.Move, _ compiler: BlueprintCompiler) -> Shift? {
    guard let base = compiler.scenario.parameters.first(where: { $0.path == move.path })?.values,
      let (kind, owner) = LeverCost.pieces(of: move.path)
    else { return nil }
    let values = base.enumerated().map { move.effect.shift(of: $1, year: $0) }
    let pieces = compiler.rows.indices.filter {
      compiler.rows[$0].kind == kind && compiler.items[compiler.rows[$0].item].path == owner
    }
    return Shift(values: values, pieces: pieces.map { OutputIndex(row: $0) })
  }

  /// What the measure costs in the year [million CNY].
  func cost(_ context: YearContext) -> Lanes {
    guard !context.isBase else { return .zero }
    let year = context.year
    let pull = context.pulls[lever]
    guard isPerPiece else { return pull * cost[year] }
    return shifts.reduce(.zero) { total, shift in
      let pieces = shift.pieces.reduce(Lanes.zero) { $0 + context[$1] }
      return total + pull * shift.values[year] * cost[year] * pieces
    }
  }
}

extension BlueprintCompiler {
  /// The costs of the levers that name one.
  func measureCosts() -> [MeasureCost] {
    scenario.leversInOrder.enumerated()
      .compactMap { MeasureCost(self, $1, place: $0) }
  }
}
