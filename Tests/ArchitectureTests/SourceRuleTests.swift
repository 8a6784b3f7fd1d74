import Foundation
import TestSupport
import Testing

@Suite struct `House rules` {
  @Test func `unsafe memory stays in the faces of C libraries and the year loop`() throws {
    let found = try Repository.swiftFiles().flatMap(SourceRules.strayUnsafeMemory)
    #expect(found == [])
  }

  @Test(arguments: [
    ("Sources/Analysis/Sweep.swift", 1), ("Sources/CityModel/Sectors/Waste.swift", 1),
    ("Sources/ScenarioFiles/Reading.swift", 1), ("Sources/Reporting/YAML.swift", 1),
    ("Sources/Solvers/Roots.swift", 0), ("Sources/CityModel/Ground/Workspace.swift", 0),
    ("Sources/ScenarioFiles/YAMLEvents.swift", 0), ("Tests/SolversTests/RootTests.swift", 0),
    ("Sources/Tables/Files/Grid.swift", 1), ("Sources/Tables/Files/ZIPContents.swift", 0),
  ])
  func `unsafe memory is found outside those places`(path: String, count: Int) {
    let file = SourceFile(path: path, text: "let p: UnsafePointer<Int>\nlet q = 1\n")
    #expect(SourceRules.strayUnsafeMemory(in: file).count == count)
  }

  @Test func `the program ends at a defect of ours in one way only`() throws {
    let found = try Repository.swiftFiles().flatMap(SourceRules.strayTraps)
    #expect(found == [])
  }

  @Test(arguments: [
    ("    precondition(a > 0)", 1), ("  else { fatalError() }", 1), ("let a = try! read()", 1),
    ("/// a precondition(a)", 0), ("defect(unless: a > 0, \"a\")", 0), ("assert(a > 0)", 0),
  ])
  func `another way is found`(line: String, count: Int) {
    let file = SourceFile(path: "Sources/Solvers/A.swift", text: line + "\n")
    #expect(SourceRules.strayTraps(in: file).count == count)
  }

  @Test func `the model looks up keys by their symbols, each declared once`() throws {
    let files = try Repository.swiftFiles()
    #expect(files.flatMap(SourceRules.keysByText) == [])
    let declared = files.filter { $0.module == "CityModel" }.flatMap { file in
      file.numberedLines.filter { $0.text.contains(" = Key(\"") }.map(\.text)
    }
    #expect(declared.count > 130)
    #expect(Set(declared).count == declared.count)
  }

  @Test(arguments: [
    ("let path = owner / \"lifetime\"", 1), ("ParameterPath(\"costs.market\")", 1),
    ("let path = owner / .lifetime / id", 0), ("ParameterPath(\"\")", 0),
  ])
  func `a key by its text is found`(line: String, count: Int) {
    let file = SourceFile(path: "Sources/CityModel/Sectors/A.swift", text: line + "\n")
    #expect(SourceRules.keysByText(in: file).count == count)
  }

  @Test func `libyaml, minizip and expat are each seen by their one face only`() throws {
    let found = try Repository.swiftFiles().flatMap(SourceRules.strayReaders)
    #expect(found == [])
  }

  @Test(arguments: [
    ("CYAML", "Sources/ScenarioFiles/Units.swift", 1),
    ("CYAML", "Sources/ScenarioFiles/YAMLReader.swift", 0),
    ("CMinizip", "Sources/Tables/Files/Grid.swift", 1),
    ("CMinizip", "Sources/Tables/Files/ZIPContents.swift", 0),
    ("CExpat", "Sources/Tables/Files/ZIPContents.swift", 1),
    ("CExpat", "Sources/Tables/Files/XMLEvents.swift", 0),
  ])
  func `an import of one of them elsewhere is found`(library: String, path: String, count: Int) {
    let file = SourceFile(path: path, text: "internal import \(library)\n")
    #expect(SourceRules.strayReaders(in: file).count == count)
  }

  @Test func `the kernel written in C is seen by the benchmark only`() throws {
    let found = try Repository.swiftFiles().flatMap(SourceRules.strayYardstick)
    #expect(found == [])
  }

  @Test(arguments: [
    ("Sources/Analysis/Peak.swift", 1), ("Tests/AnalysisTests/PeakTests.swift", 1),
    ("Tests/Benchmarks/AgainstC/Fleets.swift", 0),
  ])
  func `an import of it elsewhere is found`(path: String, count: Int) {
    let file = SourceFile(path: path, text: "import Yardstick\n")
    #expect(SourceRules.strayYardstick(in: file).count == count)
  }

  @Test func `no Swift file is longer than 400 lines`() throws {
    let found = try Repository.swiftFiles().flatMap(SourceRules.excessLength)
    #expect(found == [])
  }

