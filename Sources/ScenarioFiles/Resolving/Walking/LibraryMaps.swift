import CityModel
import Diagnostics

/// The maps of the top that the library holds, and the ids in them.
extension Resolver {
  /// The files of the library that hold whole maps of the top.
  private static let libraryFiles = ["carriers": "fuels.yaml", "equipment": "equipment.yaml"]

  /// The ids of a source by the names that people know them by.
  func idsByName(_ source: IdSource, from path: ParameterPath) -> [String: String] {
    var ids: [String: String] = [:]
    if source == .carrier {
      ids = ["电": "electricity", "电力": "electricity", "热": "heat", "热力": "heat", "氢": "hydrogen"]
    }
    for entry in home(of: source, from: path).flatMap({ mapping(at: $0) })?.entries ?? [] {
      for key in FileKeys.names {
        if let name = entry.value.mapping?[key]?.value.text { ids[name] = entry.key }
      }
    }
    return ids
  }

  /// The map whose keys are the ids of a source.
  private func home(of source: IdSource, from path: ParameterPath) -> ParameterPath? {
    switch source {
    case .carrier: ParameterPath("carriers")
    case .keys(let other): ParameterPath(other)
    case .relative(let key, let levels): path.ancestor(up: levels) / key
    default: nil
    }
  }

  /// Whether the map at the top that holds the ids of a source is missing as a whole: then nothing
  /// can be said of single ids.
  func lacksHome(_ source: IdSource) -> Bool {
    switch source {
    case .carrier: root[Key.carriers.word] == nil
    case .keys(let other): Self.libraryFiles[other] != nil && root[other] == nil
    default: false
    }
  }

  /// Reports the missing map of a source, in words that are the same each time.
  mutating func reportMissingHome(of source: IdSource) {
    guard lacksHome(source), let key = home(of: source, from: ParameterPath(""))?.last else {
      return
    }
    reportMissingLibrary(key)
  }

  /// Reports that a map of the top is missing, if the library holds it.
  ///
  /// - Returns: Whether the library does.
  @discardableResult mutating func reportMissingLibrary(_ key: String) -> Bool {
    guard let file = Self.libraryFiles[key] else { return false }
    let isMisspelt = (found.unknownKeys[ParameterPath("")] ?? []).contains {
      closestName(to: $0, among: [key]) != nil
    }
    if !isMisspelt { report(.missingLibrary(key, file: file), at: .topOfFile(scenarioPath)) }
    return true
  }
}
