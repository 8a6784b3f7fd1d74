import ArgumentParser
import CityModel
import Diagnostics
import ScenarioFiles

/// The scenarios of a command line, all read before anything is done with one.
struct ReadScenarios {
  /// What became of each file, in the order given.
  let results: [(path: String, reading: ReadingResult)]
  /// All diagnostics of all files, each once.
  let diagnostics: DiagnosticCollection

  /// Reads the files, shows what is wrong with them on standard error, and ends the command if
  /// one cannot be used: nothing is written where anything is wrong.
  ///
  /// - Throws: ``ExitStatus/noSuchFile`` or ``ExitStatus/badScenario``.
  init(_ files: [String], _ arguments: ReadingArguments, _ common: CommonOptions) throws {
    results = files.map { ($0, readScenario(path: $0, options: arguments.options)) }
    var all = DiagnosticCollection()
    for result in results { all.add(contentsOf: result.reading.diagnostics) }
    diagnostics = all
    show(common)
    if results.contains(where: { Self.isMissing($0.path, $0.reading) }) {
      throw ExitStatus.noSuchFile.code
    }
    if all.hasErrors { throw ExitStatus.badScenario.code }
  }

  /// The scenarios, all of them good.
  var scenarios: [Scenario] { results.compactMap(\.reading.scenario) }

  private static func isMissing(_ path: String, _ reading: ReadingResult) -> Bool {
    reading.diagnostics.all.contains { $0.code == .noSuchFile && $0.location.path == path }
      && reading.files.isEmpty
  }

  private func show(_ common: CommonOptions) {
    guard !diagnostics.isEmpty else { return }
    var seen: Set<String> = []
    let texts = results.flatMap(\.reading.texts).filter { seen.insert($0.path).inserted }
    Console.complain(
      diagnostics.rendered(
        language: common.language, sources: texts, isColoured: Console.coloursErrors))
  }
}
