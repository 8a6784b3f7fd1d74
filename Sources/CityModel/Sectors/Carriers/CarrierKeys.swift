/// The keys of carriers, drivers and equipment.
extension Key {
  package static let gdp = Key("gdp")
  package static let heatingValue = Key("heating-value")
  package static let industryValueAdded = Key("industry-value-added")
  package static let kind = Key("kind")
  package static let pollutants = Key("pollutants")
  package static let population = Key("population")
}
