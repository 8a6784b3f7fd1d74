import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import CityModel
@testable import ScenarioFiles

/// What stands beside the parameters: what is declared is read, and nothing else is.
@Suite struct `The declared keys of a scenario file` {
  private static let places = ScenarioSections.all.flatMap { DeclaredPlace.all(of: $0) }

  /// A value that no key takes.
  private static let bad = "[{zzz: 1}]"

  @Test func `there are as many as the file has`() {
    #expect(Self.places.count > 90)
    let paths = Self.places.map(\.name)
    #expect(Set(paths).count == paths.count)
  }

  @Test(arguments: places)
  func `a declared key is read: what it does not take is told where it stands`(
    place: DeclaredPlace
  ) throws {
    #expect(try codes(at: place, Self.bad) != [])
  }

  @Test(arguments: places.filter { !$0.key.words.isEmpty })
  func `every word that is declared is taken, and no other`(place: DeclaredPlace) throws {
    for word in place.key.words {
      var isList = false
      if case .words = place.key.value { isList = true }
      let codes = try codes(at: place, isList ? "[\(word)]" : word)
      // Whether a word fits the rest of the file is another question.
      #expect(!codes.contains(.unknownWord) || word == "2", "\(word)")
    }
    #expect(try codes(at: place, "zzz") != [])
  }

  @Test(arguments: places.filter { !$0.key.members.isEmpty || $0.key.element != nil })
  func `no map takes a key that is not declared`(place: DeclaredPlace) throws {
    let inner = DeclaredPlace(
      SectionKey.stray, keys: place.keys + ["zzz"], isInList: place.isList)
    #expect(try codes(at: inner, "1") != [], "\(place.name)")
  }

  @Test(arguments: SeriesForm.allCases)
  func `every key of a series is read`(form: SeriesForm) throws {
    // Without its shape a spread is none.
    for key in form.keys where form != .adoption || key.word != SeriesKeys.shape.word {
      var written = Self.sound[form] ?? [:]
      if key.word == SeriesKeys.after.word { written[SeriesKeys.growth.word] = nil }
      written[key.word] = Self.bad
      // The key in question stands last, and years come in their order.
      let rest = written.keys.filter { $0 != key.word }.sorted()
      let lines = (rest + [key.word]).map { "    \($0): \(written[$0] ?? "")" }
      let text = (["extends: base.yaml", "drivers:", "  ships:"] + lines).joined(separator: "\n")
      #expect(try codes(in: text) != [], "\(form) \(key.word)")
    }
  }

  private static let sound: [SeriesForm: [String: String]] = [
    .single: ["value": "5", "unit": "TEU"],
    .points: ["unit": "TEU", "2020": "1", "2030": "2"],
    .table: ["csv": "ships.csv", "column": "ships", "unit": "TEU"],
    .ramp: ["from": "1 TEU", "to": "2 TEU", "start": "2021", "by": "2025"],
    .adoption: [
      "shape": "bass", "unit": "TEU", "start": "2021", "initial": "1", "innovation": "0.01",
      "imitation": "0.3", "potential": "5",
    ],
  ]

  @Test(arguments: CommonKeys.annotations + CommonKeys.names + [CommonKeys.iamc])
  func `annotations and names are read`(key: SectionKey) throws {
    let text = "extends: base.yaml\nindustry:\n  steel:\n    \(key.word): \(Self.bad)"
    #expect(try codes(in: text) != [])
  }

  @Test func `what may be set is declared`() throws {
    let root = try #require(try readText(baseCase).root)
    let settable = SettableSections(root: root)
    let head = [
      "years.end", "plan-year", "accounting.gases", "accounting.gwp", "accounting.electricity",
      "accounting.scopes", "accounting.peak-account", "accounting.biogenic-capture",
    ]
    let levers = ["clean-grid", "electric-cars", "efficient-industry"].flatMap { lever in
      ["from", "by", "level"].map { "levers.\(lever).\($0)" }
    }
    let targets = [
      "targets.peak.by", "targets.peak.account", "targets.carbon-intensity.against",
      "targets.carbon-intensity.account", "targets.energy-intensity.against",
      "targets.emissions.account", "targets.budget.account",
    ]
    #expect(settable.paths == head + levers + targets)
    for path in ["targets.emissions.2030", "targets.budget.2021-2030", "years.end"] {
      #expect(settable.admits(path), "\(path)")
    }
    for path in [
      "targets.emissions.", "targets.emissions.2030.x", "targets.emission.2030", "city.id",
      "targets.peak.buy", "levers.clean-grid.group", "history.emissions.2020",
    ] {
      #expect(!settable.admits(path), "\(path)")
    }
  }

  // MARK: - Reading

