import CityModel
import Diagnostics

/// Heat and hydrogen that someone uses must be supplied.
///
/// A library may name equipment and vehicles that a city does not use: only what has a share in
/// some year, or is moved by a lever, asks for supply.
extension Resolver {
  /// Checks every secondary carrier, once the levers are known.
  mutating func checkSupply(of levers: [Lever]) {
    let moved = Set(levers.flatMap { $0.moves.map(\.path) })
    for carrier in ParameterTable.secondaryCarriers {
      let supply = ParameterPath("energy") / carrier
      guard entry(at: supply) == nil, !found.failed.contains(supply),
        !found.failed.contains(supply.parent)
      else { continue }
      let users = found.all.map(\.path).filter { path in
        isPositive(path, moved) && uses(path, carrier, moved)
      }
      guard let user = users.first else { continue }
      let span = entry(at: user)?.span ?? .wholeFile(scenarioPath)
      report(.carrierNotSupplied(carrier, needed: supply), at: span)
    }
  }

  /// Whether a parameter is above zero in some year, or a lever may bring it there.
  private func isPositive(_ path: ParameterPath, _ moved: Set<ParameterPath>) -> Bool {
    moved.contains(path) || found[path]?.values.contains { $0 > 0 } == true
  }

  /// Whether a parameter above zero means that the carrier is used.
  private func uses(
    _ path: ParameterPath, _ carrier: String, _ moved: Set<ParameterPath>
  ) -> Bool {
    let keys = path.segments.map(String.init)
    let isLast = keys.last == carrier
    switch keys.first {
    case "buildings":
      let runsOn = choices[ParameterPath("equipment") / path.last / "carrier"]
      return keys.dropLast().last == "equipment" && runsOn == carrier
    case "industry":
      return isLast && keys.dropLast().last == "carriers"
        || carrier == "heat" && path.matches(ParameterPath("industry.*.routes.*.capture.heat"))
          && isPositive(path.parent / "coverage", moved)
    case "transport":
      guard isLast, keys.dropLast().last == "energy" else { return false }
      guard keys.contains("technologies") else { return true }
      let (mode, technology) = (path.ancestor(up: 4), path.ancestor(up: 2).last)
      return ["stock", "sales"].contains { isPositive(mode / $0 / technology, moved) }
    case "energy":
      return path.last == "share" && choices[path.parent / "carrier"] == carrier
    default: return false
    }
  }
}
