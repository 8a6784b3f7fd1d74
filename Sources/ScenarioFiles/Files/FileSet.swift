package import Diagnostics

/// Which files a scenario may name.
public enum RootPolicy: Hashable, Sendable {
  /// Those under the nearest parent folder called `Scenarios`; where there is none, those under the
  /// file's own folder and under the nearest folder `Scenarios` that stands beside it or a parent.
  case nearestScenarios
  /// Those under the given folder.
  case folder(String)
  /// Any file.
  case allowOutside
}

/// The files a scenario is made of, each read once, in the order of reading.
public struct FileSet: Sendable {
  /// The files read so far.
  package private(set) var files: [InputFile] = []
  /// The tables read so far by the real path of their file: many inputs may name one.
  var tables: [String: CSVTable] = [:]
  /// How much is read of each.
  let limits: ReadingLimits
  /// The folders one of which all files must lie under; nothing if any file is allowed.
  private let roots: [String]?

  /// The texts of the files, for showing the lines diagnostics speak of.
  package var sources: [SourceText] { files.map(\.text) }

  /// Starts a set for the scenario at `path`.
  init(scenarioPath path: String, policy: RootPolicy, limits: ReadingLimits) {
    self.limits = limits
    roots =
      switch policy {
      case .nearestScenarios: Self.scenarioRoots(ofFileAt: path)
      case .folder(let folder): [(try? realPath(folder)) ?? folder]
      case .allowOutside: nil
      }
  }

  private static func scenarioRoots(ofFileAt path: String) -> [String] {
    let ownFolder = folder(of: path)
    guard let start = try? realPath(ownFolder) else { return [ownFolder] }
    return FileReach(from: start).roots
  }

  /// Reads the scenario file itself, which the user names and which may lie anywhere.
  mutating func readScenario(at path: String) throws(Diagnostic) -> InputFile {
    let place = FilePlace(path: path, location: SourceLocation(wholeFile: path), length: 1)
    return try read(place, realPath: try resolve(place, isBound: false))
  }

  /// Reads a file that a scenario file names, relative to the file that names it.
  mutating func readReference(_ reference: FilePlace) throws(Diagnostic) -> InputFile {
    let path = try resolve(reference)
    return try read(reference, realPath: path)
  }

  /// The real path of a file, once it is known to be there and allowed.
  ///
  /// - Parameters:
  ///   - place: The file and where it is named.
  ///   - isBound: Whether the file must lie under the root.
  /// - Returns: The path by which the file is known again.
  /// - Throws: One diagnostic at `place`.
  func resolve(_ place: FilePlace, isBound: Bool = true) throws(Diagnostic) -> String {
    let path: String
    do {
      path = try realPath(place.path)
    } catch {
      if isBound, let parent = try? realPath(folder(of: place.path)) {
        try requireInside(parent, for: place)
      }
      throw place.diagnostic(for: error, limits: limits)
    }
    if isBound { try requireInside(path, for: place) }
    return path
  }

  private func requireInside(_ path: String, for reference: FilePlace) throws(Diagnostic) {
    guard let roots, let first = roots.first else { return }
    if !roots.contains(where: { isPath(path, under: $0) }) { throw reference.outside(root: first) }
  }

  private mutating func read(_ place: FilePlace, realPath: String) throws(Diagnostic) -> InputFile {
    if let known = files.first(where: { $0.realPath == realPath }) { return known }
    let bytes: [UInt8]
    do {
      bytes = try readBytes(ofFileAt: realPath, limit: limits.bytes)
    } catch {
      throw place.diagnostic(for: error, limits: limits)
    }
    let text = try decode(bytes, path: place.path, limits: limits)
    let file = InputFile(path: place.path, bytes: bytes, text: text, realPath: realPath)
    files.append(file)
    return file
  }
}
