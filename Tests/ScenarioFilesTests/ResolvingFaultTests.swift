import Diagnostics
import Foundation
import Testing

@testable import ScenarioFiles

@Suite("A fault in a scenario") struct ResolvingFaultTests {
  @Test(arguments: keyFaults) func `of a key or id is one error at its place`(_ patch: Patch) throws
  {
    try check(patch)
  }

  @Test(arguments: valueFaults) func `of a value is one error at its place`(_ patch: Patch) throws {
    try check(patch)
  }

  @Test(arguments: sectorFaults) func `between keys is one error`(_ patch: Patch) throws {
    try check(patch)
  }

  @Test(arguments: planFaults) func `of a plan is one error at its place`(_ patch: Patch) throws {
    try check(patch)
  }

  @Test(arguments: keyboardFaults) func `of the keyboard is one error at its place`(_ patch: Patch)
    throws
  {
    try check(patch)
  }

  @Test(arguments: [
    ("carriers:", "equipment:", "fuels.yaml"), ("equipment:", "drivers:", "equipment.yaml"),
  ])
  func `of a whole map of the library is told once`(_ key: String, _ next: String, _ file: String)
    throws
  {
    let start = try #require(baseCase.range(of: "\n\(key)\n"))
    let end = try #require(baseCase.range(of: "\n\(next)\n"))
    let result = try readText(
      baseCase.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""))
    #expect(result.diagnostics.all.map(\.code) == [.missingKey])
    let help = result.diagnostics.all.first?.suggestion?.english
    #expect(help == "did you forget 'extends: ../library/\(file)'?")
  }

  @Test func `of an id is answered from the names people know`() throws {
    let text = try replacing(
      baseCase, ("natural-gas: {kind: gas,", "natural-gas: {name-zh: 天然气, kind: gas,"),
      ("gas-boiler: {carrier: natural-gas,", "gas-boiler: {carrier: 天然气,"))
    let found = try readText(text).diagnostics.all
    #expect(found.map(\.code) == [.unknownId])
    #expect(found.first?.suggestion?.english == "did you mean 'natural-gas'?")
  }

  private func check(_ patch: Patch) throws {
    let parts = baseCase.components(separatedBy: patch.old)
    try #require(parts.count == 2, "the base case holds '\(patch.old)' \(parts.count - 1) times")
    let marked = MarkedText(parts.joined(separator: patch.new))
    let result = try readText(marked.text)
    let found = result.diagnostics.all
    #expect(found.map(\.code) == [patch.code], "\(found.map(\.message.english))")
    #expect(result.scenario == nil)
    guard let fault = found.first else { return }
    let words = fault.message.english + " " + (fault.suggestion?.english ?? "")
    #expect(words.contains(patch.words))
    if let place = marked.places.first {
      #expect("\(fault.location.line):\(fault.location.column)" == place)
    }
    #expect(!fault.message.chinese.isEmpty)
  }
}

@Suite("A damaged scenario") struct ResolvingDamageTests {
  @Test func `is one fault inside the file wherever a list stands for the last value of a line`()
    throws
  {
    let lines = baseCase.components(separatedBy: "\n")
    for index in lines.indices {
      guard let colon = lines[index].range(of: ": ", options: .backwards) else { continue }
      let kept = lines[index][..<colon.upperBound]
      let open = kept.count { $0 == "{" } - kept.count { $0 == "}" }
      var damaged = lines
      damaged[index] = kept + "[]" + String(repeating: "}", count: open)
      let result = try readText(damaged.joined(separator: "\n"))
      #expect(result.diagnostics.errorCount == 1, "\(damaged[index])")
      #expect(result.diagnostics.all.count == 1, "\(damaged[index])")
      #expect(result.scenario == nil)
      #expect(lines.indices.contains((result.diagnostics.all.first?.location.line ?? 0) - 1))
    }
  }

  @Test func `is no scenario but faults inside the file whichever line is lost`() throws {
    let lines = baseCase.components(separatedBy: "\n")
    for index in lines.indices {
      var damaged = lines
      damaged.remove(at: index)
      let result = try readText(damaged.joined(separator: "\n"))
      #expect((result.scenario == nil) == result.diagnostics.hasErrors)
      for fault in result.diagnostics.all {
        #expect((0...damaged.count).contains(fault.location.line))
      }
    }
  }
}
