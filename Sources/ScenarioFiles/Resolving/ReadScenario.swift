public import CityModel
public import Diagnostics

/// How a scenario is read.
public struct ReadingOptions: Sendable {
  /// Which files the scenario may name.
  public var root = RootPolicy.nearestScenarios
  /// Values that replace those of the files, each as `path=value`, the last one winning.
  public var overrides: [String] = []
  /// What a sweep varies, each as `path=values`; see ``ReadingResult/axes``.
  public var axes: [String] = []
  /// The year that is not over yet, from which on nothing is observed; none to let it be.
  public var thisYear: Int?
  /// When a file is refused for its size.
  package var limits = ReadingLimits()

  /// The options that hold when none are given.
  public init() {}
}

/// What became of reading a scenario.
public struct ReadingResult: Sendable {
  /// The scenario; nothing if there is an error among the diagnostics.
  public let scenario: Scenario?
  /// Everything found wrong or odd, over all files.
  public let diagnostics: DiagnosticCollection
  /// The files read, the scenario first, with their bytes.
  public let files: [InputFile]
  /// The texts that were read, overrides included, for showing the lines diagnostics speak of.
  public let texts: [SourceText]
  /// The sources the files name, in their order.
  public let quotedSources: [QuotedSource]
  /// Whether it, or a file it extends, says under `scenario:` which scenario it is.
  var namesScenario = false
  /// What a sweep varies, in the order given; empty if there is an error.
  public var axes: [AxisValues] = []
  /// The map of all files and of what replaces their values.
  var root: Mapping?

  /// Where the files give a path; nothing where they do not.
  public func place(of path: ParameterPath) -> KeyPlace? {
    root?.entry(at: path).map { KeyPlace(key: $0.span, value: $0.value.span) }
  }

  /// Whether this file is a city that another extends, and no scenario of its own.
  public func isBase(of other: ReadingResult) -> Bool {
    guard !namesScenario, let own = files.first else { return false }
    return other.files.dropFirst().contains { $0.realPath == own.realPath }
  }
}

/// Reads a scenario and everything it extends, and checks it against the table of parameters.
///
/// What is odd about the city, and whether the model can be made of it, is not looked at here.
///
/// All faults are found in one pass: what cannot be read is left out, and nothing that depends on
/// it is reported.
///
/// - Parameters:
///   - path: The scenario file as the user names it.
///   - options: Where files may lie, and what replaces their values.
/// - Returns: The scenario if there is no error, and all diagnostics.
public func readScenario(
  path: String, options: ReadingOptions = ReadingOptions()
) -> ReadingResult {
  let merged = loadMerged(path: path, root: options.root, limits: options.limits)
  var overrides = Overrides(options.overrides, limits: options.limits)
  // Without the files that lie out of reach everything else would seem to be missing.
  guard let root = merged.root, !merged.diagnostics.nameOutsideFiles else {
    return ReadingResult(
      scenario: nil, diagnostics: merged.diagnostics.ofOutsideFiles,
      files: merged.files.files, texts: merged.files.sources, quotedSources: [])
  }
  let changed = overrides.applied(to: root, isComplete: merged.isComplete)
  var resolver = Resolver(
    root: changed, scenarioPath: path, files: merged.files, isComplete: merged.isComplete,
    heldFiles: merged.heldFiles, replaced: merged.replaced, thisYear: options.thisYear)
  let scenario = resolver.resolve()
  var diagnostics = merged.diagnostics
  diagnostics.add(contentsOf: overrides.diagnostics)
  diagnostics.add(contentsOf: resolver.diagnostics)
  let axisTexts = options.axes.map { SourceText(path: "--vary " + $0, text: $0) }
  var axes: [AxisValues] = []
  if !diagnostics.hasErrors {
    axes = resolver.resolveAxes(axisTexts, of: scenario)
    diagnostics.add(contentsOf: resolver.diagnostics)
  }
  return ReadingResult(
    scenario: diagnostics.hasErrors ? nil : scenario,
    diagnostics: diagnostics.withOutsideFilesGathered, files: resolver.files.files,
    texts: resolver.files.sources + overrides.texts + axisTexts,
    quotedSources: resolver.quotedSources, namesScenario: root[HeadSection.scenario] != nil,
    axes: diagnostics.hasErrors ? [] : axes, root: changed)
}
