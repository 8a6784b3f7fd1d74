/// A key of the table of parameters: the word that stands in files.
///
/// Each is declared once and used by its symbol, by declarations and by equations, so that a slip does
/// not compile.
public struct Key: Hashable, Sendable {
  /// The word in files.
  public let word: String

  /// Declares a key.
  init(_ word: String) { self.word = word }

  /// The path of a key under another.
  public static func / (first: Self, second: Self) -> ParameterPath {
    ParameterPath(first) / second
  }
}

extension ParameterPath {
  /// The path of a key at the top of a scenario.
  public init(_ key: Key) { self.init(key.word) }

  /// The path one level down, at a key.
  public static func / (path: Self, key: Key) -> Self { path / key.word }
}

/// The keys that several parts of the model share.
extension Key {
  package static let activity = Key("activity")
  package static let buildings = Key("buildings")
  package static let capacityFactor = Key("capacity-factor")
  package static let capture = Key("capture")
  package static let carbonContent = Key("carbon-content")
  package static let carrier = Key("carrier")
  package static let carriers = Key("carriers")
  package static let cost = Key("cost")
  package static let costs = Key("costs")
  package static let coverage = Key("coverage")
  package static let dispatch = Key("dispatch")
  package static let driver = Key("driver")
  package static let drivers = Key("drivers")
  package static let efficiency = Key("efficiency")
  package static let electricity = Key("electricity")
  package static let energy = Key("energy")
  package static let equipment = Key("equipment")
  package static let fixed = Key("fixed")
  package static let fossilShare = Key("fossil-share")
  package static let heat = Key("heat")
  package static let iamc = Key("iamc")
  package static let industry = Key("industry")
  package static let laws = Key("laws")
  package static let level = Key("level")
  package static let levers = Key("levers")
  package static let lifetime = Key("lifetime")
  package static let load = Key("load")
  package static let loadShapes = Key("load-shapes")
  package static let methane = Key("methane")
  package static let nitrousOxide = Key("nitrous-oxide")
  package static let oxidation = Key("oxidation")
  package static let pastGrowth = Key("past-growth")
  package static let rate = Key("rate")
  package static let routes = Key("routes")
  package static let scale = Key("scale")
  package static let shape = Key("shape")
  package static let share = Key("share")
  package static let sinks = Key("sinks")
  package static let technologies = Key("technologies")
  package static let total = Key("total")
  package static let transport = Key("transport")
  package static let uses = Key("uses")
  package static let waste = Key("waste")
  package static let weibull = Key("weibull")
}
