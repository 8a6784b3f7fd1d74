import CityModel
import Diagnostics

extension Resolver {
  /// Reads names, source and grade of a map and gives what holds for all values in it.
  mutating func readAnnotations(
    _ mapping: Mapping, of group: GroupDeclaration, at place: Place
  ) -> Inherited {
    if group.isNamed { readNames(mapping, at: place.path) }
    return readSource(mapping, at: place.path, inheriting: place.inherited)
  }

  private mutating func readNames(_ mapping: Mapping, at path: ParameterPath) {
    let english = mapping[CommonKeys.name].flatMap { readText($0) }
    let chinese = mapping[CommonKeys.nameInChinese].flatMap { readText($0) }
    names[path] = Self.name(english: english, chinese: chinese, id: path.last)
    if let label = mapping[CommonKeys.iamc].flatMap({ readText($0) }) {
      choices[path / CommonKeys.iamc.word] = label
    }
  }

  /// Reads source, note and grade of any map.
  mutating func readSource(
    _ mapping: Mapping, at path: ParameterPath, inheriting outer: Inherited = Inherited()
  ) -> Inherited {
    var inherited = outer
    if let entry = mapping[CommonKeys.source], let text = readText(entry) {
      inherited.source = text
      quotedSources.append(
        QuotedSource(path: path, text: text, location: entry.value.location))
    }
    if let entry = mapping[CommonKeys.grade], let grade = readCase(entry, as: Grade.self) {
      inherited.grade = grade
    }
    if let entry = mapping[CommonKeys.note] { _ = readText(entry) }
    return inherited
  }

  /// A name in both languages: one stands in for the other, and the id for both.
  static func name(english: String?, chinese: String?, id: String) -> Text {
    Text(english: english ?? chinese ?? id, chinese: chinese ?? english ?? id)
  }
}
