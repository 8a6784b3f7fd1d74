public import CityModel

/// What the factors of Kaya's identity hold of a city in one year.
package struct KayaState: Hashable, Sendable {
  /// A sector's part.
  public struct Part: Hashable, Sendable {
    /// The sector.
    package let sector: Sector
    /// Energy its users take [PJ].
    package let energy: Double
    /// Its emissions by end use [Mt CO₂e].
    package let emissions: Double

    /// Names a sector's part.
    package init(sector: Sector, energy: Double, emissions: Double) {
      self.sector = sector
      self.energy = energy
      self.emissions = emissions
    }
  }
  /// Million people.
  package let population: Double
  /// Gross domestic product at the base year's prices [10⁹ yuan].
  package let gdp: Double
  /// The city's energy consumption [PJ]; see ``EnergyConsumption``.
  package let energy: Double
  /// The emitting sectors.
  package let parts: [Part]
  /// What sinks take up [Mt CO₂e], ≤ 0.
  package let sinks: Double

  /// Describes a city; see the properties of the same names.
  package init(population: Double, gdp: Double, energy: Double, parts: [Part], sinks: Double) {
    self.population = population
    self.gdp = gdp
    self.energy = energy
    self.parts = parts
    self.sinks = sinks
  }
}

extension Trajectory {
  /// What Kaya's identity holds of the city, year by year.
  package var kayaStates: [KayaState] {
    let population = self.population
    let gdp = self.gdp
    let energy = EnergyConsumption(self).total
    let parts = Sector.emitting.map {
      (sector: $0, energy: finalEnergy($0), emissions: byEndUse($0))
    }
    let sinks = bySource(.sinks)
    return years.enumerated().map { year, _ in
      KayaState(
        population: population[year], gdp: gdp[year], energy: energy[year],
        parts: parts.map {
          .init(sector: $0.sector, energy: $0.energy[year], emissions: $0.emissions[year])
        }, sinks: sinks[year])
    }
  }

  private func finalEnergy(_ sector: Sector) -> [Double] {
    rows(.finalEnergy).filter { $0.item.sector == sector }
      .reduce(years.map { _ in 0 }) { sum, row in zip(sum, self[row.index]).map { $0 + $1 } }
  }
}

/// The difference between two cities, or two years of one, by the factors of Kaya's identity.
///
/// The city as a whole counts its energy consumption, a sector the energy its users take. Where a
/// sector uses none, before or after, nothing is said of energy and its carbon stands per GDP. What
/// processes emit is in the carbon per energy.
public struct KayaDecomposition: Hashable, Sendable {
  /// The emitting sectors as one, by factor; see ``KayaFactor``.
  public let city: DivisiaDecomposition
  /// Each sector by itself, by factor.
  public let sectors: [Part]
  /// What more or less the sinks hold [Mt CO₂e].
  public let sinks: Double

  /// A sector's decomposition.
  public struct Part: Hashable, Sendable {
    /// The sector.
    public let sector: Sector
    /// Its change, by factor.
    public let change: DivisiaDecomposition
  }

  /// Decomposes a difference.
  ///
  /// - Parameters:
  ///   - start: The city before, or without.
  ///   - end: The city after, or with, with the same sectors.
  /// - Throws: ``DivisiaDecomposition/Fault`` where there are no people, no product or no energy.
  package init(from start: KayaState, to end: KayaState) throws(DivisiaDecomposition.Fault) {
    city = try DivisiaDecomposition(from: [start.factors], to: [end.factors])
    var sectors: [Part] = []
    for (before, after) in zip(start.parts, end.parts) {
      let usesEnergy = before.energy > 0 && after.energy > 0
      let change = try DivisiaDecomposition(
        from: [start.factors(of: before, usesEnergy)], to: [end.factors(of: after, usesEnergy)])
      sectors.append(Part(sector: before.sector, change: change))
    }
    self.sectors = sectors
    sinks = end.sinks - start.sinks
  }
}

extension KayaState {
  /// The factors of the whole city, in the order of ``KayaFactor``.
  fileprivate var factors: [Double] {
    let emissions = parts.reduce(0) { $0 + $1.emissions }
    return factors(energy: energy, emissions: emissions)
  }

  fileprivate func factors(of part: Part, _ usesEnergy: Bool) -> [Double] {
    usesEnergy
      ? factors(energy: part.energy, emissions: part.emissions)
      : [population, gdp / population, 1, part.emissions / gdp]
  }

  private func factors(energy: Double, emissions: Double) -> [Double] {
    [population, gdp / population, energy / gdp, emissions / energy]
  }
}
