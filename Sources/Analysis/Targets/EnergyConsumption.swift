public import CityModel

/// The city's energy consumption as Chinese statistics count it, and its non-fossil part [PJ].
///
/// Fuels count by their heating value. Electricity that no fuel stands for counts by the coal that
/// would have made it (the coal-equivalent method, 发电煤耗法): 0.30 kgce/kWh, over its heat value of
/// 0.1228 kgce/kWh (3.6 MJ/kWh over 29.3076 MJ/kgce; 0.1229 in statistics), κ = 2.442:
///
/// ```text
/// C = Σ fuels − fuels of non-fossil plants + κ · (N + I − X) + H
/// F = κ · (N + Σ imports · non-fossil share) · (1 − X / (P + I)) + biomass and renewable carriers
/// ```
///
/// N is electricity of power technologies without a fuel, or with one whose carbon is not fossil in
/// any year; their fuel does not count again. Electricity from other plants is in their fuel already.
/// P is all electricity made in the city, I and X what is bought from and delivered outside, H heat
/// and hydrogen bought, by their energy. What is delivered outside carries the mean mix of supply. By its
/// own heat (当量值) electricity counts with κ = 1.
///
/// Source: 国家统计局《能源统计报表制度》, electricity by the coal that thermal plants of the year burn for it;
/// GB/T 2589-2020, annex A, for the heat value.
public struct EnergyConsumption: Sendable {
  /// Coal burnt for electricity over the electricity's own heat, κ.
  package static let coalEquivalent = 0.30 * coalEquivalentHeat / 3.6

  /// Energy consumption C by year [PJ].
  public let total: [Double]
  /// The same with electricity at its own heat by year [PJ].
  package let calorific: [Double]
  /// Its non-fossil part F by year [PJ]; none where a contract for electricity does not say what
  /// part of it is non-fossil.
  public let nonFossil: [Double]?

  /// Counts the energy consumption of a run.
  public init(_ trajectory: Trajectory) {
    self = EnergyAccount(trajectory.blueprint).consumption { trajectory[$0] }
  }

  init(total: [Double], calorific: [Double], nonFossil: [Double]?) {
    self.total = total
    self.calorific = calorific
    self.nonFossil = nonFossil
  }
}
