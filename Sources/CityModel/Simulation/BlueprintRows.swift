import Diagnostics

extension Blueprint {
  /// Where the one row of a kind for a path and part stands; nothing if there is none.
  public func row(_ kind: OutputKind, _ path: String, _ part: String = "") -> Int? {
    rows.firstIndex {
      $0.kind == kind && $0.part == part && items[$0.item].path.description == path
    }
  }

  /// The row of a line of the totals [Mt CO₂e].
  public func row(of line: TotalItem) -> Int { accountRow(.total, "total", line.rawValue) }

  /// The row of a sector's emissions where they are used [Mt CO₂e].
  public func row(byEndUse sector: Sector) -> Int { accountRow(.byEndUse, sector.rawValue) }

  /// The row of a sector's emissions where they arise [Mt CO₂e].
  public func row(bySource sector: Sector) -> Int { accountRow(.bySource, sector.rawValue) }

  /// The row of what the city spends, payments for carbon left out [10⁹ yuan]; none where no costs are
  /// counted.
  public var resourceCostRow: Int? { row(.resourceCost, "total") }

  /// The discount rate of the scenario's costs; nothing where it counts none.
  public var discountRate: Double? { costs?.discountRate }

  private func accountRow(_ kind: OutputKind, _ path: String, _ part: String = "") -> Int {
    guard let row = row(kind, path, part) else {
      defect("every blueprint has \(kind) of \(path) \(part)")
    }
    return row
  }
}
