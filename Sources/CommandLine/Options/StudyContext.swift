import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

extension RunContext {
  /// What a command was started with.
  ///
  /// - Parameters:
  ///   - results: What was read: a scenario, or several whose results are of all together.
  ///   - diagnostics: What was found odd, as it was shown.
  ///   - reading: How files were read.
  ///   - language: The language of the warnings.
  ///   - options: The other options that change what is computed or written.
  init(
    _ results: [ReadingResult], _ diagnostics: DiagnosticCollection, _ reading: ReadingArguments,
    _ language: Language, options: [(name: String, value: String)] = []
  ) {
    var seen: Set<String> = []
    let files = results.flatMap(\.files).filter { seen.insert($0.path).inserted }
    let outside = reading.allowOutside ? [("allow-outside", "true")] : []
    self.init(
      version: Version.current, time: Console.time, changes: reading.overrides,
      quotedSources: results.flatMap(\.quotedSources).map { ($0.path.description, $0.text) },
      options: options + outside,
      inputs: files.map { RunContext.InputFile(path: $0.path, bytes: $0.bytes) },
      warnings: diagnostics.lines(language))
  }
}
