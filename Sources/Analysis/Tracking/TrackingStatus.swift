/// Whether what was observed goes as planned.
public enum TrackingStatus: String, Sendable {
  /// It does.
  case onTrack = "on track"
  /// It does not.
  case offTrack = "off track"
  /// Nothing was observed that could say so: never on track.
  case unknown

  /// What several say together: off track if one is, else unknown if one is.
  static func together(_ all: [TrackingStatus]) -> TrackingStatus {
    if all.contains(.offTrack) { return .offTrack }
    return all.isEmpty || all.contains(.unknown) ? .unknown : .onTrack
  }
}

/// Why a status is unknown.
public enum TrackingGap: Hashable, Sendable {
  /// The table has no such column.
  case notObserved(String)
  /// It has no value in this year.
  case noValue(String, year: Int)
  /// Years of a sum were not observed.
  case missingYears([Int])
  /// The plan does not move it.
  case notPlanned
  /// No column of the table is about this lever.
  case noColumn
  /// The plan itself has no figure for it.
  case noFigure
  /// The observed values are too far from the plan to be of the same thing; see ``Tracking/slips``.
  case farFromPlan(String)
  /// The plan emits nothing above zero in an observed year, so that its growth says nothing.
  case planNotPositive(year: Int)
}
