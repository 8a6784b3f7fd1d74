import TestSupport
import Testing

@Suite struct `Dependencies between modules` {
  @Test func `every import in the sources is one that its module may have`() throws {
    let files = try Repository.swiftFiles()
    #expect(files.contains { $0.path == "Sources/Solvers/RootFinding.swift" })
    let found = files.flatMap(ModuleDependencies.forbiddenImports)
    #expect(found == [])
  }

  @Test func `for every module in the sources it is written down what it may import`() throws {
    let modules = Set(try Repository.textFiles().compactMap(\.module))
    let unknown = modules.subtracting(ModuleDependencies.ofModule.map(\.key))
    #expect(unknown == [])
  }

  @Test func `no module imports one above it`() {
    var below = ModuleDependencies.ofEveryModule.union(["ArgumentParser", "Dispatch"])
    below.insert("FoundationEssentials")
    for (module, allowed) in ModuleDependencies.ofModule {
      #expect(allowed.subtracting(below) == [], "\(module)")
      below.insert(module)
    }
  }

  @Test func `an import that may not be is found with its place`() {
    let file = SourceFile(
      path: "Sources/Solvers/Deep/Roots.swift", text: "internal import CGSL\nimport CityModel\n")
    #expect(
      ModuleDependencies.forbiddenImports(in: file) == [
        "Sources/Solvers/Deep/Roots.swift:2: Solvers imports CityModel"
      ])
  }

  @Test func `a module that is not written down may import nothing of ours`() {
    let file = SourceFile(path: "Sources/Attic/Box.swift", text: "import Solvers\nimport Glibc")
    #expect(
      ModuleDependencies.forbiddenImports(in: file) == [
        "Sources/Attic/Box.swift:1: Attic imports Solvers"
      ])
  }

  @Test(arguments: [
    "import Foundation", "public import Foundation", "import struct Foundation.URL",
    "@preconcurrency import Foundation", "@_spi(Testing) public import class Foundation.Bundle",
    "  import Foundation  // why", "import Foundation.NSURL", "@testable import Foundation",
  ])
  func `Foundation is not let in, however its import is written`(statement: String) {
    let file = SourceFile(path: "Sources/CommandLine/Run.swift", text: "\n" + statement)
    #expect(
      ModuleDependencies.forbiddenImports(in: file) == [
        "Sources/CommandLine/Run.swift:2: CommandLine imports Foundation"
      ])
  }

  @Test(arguments: [
    "/// They import Foundation.", "// import Foundation", "#if canImport(Foundation)",
  ])
  func `words about an import are none`(line: String) {
    #expect(
      ModuleDependencies.imports(in: SourceFile(path: "Sources/Solvers/A.swift", text: line))
        .isEmpty)
  }
}
