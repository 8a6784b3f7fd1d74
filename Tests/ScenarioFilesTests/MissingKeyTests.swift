import Analysis
import CityModel
import Diagnostics
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite struct `A key left out` {
  /// Whatever a file leaves out, it is an error or there is a run: a defect of ours would end the tests.
  @Test(arguments: WholeTable.variants)
  func `of any group of the table is an error at a place or a run that keeps the laws`(
    variant: Int
  ) throws {
    let folder = try TemporaryFolder(["city.yaml": WholeTable(variant: variant).text])
    let merged = loadMerged(path: folder / "city.yaml")
    let root = try #require(merged.root)
    let whole = outcome(root, merged)
    try #require(whole.map(\.message.english) == [])
    var missing = 0
    for path in paths(of: root) {
      let faults = outcome(without(path[...], in: root), merged)
      missing += faults.isEmpty ? 0 : 1
      for fault in faults {
        #expect(!fault.message.chinese.isEmpty && fault.location.line >= 0, "\(path)")
      }
    }
    #expect(missing > 100, "keys that must be there")
  }

  @Test(arguments: ["stock", "sales"])
  func `of a fleet's technology is told where its shares stand`(shares: String) throws {
    let bev = "        bev: {energy: {electricity: 15 kWh/100km}}"
    let text = try replacing(
      baseCase, (bev, bev + "\n        foo: {energy: {gasoline: 1 MJ/km}}"),
      shares == "sales"
        ? ("bev: 3%}", "bev: 3%, foo: 0%}")
        : ("bev: {2020: 10%, 2030: 50%}}", "bev: {2020: 10%, 2030: 50%}, foo: 0%}"))
    let found = try readText(text).diagnostics.all
    #expect(found.map(\.code) == [.missingKey])
    let message = found.first?.message.english
    #expect(
      message
        == "missing 'foo' in 'transport.passenger.car.\(shares)': the fleet has this technology")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(found.first).location.line
    #expect(lines[line - 1].contains("\(shares): "))
  }

  /// The errors of a map, which is run where there are none.
  private func outcome(_ root: Mapping, _ merged: MergedScenario) -> [Diagnostic] {
    var resolver = Resolver(
      root: root, scenarioPath: "city.yaml", files: merged.files, isComplete: true)
    let scenario = resolver.resolve()
    let errors = resolver.diagnostics.all.filter { $0.severity == .error }
    guard errors.isEmpty else { return errors }
    let placed = PlacedScenario(scenario, in: "city.yaml") { path in
      root.entry(at: path).map { KeyPlace(key: $0.span, value: $0.value.span) }
    }
    let checked = CheckedScenario(placed, upTo: .reading)
    guard !checked.hasErrors else { return checked.findings.filter { $0.severity == .error } }
    let run = Trajectory(checked.blueprint)
    #expect(run.fault != nil || run.brokenLaws.isEmpty)
    return errors
  }

  private func paths(of mapping: Mapping) -> [[String]] {
    mapping.entries.flatMap { entry in
      [[entry.key]] + (entry.value.mapping.map(paths) ?? []).map { [entry.key] + $0 }
    }
  }

  private func without(_ path: ArraySlice<String>, in mapping: Mapping) -> Mapping {
    guard let key = path.first else { return mapping }
    guard path.count > 1 else { return mapping.without(key) }
    return Mapping(
      mapping.entries.map { entry in
        guard entry.key == key, let inner = entry.value.mapping else { return entry }
        return Entry(
          key: key, location: entry.location, length: entry.length,
          value: Node(
            location: entry.value.location, length: entry.value.length,
            content: .mapping(without(path.dropFirst(), in: inner))))
      })
  }
}
