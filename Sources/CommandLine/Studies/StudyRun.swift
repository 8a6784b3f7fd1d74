import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// One run of a study command: what was read, what it was started with, and what was told on the way.
final class StudyRun {
  /// How the command speaks.
  let common: CommonOptions
  /// The scenarios that were read; none where a table alone is studied.
  let read: ReadScenarios?
  /// A table of series that was read instead.
  let table: ObservedTable?
  /// The table of a city's history that was read instead.
  let city: ObservedCity?
  /// What is asked about, for refusals.
  var subject: StudySubject
  /// What the study was started with, and the warnings so far.
  var context: RunContext
  /// The folder for results; nothing where none is asked for.
  private let output: String?
  /// What must stand beside the figures of each run.
  private var notes: [[StudyWarning]] = []
  /// What else must not be overlooked.
  private var warnings: [StudyWarning] = []
  /// The folders that were looked at for results of others.
  private var lookedAt: Set<String> = []

  /// Reads scenarios; shows what is odd about them, and ends the command where one cannot be used.
  ///
  /// - Parameters:
  ///   - command: The command, whose options stand in the record.
  ///   - files: The scenario files, the one that is asked about first.
  ///   - reading: How they are read.
  ///   - common: How the command speaks.
  ///   - output: The folder for results.
  ///   - axes: What is varied, as on the command line.
  ///   - others: What the command reads beside scenarios.
  ///   - leavesOutBases: Whether a city that another of the files extends is no scenario here.
  /// - Returns: The run, before anything is computed.
  /// - Throws: What is wrong with the files; success where only their list was asked for.
  static func reading(
    _ command: some ParsableCommand, of files: [String], _ reading: ReadingArguments,
    _ common: CommonOptions, to output: String, varying axes: [String] = [],
    beside others: [String] = [], leavesOutBases: Bool = false
  ) throws -> StudyRun {
    let read = try ReadScenarios.read(
      files, reading, common, varying: axes, beside: others, leavesOutBases: leavesOutBases)
    return StudyRun(command, of: files, read, reading, common, to: output)
  }

  /// Takes up scenarios that were read.
  private init(
    _ command: some ParsableCommand, of files: [String], _ read: ReadScenarios,
    _ reading: ReadingArguments, _ common: CommonOptions, to output: String
  ) {
    guard let first = read.scenarios.first else { defect("no scenario was left to study") }
    self.common = common
    self.read = read
    self.output = output
    table = nil
    city = nil
    subject = StudySubject(first, files: files, texts: read.results.flatMap(\.reading.texts))
    context = RunContext(
      read.results.map(\.reading), read.diagnostics, reading, common.language,
      options: givenOptions(of: command))
  }

  /// Takes up a table of series, after what is odd about it was shown.
  ///
  /// - Parameters:
  ///   - command: The command, whose options stand in the record.
  ///   - table: The table.
  ///   - name: What it is called.
  ///   - common: How the command speaks.
  ///   - output: The folder for results; nothing where none is asked for.
  init(
    _ command: some ParsableCommand, of table: ObservedTable, _ name: String,
    _ common: CommonOptions, to output: String?
  ) {
    self.common = common
    self.output = output
    self.table = table
    read = nil
    city = nil
    subject = StudySubject(
      table: name, files: [table.file?.path].compactMap(\.self),
      texts: [table.text].compactMap(\.self), place: { _ in nil })
    context = RunContext(of: table.file, table.diagnostics, common.language, command)
  }

  /// Takes up the table of a city's history; see the other initializer.
  init(
    _ command: some ParsableCommand, of city: ObservedCity, _ name: String,
    _ common: CommonOptions, to output: String?
  ) {
    self.common = common
    self.output = output
    self.city = city
    read = nil
    table = nil
    subject = StudySubject(
      table: name, files: [city.file?.path].compactMap(\.self),
      texts: [city.text].compactMap(\.self), place: city.history.place)
    context = RunContext(of: city.file, city.diagnostics, common.language, command)
  }

  /// The language of messages.
  var language: Language { common.language }

  /// The scenarios, compiled.
  var blueprints: [Blueprint] { read?.blueprints ?? [] }

  /// The scenario that is asked about, compiled.
  var blueprint: Blueprint {
    guard let first = blueprints.first else { defect("a study of a table has no scenario") }
    return first
  }

  // MARK: - Running

