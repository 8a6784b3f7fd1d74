package import Diagnostics

/// A scenario file together with all it extends, as one map.
package struct MergedScenario: Sendable {
  /// The map; nothing if the scenario file itself could not be read.
  package let root: Mapping?
  /// The files it came from, the scenario first, in the order of reading.
  package internal(set) var files: FileSet
  /// Whether every file was read whole; if not, a missing key may stand in the part not read.
  package let isComplete: Bool
  /// The files that say at their top that their series stay at their last value.
  var heldFiles: Set<String> = []
  /// What values of files stand over, in the order of reading.
  var replaced: [ReplacedValue] = []
  /// What was found wrong on the way.
  package let diagnostics: DiagnosticCollection
}

/// Reads a scenario file and everything it extends.
///
/// Each file is laid over those it extends, and of a list later over earlier ones; a file that is
/// reached twice counts once, at its first place. Faults are collected over all files.
///
/// - Parameters:
///   - path: The scenario file as the user names it.
///   - policy: Which files may be extended.
///   - limits: When a file is refused for its size.
/// - Returns: The merged map, or as much of it as could be read, and all faults.
package func loadMerged(
  path: String, root policy: RootPolicy = .nearestScenarios,
  limits: ReadingLimits = ReadingLimits()
) -> MergedScenario {
  var files = FileSet(scenarioPath: path, policy: policy, limits: limits)
  var diagnostics = DiagnosticCollection()
  do {
    let file = try files.readScenario(at: path)
    var collector = LayerCollector(files: files)
    collector.visit(file)
    let layers = collector.layers
    diagnostics = collector.diagnostics
    var merged: Mapping?
    var replaced: [ReplacedValue] = []
    for layer in layers {
      merged = overlay(layer, on: merged, replacing: &replaced, into: &diagnostics)
    }
    return MergedScenario(
      root: collector.didReadFirst ? merged : nil, files: collector.files,
      isComplete: collector.isComplete, heldFiles: collector.heldFiles, replaced: replaced,
      diagnostics: diagnostics)
  } catch {
    diagnostics.add(error)
    return MergedScenario(root: nil, files: files, isComplete: false, diagnostics: diagnostics)
  }
}
