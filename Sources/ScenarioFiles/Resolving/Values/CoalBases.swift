import CityModel
import Diagnostics
import Quantities

/// Energy in plain coal equivalents that electricity meets.
///
/// A tonne of coal equivalent is 29.3076 GJ of a fuel, but as electricity it may be counted by the
/// coal that a power plant burns for it: the two differ by a factor of 2.4.
extension Resolver {
  /// Remembers a series in plain coal equivalents until it is known what meets it.
  mutating func rememberPlainCoal(in written: WrittenSeries, at path: ParameterPath) {
    let plain = written.quantities.first { $0.unit?.coalBasis == .unspecified }
    guard let plain, let unit = plain.unit else { return }
    found.plainCoal.append((path, unit.symbol, plain.unitSpan))
  }

  /// Asks for the basis where electricity meets the need, alone or with other carriers.
  mutating func checkCoalBases() {
    for (path, symbol, span) in found.plainCoal {
      let suppliers = suppliers(of: path)
      guard suppliers.contains(true) else { continue }
      report(
        suppliers.contains(false)
          ? .plainCoalBesideElectricity(symbol, at: path) : .ambiguousCoalUnit(symbol), at: span)
    }
  }

  /// For each thing that meets an energy need in some year, whether it runs on electricity.
  private func suppliers(of need: ParameterPath) -> [Bool] {
    let electricity = "electricity"
    if need.matches(ParameterPath("industry.*.routes.*.uses.*.intensity")) {
      return active(need.parent / "carriers").map { $0 == electricity }
    }
    guard need.matches(ParameterPath("buildings.*.uses.*.need.*")) else { return [] }
    return active(need.ancestor(up: 2) / "equipment").map { id in
      choices[ParameterPath("equipment") / id / "carrier"] == electricity
    }
  }

  /// The members of a map of shares that have one in some year.
  private func active(_ path: ParameterPath) -> [String] {
    (members[path] ?? []).filter { found[path / $0]?.values.contains { $0 > 0 } == true }
  }
}

extension Fault {
  static func plainCoalBesideElectricity(_ symbol: String, at path: ParameterPath) -> Self {
    var fault = Self(
      .ambiguousUnit,
      "'\(path)' is met by electricity too, and '\(symbol)' does not say how it counts electricity",
      "'\(path)' 部分由电力满足，而 '\(symbol)' 未注明电力的折算口径",
      help: Text(
        "it is read as tce(calorific), 0.1229 kgce/kWh; write tce(calorific) or tce(equivalent)",
        "按当量值（0.1229 kgce/kWh）读取；请写 tce(当量) 或 tce(等价)"))
    fault.severity = .warning
    return fault
  }
}
