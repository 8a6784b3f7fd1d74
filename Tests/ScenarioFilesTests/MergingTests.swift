import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite struct `Merging what a file extends` {
  private func merged(_ files: [String: String]) throws -> MergedScenario {
    let folder = try TemporaryFolder(files)
    return loadMerged(path: folder / "a.yaml")
  }

  @Test func `maps merge key by key and values replace each other`() throws {
    let scenario = try merged([
      "a.yaml": "extends: b.yaml\nx: {q: 9, new: 3}\ny: [3]\nz: {m: 1}\n",
      "b.yaml": "w: 0\nx: {p: 1, q: 2}\ny: [1, 2]\nz: text\n",
    ])
    #expect(
      scenario.root?.shown == "{w: 0, x: {p: 1, q: 9, new: 3}, y: [3], z: {m: 1}}")
    #expect(scenario.diagnostics.isEmpty)
    #expect(scenario.isComplete)
  }

  @Test func `years of a series come in order, where both files have them in order`() throws {
    let scenario = try merged([
      "a.yaml": "extends: b.yaml\nx: {2030: 3, 2050: 5}\ny: {2030: 3, 2025: 2}\n",
      "b.yaml": "x: {unit: t, 2020: 1, 2040: 4, shape: step}\ny: {2020: 1, 2040: 4}\n",
    ])
    #expect(
      scenario.root?.shown
        == "{x: {unit: t, 2020: 1, 2030: 3, shape: step, 2040: 4, 2050: 5}, "
        + "y: {2020: 1, 2040: 4, 2030: 3, 2025: 2}}")
  }

  @Test func `a series in another form replaces the one below, source and all`() throws {
    let scenario = try merged([
      "a.yaml": "extends: b.yaml\nx: {from: 1 t, to: 2 t, start: 2020, by: 2030}\n"
        + "y: {csv: t.csv, column: y}\nz: {to: 3 t}\n",
      "b.yaml": "x: {2020: 1 t, 2030: 4 t, source: b}\ny: {from: 1 t, to: 2 t, by: 2030}\n"
        + "z: {from: 1 t, to: 2 t, by: 2030}\n",
    ])
    #expect(
      scenario.root?.shown
        == "{x: {from: 1 t, to: 2 t, start: 2020, by: 2030}, y: {csv: t.csv, column: y}, "
        + "z: {from: 1 t, to: 3 t, by: 2030}}")
    #expect(scenario.diagnostics.isEmpty)
  }

  @Test func `a point that keeps growth of another file from acting is told at its place`() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "extends: b.yaml\ndrivers: {gdp: {2030: 5 亿元}}\n",
      "b.yaml": "format: 1\nyears: {base: 2020, end: 2040}\n"
        + "drivers: {gdp: {2020: 1 亿元, growth: {2021: 6%, 2035: 2%}}}\n",
    ])
    let told = readAndChecked(folder / "a.yaml").diagnostics.all.filter {
      $0.code == .conflictingKeys
    }
    #expect(told.count == 1 && told.first?.severity == .warning)
    #expect(told.first?.location.line == 2 && told.first?.location.column == 17)
    let own = readAndChecked(folder / "b.yaml").diagnostics.all
    #expect(!own.contains { $0.code == .conflictingKeys })
  }

  @Test func `a misspelt driver is no driver of the city's own`() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "format: 1\nyears: {base: 2020, end: 2040}\n"
        + "drivers: {population: 400 万人, populatoin: 450 万人, data-halls: 4 万人}\n"
    ])
    let told = readAndChecked(folder / "a.yaml").diagnostics.all.filter {
      $0.code == .unknownKey
    }
    #expect(told.count == 1 && told.first?.severity == .error)
    #expect(told.first?.location.line == 3 && told.first?.location.column == 31)
  }

  @Test func `one number in place of a series is told, at its own place`() throws {
    let scenario = try merged([
      "a.yaml": "extends: b.yaml\nx: {y: 3 t, z: 4 t, w: rest, v: 0 t, u: 0%}\n",
      "b.yaml":
        "x: {y: {2020: 1 t, 2030: 2 t}, z: {2020: 1 t}, w: {2020: 10%, 2030: 20%}, v: {2020: 1 t, 2030: 2 t}, "
        + "u: {2020: 10%, 2030: 20%}}\n",
    ])
    let told = try #require(scenario.diagnostics.all.first)
    #expect(scenario.diagnostics.all.count == 1)
    #expect(told.code == .flattensSeries && told.severity == .warning)
    #expect(told.location.line == 2 && told.location.column == 5)
    #expect(told.message.english.contains("'x.y'"))
  }

  @Test func `every value keeps the place in its own file`() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "extends: b.yaml\nx: {q: 9}\n", "b.yaml": "# 基准\nx: {p: 1, q: 2}\n",
    ])
    let x = try #require(loadMerged(path: folder / "a.yaml").root?["x"]?.value.mapping)
    #expect(x["p"]?.value.location == SourceLocation(path: folder / "b.yaml", line: 2, column: 8))
    #expect(x["q"]?.value.location == SourceLocation(path: folder / "a.yaml", line: 2, column: 8))
  }

  @Test func `files are kept in the order of reading, the scenario first`() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "extends: [b.yaml, c.yaml]\n", "b.yaml": "extends: d.yaml\nb: 1\n",
      "c.yaml": "extends: d.yaml\nc: 1\n", "d.yaml": "d: 1\n",
    ])
    let scenario = loadMerged(path: folder / "a.yaml")
    #expect(
      scenario.files.files.map { lastComponent(of: $0.path) } == [
        "a.yaml", "b.yaml", "d.yaml", "c.yaml",
      ])
    #expect(scenario.root?.shown == "{d: 1, b: 1, c: 1}")
  }

  @Test func `of a list the later file wins`() throws {
    let scenario = try merged([
      "a.yaml": "extends: [b.yaml, c.yaml]\n", "b.yaml": "x: b\ny: b\n", "c.yaml": "x: c\n",
    ])
    #expect(scenario.root?.shown == "{x: c, y: b}")
  }

  @Test func `what two files share does not undo the first one's change`() throws {
    let scenario = try merged([
      "a.yaml": "extends: [b.yaml, c.yaml]\n", "b.yaml": "extends: d.yaml\nx: b\n",
      "c.yaml": "extends: d.yaml\ny: c\n", "d.yaml": "x: d\ny: d\n",
    ])
    #expect(scenario.root?.shown == "{x: b, y: c}")
  }

  @Test func `a name is relative to the file that names it`() throws {
    let folder = try TemporaryFolder([
      "Scenarios/x/a.yaml": "extends: ../library/b.yaml\n",
      "Scenarios/library/b.yaml": "extends: sub/c.yaml\n", "Scenarios/library/sub/c.yaml": "c: 1\n",
    ])
    let scenario = loadMerged(path: folder / "Scenarios/x/a.yaml")
    #expect(scenario.root?.shown == "{c: 1}")
    #expect(
      scenario.files.files.map(\.path) == [
        folder / "Scenarios/x/a.yaml", folder / "Scenarios/library/b.yaml",
        folder / "Scenarios/library/sub/c.yaml",
      ])
  }

  @Test func `a tilde removes a key, and warns where there is none`() throws {
    let scenario = try merged([
      "a.yaml": "extends: b.yaml\nx: {p: ~}\ny: ~\nn: {m: ~, k: 1}\n",
      "b.yaml": "x: {p: 1, q: 2}\n",
    ])
    #expect(scenario.root?.shown == "{x: {q: 2}, n: {k: 1}}")
    #expect(scenario.diagnostics.summaries == ["3:1 removes-nothing", "4:5 removes-nothing"])
    #expect(!scenario.diagnostics.hasErrors)
  }

  @Test func `a key whose lines are all commented out removes nothing`() throws {
    let scenario = try merged([
      "a.yaml": "extends: b.yaml\nlevers:\n#  ccs: {}\n", "b.yaml": "levers: {grid: 1}\n",
    ])
    #expect(scenario.root?.shown == "{levers: {grid: 1}}")
    #expect(scenario.diagnostics.all.map(\.code) == [.emptyValue])
    #expect(scenario.diagnostics.all.first?.suggestion?.english.contains("levers: ~") == true)
  }
}

