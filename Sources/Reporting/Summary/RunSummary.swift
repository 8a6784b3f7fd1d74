import Analysis
import CityModel
public import Diagnostics

extension RunOutcome {
  /// What a person reads on the terminal after a run, without a final line break.
  ///
  /// The peak and how certain it is, what was observed, a chart of the total and the sectors, the targets, what was moved
  /// out of the city, what the figures count, and the files written.
  ///
  /// - Parameter changes: The values set on the command line, `path=value`.
  func summary(
    _ language: Language, width: Int, changes: [String] = []
  ) -> String {
    let scenario = trajectory.blueprint.scenario
    let sentences = [
      headline(caveat: peakCaveat)?(language),
      certificate?.sentence?(language),
      trajectory.baseYearLine()(language),
      observed?.sentence(language),
    ].compactMap { $0 }
    let counted =
      notes.filter(\.isOfAccount).map { $0.sentence(language) }
      + [trajectory.scopeTwoLine?(language)].compactMap { $0 } + [
        terminalSafe(scenario.accounting.sentence(language))
      ]
    let heading = [scenario.title(language)] + changes.map { "  --set \(terminalSafe($0))" }
    let parts = [
      heading + sentences.flatMap { wrapped($0, to: width) },
      SectorChart(trajectory, language, width: width, peakYear: peakYear).lines,
      targets.flatMap { wrapped($0.line(language, caveat: peakCaveat), to: width) },
      counted.flatMap { wrapped($0, to: width) },
    ]
    return paragraphs(parts)
  }

  /// The observed total, where the scenario has one.
  private var observed: JudgedHistory? { history.first { $0.path.last == "emissions" } }

  private var peakYear: Int? {
    peak.flatMap { $0.status == .noEmissions ? nil : $0.year }
  }
}

extension Scenario {
  /// City and scenario by name, with the id that the results are filed under.
  func title(_ language: Language) -> String {
    let (name, id) = (
      "\(city.name(language)) · \(identity.name(language))", "\(city.id)/\(identity.id)"
    )
    return terminalSafe(Text("\(name) (\(id))", "\(name)（\(id)）")(language))
  }
}

extension Accounting {
  /// How bought electricity is counted, for people.
  var method: Text {
    switch electricity {
    case .location: Text("location-based", "位置法")
    case .market: Text("market-based", "市场法")
    }
  }

  /// What the figures of a run count.
  var sentence: Text {
    let gases = gases.map(\.rawValue).joined(separator: ", ")
    let scopes =
      countsScope2
      ? Text("scope 1 and 2 (\(method))", "范围一与范围二（\(method)）")
      : Text("scope 1", "范围一")
    let source = inventory.map { Text("; inventory: \($0)", "；清单：\($0)") } ?? Text("", "")
    let credit =
      creditsBiogenicCapture
      ? Text("", "") : Text("; biogenic capture not credited", "；捕集的生物质碳不计入")
    return Text(
      "Counts \(scopes): \(gases), GWP100 of \(warmingPotential.rawValue)\(credit)\(source).",
      "核算口径：\(scopes)；气体 \(gases)；\(warmingPotential.rawValue) GWP100\(credit)\(source)。"
    )
  }
}
