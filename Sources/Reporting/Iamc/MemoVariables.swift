import CityModel

/// What stands beside a city's account and in none of its totals.
///
/// `City Account|Embodied` (buildings, by stage) and `City Account|Relocated` (industry that was moved
/// out) are names of our own, as is `City Account|Net and Relocated`, the net total had nothing been
/// moved. They stand only where there is something to say.
struct MemoVariables {
  private let trajectory: Trajectory
  private let labels: VariableLabels

  init(_ trajectory: Trajectory) {
    self.trajectory = trajectory
    labels = VariableLabels(scenario: trajectory.blueprint.scenario)
  }

  func add(to tree: inout VariableTree) {
    addEmbodied(to: &tree)
    addRelocated(to: &tree)
  }

  private func addEmbodied(to tree: inout VariableTree) {
    for row in trajectory.rows(.embodied) {
      let stage = row.row.part.split(separator: ".").map(String.init)
      let standard = stage.dropFirst().flatMap { labels(row.item.path / "construction" / $0) }
      let name = stage[0].prefix(1).uppercased() + stage[0].dropFirst()
      tree.add(
        trajectory[row.index], "City Account|Embodied",
        [name] + labels(row.item.path) + standard, unit: "Mt CO2/yr")
    }
  }

  private func addRelocated(to tree: inout VariableTree) {
    let rows = trajectory.rows(.relocatedEmissions)
    guard rows.contains(where: { trajectory[$0.index].contains { $0 != 0 } }) else { return }
    let unit = "Mt CO2-equiv/yr"
    tree.add(trajectory.total(.net), "City Account|Net and Relocated", unit: unit)
    for row in rows where trajectory[row.index].contains(where: { $0 != 0 }) {
      let part = row.row.part == RelocatedPart.direct.rawValue ? "Direct" : "Energy"
      let values = trajectory[row.index]
      tree.add(
        values, "City Account|Relocated", labels(row.item.path) + [part], unit: unit)
      tree.add(values, "City Account|Net and Relocated", unit: unit)
    }
  }
}
