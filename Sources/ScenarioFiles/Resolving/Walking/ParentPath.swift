import CityModel

extension ParameterPath {
  /// The path some levels up; the empty path if there are not so many.
  func ancestor(up levels: Int) -> ParameterPath {
    ParameterPath(segments.dropLast(levels).joined(separator: "."))
  }

  /// The path of the map that holds the value.
  var parent: ParameterPath { ancestor(up: 1) }
}
