import Analysis
import CityModel
import Diagnostics

/// A run of a scenario in which every law holds.
struct CheckedRun {
  /// The run.
  let trajectory: Trajectory

  /// Runs a scenario and makes sure that every law holds before anyone sees a number.
  ///
  /// - Throws: Why it has no results, or which laws do not hold.
  init(_ blueprint: Blueprint) throws(Refusal) {
    let subject = StudySubject(blueprint.scenario)
    trajectory = Trajectory(blueprint)
    if let fault = trajectory.fault { throw fault.refusal(of: subject) }
    let faults = Self.faults(of: trajectory)
    guard faults.isEmpty else {
      throw Refusal(
        faults.map { Text("\($0); please report this", "\($0)；请反馈此问题") }, .defect,
        of: subject.name)
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
}
