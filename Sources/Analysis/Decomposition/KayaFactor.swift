public import Diagnostics

/// What emissions are a product of: people, what each produces, the energy for it, its carbon.
///
/// ```text
/// C = P · (G / P) · (E / G) · (C / E)
/// ```
///
/// Source: Kaya (1990), Impact of carbon dioxide emission control on GNP growth, IPCC Response
/// Strategies Working Group.
public enum KayaFactor: String, CaseIterable, Sendable {
  /// People, P.
  case population
  /// Product per person, G / P.
  case affluence = "gdp-per-person"
  /// Energy per product, E / G.
  case energyIntensity = "energy-per-gdp"
  /// Emissions per energy, C / E.
  case carbonIntensity = "carbon-per-energy"

  /// The factor's name for people.
  public var name: Text {
    switch self {
    case .population: Text("population", "人口")
    case .affluence: Text("GDP per person", "人均GDP")
    case .energyIntensity: Text("energy per GDP", "单位GDP能耗")
    case .carbonIntensity: Text("carbon per energy", "单位能耗碳排放")
    }
  }
}
