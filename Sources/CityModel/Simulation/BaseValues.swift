/// Sets the parameters of a year to what the scenario has, writing only what is not there yet.
///
/// Years are loaded in their order and begin again after the last. What the year before left differs
/// where the scenario changes from year to year, and where levers or variants moved it.
struct BaseValues: Sendable {
  /// By year, the rows to write.
  private let rows: [[Int]]
  /// By year, whether emission factors change with them.
  private let changesFactors: [Bool]
  private let values: [Double]
  private let count: Int

  /// Finds out what changes.
  ///
  /// - Parameters:
  ///   - blueprint: The scenario, compiled.
  ///   - moved: The rows that levers and variants move; a market may move any.
  init(_ blueprint: Blueprint, moved: [Int]) {
    let count = blueprint.scenario.parameters.count
    let values = blueprint.baseValues
    let years = blueprint.years.count
    var isWritten = [Bool](repeating: blueprint.market != nil, count: count)
    for row in moved { isWritten[row] = true }
    let rows = (0..<years).map { year in
      let now = year * count
      let before = (year == 0 ? years - 1 : year - 1) * count
      return (0..<count).filter { isWritten[$0] || values[now + $0] != values[before + $0] }
    }
    let factorRows = blueprint.factors.parameterRows
    changesFactors = rows.map { $0.contains(where: factorRows.contains) }
    self.rows = rows
    self.values = values
    self.count = count
  }

  /// Writes everything, as it is in the base year.
  func begin(_ parameters: LaneBuffer) {
    for row in 0..<count { parameters[row] = .all(values[row]) }
  }

  /// Writes a year over the one before it.
  func load(_ year: Int, into parameters: LaneBuffer) {
    let first = year * count
    for row in rows[year] { parameters[row] = .all(values[first + row]) }
  }

  /// Whether emission factors may differ from those of the year before.
  func changesFactors(in year: Int) -> Bool { changesFactors[year] }
}
