import CityModel
import Diagnostics

extension Check {
  /// Coal and oil should have the heating values that fuels of their kind have.
  ///
  /// Source: GB/T 2589-2020, annex A, lower heating values: coke and liquefied petroleum gas as in
  /// `library/fuels.yaml`; middlings (洗中煤) and petroleum coke recalled. With the slack of a slip of units.
  static let heatingValues = Check.scenario { placed in
    let scenario = placed.scenario
    return known.flatMap { kind, range in
      (scenario.members[ParameterPath(.carriers)] ?? []).compactMap { id in
        let carrier = ParameterPath(.carriers) / id
        guard scenario.choices[carrier / .kind] == kind,
          let given = scenario[carrier / .heatingValue],
          let value = given.values.first(where: { !isUsual($0, range) })
        else { return nil }
        let ends = "\(readableText(range.lowerBound))–\(readableText(range.upperBound))"
        return Diagnostic(
          .warning, code: .unusualValue,
          message: Text(
            "the heating value of '\(id)' is \(readableText(value)) GJ/t; fuels of kind '\(kind)' have \(ends)",
            "“\(id)”的低位发热量为 \(readableText(value)) GJ/t；\(kind) 类燃料为 \(ends)"),
          at: scenario.place(of: given.path),
          suggestion: Text("is a unit or a digit off?", "单位或数位是否有误？"))
      }
    }
  }

  /// Lower heating values by kind of carrier [GJ/t].
  private static let known: KeyValuePairs<String, ClosedRange<Double>> = [
    "coal": 8.363...28.47, "oil": 31...50.242,
  ]

  private static func isUsual(_ value: Double, _ range: ClosedRange<Double>) -> Bool {
    value >= range.lowerBound / UnitSlip.slack && value <= range.upperBound * UnitSlip.slack
  }
}
