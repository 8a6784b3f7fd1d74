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
    let variables = iamcVariables(of: trajectory)
    switch shape {
    case .wide:
      return Self(
        "trajectory",
        heads: iamcHeads + trajectory.years.map { iamcYear(String($0)) },
        cells: variables.map { variable in
          head + [.text(variable.name), .text(variable.unit)] + variable.values.map(Cell.number)
        })
    case .long:
      // What is not there in a year, as the price of a carrier that is not supplied, has no row.
      return Self(
        "trajectory", heads: iamcHeads + iamcLongHeads,
        cells: variables.flatMap { variable in
          zip(trajectory.years, variable.values).filter { !$1.isNaN }.map { year, value in
            head + [.text(variable.name), .text(variable.unit), .integer(year), .number(value)]
          }
        })
    }
  }

  /// The columns before the years.
  static let iamcHeads = [
    ColumnHead(
      named: "Model", Text("The program and its version.", "程序及其版本。")),
    ColumnHead(named: "Scenario", Text("The id of the scenario.", "情景的 id。")),
    ColumnHead(named: "Region", Text("The name of the city in English.", "城市的英文名。")),
    ColumnHead(
      named: "Variable", Text("The variable, as IAMC templates name it.", "变量，按 IAMC 模板命名。")),
    ColumnHead(named: "Unit", Text("The unit of the variable.", "变量的单位。")),
  ]

  /// The column of a year.
  static func iamcYear(_ year: String) -> ColumnHead {
    ColumnHead(named: year, Text("The value in this year.", "该年的数值。"))
  }

  /// The columns of years and values, where each has a row.
  static let iamcLongHeads = [
    ColumnHead(
      named: "Year",
      Text("The year (`--long`, instead of columns of years).", "年份（使用 `--long` 时，代替各年份列）。")),
    ColumnHead(named: "Value", Text("The value in the year (`--long`).", "该年的数值（使用 `--long` 时）。")),
  ]
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
