import CityModel
import Diagnostics

extension Resolver {
  /// Tells if one number is to stand for all years of a parameter that changes over them.
  mutating func tellFlat(_ parameter: Parameter, at span: Span) {
    guard yearsAreKnown, Set(parameter.values).count > 1 else { return }
    report(.flattensSeries(parameter.path), at: span)
  }
}

extension Mapping {
  /// Whether it writes a series that can change over the years.
  var isSeriesOverYears: Bool {
    let years = entries.filter { $0.key.utf8.count == 4 && Int($0.key) != nil }
    return years.count > 1 || isCurve || ["growth", "csv"].contains { self[$0] != nil }
  }

  /// Whether it is a curve between numbers of its own: a ramp, or a spread after Bass.
  var isCurve: Bool { self["from"] != nil || isAdoption }

  private var isAdoption: Bool { self["shape"]?.value.text == "bass" }

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
    if self["csv"] != nil { return .table }
    return self["from"] != nil || self["to"] != nil ? .ramp : nil
  }
}

extension Fault {
  /// One number for all years where there was a series.
  static func flattensSeries(_ path: ParameterPath) -> Fault {
    var fault = Fault(
      .flattensSeries,
      "one number replaces the series '\(path)' and holds in all years",
      "一个数替代了序列 '\(path)'，各年取同一数值",
      help: Text(
        "to change it by a part write a factor or a series, as {2020: …, 2030: …}",
        "若要按比例改变，请写倍数或逐年序列，如 {2020: …, 2030: …}"))
    fault.severity = .warning
    return fault
  }
}
