import CityModel
import Diagnostics

extension Resolver {
  /// Reads a word or a reference.
  mutating func resolveChoice(
    _ declaration: ChoiceDeclaration, _ entry: Entry, at path: ParameterPath, in place: Place
  ) {
    guard let text = readText(entry) else { return found.fail(path) }
    switch declaration.domain {
    case .text: choices[path] = text
    case .words(let words):
      guard words.contains(text) else {
        return report(.unknownWord(text, for: entry.key, among: words), at: entry.value.span)
      }
      choices[path] = text
    case .id(let source):
      guard let known = knownIds(source, from: place.path) else {
        reportMissingHome(of: source)
        return found.fail(path)
      }
      if isUnknowable(source) { return found.fail(path) }
      guard known.contains(text) else {
        let names = idsByName(source, from: place.path)
        report(.unknownId(text, for: entry.key, among: known, names: names), at: entry.value.span)
        return found.fail(path)
      }
      choices[path] = text
    }
  }
}
