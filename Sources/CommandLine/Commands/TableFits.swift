import Analysis
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// Fits to tables: a curve of adoption to a column, or STIRPAT to a history.
extension CalibrateCommand {
  /// Reads the history of a city from a table.
  func beginTableOfCity() throws -> StudyRun {
    let table = ObservedCity(path: file, thisYear: Console.year)
    try table.refuse(common)
    try listTable()
    return StudyRun(self, of: table, stem(of: file), common, to: writing.output)
  }

  /// Reads a table of which one column is fitted.
  func beginTableOfCurve() throws -> StudyRun {
    let table = ObservedTable(
      path: file,
      columns: .init(values: [value, against].compactMap(\.self), options: ["--value"]),
      thisYear: Console.year, checksValues: false)
    try table.refuse(common)
    try listTable()
    return StudyRun(self, of: table, stem(of: file), common, to: writing.output)
  }

  /// Ends the command with the name of its table, where only that was asked for.
  private func listTable() throws {
    if reading.listFiles { throw ReadingArguments.list([file]) }
  }

  // MARK: - STIRPAT

  /// A STIRPAT fit of a scenario's history or of a table.
  func stirpatAnswer(_ run: StudyRun) throws -> StudyAnswer {
    let scenario = run.read?.scenarios.first
    let history = scenario?.history ?? run.city?.history ?? History()
    let years = Set(history.emissions.map(\.year))
      .intersection(history.population.map(\.year)).intersection(history.gdp.map(\.year))
    let fit = try StirpatFit(history, penalty: ridge, until: try lastFittedYear(Array(years)))
    let name = run.subject.name
    return answer(
      FitReport(fit, of: Text(same: name), penaltyIsGiven: ridge != nil), in: .folder(name), run)
  }

  // MARK: - A curve of adoption

  /// A curve of adoption fitted to a column of a table.
  func curveAnswer(_ curve: AdoptionFit.Curve, _ run: StudyRun) throws -> StudyAnswer {
    let all = run.table?.series ?? []
    let found = all.filter { series in
      value.map { [series.name, series.column].contains($0) }
        ?? against.map { ![series.name, series.column].contains($0) } ?? true
    }
    guard let series = found.count == 1 ? found.first : nil else {
      throw Refusal(several(), .usage)
    }
    let points = points(of: series, among: all)
    run.subject = StudySubject(
      table: series.name, files: [file], texts: run.subject.texts, place: { _ in series.place })
    let fit = try AdoptionFit(curve, to: points, saturation: saturation)
    return answer(
      FitReport(fit, to: points, of: Text(same: series.name)), in: .folder(stem(of: file)), run)
  }

  /// That the table holds several series, and their names.
  private func several() -> Text {
    let all = ObservedTable(path: file, thisYear: Console.year, checksValues: false).series
    let meant = value.map { name in all.filter { $0.column == name } } ?? all
    let names = (meant.isEmpty ? all : meant).prefix(6).map { "'\(terminalSafe($0.name))'" }
    let file = terminalSafe(file)
    return Text(
      "\(file) holds several series: \(names.joined(separator: ", ")); name one with --value",
      "\(file) 含多个序列：\(names.joined(separator: "、"))；请用 --value 指定其一")
  }

  /// Pairs of x and the value, in the order of x.
  private func points(
    of series: ObservedTable.Series, among all: [ObservedTable.Series]
  ) -> [(x: Double, y: Double)] {
    guard let against else {
      return series.points.map { (Double($0.year), $0.value) }.sorted { $0.0 < $1.0 }
    }
    let other = all.first { $0.name == against }?.points ?? []
    let x = Dictionary(other.map { ($0.year, $0.value) }, uniquingKeysWith: { $1 })
    return series.points.compactMap { point in x[point.year].map { ($0, point.value) } }
      .sorted { $0.0 < $1.0 }
  }
}

/// The name of a file without its folder and ending.
private func stem(of path: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
}
