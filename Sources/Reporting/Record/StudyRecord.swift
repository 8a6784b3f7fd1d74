import CityModel
import Diagnostics

extension RunContext {
  /// What the record of a study begins with: the program, the moment and the options.
  ///
  /// - Parameter seed: What chance was drawn from; none where a study has none.
  /// - Returns: Members of a record, in their order.
  func head(seed: UInt64? = nil) -> [(key: String, value: JSONValue)] {
    [
      ("program", .string("carbonpeak")),
      ("version", .string(version)),
      ("time", .string(time)),
      ("seed", seed.map { .string(String($0)) } ?? .null),
      ("set", .array(changes.map(JSONValue.string))),
      ("options", .object(options.map { ($0.name, .string($0.value)) })),
    ]
  }

  /// What it ends with: the files that were read and the warnings that were shown.
  var tail: [(key: String, value: JSONValue)] {
    [
      ("inputs", .array(inputs.map(fingerprint))),
      ("warnings", .array(warnings.map(JSONValue.string))),
    ]
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
  func naming(_ files: [String]) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [("files", .array(files.map(JSONValue.string)))])
  }
}
