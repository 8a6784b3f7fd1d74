/// A carrier that someone uses and nothing supplies.
public struct UnsuppliedCarrier: Hashable, Sendable {
  /// Electricity, heat or hydrogen.
  public let carrier: String
  /// The thing that uses the most of it.
  public let user: ParameterPath
}

extension Blueprint {
  /// The carriers that are used in some year, at the levels given or with all levers pulled, though
  /// the scenario has nothing that supplies them.
  ///
  /// Found by the equations themselves: what they book as used is what needs supply, so equipment
  /// and vehicles that a library names and a city does not use ask for nothing.
  public var unsuppliedCarriers: [UnsuppliedCarrier] {
    let missing = SecondaryCarrier.ids.filter { carrier in
      !energy.supplies(carrier) && rows.contains { $0.isUse(of: carrier) }
    }
    guard !missing.isEmpty else { return [] }
    let runs = [
      Trajectory(self), Trajectory(self, levels: scenario.levers.map { _ in 1 }),
    ]
    return missing.compactMap { carrier in
      let users = runs.flatMap { run in
        rows.indices.filter { rows[$0].isUse(of: carrier) }
          .map { (row: $0, most: run[$0].max() ?? 0) }
      }
      guard let user = users.max(by: { $0.most < $1.most }), user.most > 0 else { return nil }
      let item = items[rows[user.row].item]
      return UnsuppliedCarrier(carrier: carrier, user: item.path)
    }
  }
}

extension OutputRow {
  /// Whether the row books a use of a carrier.
  fileprivate func isUse(of carrier: String) -> Bool {
    (kind == .finalEnergy || kind == .plantInput) && part == carrier
  }
}
