public import Diagnostics

extension EnergyBalance {
  /// What is wrong with the sums and balances of the table, each at its cell, with what would reconcile it.
  public var faults: [Diagnostic] {
    let field = NumberField(table)
    var repair = IdentityRepair(field, identities(field))
    return repair.findings().map { BalanceFaults(self, field).diagnostic(of: $0) }
      + doubledRows(field)
      + partsBeyondWholes(field)
  }

  /// Rows of one name that hold the same numbers: counted once.
  private func doubledRows(_ field: NumberField) -> [Diagnostic] {
    let known = lines.keys.sorted()
    return table.rows.indices.compactMap { row -> Diagnostic? in
      guard table.rows[row].role == .values, lines[row] == nil,
        let name = table.rows[row].path.last,
        let first = known.first(where: { table.rows[$0].path.last == name && $0 < row }),
        fuels.keys.allSatisfy({ column in
          field[.init(row: row, column: column)] == field[.init(row: first, column: column)]
        })
      else { return nil }
      return BalanceFaults(self, field).doubled(row, as: first)
    }
  }

  /// Rows that are part of others and larger than them.
  private func partsBeyondWholes(_ field: NumberField) -> [Diagnostic] {
    BalanceLine.allCases.flatMap { line -> [Diagnostic] in
      guard let whole = line.whole, let part = row(line), let owner = row(whole) else { return [] }
      return fuels.keys.sorted().compactMap { column in
        let small = abs(field[.init(row: part, column: column)])
        let large = abs(field[.init(row: owner, column: column)])
        guard small > large * 1.001 + 2 * field.precision(column) else { return nil }
        return BalanceFaults(self, field).partBeyond(part, owner, column)
      }
    }
  }
}

/// Words for what is wrong with an energy balance.
struct BalanceFaults {
  private let balance: EnergyBalance
  private let field: NumberField
  private var table: UnderstoodTable { balance.table }

  init(_ balance: EnergyBalance, _ field: NumberField) {
    self.balance = balance
    self.field = field
  }

  private func span(_ place: NumberField.Place) -> Span {
    table.grid.span(table.rows[place.row].index, table.columns[place.column].index)
  }

  private func rowName(_ row: Int) -> String { excerpt(table.rows[row].path.last ?? "") }

  private func columnName(_ column: Int) -> String { excerpt(table.columns[column].name) }

  private func fault(_ message: Text, _ place: NumberField.Place, _ suggestion: Text?) -> Diagnostic
  {
    Diagnostic(
      .warning, code: .tableIdentity, message: message, at: span(place), suggestion: suggestion)
  }

  /// One finding.
  func diagnostic(of finding: IdentityRepair.Finding) -> Diagnostic {
    let place = finding.place
    let reason = finding.identities.first.map(reason) ?? Text("", "")
    guard let value = finding.value else { return ofRow(finding, reason) }
    let found = short(field[place])
    let wanted = short(value)
    let row = rowName(place.row)
    let column = columnName(place.column)
    let what =
      switch finding.slip {
      case .sign: Text("has the wrong sign", "正负号有误")
      case .power(let power): times(power)
      case .missing: Text("is empty", "为空")
      case .swapped: Text("has digits in another order", "数字顺序有误")
      default: Text("does not fit", "与其他数值不符")
      }
    let message =
      Text(
        "'\(row)', '\(column)' \(what): \(found), where \(wanted) reconciles",
        "'\(row)' '\(column)' \(what)：现为 \(found)，改为 \(wanted) 则平衡")
      + reason + alternatives(finding.others)
    return fault(message, place, Text("check the cell against its source", "请与原始资料核对该单元格"))
  }

  private func ofRow(_ finding: IdentityRepair.Finding, _ reason: Text) -> Diagnostic {
    let row = rowName(finding.place.row)
    let what: Text
    switch finding.slip {
    case .rowSign: what = Text("has the wrong sign throughout", "整行正负号有误")
    case .rowPower(let power): what = times(power)
    case .rowShifted: what = Text("is shifted by a column", "整行错位一列")
    case .rowDoubled: what = Text("stands twice", "重复出现")
    case .rowsSwapped(let other):
      let name = rowName(other)
      what = Text("has changed places with '\(name)'", "与 '\(name)' 互换")
    default:
      return fault(
        Text("'\(row)' does not add up", "'\(row)' 合计不符") + reason, finding.place,
        Text("check its parts against their source", "请与原始资料核对各分项"))
    }
    return fault(
      Text("row '\(row)' \(what)", "“\(row)”行\(what)") + reason, finding.place,
      Text("check the row against its source", "请与原始资料核对该行"))
  }

  private func times(_ power: Int) -> Text {
    let factor = "\((0..<abs(power)).reduce(1) { size, _ in size * 10 })"
    return power > 0
      ? Text("is \(factor) times too large", "偏大 \(factor) 倍")
      : Text("is \(factor) times too small", "偏小 \(factor) 倍")
  }

  /// The sum that shows a fault.
  private func reason(_ identity: NumberIdentity) -> Text {
    let row = rowName(identity.total.row)
    let column = columnName(identity.total.column)
    let residual = short(abs(identity.residual(field)))
    switch identity.kind {
    case .rows:
      return Text(
        " (the parts of '\(row)' miss it by \(residual))", "（'\(row)' 与分项之和相差 \(residual)）")
    case .columns:
      return Text(
        " (the parts of '\(column)' miss it by \(residual))", "（'\(column)' 与分项之和相差 \(residual)）")
    case .balance:
      return Text(" (the balance is missed by \(residual))", "（平衡式相差 \(residual)）")
    }
  }

  private func alternatives(_ others: [NumberField.Place]) -> Text {
    guard !others.isEmpty else { return Text("", "") }
    let names = others.prefix(12).map { place in
      let name = rowName(place.row)
      let cell = table.grid.shortName(
        table.rows[place.row].index, table.columns[place.column].index)
      return Text("'\(name)' (\(cell))", "“\(name)”（\(cell)）")
    }.joined(", ", "、")
    return Text("; or another of \(names)", "；也可能是 \(names) 之一")
  }

  private func short(_ number: Double) -> String { plainText((number * 1e6).rounded() / 1e6) }

  /// That a row stands twice.
  func doubled(_ row: Int, as first: Int) -> Diagnostic {
    let name = rowName(row)
    let line = table.grid.rows[table.rows[first].index].number
    let place = NumberField.Place(row: row, column: balance.fuels.keys.min() ?? 0)
    return fault(
      Text("row '\(name)' stands twice, first in line \(line)", "“\(name)”行重复出现，首次在第 \(line) 行"),
      place,
      Text("take one of them out", "请去掉其一"))
  }

  /// That a part is larger than its whole.
  func partBeyond(_ part: Int, _ whole: Int, _ column: Int) -> Diagnostic {
    let name = rowName(part)
    let owner = rowName(whole)
    let fuel = columnName(column)
    return fault(
      Text(
        "'\(name)' is part of '\(owner)' and larger than it, in '\(fuel)'",
        "'\(fuel)' 列中 '\(name)' 为 '\(owner)' 的其中项，却大于后者"),
      NumberField.Place(row: part, column: column),
      Text("check both against their source", "请与原始资料核对"))
  }
}
