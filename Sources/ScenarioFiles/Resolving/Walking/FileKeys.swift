import CityModel

/// Keys that the table of parameters does not hold.
enum FileKeys {
  /// Keys that may stand in any map.
  static let annotations = CommonKeys.annotations.words

  /// Keys with which people name a thing.
  static let names = (CommonKeys.names + [CommonKeys.iamc]).words
}

extension GroupDeclaration {
  /// The keys that may stand in the map besides members.
  var knownKeys: [String] {
    fields.map(\.key) + FileKeys.annotations + (isNamed ? FileKeys.names : [])
  }
}
