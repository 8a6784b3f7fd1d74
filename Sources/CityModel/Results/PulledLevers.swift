import Diagnostics

extension Blueprint {
  /// A total summed over the years, with the levers at several settings, computed eight at a time.
  ///
  /// - Parameters:
  ///   - line: The total.
  ///   - settings: ℓ of each lever in the order of their ids, for each setting.
  /// - Returns: The sum of each setting; none where it has no result.
  ///
  /// - Precondition: A level for each lever.
  public func sums(of line: TotalItem, at settings: [[Double]]) -> [Double?] {
    guard let row = rows.firstIndex(where: { $0.kind == .total && $0.part == line.rawValue }) else {
      return settings.map { _ in nil }
    }
    let space = VariantSpace(self)
    let simulation = Simulation(space)
    return stride(from: 0, to: settings.count, by: Lanes.scalarCount).flatMap { start in
      let eight = settings[start..<min(start + Lanes.scalarCount, settings.count)]
      let batch = VariantBatch(space)
      for (lane, levels) in eight.enumerated() {
        defect(unless: levels.count == scenario.levers.count, "a level for each lever")
        for (lever, level) in levels.enumerated() { batch.levels[lever][lane] = level }
      }
      var sum = Lanes.zero
      let faults = simulation.run(batch) { _, outputs in sum += outputs[row] }
      return eight.indices.map { faults[$0 - start] == nil ? sum[$0 - start] : nil }
    }
  }
}
