import Foundation

/// Rules that hold for the text of files.
///
/// Each gives what breaks it, with its place.
enum SourceRules {
  /// The number of lines no Swift file goes beyond.
  static let longestFile = 400

  /// The number of lines no function goes beyond, from its first word to its closing brace.
  static let longestFunction = 40

  /// What may stand in the top folder.
  static let topFolder: Set = [
    ".ci", ".gitignore", ".swift-format", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md",
    "LICENSE",
    "Makefile", "Output", "Package.swift", "README.md", "README.zh.md", "Scenarios", "Sources",
    "Tests",
    "findings",
  ]

  /// Unsafe memory outside the faces of C libraries and the workspace of the year loop.
  static func strayUnsafeMemory(in file: SourceFile) -> [String] {
    guard file.module != nil, !mayUseUnsafeMemory(file) else { return [] }
    return file.numberedLines.filter { $0.text.contains("Unsafe") }
      .map { "\(file.path):\($0.number): Unsafe" }
  }

  private static func mayUseUnsafeMemory(_ file: SourceFile) -> Bool {
    switch file.module {
    case "Solvers": true
    case "CityModel": file.path.hasPrefix("Sources/CityModel/Ground/")
    default: isFace(file)
    }
  }

  /// A key of the table of parameters that the model looks up by its text instead of by its symbol.
  static func keysByText(in file: SourceFile) -> [String] {
    guard file.module == "CityModel" else { return [] }
    let pattern = ##"/ "[a-z]|ParameterPath\("[^"]"##
    return file.numberedLines.filter {
      $0.text.range(of: pattern, options: .regularExpression) != nil
    }.map { "\(file.path):\($0.number): a key by its text" }
  }

  /// What would end a process without a word or with the wrong status, where `defect` should stand.
  ///
  /// An `assert` is none: it stands in the kernel where a check would cost too much, for tests.
  static func strayTraps(in file: SourceFile) -> [String] {
    guard file.module != nil else { return [] }
    let names = ["precondition", "preconditionFailure", "fatalError", "exit", "abort"]
    let stray =
      names.map { (mark: "\($0)(", isCall: true) }
      + ["try! ", "as! "].map { (mark: $0, isCall: false) }
    return file.numberedLines.flatMap { line in
      stray.filter { trap in
        line.text.contains(trap.mark) && isCode(trap.mark, in: line.text)
      }.map { "\(file.path):\(line.number): \($0.mark)" }
    }
  }

  /// Whether a word stands in a line by itself and in no comment, text or member of something.
  private static func isCode(_ word: String, in line: Substring) -> Bool {
    guard let place = line.range(of: word)?.lowerBound else { return false }
    let before = line[..<place]
    guard !before.contains("//"), before.count(where: { $0 == "\"" }) % 2 == 0 else { return false }
    return before.last.map { !$0.isLetter && $0 != "." && $0 != "_" } ?? true
  }

  /// The libraries that read files, each with the module and the word in the name of its one face.
  private static let faces = [
    (library: "CYAML", module: "ScenarioFiles", name: "YAML"),
    (library: "CMinizip", module: "Tables", name: "ZIP"),
    (library: "CExpat", module: "Tables", name: "XML"),
  ]

  /// Imports of such a library outside of the file that is its face.
  static func strayReaders(in file: SourceFile) -> [String] {
    guard file.module != nil else { return [] }
    return ModuleDependencies.imports(in: file).filter { found in
      faces.contains { $0.library == found.module && !isFace(file, $0.module, $0.name) }
    }.map { "\(file.path):\($0.line): \($0.module)" }
  }

  /// Imports of the benchmark's yardstick outside the benchmark.
  static func strayYardstick(in file: SourceFile) -> [String] {
    guard !file.path.hasPrefix("Tests/Benchmarks/") else { return [] }
    return ModuleDependencies.imports(in: file).filter { $0.module == "Yardstick" }
      .map { "\(file.path):\($0.line): Yardstick" }
  }

  private static func isFace(_ file: SourceFile) -> Bool {
    faces.contains { isFace(file, $0.module, $0.name) }
  }

