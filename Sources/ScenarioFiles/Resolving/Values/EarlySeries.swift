import CityModel

/// A series that says nothing of the last years of the run.
struct EarlySeries {
  let path: ParameterPath
  let last: WrittenPoint
}
