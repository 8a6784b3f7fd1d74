import CityModel

/// How the emissions of combined heat and power are divided in the IAMC tables: by what was made, each
/// product weighed by the fuel that separate plants would have burnt for it.
///
/// ```text
/// part of electricity = (E / η_E) / (E / η_E + H / η_H)         η_E = 0.40, η_H = 0.90
/// ```
///
/// The alternative generation method, which the GHG Protocol calls the efficiency method: a division by
/// energy alone would give power from coal as little as 400 g/kWh. The model's own account (scope 1, the
/// factors of what is delivered) divides by energy; the sum of both parts is the same.
///
/// Source: GHG Protocol and WRI, Allocation of GHG Emissions from a Combined Heat and Power Plant, 2006.
struct CombinedHeatAndPower {
  /// What separate plants make of a fuel.
  static let referenceEfficiency = (electricity: 0.40, heat: 0.90)

  private let electricity: [Double]
  private let heat: [Double]

  /// A heat plant's part of power; nothing for one that never makes any.
  init?(_ plant: ParameterPath, _ trajectory: Trajectory) {
    let path = plant.description
    guard let electricity = trajectory.seriesIfAny(.plantOutput, path, "electricity"),
      let heat = trajectory.seriesIfAny(.plantOutput, path, "heat"),
      electricity.contains(where: { $0 != 0 })
    else { return nil }
    self.electricity = electricity
    self.heat = heat
  }

  /// What of a yearly amount belongs to the electricity, and what to the heat.
  func divided(_ values: [Double]) -> (electricity: [Double], heat: [Double]) {
    let ofElectricity = values.indices.map { year in
      let power = electricity[year] / Self.referenceEfficiency.electricity
      let warmth = heat[year] / Self.referenceEfficiency.heat
      return power == 0 ? 0 : values[year] * power / (power + warmth)
    }
    return (ofElectricity, zip(values, ofElectricity).map { $0 - $1 })
  }
}
