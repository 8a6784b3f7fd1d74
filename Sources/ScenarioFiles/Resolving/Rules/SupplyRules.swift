import CityModel
import Diagnostics

/// Electricity, heat and hydrogen that someone uses must be supplied.
extension Resolver {
  /// Checks every secondary carrier of a scenario that is otherwise whole.
  mutating func checkSupply(of blueprint: Blueprint) {
    for missing in blueprint.unsuppliedCarriers {
      let span = entry(at: missing.user)?.span ?? .wholeFile(scenarioPath)
      let supply = ParameterPath("energy") / missing.carrier
      report(.carrierNotSupplied(missing.carrier, needed: supply), at: span)
    }
  }
}
