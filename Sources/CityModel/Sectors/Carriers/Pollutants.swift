import Diagnostics

extension Carriers {
  /// The factors of air pollutants, of a carrier or of one use of it.
  ///
  /// None has a default: a scenario that gives no factor of a pollutant has no account of it.
  static let pollutants = GroupDeclaration(
    Text("air pollutants from burning, after what filters take", "燃烧的大气污染物排放因子（治理后）"),
    fields: [
      pollutant(.sulfurDioxide, Text("sulfur dioxide from burning", "燃烧的二氧化硫排放因子")),
      pollutant(
        .nitrogenOxides,
        Text("nitrogen oxides from burning, as NO2", "燃烧的氮氧化物排放因子（以 NO2 计）")),
      pollutant(
        .fineParticles, Text("fine particles (PM2.5) from burning", "燃烧的细颗粒物（PM2.5）排放因子")),
    ])

  private static func pollutant(_ pollutant: Pollutant, _ meaning: Text) -> FieldDeclaration {
    .parameter(
      Key(pollutant.rawValue),
      ParameterDeclaration(meaning, Reading("kg/TJ", 0...20_000), presence: .optional))
  }

  /// Where the factor of a pollutant stands for a carrier in a use: there, or for all uses.
  static func pollutantPaths(
    _ pollutant: Pollutant, of carrier: String, in use: CarrierUse
  ) -> [ParameterPath] {
    let path = ParameterPath(.carriers) / carrier
    return [path / .uses / use.rawValue, path].map { $0 / .pollutants / pollutant.rawValue }
  }
}

extension Scenario {
  /// The pollutants for which some carrier has a factor.
  package var pollutants: [Pollutant] {
    let ofCarriers = parameters.map(\.path).filter { $0.description.hasPrefix("carriers.") }
    let keys = Set(ofCarriers.map(\.last))
    return Pollutant.allCases.filter { keys.contains($0.rawValue) }
  }
}

extension BlueprintCompiler {
  /// The factor of a pollutant for a carrier in a use, if the scenario gives one.
  mutating func pollutantFactor(
    _ pollutant: Pollutant, of carrier: String, in use: CarrierUse
  ) -> ParameterIndex? {
    Carriers.pollutantPaths(pollutant, of: carrier, in: use).first(where: has).map {
      parameter($0)
    }
  }
}
