public import CityModel
public import Diagnostics

extension Trajectory {
  /// What is odd about the base year: warnings with numbers, each at the value it speaks of.
  ///
  /// Activity × factor is held against the totals that were reported, values per person and per
  /// GDP against places that are known, emission factors and the history against the marks of
  /// numbers that were made up. Only the first year of the run is read, and for supply and sinks
  /// the parameters of every year; see ``CityModel/Scenario/baseYearOnly``.
  ///
  /// - Returns: Warnings in the order of the checks; none for a city that is in order.
  public func inventoryFindings() -> [Diagnostic] {
    reportedTotalFindings() + unusualValueFindings()
      + blueprint.scenario.factorOfOneFindings() + blueprint.scenario.madeUpHistoryFindings()
  }

  /// The first year's value of a series; 0 for a series that the run does not have.
  func base(_ series: [Double]) -> Double { series.first ?? 0 }

  /// The base year.
  var baseYear: Int { years.lowerBound }
}

extension Scenario {
  /// The scenario with the base year alone, which is all that the checks run; its parameters keep
  /// their values of later years.
  public var baseYearOnly: Scenario {
    var scenario = self
    scenario.years = years.lowerBound...years.lowerBound
    return scenario
  }

  /// Where the file gives a parameter or a part of the history, or the scenario as a whole.
  func place(of path: ParameterPath) -> SourceLocation {
    history.places[path] ?? parameters.first { $0.path == path }?.location
      ?? SourceLocation(wholeFile: "\(city.id)/\(identity.id)")
  }

  /// A warning at the place where the file gives a value.
  func warning(
    _ code: DiagnosticCode, at path: ParameterPath, _ message: Text, help: Text? = nil
  ) -> Diagnostic {
    Diagnostic(.warning, code: code, message: message, at: place(of: path), suggestion: help)
  }
}
