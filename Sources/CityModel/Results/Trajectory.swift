import Diagnostics

/// The results of one variant: a value for every row and year.
public struct Trajectory: Sendable {
  /// What was run.
  public let blueprint: Blueprint
  /// Why the numbers mean nothing, if they do not: impossible levers, a market without solution.
  public let fault: VariantFault?
  private let values: [Double]
  private let yearCount: Int

  /// Runs a scenario with its levers at the levels it gives.
  public init(_ blueprint: Blueprint) {
    let space = VariantSpace(blueprint)
    self.init(space, VariantBatch(space))
  }

  /// Runs a scenario with its levers at other levels.
  ///
  /// - Parameters:
  ///   - blueprint: The compiled scenario.
  ///   - levels: ℓ of each lever in the order of their ids.
  public init(_ blueprint: Blueprint, levels: [Double]) {
    defect(unless: levels.count == blueprint.scenario.levers.count, "a level for each lever")
    let space = VariantSpace(blueprint)
    let batch = VariantBatch(space)
    for (lever, level) in levels.enumerated() { batch.levels[lever] = .all(level) }
    self.init(space, batch)
  }

  /// Runs one variant of a scenario.
  ///
  /// - Parameters:
  ///   - space: What variants set.
  ///   - variant: The value of each axis.
  public init(_ space: VariantSpace, variant: [Double]) {
    let batch = VariantBatch(space)
    for lane in Lanes.zero.indices { batch.set(lane, to: variant) }
    self.init(space, batch)
  }

  /// Runs the base year alone of a scenario with its levers at the levels it gives.
  public init(baseYearOf blueprint: Blueprint) {
    let space = VariantSpace(blueprint)
    self.init(space, VariantBatch(space), years: 1)
  }

  /// Runs the variant of the first lane, in the first years or in all.
  private init(_ space: VariantSpace, _ batch: VariantBatch, years: Int? = nil) {
    let blueprint = space.blueprint
    let yearCount = years ?? blueprint.years.count
    var values = [Double](repeating: 0, count: blueprint.rows.count * yearCount)
    let faults = Simulation(space).run(batch, years: yearCount) { year, outputs in
      for row in 0..<outputs.count { values[row * yearCount + year] = outputs[row][0] }
    }
    self.blueprint = blueprint
    fault = faults[0]
    self.values = values
    self.yearCount = yearCount
  }

  /// The years of the run.
  public var years: ClosedRange<Int> {
    blueprint.years.lowerBound...(blueprint.years.lowerBound + yearCount - 1)
  }

  /// The yearly values of a row.
  public subscript(row: Int) -> [Double] {
    Array(values[(row * yearCount)..<((row + 1) * yearCount)])
  }

  /// The rows of a kind, with their items, in the order of the model.
  public func rows(_ kind: OutputKind) -> [(index: Int, row: OutputRow, item: OutputItem)] {
    blueprint.rows.indices
      .filter { blueprint.rows[$0].kind == kind }
      .map { ($0, blueprint.rows[$0], blueprint.items[blueprint.rows[$0].item]) }
  }

  /// The yearly values of the one row of a kind for a path and part, which the model always has.
  public func series(_ kind: OutputKind, _ path: String, _ part: String = "") -> [Double] {
    guard let series = seriesIfAny(kind, path, part) else {
      defect("a run has no \(kind) of '\(path)' \(part)")
    }
    return series
  }

  /// The yearly values of the one row of a kind for a path and part; nothing where this scenario has no
  /// such thing.
  public func seriesIfAny(_ kind: OutputKind, _ path: String, _ part: String = "") -> [Double]? {
    blueprint.row(kind, path, part).map { self[$0] }
  }

  /// The population [million people].
  public var population: [Double] { series(.driver, "\(Key.drivers / .population)") }

  /// The gross domestic product at the prices of the base year [10⁹ yuan].
  public var gdp: [Double] { series(.driver, "\(Key.drivers / .gdp)") }

  /// A line of the totals [Mt CO₂e].
  public func total(_ line: TotalItem) -> [Double] { series(.total, "total", line.rawValue) }

  /// A sector's emissions where they are used [Mt CO₂e].
  public func byEndUse(_ sector: Sector) -> [Double] { series(.byEndUse, sector.rawValue) }

  /// A sector's emissions where they arise [Mt CO₂e].
  public func bySource(_ sector: Sector) -> [Double] { series(.bySource, sector.rawValue) }

  /// How far a law is from holding in the worst year, relative.
  ///
  /// What is no number is worse than any.
  public func residual(_ law: Law) -> Double {
    series(.residual, "laws", law.rawValue).reduce(0) { $0.isNaN || $0 >= $1 ? $0 : $1 }
  }

  /// A law that holds no better than this is broken.
  package static let lawTolerance = 1e-9

  /// The laws that do not hold, with the worst residual: a defect of ours in every case.
  public var brokenLaws: [(law: Law, residual: Double)] {
    Law.allCases.map { ($0, residual($0)) }.filter { !($0.1 <= Self.lawTolerance) }
  }

  /// The years in which electricity was asked for and not delivered [PJ]; never with annual dispatch.
  public var unserved: [(year: Int, energy: Double)] {
    let energies = seriesIfAny(.unserved, "energy.electricity", "electricity") ?? []
    return zip(years, energies).filter { $0.1 > 1e-9 }.map { (year: $0.0, energy: $0.1) }
  }

  /// Rows with a value that is not a number, negative where it cannot be, or greater than what it
  /// is a part of.
  public var impossibleRows: [OutputRow] {
    blueprint.rows.indices.filter { row in
      let kind = blueprint.rows[row].kind
      return self[row].contains { !$0.isFinite || (!kind.mayBeNegative && $0 < -1e-9) }
        || exceedsItsWhole(row)
    }.map { blueprint.rows[$0] }
  }

  private func exceedsItsWhole(_ row: Int) -> Bool {
    let part = blueprint.rows[row]
    guard let kind = part.kind.whole,
      let whole = blueprint.rows.indices.first(where: {
        let row = blueprint.rows[$0]
        return row.kind == kind && row.item == part.item
          && (row.part == part.part || part.part.isEmpty)
      })
    else { return false }
    return zip(self[row], self[whole]).contains { $0 > $1 + 1e-9 * max(1, $1) }
  }
}
