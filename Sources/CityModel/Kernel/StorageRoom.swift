/// What the year's geological storage still takes [Mt].
///
/// It is filled in the order of evaluation: industry, hydrogen, then power plants in the order in
/// which they run. What it does not take is not captured.
struct StorageRoom {
  private(set) var left: Lanes

  /// The room of a year, up to the injection limit.
  init(limit: Lanes) { left = limit }

  /// Takes what fits and gives it back.
  mutating func take(_ wanted: Lanes) -> Lanes {
    let taken = wanted.atMost(left)
    left -= taken
    return taken
  }
}
