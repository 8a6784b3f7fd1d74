/// The keys of buildings.
extension Key {
  package static let `class` = Key("class")
  package static let construction = Key("construction")
  package static let earlyDemolition = Key("early-demolition")
  package static let embodied = Key("embodied")
  package static let floorArea = Key("floor-area")
  package static let green = Key("green")
  package static let need = Key("need")
  package static let retrofit = Key("retrofit")
  package static let service = Key("service")
}
