import CityModel
import Diagnostics

/// How years stand in a table of the IAMC format.
public enum TrajectoryShape: Sendable {
  /// A column for each year.
  case wide
  /// A row for each year.
  case long
}

extension Table {
  /// `trajectory.csv`: every result of a run in the IAMC format, which pyam reads as it is.
  ///
  /// - Parameters:
  ///   - trajectory: The run.
  ///   - version: The version of the program, which stands in the column Model.
  ///   - shape: How the years stand.
  /// - Returns: A row for each variable, or for each variable and year.
  static func trajectory(
    _ trajectory: Trajectory, version: String, shape: TrajectoryShape = .wide
  ) -> Self {
    let scenario = trajectory.blueprint.scenario
    let head: [Cell] = [
      .text("carbonpeak \(version)"), .text(scenario.identity.id),
      .text(scenario.city.name.english),
    ]
    let names = ["Model", "Scenario", "Region", "Variable", "Unit"]
    let variables = iamcVariables(of: trajectory)
    switch shape {
    case .wide:
      return Self(
        columns: names + trajectory.years.map(String.init),
        rows: variables.map { variable in
          head + [.text(variable.name), .text(variable.unit)] + variable.values.map(Cell.number)
        })
    case .long:
      // What is not there in a year, as the price of a carrier that is not supplied, has no row.
      return Self(
        columns: names + ["Year", "Value"],
        rows: variables.flatMap { variable in
          zip(trajectory.years, variable.values).filter { !$1.isNaN }.map { year, value in
            head + [.text(variable.name), .text(variable.unit), .integer(year), .number(value)]
          }
        })
    }
  }
}

/// The results of a run as variables with IAMC names and units.
func iamcVariables(of trajectory: Trajectory) -> [VariableTree.Variable] {
  var tree = VariableTree()
  EmissionVariables(trajectory).add(to: &tree)
  MemoVariables(trajectory).add(to: &tree)
  EnergyVariables(trajectory).add(to: &tree)
  ActivityVariables(trajectory).add(to: &tree)
  PriceVariables(trajectory).add(to: &tree)
  return tree.variables
}
