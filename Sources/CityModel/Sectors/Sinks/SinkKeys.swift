/// The keys of sinks.
extension Key {
  package static let area = Key("area")
  package static let carbonAtMaturity = Key("carbon-at-maturity")
  package static let growthRate = Key("growth-rate")
  package static let growthShape = Key("growth-shape")
  package static let planting = Key("planting")
  package static let standing = Key("standing")
  package static let uptake = Key("uptake")
}
