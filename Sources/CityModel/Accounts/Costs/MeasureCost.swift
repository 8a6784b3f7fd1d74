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

/// What pulling a lever costs beyond what the stocks already cost.
public struct LeverCost: Hashable, Sendable {
  /// What the cost is counted by.
  public enum Basis: Int, CaseIterable, Sendable {
    /// So much a year at full pull [million CNY].
    case year
    /// For each new vehicle that the lever turns into another [CNY].
    case vehicle
    /// For each m² of new floor area that the lever turns into another [CNY].
    case floorArea
  }
  /// What it is counted by.
  public let basis: Basis
  /// One value for each year of the scenario.
  public let values: [Double]

  /// Makes a cost.
  public init(basis: Basis, values: [Double]) { (self.basis, self.values) = (basis, values) }

  /// The rows that hold the pieces of which a parameter is the share, and whose they are.
  static func pieces(of path: ParameterPath) -> (kind: OutputKind, owner: ParameterPath)? {
    let segments = path.segments
    guard segments.count > 2 else { return nil }
    let owner = ParameterPath(segments.dropLast(2).joined(separator: "."))
    switch segments[segments.count - 2] {
    case "sales": return (.vehicleSales, owner)
    case "construction": return (.construction, owner)
    default: return nil
    }
  }

  /// Whether a cost by the piece has pieces to count where a lever moves this parameter.
  public static func counts(_ basis: Basis, for path: ParameterPath) -> Bool {
    switch basis {
    case .year: true
    case .vehicle: pieces(of: path)?.kind == .vehicleSales
    case .floorArea: pieces(of: path)?.kind == .construction
    }
  }

  /// How a file may write it, one reading for each basis in the order of ``Basis``.
  public static let declaration = ParameterDeclaration(
    Text("what the lever costs beyond what the stocks do", "措施的额外成本"),
    Reading("MCNY", 0...1e9, synonyms: ["MCNY/yr"]), Reading("CNY/vehicle", 0...1e9),
    Reading("CNY/m2", 0...1e6), presence: .optional)
}
