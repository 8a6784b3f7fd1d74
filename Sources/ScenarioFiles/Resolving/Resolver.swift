import CityModel
import Diagnostics
import Quantities

/// Walks a merged scenario beside the table of parameters and collects what it finds: values and
/// faults alike.
///
/// The parts stand in extensions, one concept a file. What failed is remembered as there but
/// unknown, so that one mistake is told once.
struct Resolver {
  /// The merged map of all files and overrides.
  let root: Mapping
  /// The scenario file as the user names it.
  let scenarioPath: String
  /// Whether every file was read whole; if not, what seems missing may stand in the rest.
  let isComplete: Bool
  /// The year that is not over yet, from which on nothing is observed; none to let it be.
  let thisYear: Int?
  /// The files read so far; tables are read on the way.
  var files: FileSet
  /// What was found wrong.
  var diagnostics = DiagnosticCollection()

  /// The years of the run, or a stand-in while ``yearsAreKnown`` is false.
  var years = 2020...2060
  /// Whether the file gives usable years; if not, nothing is said of years outside the run.
  var yearsAreKnown = false

  /// The year of the plan, if the file or its history tells it.
  var planYear: Int?
  /// Whether a year of the plan is written that cannot be read.
  var isPlanYearFaulty = false

  /// The parameters.
  var found = FoundParameters()
  /// The ids under each map that has members.
  var members: [ParameterPath: [String]] = [:]
  /// Words and references by path.
  var choices: [ParameterPath: String] = [:]
  /// The tables by path.
  var tables: [ParameterPath: InputTable] = [:]
  /// Names for people.
  var names: [ParameterPath: Text] = [:]
  /// The sources the files name.
  var quotedSources: [QuotedSource] = []
  /// The paths that levers may name.
  var knownPaths = PathIndex([])
  /// Whether a lever could not be read, so that nothing can be said of all levers together.
  var hasUnknownLever = false
  /// Series that end before the run does and were still moving.
  var earlySeries: [EarlySeries] = []
  /// Files whose series are meant to stay at their last value.
  let heldFiles: Set<String>
  /// Values of the files over which others stand.
  let replaced: [ReplacedValue]
  /// The keys of the levers' moves by their places.
  var moveSpans: [SourceLocation: Span] = [:]
  /// Units of the table of parameters, each parsed once.
  private var units: [String: Unit] = [:]

  init(
    root: Mapping, scenarioPath: String, files: FileSet, isComplete: Bool,
    heldFiles: Set<String> = [], replaced: [ReplacedValue] = [], thisYear: Int? = nil
  ) {
    self.root = root
    self.scenarioPath = scenarioPath
    self.heldFiles = heldFiles
    self.replaced = replaced
    self.files = files
    self.isComplete = isComplete
    self.thisYear = thisYear
  }

  /// How far the file of a place is from the scenario: a file is read before those it extends, and an
  /// override counts as the scenario itself.
  func distance(of span: Span) -> Int {
    files.files.firstIndex { $0.path == span.location.path } ?? 0
  }

  /// Takes a fault up, unless it may only be the echo of a file that could not be read.
  mutating func report(_ fault: Fault, at span: Span) {
    guard isComplete || !fault.mayComeFromMissingFile else { return }
    diagnostics.add(fault.diagnostic(at: span))
  }

  /// A unit that the table of parameters names.
  ///
  /// - Precondition: The text is a unit; a test goes through the whole table.
  mutating func unit(_ text: String) -> Unit {
    if let known = units[text] { return known }
    do {
      let unit = try Unit.parse(text)
      units[text] = unit
      return unit
    } catch {
      defect("'\(text)' in the table of parameters: \(error.message.english)")
    }
  }

  /// The map at a path of the files, if there is one.
  func mapping(at path: ParameterPath) -> Mapping? { root.mapping(at: path) }
}
