import CityModel
import Diagnostics

/// A value of the city with the range it is held against.
struct ComparedValue {
  let range: KnownRange
  let value: Double
  let path: ParameterPath
  /// The year of the value; none for the base year.
  let year: Int?
  /// Where it is given, if not where the file gives the parameter: the move of a lever.
  let place: SourceLocation?

  init(
    _ range: KnownRange, _ value: Double, _ path: ParameterPath, year: Int? = nil,
    place: SourceLocation? = nil
  ) {
    self.range = range
    self.value = value
    self.path = path
    self.year = year
    self.place = place
  }

  /// Whether there is something, and it lies outside the range.
  var isUnusual: Bool { value > 0 && !range.contains(value) }

  func message(_ baseYear: Int) -> Text {
    func end(_ end: KnownRange.End, _ language: Language) -> String {
      "\(readableText(end.value)) (\(end.place(language)) \(end.year))"
    }
    func text(_ language: Language) -> String {
      "\(year ?? baseYear): \(range.name(language)) \(readableText(value)) \(range.unit(language))"
    }
    guard let least = range.least else {
      return Text(
        english: text(.english) + "; places known reach \(end(range.greatest, .english))",
        chinese: text(.chinese) + "；已知地区最高为 \(end(range.greatest, .chinese))")
    }
    return Text(
      english: text(.english)
        + "; places known lie between \(end(least, .english)) and \(end(range.greatest, .english))",
      chinese: text(.chinese)
        + "；已知地区介于 \(end(least, .chinese)) 与 \(end(range.greatest, .chinese)) 之间")
  }

  var help: Text? { UnitSlip(value, where: range.contains)?.text }
}
