import CityModel
import Diagnostics

extension Trajectory {
  /// The first year's value of a series; 0 for a series that the run does not have.
  func base(_ series: [Double]) -> Double { series.first ?? 0 }

  /// The base year.
  var baseYear: Int { years.lowerBound }
}

extension Scenario {
  /// Where the file gives a parameter or a part of the history, or the scenario as a whole.
  func place(of path: ParameterPath) -> SourceLocation {
    history.places[path] ?? self[path]?.location
      ?? SourceLocation(wholeFile: fullId)
  }

  /// A warning at the place where the file gives a value.
  func warning(
    _ code: DiagnosticCode, at path: ParameterPath, _ message: Text, help: Text? = nil
  ) -> Diagnostic {
    Diagnostic(.warning, code: code, message: message, at: place(of: path), suggestion: help)
  }
}
