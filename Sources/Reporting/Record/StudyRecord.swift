import CityModel
import Diagnostics

extension RunContext {
  /// What every record begins with, and what `--json` prints: the program, the moment, what was asked, what
  /// was read, and the warnings that were told, each with its code.
  ///
  /// - Parameter seed: What chance was drawn from; none where a study has none.
  /// - Returns: Members of a record, in their order.
  func head(seed: UInt64? = nil) -> [(key: String, value: JSONValue)] {
    [
      ("program", .string("carbonpeak")),
      ("version", .string(version)),
      ("time", .string(time)),
      ("seed", (seed ?? self.seed).map { .string(String($0)) } ?? .null),
      ("set", .array(changes.map(JSONValue.string))),
      ("options", optionRecord),
      ("inputs", .array(inputs.map(fingerprint))),
      ("warnings", .array(warnings.map(JSONValue.string))),
    ]
  }

  /// The options by name; one that was given several times has all its values.
  var optionRecord: JSONValue {
    var names: [String] = []
    for option in options where !names.contains(option.name) { names.append(option.name) }
    return .object(
      names.map { name in
        let values = options.filter { $0.name == name }.map { JSONValue.string($0.value) }
        return (name, values.count == 1 ? values[0] : .array(values))
      })
  }
}

/// What a record says of the scenario it is of.
func subject(_ scenario: Scenario) -> [(key: String, value: JSONValue)] {
  [
    ("city", identity(scenario.city)),
    ("scenario", identity(scenario.identity)),
    ("years", years(scenario.years)),
    ("accounting", accounting(scenario.accounting)),
    ("market", market(scenario)),
  ]
}

extension JSONValue {
  /// The object with the paths of files behind its members, for the summary on standard output.
  public func naming(_ files: [String]) -> JSONValue {
    guard !files.isEmpty, case .object(let members) = self else { return self }
    return .object(members + [("files", .array(files.map(JSONValue.string)))])
  }
}
