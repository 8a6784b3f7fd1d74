public import CityModel
public import Diagnostics
import Quantities
import Tables

/// What was observed of a city year by year, read from one table.
///
/// ```text
/// year,population [万人],gdp [亿元],energy [Mtce],emissions [Mt],emissions.industry [Mt],transport.passenger.car.sales.bev [%]
/// ```
///
/// Every column names what it holds and, in brackets, its unit. Empty cells are years without a value.
public struct ObservedCity: Sendable {
  /// A parameter of the scenario that was observed.
  public struct Adoption: Sendable {
    /// Its path.
    public let path: ParameterPath
    /// Its values, in the model's unit.
    public let observations: [History.Observation]
  }

  /// Emissions, energy, GDP, population and emissions by sector, in the model's units.
  public let history: History
  /// The parameters observed beside them.
  public let adoptions: [Adoption]
  /// Energy by sector [PJ].
  public let sectorEnergy: [Sector: [History.Observation]]
  /// The units in which the table states totals and sectors, by what they are tracked as
  /// (`emissions`, `energy.industry`): their names, and how much one is in the model's unit.
  public let units: [String: (name: String, size: Double)]
  /// Everything found wrong.
  public let diagnostics: DiagnosticCollection
  /// The text of the file; none if it cannot be read.
  public let text: SourceText?
  /// The file with its bytes; none if it cannot be read.
  public let file: InputFile?

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - path: The file as the user names it.
  ///   - year: The column of the years; found if none is named.
  ///   - scenario: The scenario whose parameters columns may name.
  ///   - thisYear: The year that is not over yet, from which on nothing is observed; none to let it be.
  public init(
    path: String, year: String? = nil, of scenario: Scenario? = nil, thisYear: Int? = nil
  ) {
    let table = ObservedTable(
      path: path, columns: .init(year: year), thisYear: thisYear, checksValues: false)
    var reader = CityColumns(scenario: scenario)
    reader.diagnostics = table.diagnostics
    reader.read(table.series)
    history = reader.history
    adoptions = reader.adoptions
    sectorEnergy = reader.sectorEnergy
    units = reader.units
    diagnostics = reader.diagnostics
    text = table.text
    file = table.file
  }
}

/// Reads columns by their names and units.
private struct CityColumns {
  let scenario: Scenario?
  var history = History()
  var adoptions: [ObservedCity.Adoption] = []
  var sectorEnergy: [Sector: [History.Observation]] = [:]
  var units: [String: (name: String, size: Double)] = [:]
  var diagnostics = DiagnosticCollection()

  init(scenario: Scenario?) { self.scenario = scenario }

  /// Reads all series; several of one column are of several cities or accounts, and refused.
  mutating func read(_ all: [ObservedTable.Series]) {
    let columns = Dictionary(grouping: all.filter { isKnown($0.column) && !isKnown($0.name) }) {
      $0.column ?? ""
    }
    let several = columns.filter { $0.value.count > 1 }
    if let first = all.first(where: { several[$0.column ?? ""] != nil }) {
      return diagnostics.add(severalSeries(several[first.column ?? ""] ?? []))
    }
    for series in all { read(series) }
  }

  private func isKnown(_ name: String?) -> Bool {
    name.flatMap { CityColumn(StatedUnit.bracketed($0).name, scenario) } != nil
  }

  private func severalSeries(_ all: [ObservedTable.Series]) -> Diagnostic {
    let names = all.prefix(4).map { "'\(excerpt($0.name))'" }.joined(separator: ", ")
    let column = excerpt(all[0].column ?? "")
    return Diagnostic(
      .error, code: .duplicateSeries,
      message: Text(
        "'\(column)' stands there for several: \(names)", "'\(column)' 含多个序列：\(names)"),
      at: all[1].place, length: all[1].length,
      suggestion: Text(
        "keep the rows of one city and one account", "请只保留一个城市、一个口径的行"))
  }

  private mutating func read(_ series: ObservedTable.Series) {
    let title = isKnown(series.name) ? series.name : series.column ?? series.name
    let (name, stated) = StatedUnit.bracketed(title)
    let unit = stated ?? series.unit
    guard let column = CityColumn(name, scenario) else { return unknown(name, series) }
    guard let values = values(series, column, unit) else { return }
    if let item = column.item, let unit, let size = factor(of: unit, for: column) {
      units[item] = (unit, size)
    }
    if let doubt = unlikeGases(name, column, series) { diagnostics.add(doubt) }
    tellEarly(values, series)
    store(values, column, series)
  }

