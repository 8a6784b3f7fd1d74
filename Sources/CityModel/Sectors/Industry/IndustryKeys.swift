/// The keys of industry.
extension Key {
  package static let carbonStored = Key("carbon-stored")
  package static let intensity = Key("intensity")
  package static let leakageFactor = Key("leakage-factor")
  package static let process = Key("process")
  package static let processFluorinatedGases = Key("process-fluorinated-gases")
  package static let processMethane = Key("process-methane")
  package static let processNitrousOxide = Key("process-nitrous-oxide")
  package static let processSubstitution = Key("process-substitution")
  package static let relocation = Key("relocation")
}
