import CityModel
import Diagnostics

/// The map that results when `layer` is laid over `base`.
///
/// Maps merge key by key, a key written as `~` is removed, every other value replaces what was
/// there. A key with nothing written after it changes nothing: lines that are all commented out do
/// not remove what was inherited. A series in another form, such as a ramp over points, replaces what
/// was there whole.
///
/// - Parameters:
///   - layer: The map of the file that extends.
///   - base: The map of what it extends; nothing if there was none at this place.
///   - path: The keys that lead to the maps.
///   - replaced: Takes up what other values stand over.
///   - diagnostics: Takes up a warning for each key that removes nothing or says nothing, and for one
///     number in place of a series.
/// - Returns: The keys of `base` in their order, then the new ones, years of a series in theirs; each
///   value keeps its place in its own file.
func overlay(
  _ layer: Mapping, on base: Mapping?, at path: [String] = [],
  replacing replaced: inout [ReplacedValue], into diagnostics: inout DiagnosticCollection
) -> Mapping {
  var entries: [Entry?] = base?.entries ?? []
  for entry in layer.entries {
    let index = base?.index(of: entry.key)
    let under = index == nil ? nil : base?[entry.key]?.value.mapping
    switch entry.value.content {
    case .null(isWritten: true):
      if let index { entries[index] = nil } else { diagnostics.add(removesNothing(entry)) }
    case .null(isWritten: false):
      diagnostics.add(emptyValue(entry, isInherited: index != nil))
    case .mapping(let mapping):
      let below = mapping.writesAnotherForm(than: under) ? nil : under
      if below == nil, let old = base?[entry.key], old.value.mapping?.isSeriesOverYears != false {
        replaced.append(ReplacedValue(keys: path + [entry.key], old: old, new: entry))
      }
      let inner = overlay(
        mapping, on: below, at: path + [entry.key], replacing: &replaced, into: &diagnostics)
      let merged = entry.replacing(inner)
      if below?.isCurve == true, let old = base?[entry.key] {
        replaced.append(ReplacedValue(keys: path + [entry.key], old: old, new: merged))
      }
      if let index { entries[index] = merged } else { entries.append(merged) }
    case .scalar, .sequence:
      if under?.isSeriesOverYears == true, !entry.value.meansNoneOrRest {
        diagnostics.add(flattened(entry, at: path))
      }
      if let old = base?[entry.key] {
        replaced.append(ReplacedValue(keys: path + [entry.key], old: old, new: entry))
      }
      if let index { entries[index] = entry } else { entries.append(entry) }
    }
  }
  let merged = entries.compactMap(\.self)
  let bothAreOrdered = areOrdered(base?.entries ?? []) && areOrdered(layer.entries)
  return Mapping(bothAreOrdered ? orderedByYear(merged) : merged)
}

private func flattened(_ entry: Entry, at path: [String]) -> Diagnostic {
  Fault.flattensSeries(ParameterPath((path + [entry.key]).joined(separator: ".")))
    .diagnostic(at: entry.span)
}

/// The year that a key of a series names; nothing for other keys.
private func year(_ entry: Entry) -> Int? {
  entry.key.utf8.count == 4 ? Int(entry.key) : nil
}

private func areOrdered(_ entries: [Entry]) -> Bool {
  let years = entries.compactMap(year)
  return zip(years, years.dropFirst()).allSatisfy { $0 < $1 }
}

/// The entries with the years of a series in order, so that a file may add years between those it
/// extends; all other keys stay where they are.
private func orderedByYear(_ entries: [Entry]) -> [Entry] {
  var years = entries.filter { year($0) != nil }.sorted { (year($0) ?? 0) < (year($1) ?? 0) }[...]
  return entries.map { entry in year(entry) == nil ? entry : years.popFirst() ?? entry }
}

extension Node {
  /// Whether it says that there is none of a thing here, or as much as others leave: that is meant.
  fileprivate var meansNoneOrRest: Bool {
    guard let text else { return false }
    return text == "rest" || Double(text.prefix { !$0.isWhitespace && $0 != "%" }) == 0
  }
}

extension Entry {
  /// The entry with another map as its value, at the same place.
  fileprivate func replacing(_ mapping: Mapping) -> Entry {
    Entry(
      key: key, location: location, length: length,
      value: Node(location: value.location, length: value.length, content: .mapping(mapping)))
  }
}

private func removesNothing(_ entry: Entry) -> Diagnostic {
  .warning(
    .removesNothing,
    Text(
      "there is no '\(excerpt(entry.key))' to remove", "没有可删除的 '\(excerpt(entry.key))'"),
    at: entry)
}

private func emptyValue(_ entry: Entry, isInherited: Bool) -> Diagnostic {
  .warning(
    .emptyValue,
    Text(
      "'\(excerpt(entry.key))' has no value and changes nothing",
      "'\(excerpt(entry.key))' 没有值，不起作用"),
    at: entry,
    suggestion: isInherited
      ? Text(
        "to remove what is inherited write '\(excerpt(entry.key)): ~'",
        "若要删除继承的内容，请写 '\(excerpt(entry.key)): ~'") : nil)
}
