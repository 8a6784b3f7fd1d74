import Analysis
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// A STIRPAT fit of a scenario's history or of a table.
struct StirpatRun {
  private let command: CalibrateCommand

  init(_ command: CalibrateCommand) { self.command = command }

  func run() throws {
    if !command.fitsTable {
      let read = try ReadScenarios([command.file], command.reading, command.common)
      guard let scenario = read.scenarios.first, let result = read.results.first else { return }
      let context = RunContext(
        [result.reading], read.diagnostics, command.reading, command.common.language,
        options: command.options)
      let id = "\(scenario.city.id)/\(scenario.identity.id)"
      try fit(
        CalibrationFault.Source(
          file: command.file, place: scenario.history.place, texts: result.reading.texts),
        scenario.history, Text(same: id), id, context)
    } else {
      let table = ObservedCity(path: command.file, thisYear: Console.year)
      try table.refuse(command.common)
      try command.listTable()
      let stem = stem(of: command.file)
      try fit(
        CalibrationFault.Source(
          file: command.file, place: table.history.place, texts: [table.text].compactMap(\.self),
          isTable: true),
        table.history, Text(same: stem), stem, command.context(table.file, told: table.diagnostics))
    }
  }

  private func fit(
    _ source: CalibrationFault.Source, _ history: History, _ name: Text, _ folder: String,
    _ context: RunContext
  ) throws {
    let found: StirpatFit
    do throws(CalibrationError) {
      let years = Set(history.emissions.map(\.year))
        .intersection(history.population.map(\.year)).intersection(history.gdp.map(\.year))
      found = try StirpatFit(
        history, penalty: command.ridge, until: try command.lastFittedYear(Array(years)))
    } catch {
      throw CalibrationFault(name.english, command.common.language, in: source).told(error)
    }
    let report = FitReport(found, of: name, penaltyIsGiven: command.ridge != nil)
    let written = try command.write(
      report.files(context, style: command.labelling.style(command.writing)),
      to: "\(command.writing.output)/\(folder)"
    )
    command.show(report, context, run: nil, written)
  }
}

/// A curve of adoption fitted to a column of a table.
struct CurveRun {
  private let command: CalibrateCommand
  private let curve: AdoptionFit.Curve

  init(_ command: CalibrateCommand, _ curve: AdoptionFit.Curve) {
    (self.command, self.curve) = (command, curve)
  }

  func run() throws {
    let columns = [command.value, command.against].compactMap(\.self)
    let table = ObservedTable(
      path: command.file, columns: .init(values: columns, options: ["--value"]),
      thisYear: Console.year, checksValues: false)
    try table.refuse(command.common)
    try command.listTable()
    let found = table.series.filter { series in
      command.value.map { [series.name, series.column].contains($0) }
        ?? command.against.map { ![series.name, series.column].contains($0) } ?? true
    }
    guard let series = found.count == 1 ? found.first : nil else {
      Console.complain(several()(command.common.language), command.common.language)
      throw ExitStatus.usage.code
    }
    let points = try points(of: series, table)
    let fit: AdoptionFit
    do throws(CalibrationError) {
      fit = try AdoptionFit(curve, to: points, saturation: command.saturation)
    } catch {
      let source = CalibrationFault.Source(
        file: command.file, place: { _ in series.place },
        texts: [table.text].compactMap(\.self), isTable: true)
      throw CalibrationFault(series.name, command.common.language, in: source).told(error)
    }
    let report = FitReport(fit, to: points, of: Text(same: series.name))
    let context = command.context(table.file, told: table.diagnostics)
    let written = try command.write(
      report.files(context, style: command.labelling.style(command.writing)),
      to: "\(command.writing.output)/\(stem(of: command.file))")
    command.show(report, context, run: nil, written)
  }

  /// That the table holds several series, and their names.
  private func several() -> Text {
    let all = ObservedTable(path: command.file, thisYear: Console.year, checksValues: false).series
    let meant = command.value.map { name in all.filter { $0.column == name } } ?? all
    let names = (meant.isEmpty ? all : meant).prefix(6).map { "'\(terminalSafe($0.name))'" }
    let file = terminalSafe(command.file)
    return Text(
      "\(file) holds several series: \(names.joined(separator: ", ")); name one with --value",
      "\(file) 含多个序列：\(names.joined(separator: "、"))；请用 --value 指定其一")
  }

  /// Pairs of x and the value, in the order of x.
  private func points(
    of series: ObservedTable.Series, _ table: ObservedTable
  ) throws -> [(x: Double, y: Double)] {
    guard let against = command.against else {
      return series.points.map { (Double($0.year), $0.value) }.sorted { $0.0 < $1.0 }
    }
    let other = table.series.first { $0.name == against }?.points ?? []
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

extension CalibrateCommand {
  /// Ends the command with the name of its table, where only that was asked for.
  func listTable() throws {
    if reading.listFiles { throw ReadingArguments.list([file]) }
  }

  /// What a fit of a table was started with.
  func context(_ input: InputFile?, told: DiagnosticCollection) -> RunContext {
    RunContext(
      version: Version.current, time: Console.time, options: options,
      inputs: input.map { [RunContext.InputFile(path: $0.path, bytes: $0.bytes)] } ?? [],
      warnings: told.lines(common.language))
  }
}

extension ObservedTable {
  /// Shows what is wrong or odd with the table; if anything is wrong, ends the command, and nothing
  /// is written then.
  func refuse(_ common: CommonOptions) throws { try refuseTable(diagnostics, text, common) }
}

extension ObservedCity {
  /// Shows what is wrong or odd with the table; if anything is wrong, ends the command, and nothing
  /// is written then.
  func refuse(_ common: CommonOptions) throws { try refuseTable(diagnostics, text, common) }
}

extension DiagnosticCollection {
  /// What was found, a line each, for the record.
  func lines(_ language: Language) -> [String] {
    all.map { "\($0.location): \($0.message(language)) [\($0.code.id)]" }
  }
}

private func refuseTable(
  _ diagnostics: DiagnosticCollection, _ text: SourceText?, _ common: CommonOptions
) throws {
  guard !diagnostics.isEmpty else { return }
  Console.complain(of: diagnostics, in: text.map { [$0] } ?? [], common.language)
  guard diagnostics.hasErrors else { return }
  let isMissing = diagnostics.all.contains { $0.code == .noSuchFile }
  throw (isMissing ? ExitStatus.noSuchFile : .badScenario).code
}