  /// Tells of years before the run, which no plan says anything of.
  private mutating func tellEarly(
    _ values: [History.Observation], _ series: ObservedTable.Series
  ) {
    guard let base = scenario?.years.lowerBound else { return }
    let early = values.map(\.year).filter { $0 < base }.sorted()
    guard let first = early.first, let last = early.last else { return }
    let years = first == last ? "\(first)" : "\(first)–\(last)"
    diagnostics.add(
      Diagnostic(
        .warning, code: .yearOutOfRange,
        message: Text(
          "'\(excerpt(series.name))' has values for \(years), before the run begins in \(base): they are left out",
          "'\(excerpt(series.name))' 含 \(years) 年的数值，早于情景起始年 \(base)；未予采用"),
        at: series.place, length: series.length))
  }

  /// That a column is nothing that can be observed here: left out where it is a statistic that is only
  /// not used, else an error.
  private mutating func unknown(_ name: String, _ series: ObservedTable.Series) {
    let shown = excerpt(name)
    let english = CityColumn.names.english.joined(separator: ", ")
    let chinese = (CityColumn.names.chinese).joined(separator: "、")
    let list = Text(
      "columns are \(english), or the path of a parameter",
      "可用的列：\(chinese)（或 emissions、energy 等英文名），或参数路径")
    if CityColumn.isKnownElsewhere(name) {
      diagnostics.add(
        Diagnostic(
          .warning, code: .csvUnknownColumn,
          message: Text(
            "'\(shown)' is held against nothing here: it is left out", "'\(shown)' 在此没有对照项，未予采用"),
          at: series.place, length: series.length, suggestion: list))
      return
    }
    let known =
      CityColumn.names.english + CityColumn.names.chinese
      + (scenario?.parameters.map(\.path.description) ?? [])
    fault(
      .csvUnknownColumn, series,
      Text("'\(shown)' is nothing that can be observed here", "'\(shown)' 不是可识别的观测项"),
      closestName(to: name, among: known).map {
        Text("did you mean '\($0)'? \(list)", "是否指 '\($0)'？\(list)")
      } ?? list)
  }

  /// That a column says it counts other gases than the plan does, or its inventory.
  private func unlikeGases(
    _ name: String, _ column: CityColumn, _ series: ObservedTable.Series
  ) -> Diagnostic? {
    guard column.isOfEmissions, let scenario, let only = CityColumn.claimsOnlyCarbonDioxide(name)
    else { return nil }
    let left = scenario.history.inventory.excludes
    let gases = scenario.accounting.gases.filter { !left.contains(.gas($0)) }
    guard only != (gases == [.co2]) else { return nil }
    let list = gases.map(\.rawValue)
    return Diagnostic(
      .warning, code: .unlikeAccounts,
      message: Text(
        "'\(excerpt(name))' is held against \(list.joined(separator: ", ")) of the plan",
        "'\(excerpt(name))' 与计划中的 \(list.joined(separator: "、")) 对照，气体口径不同"),
      at: series.place, length: series.length,
      suggestion: Text(
        "observe the gases that the plan counts, or say under history.emissions what the inventory excludes",
        "请采用与计划相同的气体口径，或在 history.emissions 的 excludes 中注明清单不含的气体"))
  }

  private mutating func store(
    _ values: [History.Observation], _ column: CityColumn, _ series: ObservedTable.Series
  ) {
    var isDouble = false
    if let path = column.history { history.places[path] = series.place }
    switch column {
    case .emissions:
      isDouble = !history.emissions.isEmpty
      history.emissions = values
    case .energy:
      isDouble = !history.energy.isEmpty
      history.energy = values
    case .product:
      isDouble = !history.gdp.isEmpty
      history.gdp = values
    case .population:
      isDouble = !history.population.isEmpty
      history.population = values
    case .sector(let sector):
      isDouble = history.sectors[sector] != nil
      history.sectors[sector] = values
    case .sectorEnergy(let sector):
      isDouble = sectorEnergy[sector] != nil
      sectorEnergy[sector] = values
    case .parameter(let parameter):
      isDouble = adoptions.contains { $0.path == parameter.path }
      adoptions.append(.init(path: parameter.path, observations: values))
    }
    tellUnlike(values, column, series)
    if isDouble {
      fault(
        .csvDuplicateHeader, series,
        Text(
          "'\(excerpt(series.name))' stands for what another column holds",
          "'\(excerpt(series.name))' 与另一列重复")
      )
    }
  }