  @Test(arguments: [(400, 0), (401, 1)])
  func `the longest file allowed has 400 lines`(lines: Int, count: Int) {
    let text = String(repeating: "// line\n", count: lines)
    let file = SourceFile(path: "Sources/Solvers/Long.swift", text: text)
    #expect(SourceRules.excessLength(of: file).count == count)
  }

  @Test func `no function is longer than 40 lines`() throws {
    let found = try Repository.swiftFiles().flatMap(SourceRules.longFunctions)
    #expect(found == [])
  }

  @Test(arguments: [
    "func work() {", "  @Test(.enabled(if: true)) private static func work() {",
    "  init?(\n    a: Int\n  ) {",
    "public subscript(a: Int) -> Int {", "func work<A>()\nwhere A: B {",
  ])
  func `the longest function allowed has 40 lines, head and brace included`(head: String) {
    let margin = String(head.prefix { $0 == " " })
    for (lines, count) in [(40, 0), (41, 1)] {
      let body = lines - 1 - head.split(separator: "\n").count
      let text = head + String(repeating: "\n\(margin)  work()", count: body) + "\n\(margin)}\n"
      let file = SourceFile(path: "Sources/Solvers/Long.swift", text: text)
      #expect(SourceRules.longFunctions(in: file).count == count)
    }
  }

  @Test func `what has no body of its own is not taken for a long function`() {
    let rest = String(repeating: "  let a = 1\n", count: 60)
    for head in ["  func work()\n", "  func work() { rest() }\n", "  let makes = funcs\n"] {
      let file = SourceFile(path: "Sources/Solvers/A.swift", text: head + rest + "}\n")
      #expect(SourceRules.longFunctions(in: file) == [])
    }
  }

  @Test func `every statement has a line of its own`() throws {
    let found = try Repository.swiftFiles().flatMap(SourceRules.packedStatements)
    #expect(found == [])
  }

  @Test(arguments: [
    ("  let (a, b) = (1, 2)", 1), ("    (self.a, b) = (1, f(2))", 1),
    ("  private let (a, b) = (1, 2)", 1), ("  let (a, b) = pair", 0),
    ("    (a, b) = (b, a)", 0), ("  case (let a, let b): (a, b)", 0),
    ("  let pair = (1, 2)", 0),
  ])
  func `statements that a tuple packs into one are found`(line: String, count: Int) {
    let file = SourceFile(path: "Tests/SolversTests/A.swift", text: line + "\n")
    #expect(SourceRules.packedStatements(in: file).count == count)
  }

  @Test func `no file holds a path of somebody's machine`() throws {
    let found = try Repository.textFiles().flatMap(SourceRules.machinePaths)
    #expect(found == [])
  }

  @Test(arguments: ["work", "tmp", "root", "home", "Users"])
  func `a path of a machine is found however it stands in the text`(folder: String) {
    for text in ["/\(folder)/x", "see \"/\(folder)/x\"", "a: /\(folder)", "PATH=/\(folder)/bin"] {
      #expect(SourceRules.machinePaths(in: SourceFile(path: "README.md", text: text)).count == 1)
    }
  }

  @Test(arguments: ["work", "tmp", "root", "home", "Users"])
  func `addresses, relative paths and other words are not paths of a machine`(folder: String) {
    for text in [
      "https://example.org/\(folder)/x", "data/\(folder)/x", "./\(folder)/x", "~/\(folder)",
      "/\(folder)er", "$(DESTDIR)/usr",
    ] {
      #expect(SourceRules.machinePaths(in: SourceFile(path: "README.md", text: text)).isEmpty)
    }
  }

  @Test func `the top folder holds what belongs there and nothing else`() throws {
    let entries = try Repository.entries()
    #expect(entries.contains("Package.swift"))
    let found = SourceRules.strayEntries(among: entries)
    #expect(found == [])
  }

  @Test func `a stray entry of the top folder is found`() {
    #expect(SourceRules.strayEntries(among: ["LICENSE", "notes.txt"]) == ["notes.txt"])
  }
}

@Suite struct `Format of the sources` {
  @Test func `every rule the formatter has is turned on`() throws {
    let written = try String(
      contentsOf: Repository.root.appending(path: ".swift-format"), encoding: .utf8)
    let complete = try Repository.output(of: "swift", "format", "dump-configuration")
    let missing = try SourceRules.missingFormatRules(in: written, complete: complete)
    #expect(missing == [])
  }

  @Test func `a rule left out and a rule turned off are found`() throws {
    let missing = try SourceRules.missingFormatRules(
      in: #"{"rules": {"A": true, "B": false}}"#,
      complete: #"{"rules": {"A": true, "B": true, "C": false}}"#)
    #expect(missing == ["B", "C"])
  }
}
