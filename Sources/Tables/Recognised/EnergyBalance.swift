import Quantities

/// An energy balance of a region, recognised in a table that is understood.
public struct EnergyBalance: Sendable {
  /// In which units it counts.
  public enum Edition: Hashable, Sendable {
    /// In those of the fuels: 万吨, 亿立方米, 亿千瓦时.
    case physical
    /// In coal equivalent, with what its title says of electricity.
    case coalEquivalent(Electricity)
  }

  /// How electricity is counted in coal equivalent.
  public enum Electricity: Hashable, Sendable {
    /// 当量值, by its heat.
    case calorific
    /// 等价值 or 发电煤耗计算法, by the coal that a power plant burns for it.
    case equivalent
    /// The title does not say.
    case unsaid
  }

  /// What becomes of a number of the table.
  public enum Fate: Hashable, Sendable {
    /// It is used, as this.
    case used(BalanceLine, BalanceFuel)
    /// It is the sum of others, and checked.
    case sum(BalanceLine, BalanceFuel)
    /// It is part of another number and counted there.
    case part(of: BalanceLine, BalanceFuel)
    /// Its row or its column has a name that is not known.
    case notUnderstood
  }

  /// The table.
  public let table: UnderstoodTable
  /// In which units it counts.
  public let edition: Edition
  /// Its year, if it says one.
  public let year: Int?
  /// The rows that are known, by their places in the table's.
  public let lines: [Int: BalanceLine]
  /// The columns that are known, by their places in the table's.
  public let fuels: [Int: BalanceFuel]

  /// Recognises an energy balance: three of its parts or more, and three fuels or more; nothing if it is none.
  public init?(_ table: UnderstoodTable) {
    var fuels: [Int: BalanceFuel] = [:]
    for (place, column) in table.columns.enumerated() {
      guard [.value, .empty].contains(column.role), let name = column.path.last,
        let fuel = EnergyBalanceWords.fuel(name), !fuels.values.contains(fuel)
      else { continue }
      fuels[place] = fuel
    }
    var lines: [Int: BalanceLine] = [:]
    var section: BalanceLine?
    for (place, row) in table.rows.enumerated() where row.role == .values || row.role == .section {
      guard let name = row.path.last, let line = EnergyBalanceWords.line(name, in: section) else {
        continue
      }
      if line == line.section { section = line }
      if !lines.values.contains(line) { lines[place] = line }
    }
    let sections: [BalanceLine] = [
      .supply, .transformation, .losses, .final, .difference, .consumption,
    ]
    guard sections.count(where: { lines.values.contains($0) }) >= 3, fuels.count >= 3 else {
      return nil
    }
    self.table = table
    self.lines = lines
    self.fuels = fuels
    edition = Self.edition(table, fuels)
    if case .title(let year) = table.years { self.year = year } else { year = nil }
  }

  private static func edition(_ table: UnderstoodTable, _ fuels: [Int: BalanceFuel]) -> Edition {
    let units = fuels.keys.map { table.columns[$0].unit ?? table.unit }
    let parsed = units.compactMap { $0.flatMap { StatedUnit.parsed($0) } }
    let isCoal = !parsed.isEmpty && parsed.allSatisfy { $0.coalBasis != nil }
    let title = table.titles.joined()
    guard isCoal || ["标准量", "标准煤", "coal equivalent"].contains(where: title.lowercased().contains)
    else { return .physical }
    if ["等价", "发电煤耗"].contains(where: title.contains) { return .coalEquivalent(.equivalent) }
    if title.contains("当量") { return .coalEquivalent(.calorific) }
    let bases = Set(parsed.compactMap(\.coalBasis))
    if bases == [.equivalent] { return .coalEquivalent(.equivalent) }
    return .coalEquivalent(bases == [.calorific] ? .calorific : .unsaid)
  }

  /// What becomes of a value; nothing of one that is no number.
  public func fate(of value: TableValue) -> Fate? {
    guard value.number != nil else { return nil }
    guard let line = lines[value.row], let fuel = fuels[value.column] else { return .notUnderstood }
    if line.whole != nil || line == .cokeInput { return .part(of: line.whole ?? .gasWorks, fuel) }
    let isSum =
      !line.parts.isEmpty || !fuel.parts.isEmpty || line == .difference || line == .consumption
    return isSum ? .sum(line, fuel) : .used(line, fuel)
  }

  /// The row of a line.
  func row(_ line: BalanceLine) -> Int? { lines.first { $0.value == line }?.key }

  /// The column of a fuel.
  func column(_ fuel: BalanceFuel) -> Int? { fuels.first { $0.value == fuel }?.key }
}
