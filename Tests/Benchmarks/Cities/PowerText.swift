import Glibc

/// The electricity of a synthetic city: fourteen technologies, and by the hour two storages and load
/// that moves.
struct PowerText {
  let isHourly: Bool
  /// When each load is drawn.
  var loadShapes = "buildings: load, industry: flat, charging: night"
  /// The load that a demand response moves.
  var movable = "buildings"

  /// What stands under `energy.electricity`.
  var text: String {
    """
        loss: 5%
    \(hourly)
        technologies:
    \(technologies)
        imports:
          wind-line: {energy: {2020: 20 PJ, 2060: 90 PJ}, factor: 0 kg/kWh\(profile("wind"))}
          grid: {factor: {2020: 0.6 kg/kWh, 2060: 0.2 kg/kWh}, non-fossil-share: {2020: 30%, 2060: 70%}}
    """
  }

  private func profile(_ column: String) -> String { isHourly ? ", profile: \(column)" : "" }

  private var technologies: String {
    let suns = ["roof-sun", "field-sun", "water-sun"].enumerated().map { place, id in
      "\(id): {role: variable, capacity: {2020: \(1 + place) GW, 2060: \(20 + 2 * place) GW}, capacity-factor: 12%\(profile("sun"))}"
    }
    let winds = ["land-wind", "shore-wind", "sea-wind"].enumerated().map { place, id in
      "\(id): {role: variable, capacity: {2020: 1 GW, 2060: \(4 + place) GW}, capacity-factor: 25%\(profile("wind"))}"
    }
    let steady = ["hydro", "nuclear"].enumerated().map { place, id in
      "\(id): {role: must-run, capacity: \(1 + place) GW, capacity-factor: 60%}"
    }
    let called = (0..<6).map { place in
      """
      plant-\(letters(place)): {role: dispatchable, merit: \(place + 1), fuel: \(place < 4 ? "raw-coal" : "natural-gas"), capacity: {2020: \(3 + place % 3) GW, 2060: \(1 + place % 3) GW}, capacity-factor: \(55 - 5 * place)%, efficiency: \(40 + place)%}
      """
    }
    return (suns + winds + steady + called).map { "      " + $0 }.joined(separator: "\n")
  }

  private var hourly: String {
    guard isHourly else { return "" }
    return """
          dispatch: hourly
          days: {winter: {weight: 90 d}, spring: {weight: 92 d}, summer: {weight: 92 d}, autumn: {weight: 91 d}}
          profiles: {csv: profiles.csv}
          load-shapes: {\(loadShapes)}
          storage:
            batteries: {power: {2020: 0.2 GW, 2060: 4 GW}, energy: {2020: 0.4 GWh, 2060: 16 GWh}, efficiency: 88%}
            pumped-hydro: {power: 1.2 GW, energy: 6 GWh, efficiency: 75%}
          demand-response:
            shifting: {load: \(movable), share: {2020: 0%, 2040: 10%}, hours: 8 h}
      """
  }
}

/// Shapes over four days of 24 hours, smooth and unlike each other.
struct Profiles {
  static let days = ["winter", "spring", "summer", "autumn"]
  static let columns = ["load", "sun", "wind", "night"]

  /// The values of a column, hour by hour through all days.
  func values(_ column: String) -> [Double] {
    (0..<4).flatMap { day in
      (0..<24).map { hour in
        let value = value(column, day: Double(day), hour: Double(hour))
        return (value * 1e4).rounded() / 1e4
      }
    }
  }

  private func value(_ column: String, day: Double, hour: Double) -> Double {
    switch column {
    case "load": 1 + 0.35 * cos((hour - 17) / 12 * .pi) + 0.15 * cos((day - 2) / 2 * .pi)
    case "sun": max(0, cos((hour - 12.5) / 12 * .pi)) * (0.8 + 0.2 * cos((day - 2) / 2 * .pi))
    case "wind": 1 + 0.3 * cos(day / 2 * .pi) + 0.2 * cos((hour - 3 + day) / 12 * .pi)
    default: 1 + 0.8 * cos((hour - 22) / 12 * .pi)
    }
  }

  /// The table that scenarios read.
  var csv: String {
    let columns = Self.columns.map(values)
    let rows = (0..<96).map { hour in
      ([Self.days[hour / 24], "\(hour % 24)"] + columns.map { "\($0[hour])" })
        .joined(separator: ",")
    }
    return (["day,hour," + Self.columns.joined(separator: ",")] + rows)
      .joined(separator: "\n") + "\n"
  }
}
