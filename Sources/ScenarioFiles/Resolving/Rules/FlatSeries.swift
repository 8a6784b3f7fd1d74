import CityModel
import Diagnostics

extension Resolver {
  /// Tells if one number is to stand for all years of a parameter that changes over them.
  mutating func tellFlat(_ parameter: Parameter, at span: Span) {
    guard yearsAreKnown, Set(parameter.values).count > 1 else { return }
    report(.flattensSeries(parameter.path), at: span)
  }
}
