import CityModel
import Diagnostics
import Quantities

/// The parameters found so far, in order, with those that are there but could not be read.
struct FoundParameters {
  /// The parameters in the order they were found.
  private(set) var all: [Parameter] = []
  /// Parameters that are there or should be, but whose value is not known.
  private(set) var failed: Set<ParameterPath> = []
  /// Members of a set of shares that take what the others leave.
  private(set) var rests: [ParameterPath: Span] = [:]
  /// The keys that could not be used, by map: what seems missing there may be meant by them.
  var unknownKeys: [ParameterPath: [String]] = [:]
  /// The units in which the file gives the drivers of the city's own.
  var driverUnits: [ParameterPath: Unit] = [:]
  /// Values written in plain coal equivalents, which do not say how they count electricity.
  var plainCoal: [(path: ParameterPath, symbol: String, span: Span)] = []
  private var indices: [ParameterPath: Int] = [:]

  /// The parameter at a path, if it is known.
  subscript(path: ParameterPath) -> Parameter? {
    failed.contains(path) ? nil : indices[path].map { all[$0] }
  }

  /// Whether something stands at the path, known or not.
  func holds(_ path: ParameterPath) -> Bool { indices[path] != nil || failed.contains(path) }

  /// Takes a parameter up; of two with the same path the first stays.
  mutating func add(_ parameter: Parameter) {
    guard indices[parameter.path] == nil else { return }
    indices[parameter.path] = all.count
    all.append(parameter)
  }

  /// Takes up a share whose value follows from the others; its values are set later.
  mutating func addRest(_ parameter: Parameter, at span: Span) {
    rests[parameter.path] = span
    add(parameter)
  }

  /// Remembers that the value at a path is not known.
  mutating func fail(_ path: ParameterPath) { failed.insert(path) }

  /// Replaces the values of a parameter.
  mutating func setValues(_ values: [Double], at path: ParameterPath) {
    if let index = indices[path] { all[index].values = values }
  }

  /// Says which set of shares a parameter belongs to.
  mutating func setShareGroup(_ group: ParameterPath, of path: ParameterPath) {
    if let index = indices[path] { all[index].shareGroup = group }
  }

  /// All paths with a known value, in order.
  var paths: [ParameterPath] { all.map(\.path).filter { !failed.contains($0) } }
}
