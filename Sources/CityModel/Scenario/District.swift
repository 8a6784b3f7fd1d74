public import Diagnostics

/// What statistics say of a district, by which a target is shared over districts.
public struct District: Hashable, Sendable {
  /// People [million].
  public let population: Double
  /// Gross domestic product [10⁹ yuan].
  public let gdp: Double
  /// Energy that its industry consumes [PJ].
  public let energy: Double
  /// Value added of its industry [10⁹ yuan].
  public let industry: Double
  /// Where the file says so; nothing where none does.
  public let location: SourceLocation?

  /// Describes a district; see the properties of the same names.
  public init(
    population: Double, gdp: Double, energy: Double, industry: Double,
    location: SourceLocation? = nil
  ) {
    self.population = population
    self.gdp = gdp
    self.energy = energy
    self.industry = industry
    self.location = location
  }
}
