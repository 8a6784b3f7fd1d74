import CityModel
import Diagnostics

/// Where the walk stands.
struct Place {
  /// The path of the map.
  let path: ParameterPath
  /// Where missing keys are told: the key of the map.
  let span: Span
  /// What the maps around it say of all values in them.
  let inherited: Inherited
  /// The field that may be written `rest`, if the maps beside this one share a sum of 1.
  var shareKey: String?
}

/// What a map says of all values in it.
struct Inherited {
  /// The source nearest to a value.
  var source: String?
  /// The grade nearest to a value.
  var grade: Grade?
}
