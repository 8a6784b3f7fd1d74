extension EnergyBalance {
  /// The sums and balances that the table must hold.
  ///
  /// Source: NBS, 能源统计报表制度, 地区能源平衡表, 主要关系 (relations of rows and columns).
  ///
  /// - Parameter field: The numbers of the table; a sum with a cell that cannot be read is left out.
  /// - Returns: The identities.
  func identities(_ field: NumberField) -> [NumberIdentity] {
    var all: [NumberIdentity] = []
    for column in fuels.keys.sorted() {
      for line in BalanceLine.allCases where !line.parts.isEmpty {
        guard let row = row(line) else { continue }
        let parts = rows(of: line)
        guard parts.count > 1 else { continue }
        all.append(
          NumberIdentity(
            .rows, total: place(row, column), parts: parts.map { (place($0, column), 1) }))
      }
      if let balance = balance(column) { all.append(balance) }
    }
    for fuel in BalanceFuel.allCases where !fuel.parts.isEmpty {
      if fuel == .total, edition == .physical { continue }
      guard let total = column(fuel) else { continue }
      let parts = columns(of: fuel)
      guard parts.count > 1 else { continue }
      for row in lines.keys.sorted() {
        all.append(
          NumberIdentity(
            .columns, total: place(row, total), parts: parts.map { (place(row, $0), 1) }))
      }
    }
    return all.filter { identity in
      !identity.terms.contains { field.isUnclear($0.place) }
        && identity.terms.contains { field.has($0.place) }
    }
  }

  private func place(_ row: Int, _ column: Int) -> NumberField.Place {
    NumberField.Place(row: row, column: column)
  }

  /// The rows that add up to a line; where a table lacks one of the sums among them, its own parts.
  private func rows(of line: BalanceLine) -> [Int] {
    line.parts.flatMap { part in row(part).map { [$0] } ?? rows(of: part) }
  }

  private func columns(of fuel: BalanceFuel) -> [Int] {
    fuel.parts.flatMap { part in column(part).map { [$0] } ?? columns(of: part) }
  }

  /// Supply + transformation − losses − final consumption = difference.
  private func balance(_ column: Int) -> NumberIdentity? {
    guard let difference = row(.difference), let supply = row(.supply), let final = row(.final)
    else {
      return nil
    }
    var parts = [(place: place(supply, column), factor: 1.0), (place(final, column), -1)]
    if let row = row(.transformation) { parts.append((place(row, column), 1)) }
    if let row = row(.losses) { parts.append((place(row, column), -1)) }
    return NumberIdentity(.balance, total: place(difference, column), parts: parts)
  }
}