  /// Tells GDP at other prices, or other people, than those of the plan.
  private mutating func tellUnlike(
    _ values: [History.Observation], _ column: CityColumn, _ series: ObservedTable.Series
  ) {
    let name: String? =
      switch column {
      case .product: "gdp"
      case .population: "population"
      default: nil
      }
    guard let scenario, let name, let driver = ObservedAgainstDrivers(scenario, name),
      let fault = driver.fault(values, called: excerpt(series.name))
    else { return }
    diagnostics.add(fault.diagnostic(at: Span(location: series.place, length: series.length)))
  }

  private mutating func values(
    _ series: ObservedTable.Series, _ column: CityColumn, _ unit: String?
  ) -> [History.Observation]? {
    let wanted = column.units[0]
    if let fault = coalFault(unit, for: column) {
      self.fault(.ambiguousUnit, series, fault.message, fault.cure)
      return nil
    }
    guard let factor = factor(of: unit, for: column) else {
      let example = "\(StatedUnit.bracketed(series.name).name) [\(wanted)]"
      fault(
        unit == nil ? .missingUnit : .wrongDimension, series,
        unit == nil
          ? Text("'\(excerpt(series.name))' has no unit", "'\(excerpt(series.name))' 没有单位")
          : Text(
            "'\(excerpt(unit ?? ""))' is no unit of '\(excerpt(series.name))'",
            "'\(excerpt(unit ?? ""))' 不能作为 '\(excerpt(series.name))' 的单位"),
        Text("write it as '\(example)'", "请写成 '\(example)'"))
      return nil
    }
    guard isPossible(series, column, factor) else { return nil }
    return series.points.map { .init(year: $0.year, value: factor * $0.value) }
      .sorted { $0.year < $1.year }
  }

  /// Whether all values can be; the first that cannot is told.
  private mutating func isPossible(
    _ series: ObservedTable.Series, _ column: CityColumn, _ factor: Double
  ) -> Bool {
    if column.mustBePositive, let bad = series.points.first(where: { !($0.value > 0) }) {
      diagnostics.add(
        Diagnostic(
          .error, code: .outOfBounds,
          message: Text("this value must be above 0", "该值应大于 0"), at: bad.location,
          length: bad.length))
      return false
    }
    if let bounds = column.bounds,
      let bad = series.points.first(where: { !bounds.contains(factor * $0.value) })
    {
      diagnostics.add(
        Diagnostic(
          .error, code: .outOfBounds,
          message: Text("this value cannot be: it is out of bounds", "该值超出可能的范围"),
          at: bad.location, length: bad.length,
          suggestion: column.units[0] == "1" ? Text("write a share with %", "占比请带 %") : nil))
      return false
    }
    return true
  }

  /// That a coal equivalent counts electricity otherwise than the model does.
  private func coalFault(
    _ text: String?, for column: CityColumn
  ) -> (message: Text, cure: Text)? {
    guard let text, let unit = StatedUnit.parsed(text), let basis = unit.coalBasis else {
      return nil
    }
    switch (basis, column.countsElectricity) {
    case (.equivalent, false):
      return (
        Text(
          "'\(excerpt(text))' counts the electricity in it by the coal burnt for it; the model counts it by its heat",
          "'\(excerpt(text))' 中的电力按等价值折算，而模型按当量值计算"),
        Text(
          "convert it to calorific values first, electricity at 0.1229 kgce/kWh, then write tce(calorific)",
          "请先把电力改按当量值（0.1229 kgce/kWh）折算，再写 tce(当量)")
      )
    case (.unspecified, true):
      let fault = Fault.ambiguousCoalUnit(text)
      return (fault.message, fault.suggestion ?? fault.message)
    default: return nil
    }
  }

  /// What a number is multiplied by to be in the model's unit; a plain number needs no unit.
  private func factor(of text: String?, for column: CityColumn) -> Double? {
    guard let text else { return column.units[0] == "1" ? 1 : nil }
    guard let unit = StatedUnit.parsed(text) else { return nil }
    for name in column.units {
      guard let target = try? Unit.parse(name) else { continue }
      if let factor = try? unit.convert(1, to: target) { return factor }
      let carbon = unit.takingMassAsCarbon
      if let factor = try? carbon.convert(1, to: target) { return factor }
    }
    return nil
  }

  /// Tells a fault at the name of a series.
  private mutating func fault(
    _ code: DiagnosticCode, _ series: ObservedTable.Series, _ message: Text,
    _ suggestion: Text? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        .error, code: code, message: message, at: series.place, length: series.length,
        suggestion: suggestion))
  }
}
