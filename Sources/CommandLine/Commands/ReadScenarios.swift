import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import ScenarioFiles

/// The scenarios of a command line, all read before anything is done with one.
struct ReadScenarios {
  /// What became of each file, in the order given, with all that was found of it.
  let results: [(path: String, reading: ReadingResult, diagnostics: DiagnosticCollection)]
  /// All diagnostics of all files, each once.
  let diagnostics: DiagnosticCollection

  /// Reads the files, shows what is wrong with them on standard error, and ends the command if
  /// one cannot be used: nothing is written where anything is wrong.
  ///
  /// With `isCountedLater` the warnings are not counted here: the command does so, with its notes.
  ///
  /// - Throws: ``ExitStatus/noSuchFile`` or ``ExitStatus/badScenario``.
  init(
    _ files: [String], _ arguments: ReadingArguments, _ common: CommonOptions,
    varying axes: [String] = [], isCountedLater: Bool = false
  ) throws {
    var options = arguments.options
    options.axes = axes
    results = files.map { path in
      let reading = readScenario(path: path, options: options)
      return (path, reading, Self.diagnostics(of: reading))
    }
    var all = DiagnosticCollection()
    for result in results { all.add(contentsOf: result.diagnostics) }
    diagnostics = all
    show(common, isCounted: all.hasErrors || !isCountedLater)
    if results.contains(where: { Self.isMissing($0.path, $0.reading) }) {
      throw ExitStatus.noSuchFile.code
    }
    if all.hasErrors { throw Self.status(of: all).code }
  }

  /// The scenarios, all of them good.
  var scenarios: [Scenario] { results.compactMap(\.reading.scenario) }

  /// The same, compiled.
  var blueprints: [Blueprint] { results.compactMap(\.reading.blueprint) }

  /// What reading found, and what is odd about the base year, which is computed for it.
  private static func diagnostics(of reading: ReadingResult) -> DiagnosticCollection {
    var all = reading.diagnostics
    if let scenario = reading.scenario {
      for finding in Trajectory(Blueprint(scenario.baseYearOnly)).inventoryFindings() {
        all.add(finding)
      }
    }
    return all
  }

  /// A fault in what the command line says, as `--set` or `--vary`, is one of usage; one in a file is
  /// the scenario's.
  private static func status(of diagnostics: DiagnosticCollection) -> ExitStatus {
    let errors = diagnostics.all.filter { $0.severity == .error }
    return errors.allSatisfy { $0.location.path.hasPrefix("--") } ? .usage : .badScenario
  }

  private static func isMissing(_ path: String, _ reading: ReadingResult) -> Bool {
    reading.diagnostics.all.contains { $0.code == .noSuchFile && $0.location.path == path }
      && reading.files.isEmpty
  }

  private func show(_ common: CommonOptions, isCounted: Bool) {
    guard !diagnostics.isEmpty else { return }
    var seen: Set<String> = []
    let texts = results.flatMap(\.reading.texts).filter { seen.insert($0.path).inserted }
    Console.complain(
      diagnostics.rendered(
        language: common.language, sources: texts, isColoured: Console.coloursErrors,
        isCounted: isCounted))
  }
}
