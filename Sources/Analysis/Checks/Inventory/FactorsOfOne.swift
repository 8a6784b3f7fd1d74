import CityModel
import Diagnostics

extension Check {
  /// No emission factor should be exactly 1.
  static let factorsOfOne = Check.scenario { $0.scenario.factorOfOneFindings() }
}

extension Scenario {
  /// Emission factors of exactly 1 in a unit that people use, and reported emissions equal to the
  /// reported energy: marks of a factor left out.
  func factorOfOneFindings() -> [Diagnostic] {
    let factors = parameters.filter { $0.location != nil && $0.isEmissionFactor }
    let ones = factors.compactMap { parameter -> Diagnostic? in
      let reading = parameter.reading
      guard let value = parameter.values.first,
        let unit = Self.unitsOfOne(reading.unit).first(where: { agree(value, $0.value) })?.name
      else { return nil }
      return warning(
        .factorOfOne, at: parameter.path,
        Text(
          "the emission factor '\(parameter.path)' is exactly 1 \(unit)",
          "排放因子 '\(parameter.path)' 恰为 1 \(unit)"),
        help: Text("a placeholder, or activity given as emissions?", "是占位值，还是把活动水平当作排放？"))
    }
    return ones + [equalHistories].compactMap { $0 }
  }

  /// What 1 in the units people write is in the model's unit.
  private static func unitsOfOne(_ unit: String) -> [(name: String, value: Double)] {
    guard unit == "kgCO2/GJ" else { return [(unit, 1)] }
    return [
      ("tCO2/TJ", 1), ("tC/TJ", 44.0 / 12), ("tCO2/tce", 1e3 / coalEquivalentHeat),
      ("kgCO2/kWh", 1e3 / 3.6),
    ]
  }

  /// A warning if observed emissions [Mt] and energy [Mtce] are the same numbers in all years that
  /// have both.
  private var equalHistories: Diagnostic? {
    let energy = Dictionary(history.energy.map { ($0.year, $0.value / coalEquivalentHeat) }) {
      first, _ in first
    }
    let common = history.emissions.filter { energy[$0.year] != nil }
    guard let first = common.first,
      common.allSatisfy({ agree($0.value, energy[$0.year] ?? .nan) })
    else { return nil }
    let value = readableText(first.value, digits: 4)
    return warning(
      .factorOfOne, at: ParameterPath("history.emissions"),
      Text(
        "observed emissions equal observed energy (\(value) Mt and Mtce in \(first.year)): an implied factor of exactly 1",
        "观测排放与能源消费数值相同（\(first.year) 年均为 \(value) Mt、Mtce）：隐含因子恰为 1"))
  }
}

extension Parameter {
  /// Whether it says how much CO₂ comes from a unit of energy, product or money.
  fileprivate var isEmissionFactor: Bool {
    ["kgCO2/GJ", "tCO2/t", "kgCO2/CNY"].contains(unit)
  }
}

/// Whether two numbers are the same but for the rounding of units.
private func agree(_ first: Double, _ second: Double) -> Bool {
  abs(first - second) <= 1e-9 * abs(second)
}
