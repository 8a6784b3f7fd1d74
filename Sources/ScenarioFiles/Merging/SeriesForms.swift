import CityModel

extension Mapping {
  /// Whether it writes a series that can change over the years.
  var isSeriesOverYears: Bool {
    let years = entries.filter { $0.key.utf8.count == 4 && Int($0.key) != nil }
    return years.count > 1 || isCurve
      || [SeriesKeys.growth, SeriesKeys.file].contains { self[$0] != nil }
  }

  /// Whether it is a curve between numbers of its own: a ramp, or a spread after Bass.
  var isCurve: Bool { self[SeriesKeys.from] != nil || isAdoption }

  private var isAdoption: Bool { self[SeriesKeys.shape]?.value.text == SeriesKeys.bass }

  /// Whether it writes a series by a table, a ramp or a spread after Bass where the other is written otherwise, so that
  /// they cannot be one series.
  func writesAnotherForm(than other: Mapping?) -> Bool {
    guard let other, let form = writtenForm, form != .points, let under = other.writtenForm else {
      return false
    }
    return form != under
  }

  private enum WrittenForm {
    case points, table, ramp, adoption
  }

  private var writtenForm: WrittenForm? {
    if isAdoption { return .adoption }
    if entries.contains(where: { $0.key.utf8.count == 4 && Int($0.key) != nil }) { return .points }
    if self[SeriesKeys.file] != nil { return .table }
    return self[SeriesKeys.from] != nil || self[SeriesKeys.to] != nil ? .ramp : nil
  }
}
