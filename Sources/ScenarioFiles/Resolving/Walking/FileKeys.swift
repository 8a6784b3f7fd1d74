import CityModel

/// Keys that the table of parameters does not hold.
enum FileKeys {
  /// Keys that may stand in any map.
  static let annotations = ["source", "note", "grade"]

  /// Keys with which people name a thing.
  static let names = ["name", "name-zh", "iamc"]

  /// The maps at the top of a file that nothing below it is called.
  static let headerMaps = [
    "years", "plan-year", "accounting", "levers", "targets", "history", "uncertainty",
    "adjustments",
  ]
}

extension GroupDeclaration {
  /// The keys that may stand in the map besides members.
  var knownKeys: [String] {
    fields.map(\.key) + FileKeys.annotations + (isNamed ? FileKeys.names : [])
  }
}