@Suite struct `Faults of extends` {
  @Test func `a cycle is printed as a cycle`() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "extends: b.yaml\na: 1\n", "b.yaml": "extends: c.yaml\nb: 1\n",
      "c.yaml": "c: 1\nextends: b.yaml\n",
    ])
    let scenario = loadMerged(path: folder / "a.yaml")
    let fault = try #require(scenario.diagnostics.all.first)
    #expect(scenario.diagnostics.all.count == 1)
    #expect(fault.code == .extendsCycle)
    #expect(fault.location == SourceLocation(path: folder / "c.yaml", line: 2, column: 10))
    let b = folder / "b.yaml"
    let c = folder / "c.yaml"
    #expect(fault.message.english.hasSuffix("\(b) → \(c) → \(b)"))
    #expect(scenario.root?.shown == "{c: 1, b: 1, a: 1}")
  }

  @Test func `a file that extends itself is a cycle, also through a link`() throws {
    let folder = try TemporaryFolder(["a.yaml": "extends: other.yaml\n"])
    try folder.link("other.yaml", to: "a.yaml")
    #expect(loadMerged(path: folder / "a.yaml").diagnostics.all.map(\.code) == [.extendsCycle])
  }

  @Test func `sixteen files in a chain are read and seventeen are not`() throws {
    func chain(_ count: Int) throws -> [DiagnosticCode] {
      let folder = try TemporaryFolder()
      for index in 1..<count {
        try folder.write("extends: \(index + 1).yaml\n", to: "\(index).yaml")
      }
      try folder.write("x: 1\n", to: "\(count).yaml")
      return loadMerged(path: folder / "1.yaml").diagnostics.all.map(\.code)
    }
    #expect(try chain(16).isEmpty)
    #expect(try chain(17) == [.tooDeep])
  }

  @Test(arguments: [
    ("extends: 1️⃣cty.yaml\n", "no-such-file"),
    ("extends: [city.yaml, 1️⃣none/x.yaml]\n", "no-such-file"),
    ("extends: 1️⃣{a: 1}\n", "wrong-type"), ("extends: [1️⃣[city.yaml]]\n", "wrong-type"),
    ("extends: 1️⃣~\n", "wrong-type"), ("extends: 1️⃣[]\n", "wrong-type"),
    ("extends: 1️⃣''\n", "wrong-type"), ("extends: 1️⃣city.yaml\n  - b.yaml\n", "wrong-type"),
    ("extends: 1️⃣../b.yaml\n", "outside-root"),
    ("extends: 1️⃣/etc/hostname\n", "outside-root"), ("extends: 1️⃣/etc/none\n", "outside-root"),
    ("extends: 1️⃣link.yaml\n", "outside-root"), ("extends: 1️⃣linked/b.yaml\n", "outside-root"),
    ("extends: 1️⃣linked/own/../b.yaml\n", "outside-root"),
    ("extends: 1️⃣sub\n", "not-a-file"),
  ])
  func `each is one error at the name`(marked: String, code: String) throws {
    let marked = MarkedText(marked)
    let folder = try TemporaryFolder([
      "own/a.yaml": marked.text, "own/city.yaml": "c: 1\n", "own/sub/x.yaml": "x: 1\n",
      "b.yaml": "b: 1\n",
    ])
    try folder.link("own/link.yaml", to: "../b.yaml")
    try folder.link("own/linked", to: "..")
    let scenario = loadMerged(path: folder / "own/a.yaml")
    #expect(scenario.diagnostics.summaries == marked.places.map { "\($0) \(code)" })
    #expect(scenario.diagnostics.all.first?.location.path == folder / "own/a.yaml")
  }

  @Test func `the closest name is suggested`() throws {
    let folder = try TemporaryFolder(["a.yaml": "extends: cty.yaml\n", "city.yaml": "c: 1\n"])
    let fault = try #require(loadMerged(path: folder / "a.yaml").diagnostics.all.first)
    #expect(fault.suggestion?.english == "did you mean 'city.yaml'?")
  }

  @Test func `the root is the nearest Scenarios folder, or the one given, or none`() throws {
    let folder = try TemporaryFolder([
      "Scenarios/x/a.yaml": "extends: ../y/b.yaml\n", "Scenarios/y/b.yaml": "b: 1\n",
      "Scenarios/x/out.yaml": "extends: ../../c.yaml\n", "c.yaml": "c: 1\n",
      "Output/x/solution.yaml": "extends: ../../Scenarios/x/a.yaml\n",
      "Output/x/other.yaml": "extends: ../../c.yaml\n",
    ])
    func codes(_ name: String, _ policy: RootPolicy) -> [DiagnosticCode] {
      loadMerged(path: folder / name, root: policy).diagnostics.all.map(\.code)
    }
    #expect(codes("Scenarios/x/a.yaml", .nearestScenarios).isEmpty)
    #expect(codes("Scenarios/x/a.yaml", .folder(folder / "Scenarios/x")) == [.outsideRoot])
    #expect(codes("Scenarios/x/out.yaml", .nearestScenarios) == [.outsideRoot])
    #expect(codes("Scenarios/x/out.yaml", .folder(folder.path)).isEmpty)
    #expect(codes("Scenarios/x/out.yaml", .allowOutside).isEmpty)
    // A result may extend the scenarios beside the folder of results, and nothing else outside.
    #expect(codes("Output/x/solution.yaml", .nearestScenarios).isEmpty)
    #expect(codes("Output/x/other.yaml", .nearestScenarios) == [.outsideRoot])
  }

  @Test func `a broken parent does not hide the faults of the child or of other parents`() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "extends: [b.yaml, c.yaml, none.yaml]\nx: 1\nx: 2\n", "b.yaml": "b: [1\n",
      "c.yaml": "c: 1\nc: 2\n",
    ])
    let scenario = loadMerged(path: folder / "a.yaml")
    #expect(
      scenario.diagnostics.sorted(readingOrder: scenario.files.sources.map(\.path)).map(\.code)
        == [.noSuchFile, .duplicateKey, .malformedYAML, .duplicateKey])
    #expect(scenario.root?.shown == "{c: 1, x: 1}")
    #expect(!scenario.isComplete)
  }

  @Test func `a scenario that cannot be read yields no map`() throws {
    let folder = try TemporaryFolder(["a.yaml": "a: [1\n"])
    let scenario = loadMerged(path: folder / "a.yaml")
    #expect(scenario.root == nil)
    #expect(scenario.diagnostics.all.map(\.code) == [.malformedYAML])
  }
}