  private static func isFace(_ file: SourceFile, _ module: String, _ word: String) -> Bool {
    guard let name = file.path.split(separator: "/").last else { return false }
    return file.module == module && name.contains(word)
  }

  /// The length of a Swift file that has grown too long to read at once.
  static func excessLength(of file: SourceFile) -> [String] {
    let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    return count > longestFile ? ["\(file.path): \(count) lines"] : []
  }

  /// Functions that have grown too long to read at once, each with its place.
  ///
  /// The formatter puts a closing brace below the first word of what it closes, so that margins tell
  /// where a function ends. One on a single line, or without a body, has no such brace.
  static func longFunctions(in file: SourceFile) -> [String] {
    let words = #"(?:@\w+(?:\((?:[^()]|\([^()]*\))*\))? |[a-z]+(?:\(\w+\))? )*"#
    guard let head = try? Regex(#"( *)\#(words)(?:func |init[?(<]|subscript[(<])"#) else {
      return []
    }
    let lines = file.numberedLines
    return lines.indices.compactMap { first in
      let text = lines[first].text
      guard ["func ", "init", "subscript"].contains(where: text.contains), !text.hasSuffix("}"),
        let margin = text.prefixMatch(of: head)?.output[1].substring,
        let last = lines[(first + 1)...].first(where: { ends($0.text, margin) })
      else { return nil }
      let length = last.number - lines[first].number + 1
      guard last.text.hasPrefix(margin + "}"), length > longestFunction else { return nil }
      return "\(file.path):\(first + 1): \(length) lines"
    }
  }

  /// Whether a line is no further in than a margin, and not the rest of a head.
  private static func ends(_ line: Substring, _ margin: Substring) -> Bool {
    !line.isEmpty && !line.hasPrefix(margin + " ")
      && ![")", "where ", "{"].contains { line.hasPrefix(margin + $0) }
  }

  /// Statements that a tuple packs into one line.
  ///
  /// An exchange of values, `(a, b) = (b, a)`, is one statement.
  static func packedStatements(in file: SourceFile) -> [String] {
    guard file.path.hasPrefix("Tests/") else { return [] }
    let pattern = #"\s*(?:\w+ )*?((?:let|var) )?\(([^()=]*)\) = \((.*)"#
    guard let statement = try? Regex(pattern) else { return [] }
    return file.numberedLines.filter { line in
      guard line.text.contains(") = ("), let match = line.text.prefixMatch(of: statement),
        let names = match.output[2].substring, let values = match.output[3].substring
      else { return false }
      let isExchange =
        match.output[1].range == nil
        && names.split(separator: ", ").allSatisfy { values.contains($0) }
      return !isExchange
    }.map { "\(file.path):\($0.number): statements in a tuple" }
  }

  /// Absolute paths that only exist on somebody's machine.
  static func machinePaths(in file: SourceFile) -> [String] {
    let folders = "(?:work|tmp|root|home|Users)"
    guard let path = try? Regex(#"(?:^|[^\w.\-/}~])/\#(folders)(?:/|\b)"#) else { return [] }
    return file.numberedLines
      .filter { $0.text.utf8.contains(UInt8(ascii: "/")) && $0.text.contains(path) }
      .map { "\(file.path):\($0.number): \($0.text.trimmingCharacters(in: .whitespaces))" }
  }

  /// Entries of the top folder that do not belong there.
  static func strayEntries(among entries: Set<String>) -> [String] {
    entries.subtracting(topFolder).sorted()
  }

  /// Rules of the formatter that a configuration leaves out or turns off.
  ///
  /// Both texts are configurations in JSON; `complete` names every rule there is.
  static func missingFormatRules(in configuration: String, complete: String) throws -> [String] {
    let written = try JSONDecoder().decode(FormatConfiguration.self, from: Data(configuration.utf8))
    let all = try JSONDecoder().decode(FormatConfiguration.self, from: Data(complete.utf8))
    return all.rules.keys.filter { written.rules[$0] != true }.sorted()
  }

  private struct FormatConfiguration: Decodable {
    let rules: [String: Bool]
  }
}
