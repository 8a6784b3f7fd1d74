import Diagnostics
import ScenarioFiles

extension ObservedTable {
  /// Shows what is wrong or odd with the table; if anything is wrong, ends the command, and nothing
  /// is written then.
  func refuse(_ common: CommonOptions) throws(Refusal) {
    try refuseTable(diagnostics, text, common)
  }
}

extension ObservedCity {
  /// Shows what is wrong or odd with the table; if anything is wrong, ends the command, and nothing
  /// is written then.
  func refuse(_ common: CommonOptions) throws(Refusal) {
    try refuseTable(diagnostics, text, common)
  }
}

/// Shows what is wrong or odd with a table; if anything is wrong, ends the command.
func refuseTable(
  _ diagnostics: DiagnosticCollection, _ text: SourceText?, _ common: CommonOptions
) throws(Refusal) {
  guard !diagnostics.isEmpty else { return }
  let texts = [text].compactMap(\.self)
  guard diagnostics.hasErrors else {
    return Console.complain(of: diagnostics, in: texts, common.language)
  }
  let isMissing = diagnostics.all.contains { $0.code == .noSuchFile }
  throw Refusal(diagnostics, in: texts, isMissing ? .noSuchFile : .badScenario)
}