  /// The codes told of the place of a declared key with a value.
  private func codes(at place: DeclaredPlace, _ value: String) throws -> [DiagnosticCode] {
    try codes(in: place.text(value))
  }

  /// The codes told of the last line of a text that changes the base case.
  private func codes(in text: String) throws -> [DiagnosticCode] {
    let files = [
      "city.yaml": text, "base.yaml": Self.base,
      "ships.csv": "year,ships\n2020,1\n2030,2\n", "errors.csv": "error\n0.9\n1.1\n",
    ]
    let last = text.components(separatedBy: "\n").count
    let folder = try TemporaryFolder(files)
    return readScenario(path: folder / "city.yaml").diagnostics.all
      .filter { lastComponent(of: $0.location.path) == "city.yaml" && $0.location.line == last }
      .map(\.code)
  }

  private static let base =
    baseCase + """

      adjustments:
        drivers.gdp: {multiply: 1.1}
      uncertainty:
        drivers.gdp: {normal: {mean: 1, sd: 0.05}, apply: multiply}
      """
}

/// A declared key at a place in a file.
struct DeclaredPlace: Sendable, CustomTestStringConvertible {
  let key: SectionKey
  /// The keys from the top of the file to it.
  let keys: [String]
  /// Whether the map that holds it is an entry of a list.
  let isInList: Bool

  init(_ key: SectionKey, keys: [String], isInList: Bool) {
    self.key = key
    self.keys = keys
    self.isInList = isInList
  }

  var name: String { keys.joined(separator: " ") }
  var testDescription: String { name }
  /// Whether it holds a list of maps.
  var isList: Bool { if case .list = key.value { true } else { false } }

  /// A key and all below it; ids, paths and years stand for those of the file's choice.
  static func all(
    of key: SectionKey, under above: [String] = [], isInList: Bool = false
  ) -> [Self] {
    let own = Self(key, keys: above + [key.word], isInList: isInList)
    var places = [own]
    for member in key.members { places += all(of: member, under: own.keys, isInList: own.isList) }
    if case .each(let chosen, let element, _) = key.value {
      let inner = Self(
        element, keys: own.keys + [Self.chosen(chosen, under: key)], isInList: false)
      places.append(inner)
      for member in element.members {
        places += all(of: member, under: Self.keys(to: member, in: inner))
      }
    }
    return places
  }

  private static func chosen(_ kind: ChosenKey, under key: SectionKey) -> String {
    switch kind {
    case .id: "clean-grid"
    case .path: key.word == LeverSection.moves.word ? "industry.steel.activity" : "drivers.gdp"
    case .pathOrLever: "drivers.gdp"
    case .year, .yearOrPeriod: "2030"
    case .period: "2021-2030"
    }
  }

  /// A number has one distribution: the others are of one that the base case does not vary.
  private static func keys(to member: SectionKey, in place: Self) -> [String] {
    let isDistribution = DistributionKind(rawValue: member.word) != nil
    return isDistribution
      ? place.keys.map { $0 == "drivers.gdp" ? "drivers.population" : $0 } : place.keys
  }

  /// A file that changes the base case by a value at the place, in its last line.
  func text(_ value: String) -> String {
    var lines = keys[0] == HeadSection.extends.word ? [] : ["extends: base.yaml"]
    for (depth, word) in keys.enumerated() {
      let margin = String(repeating: "  ", count: depth)
      let isLast = depth == keys.count - 1
      if isLast {
        let beside = Self.beside[keys[depth == 0 ? 0 : depth - 1]] ?? [:]
        lines += beside.filter { $0.key != word }.map { "\(margin)\($0.key): \($0.value)" }.sorted()
        lines.append("\(margin)\(word): \(value)")
      } else {
        lines.append("\(margin)\(word):")
      }
    }
    guard isInList else { return lines.joined(separator: "\n") }
    // The map is the first of the list.
    let first = keys.count
    let margin = String(repeating: "  ", count: keys.count - 2)
    for line in first..<lines.count {
      let mark = line == first ? "- " : "  "
      lines[line] = margin + mark + lines[line].drop { $0 == " " }
    }
    return lines.joined(separator: "\n")
  }

  /// What must stand beside a key, so that it is read.
  private static let beside: [String: [String: String]] = [
    "clean-grid": ["indicator": "coal"],
    "discrete": ["values": "[1700 万人, 1800 万人]"],
    "empirical": ["csv": "errors.csv", "column": "error"],
    "correlations": ["between": "[drivers.gdp, drivers.gdp]", "rank": "0.5"],
  ]
}

extension SectionKey {
  /// A key that is declared nowhere.
  fileprivate static let stray = SectionKey("zzz", .number, Text("a stray key", "多余的键"))
}
