public import Diagnostics

extension EnergyBalance {
  /// Where the edition in coal equivalent is not the physical one times one factor a fuel.
  ///
  /// The factor of a fuel is the middle one of its rows; a cell that is off by more than half a percent,
  /// and by more than rounding explains, is told in this table, with the powers of ten that it is off by.
  ///
  /// - Parameter standard: The same balance in coal equivalent.
  /// - Returns: What does not agree, at the cells of `standard`.
  public func disagreements(with standard: EnergyBalance) -> [Diagnostic] {
    guard edition == .physical, standard.edition != .physical else { return [] }
    let own = NumberField(table)
    let other = NumberField(standard.table)
    return BalanceFuel.allCases.filter(\.parts.isEmpty).flatMap { fuel -> [Diagnostic] in
      guard let column = column(fuel), let otherColumn = standard.column(fuel) else { return [] }
      let pairs = BalanceLine.allCases.compactMap { line -> EditionPair? in
        guard let row = row(line), let otherRow = standard.row(line) else { return nil }
        let place = NumberField.Place(row: row, column: column)
        let otherPlace = NumberField.Place(row: otherRow, column: otherColumn)
        guard own.has(place) || other.has(otherPlace) else { return nil }
        return EditionPair(
          place: otherPlace, physical: own[place], standard: other[otherPlace],
          slack: (own.precision(column), other.precision(otherColumn)))
      }
      let ratios = pairs.compactMap(\.ratio).sorted()
      guard ratios.count > 2 else { return [] }
      let factor = ratios[ratios.count / 2]
      return pairs.filter { !$0.agrees(factor) }.map { standard.disagreement($0, factor) }
    }
  }

  private func disagreement(_ pair: EditionPair, _ factor: Double) -> Diagnostic {
    let row = excerpt(table.rows[pair.place.row].path.last ?? "")
    let column = excerpt(table.columns[pair.place.column].name)
    let expected = plainText((pair.physical * factor * 1e4).rounded() / 1e4)
    let found = plainText(pair.standard)
    let power = pair.powerOfTen(factor)
    let times = power.map { power in
      Text(
        ": a unit is off by a factor of \(power)", "：单位相差 \(power) 倍")
    }
    let message =
      Text(
        "'\(row)', '\(column)' is \(found); the physical amount times the factor of the fuel gives \(expected)",
        "'\(row)' '\(column)' 为 \(found)；实物量乘以折标系数为 \(expected)") + (times ?? Text("", ""))
    return Diagnostic(
      .warning, code: .tableEditions, message: message,
      at: table.grid.span(
        table.rows[pair.place.row].index, table.columns[pair.place.column].index),
      suggestion: Text("check the cell in both editions", "请核对两张表中的该单元格"))
  }
}

/// A number of both editions.
private struct EditionPair {
  let place: NumberField.Place
  let physical: Double
  let standard: Double
  /// Half a unit of the last digit of each.
  let slack: (physical: Double, standard: Double)

  /// The factor, where both are large enough to tell it.
  var ratio: Double? {
    guard abs(physical) > 100 * slack.physical, abs(standard) > 100 * slack.standard else {
      return nil
    }
    return standard / physical
  }

  /// Whether the two agree under a factor.
  func agrees(_ factor: Double) -> Bool {
    let expected = physical * factor
    let rounding = slack.physical * abs(factor) + slack.standard
    return abs(standard - expected) <= max(0.005 * abs(expected), rounding * 1.001)
  }

  /// By which power of ten the two disagree, if by one: 10, 0.001.
  func powerOfTen(_ factor: Double) -> String? {
    guard physical != 0, standard != 0 else { return nil }
    let off = standard / (physical * factor)
    let known: [(Double, String)] = [
      (10, "10"), (100, "100"), (1000, "1000"), (1e4, "10000"), (0.1, "0.1"), (0.01, "0.01"),
      (0.001, "0.001"), (1e-4, "0.0001"),
    ]
    return known.first { abs(off / $0.0 - 1) < 0.01 }?.1
  }
}
