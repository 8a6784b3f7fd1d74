package import CityModel

/// What hydrogen from grid electricity emits in a year, beside hydrogen from coal.
///
/// ```text
/// electrolysis = f_el · E_el / H₂ · 0.12 GJ/kg
/// coal = CO₂ formed / H₂ · 0.12 GJ/kg,  without capture
/// ```
///
/// f_el is the emissions per electricity delivered, with what is bought (location-based), whatever
/// the total counts. Where the city makes no hydrogen from coal in the year the common plant stands
/// for it: raw coal of 26.18 tC/TJ, 93 % oxidised, at 57 % (NDRC guidelines; EPS China, iGDP 2019):
/// 18.8 kg CO₂ per kg, which 50.5 kWh of 0.37 kg/kWh emit as well.
public struct GridHydrogen: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// Emissions per hydrogen from the grid [kg CO₂e/kg].
  public let electrolysis: Double
  /// Emissions per hydrogen from coal [kg CO₂/kg].
  public let coal: Double

  /// Whether coal would emit less.
  package var isDirtierThanCoal: Bool { electrolysis > coal }

  /// Lower heating value of hydrogen [GJ/kg].
  static let heatingValue = 0.12
  /// Emissions of the common coal plant [kg CO₂/kg].
  static let commonCoal = 26.18 * 44 / 12 * 0.93 / 0.57 * heatingValue
}

extension Trajectory {
  /// Hydrogen from the grid beside hydrogen from coal, in the years in which any is made so.
  package var gridHydrogen: [GridHydrogen] {
    let factor = series(.electricityFactor, "total")
    let grid = hydrogenRoutes { $0 == "electricity" }
    let coal = hydrogenRoutes {
      blueprint.scenario.choices[ParameterPath("carriers") / $0 / "kind"] == "coal"
    }
    let made = sum(.plantOutput, of: grid, part: "hydrogen")
    let used = sum(.plantInput, of: grid, part: "electricity")
    let madeOfCoal = sum(.plantOutput, of: coal, part: "hydrogen")
    let formed = [OutputKind.carbonDioxide, .biogenicCarbonDioxide, .captured]
      .map { sum($0, of: coal, part: "") }
    return years.enumerated().compactMap { place, year in
      guard made[place] > 0 else { return nil }
      let ofCoal = formed.reduce(0) { $0 + $1[place] } * 1e3 / madeOfCoal[place]
      return GridHydrogen(
        year: year,
        electrolysis: factor[place] * used[place] / made[place] * GridHydrogen.heatingValue,
        coal: madeOfCoal[place] > 0
          ? ofCoal * GridHydrogen.heatingValue : GridHydrogen.commonCoal)
    }
  }

  private func hydrogenRoutes(_ isWanted: (String) -> Bool) -> Set<ParameterPath> {
    Set(
      blueprint.items.filter { $0.role == .hydrogenPlant }.map(\.path).filter {
        blueprint.scenario.choices[$0 / "carrier"].map(isWanted) ?? false
      })
  }

  private func sum(_ kind: OutputKind, of paths: Set<ParameterPath>, part: String) -> [Double] {
    rows(kind).filter { paths.contains($0.item.path) && $0.row.part == part }
      .reduce([Double](repeating: 0, count: years.count)) { sum, row in
        zip(sum, self[row.index]).map { $0 + $1 }
      }
  }
}
