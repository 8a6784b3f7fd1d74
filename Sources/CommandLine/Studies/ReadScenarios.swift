import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import ScenarioFiles

/// The scenarios of a command line, all read before anything is done with one.
struct ReadScenarios {
  /// What became of each file, in the order given; what was found of the city where it could be read.
  let results: [Result]
  /// What became of one file.
  struct Result {
    let path: String
    let reading: ReadingResult
    let checked: CheckedScenario?

    /// All that was found of it.
    var diagnostics: DiagnosticCollection {
      var all = reading.diagnostics
      for finding in checked?.findings ?? [] { all.add(finding) }
      return all
    }
  }

  /// All diagnostics of all files, each once.
  let diagnostics: DiagnosticCollection

  /// The files that are only a base of another, each with that.
  private let bases: [String: String]

  /// Reads the files, shows what is odd about them on standard error, and ends the command if one cannot
  /// be used: nothing is written where anything is wrong.
  ///
  /// - Parameters:
  ///   - files: The scenario files.
  ///   - arguments: How they are read.
  ///   - common: In which language faults are told.
  ///   - axes: What a sweep varies, as on the command line.
  ///   - others: What the command reads beside scenarios.
  ///   - leavesOutBases: Whether a city that another of the files extends is no scenario here.
  ///   - isCountedLater: Whether the command counts the warnings itself, with its notes.
  ///   - effort: How much is computed to find what is odd.
  /// - Returns: The scenarios, all of them good.
  /// - Throws: What is wrong with the files; success where only their list was asked for.
  static func read(
    _ files: [String], _ arguments: ReadingArguments, _ common: CommonOptions,
    varying axes: [String] = [], beside others: [String] = [], leavesOutBases: Bool = false,
    isCountedLater: Bool = false, upTo effort: CheckEffort = .baseYear
  ) throws -> Self {
    let read = Self(
      files, arguments.options, varying: axes, leavesOutBases: leavesOutBases, upTo: effort)
    if read.diagnostics.hasErrors { throw read.refusal }
    read.show(common, isCounted: !isCountedLater)
    if arguments.listFiles { throw listed(read.results.map(\.reading), others) }
    if !common.quiet { read.showBases(common.language) }
    return read
  }

  /// Reads the files and looks for what is odd about them.
  private init(
    _ files: [String], _ options: ReadingOptions, varying axes: [String], leavesOutBases: Bool,
    upTo effort: CheckEffort
  ) {
    var options = options
    options.axes = axes
    let readings = files.map { (path: $0, reading: readScenario(path: $0, options: options)) }
    let bases = leavesOutBases ? Self.bases(among: readings) : [:]
    self.bases = bases
    results = readings.filter { bases[$0.path] == nil }.map { path, reading in
      Result(path: path, reading: reading, checked: reading.checked(upTo: effort))
    }
    var all = DiagnosticCollection()
    for result in results { all.add(contentsOf: result.diagnostics) }
    diagnostics = all
  }

  /// Says which files are left out.
  private func showBases(_ language: Language) {
    for (base, other) in bases.sorted(by: { $0.key < $1.key }) {
      Console.complain(
        Text(
          "\(base) is left out: \(other) extends it, and it has no 'scenario:' of its own",
          "未运行 \(base)：\(other) 以 extends 引用它，且它没有自己的 scenario:")(language), language)
    }
  }

  /// The files that are only a base of another, each with that.
  private static func bases(
    among readings: [(path: String, reading: ReadingResult)]
  ) -> [String: String] {
    var bases: [String: String] = [:]
    for (path, reading) in readings {
      bases[path] = readings.first { reading.isBase(of: $0.reading) }?.path
    }
    return bases
  }

  /// Lists every file that was read, one a line, the scenario's first.
  private static func listed(_ readings: [ReadingResult], _ others: [String]) -> ExitCode {
    ReadingArguments.list(readings.flatMap { $0.files.map(\.path) } + others)
  }

  /// The scenario files that are not left out.
  var paths: [String] { results.map(\.path) }

  /// The scenarios, all of them good.
  var scenarios: [Scenario] { results.compactMap(\.reading.scenario) }

  /// The same, compiled.
  var blueprints: [Blueprint] { results.compactMap(\.checked?.blueprint) }

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

  /// That one of the files cannot be used; what is odd about the others is told with it.
  private var refusal: Refusal {
    let isMissing = results.contains { Self.isMissing($0.path, $0.reading) }
    return Refusal(diagnostics, in: texts, isMissing ? .noSuchFile : Self.status(of: diagnostics))
  }

  /// The texts that were read, each once.
  private var texts: [SourceText] {
    var seen: Set<String> = []
    return results.flatMap(\.reading.texts).filter { seen.insert($0.path).inserted }
  }

  private func show(_ common: CommonOptions, isCounted: Bool) {
    guard !diagnostics.isEmpty else { return }
    Console.complain(of: diagnostics, in: texts, common.language, isCounted: isCounted)
  }
}

extension ReadingResult {
  /// The scenario, compiled and looked through; nothing where it could not be read.
  func checked(upTo effort: CheckEffort) -> CheckedScenario? {
    scenario.map { scenario in
      CheckedScenario(
        PlacedScenario(
          scenario, varying: axes, in: files.first?.path ?? "", place: place), upTo: effort)
    }
  }
}