  /// The runs of all scenarios, in which every law holds; what must stand beside their figures is told with
  /// the answer, and kept for its record.
  func runs() throws(Refusal) -> [Trajectory] {
    var runs: [Trajectory] = []
    for blueprint in blueprints { runs.append(try CheckedRun(blueprint).trajectory) }
    notes = runs.map(\.warnings)
    return runs
  }

  /// The run of the scenario that is asked about.
  func baseRun() throws(Refusal) -> Trajectory { try runs()[0] }

  /// What each scenario was read from.
  ///
  /// - Parameter addsNotes: Whether what must stand beside the figures of its run stands there too.
  /// - Returns: One for each, in the order of the files.
  func contexts(addsNotes: Bool = true) -> [RunContext] {
    (read?.results ?? []).enumerated().map { place, result in
      var own = RunContext([result.reading], result.diagnostics, context, language)
      if addsNotes, place < notes.count { own.warnings += notes[place].map { $0.line(language) } }
      return own
    }
  }

  /// Adds a table that was read beside scenarios to what the study was started with.
  func add(_ input: InputFile?, told diagnostics: DiagnosticCollection) {
    context.warnings += diagnostics.lines(language)
    if let input { context.inputs.append(.init(path: input.path, bytes: input.bytes)) }
  }

  /// Notes what must not be overlooked: it is told with the answer, and kept for its record.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - code: A name that stays the same between versions.
  ///   - subject: What it is of, where not of the scenario.
  func warn(_ text: Text, code: String, of subject: String? = nil) {
    warn(StudyWarning(subject: subject ?? self.subject.name, text: text, code: code))
  }

  /// Notes a warning where there is one.
  func warn(_ warning: StudyWarning?) { warnings += [warning].compactMap(\.self) }

  /// Notes what the story says too: it is told apart only where the story is not.
  func note(_ text: Text, code: String) {
    if common.quiet || common.json { return warn(text, code: code) }
    let noted = StudyWarning(subject: subject.name, text: text, code: code)
    context.warnings.append(noted.line(language))
  }

  /// Tells what must not be overlooked.
  private func tellWarnings() {
    for warning in notes.flatMap(\.self) + warnings {
      Console.complain(warning, language)
      context.warnings.append(warning.line(language))
    }
  }

  /// A line that says how far the variants are.
  func progress(of total: Int, from start: Int = 0) -> ProgressLine {
    ProgressLine(of: total, from: start, isWanted: !common.quiet, language)
  }

  /// A line that says how much a search has tried.
  func search() -> SearchLine { SearchLine(isWanted: !common.quiet, language) }

  // MARK: - Writing and telling

  /// The folder of an answer; results of another scenario in it are warned of.
  func folder(of place: StudyAnswer.Place, _ context: RunContext) -> ResultFolder {
    let output = output ?? "."
    switch place {
    case .scenario(let scenario):
      return folder("\(output)/\(scenario.fullId)", by: .file, context)
    case .city(let name, let scenario):
      return folder("\(output)/\(scenario.city.id)/\(name)", by: .folder, context)
    case .folder(let name): return ResultFolder("\(output)/\(name)")
    case .output: return ResultFolder(output)
    }
  }

  private func folder(
    _ path: String, by claim: ResultFolder.Claim, _ context: RunContext
  ) -> ResultFolder {
    let folder = ResultFolder(path)
    if lookedAt.insert(path).inserted { folder.warn(of: context.inputs, by: claim, language) }
    return folder
  }

  /// Tells the warnings, writes answers, each into its folder, and tells them.
  ///
  /// - Throws: `WriteError` where one cannot be written; `CancellationError` where somebody wants the
  ///   process to end, before anything is written; the end of the first answer that does not end well.
  func finish(_ answers: [StudyAnswer]) throws {
    tellWarnings()
    let all = answers.map { answer in
      let context = answer.context ?? context
      return (
        answer: answer, context: context, files: answer.answer.files(context, style: answer.style)
      )
    }
    var told: [StudyAnswer.Written] = []
    for (answer, context, files) in all {
      let paths = try write(files, of: answer, context) + answer.streamed
      told.append(StudyAnswer.Written(study: answer, context: context, paths: paths))
    }
    for answer in answers { try answer.check() }
    common.tell(told)
    if let end = answers.lazy.compactMap(\.end).first { throw end }
  }

  private func write(
    _ files: [ResultFile], of answer: StudyAnswer, _ context: RunContext
  ) throws -> [String] {
    guard let place = answer.place else { return [] }
    let folder = folder(of: place, context)
    try Task.checkCancellation()
    return try folder.write(files)
  }
}
