import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

extension RunContext {
  /// What a study of scenarios was started with.
  ///
  /// - Parameters:
  ///   - results: What was read: a scenario, or several whose results are of all together.
  ///   - diagnostics: What was found odd, as it was shown.
  ///   - reading: How files were read.
  ///   - language: The language of the warnings.
  ///   - options: The options that change what is computed or written.
  init(
    _ results: [ReadingResult], _ diagnostics: DiagnosticCollection, _ reading: ReadingArguments,
    _ language: Language, options: [(name: String, value: String)]
  ) {
    self.init(
      version: Version.current, time: Console.time, changes: reading.overrides, options: options)
    take(results, diagnostics, language)
  }

  /// The same of one of several scenarios.
  init(
    _ results: [ReadingResult], _ diagnostics: DiagnosticCollection, _ all: RunContext,
    _ language: Language
  ) {
    self = all
    take(results, diagnostics, language)
  }

  private mutating func take(
    _ results: [ReadingResult], _ diagnostics: DiagnosticCollection, _ language: Language
  ) {
    var seen: Set<String> = []
    inputs = results.flatMap(\.files).filter { seen.insert($0.path).inserted }.map {
      InputFile(path: $0.path, bytes: $0.bytes)
    }
    quotedSources = results.flatMap(\.quotedSources).map { ($0.path.description, $0.text) }
    warnings = diagnostics.lines(language)
  }

  /// What a study of a table was started with.
  init(
    of input: ScenarioFiles.InputFile?, _ diagnostics: DiagnosticCollection, _ language: Language,
    _ command: some ParsableCommand
  ) {
    self.init(
      version: Version.current, time: Console.time, options: givenOptions(of: command),
      inputs: input.map { [InputFile(path: $0.path, bytes: $0.bytes)] } ?? [],
      warnings: diagnostics.lines(language))
  }
}

extension DiagnosticCollection {
  /// What was found, a line each, for the record.
  func lines(_ language: Language) -> [String] {
    all.map { "\($0.location): \($0.message(language)) [\($0.code.id)]" }
  }
}
