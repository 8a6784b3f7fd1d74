import ArgumentParser
import CityModel
import Diagnostics

/// A run of a scenario in which every law holds.
struct CheckedRun {
  /// The run.
  let trajectory: Trajectory

  /// Runs a scenario and makes sure that every law holds before anyone sees a number.
  ///
  /// - Throws: ``ExitStatus/noSolution`` or ``ExitStatus/defect``, after saying why.
  init(_ scenario: Scenario, _ common: CommonOptions) throws {
    let name = "\(scenario.city.id)/\(scenario.identity.id)"
    trajectory = Trajectory(Blueprint(scenario))
    if let unsolved = trajectory.unsolved {
      Console.complain(Self.text(of: unsolved, in: name)(common.language))
      throw ExitStatus.noSolution.code
    }
    let faults = Self.faults(of: trajectory)
    guard faults.isEmpty else {
      for fault in faults {
        Console.complain(
          Text(
            "carbonpeak: \(name): \(fault.english); please report this",
            "carbonpeak：\(name)：\(fault.chinese)；请反馈此问题")(common.language))
      }
      throw ExitStatus.defect.code
    }
  }

  private static func faults(of trajectory: Trajectory) -> [Text] {
    trajectory.brokenLaws.map {
      Text(
        "the law '\($0.law.rawValue)' is off by \($0.residual)",
        "守恒关系“\($0.law.rawValue)”偏差 \($0.residual)")
    }
      + trajectory.impossibleRows.prefix(10).map { row in
        let item = trajectory.blueprint.items[row.item].path
        return Text(
          "an impossible value: \(row.kind.rawValue) of \(item) \(row.part)",
          "出现不可能的数值：\(item) \(row.part) 的 \(row.kind.rawValue)")
      }
  }

  /// In which year the market has no solution, and how far from one the search ended.
  private static func text(of unsolved: UnsolvedYear, in name: String) -> Text {
    let distances = zip(unsolved.carriers, unsolved.residuals).map { "\($0) \($1)" }
      .joined(separator: ", ")
    return Text(
      "carbonpeak: \(name): no prices in balance with costs were found for \(unsolved.year); what remains, relative: \(distances)",
      "carbonpeak：\(name)：\(unsolved.year) 年未找到价格与成本的平衡；相对残差：\(distances)")
  }
}
