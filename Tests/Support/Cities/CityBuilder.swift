package import CityModel
package import Diagnostics
internal import Quantities

/// A city described in code, and the valid scenario it makes.
///
/// The tests of the kernel stand on this and not on the reader: a path and its values, a path and
/// its word, nothing else. What a reader fills in (defaults, members, shares) is filled in here from
/// the same parameter table.
package struct CityBuilder {
  /// What makes a description no valid city.
  package enum Fault: Error, Equatable {
    case unknown(String)
    case missing(String)
    case conflicting(String)
    case wrongLength(String)
  }

  /// Values given for a path.
  package struct Given {
    package var values: [Double]
    package var reading: Reading.Name?
    package var source: String?
  }

  package var city = identity("test")
  package var identity = identity("test")
  package var years: ClosedRange<Int>
  package var accounting = Accounting(
    gases: Gas.allCases, warmingPotential: .ar6, electricity: .location, countsScope2: true,
    inventory: nil)
  /// The names of things in the city, by their paths.
  package private(set) var names: [ParameterPath: Text] = [:]
  package var targets: [Target.Aim] = []
  package var history = History()
  package private(set) var levers: [Lever] = []
  package private(set) var given: [ParameterPath: Given] = [:]
  package private(set) var chosen: [ParameterPath: String] = [:]
  package private(set) var tables: [ParameterPath: InputTable] = [:]
  /// The ids mentioned below each path, in the order of their first mention.
  package private(set) var children: [ParameterPath: [String]] = [:]

  package init(years: ClosedRange<Int>) { self.years = years }

  /// Gives a parameter its value: one for all years, or one for each.
  package mutating func set(_ path: String, _ values: Double..., reading: Reading.Name? = nil) {
    set(path, values, reading: reading)
  }

  /// Gives a parameter its yearly values.
  package mutating func set(_ path: String, _ values: [Double], reading: Reading.Name? = nil) {
    mention(path)
    given[ParameterPath(path)] = Given(values: values, reading: reading)
  }

  /// Writes a word or a reference.
  package mutating func choose(_ path: String, _ word: String) {
    mention(path)
    chosen[ParameterPath(path)] = word
  }

  /// Gives a thing its name.
  package mutating func name(_ path: String, _ name: Text) { names[ParameterPath(path)] = name }

  /// Gives a table its columns.
  package mutating func table(_ path: String, _ columns: [String: [Double]]) {
    mention(path)
    tables[ParameterPath(path)] = InputTable(columns: columns)
  }

  /// Takes a value, or everything below a path, out again.
  package mutating func remove(_ path: String) {
    let gone = ParameterPath(path)
    func isGone(_ path: ParameterPath) -> Bool {
      path == gone || path.description.hasPrefix(gone.description + ".")
    }
    given = given.filter { !isGone($0.key) }
    chosen = chosen.filter { !isGone($0.key) }
    children = children.filter { !isGone($0.key) }
    let parent = ParameterPath(gone.segments.dropLast().joined(separator: "."))
    children[parent]?.removeAll { $0 == gone.last }
  }

  /// Says where the values given below a path are from.
  package mutating func cite(_ path: String, _ source: String) {
    for key in given.keys where key.description.hasPrefix(path + ".") {
      given[key]?.source = source
    }
  }

  /// Makes the run one year long.
  package mutating func keepBaseYear() {
    years = years.lowerBound...years.lowerBound
    for (path, old) in given { given[path]?.values = Array(old.values.prefix(1)) }
  }

  /// Multiplies the values of some parameters.
  package mutating func scale(_ factor: Double, where isMeant: (ParameterPath, Given) -> Bool) {
    for (path, old) in given where isMeant(path, old) {
      given[path]?.values = old.values.map { $0 * factor }
    }
  }

  /// Adds a lever; its ramp is 1 in every year unless given.
  package mutating func lever(
    _ id: String, level: Double = 1, ramp: Ramp? = nil, cost: LeverCost? = nil,
    _ moves: KeyValuePairs<String, Lever.Effect>
  ) {
    let moves = moves.map {
      Lever.Move(path: ParameterPath($0.key), effect: $0.value, location: Self.nowhere)
    }
    levers.append(
      Lever(
        identity: Self.identity(id), group: .structure, level: level,
        ramp: ramp ?? Ramp(.step, from: Double(years.lowerBound), by: Double(years.lowerBound)),
        moves: moves, cost: cost, location: Self.nowhere))
  }

  /// Puts the levers into another order.
  package mutating func reverseLevers() { levers.reverse() }

  /// Takes all levers away.
  package mutating func removeLevers() { levers = [] }

  /// The checked scenario.
  package func scenario() throws -> Scenario {
    var walk = SchemaWalk(self)
    try walk.group(ParameterTable.root, at: ParameterPath(""))
    return try walk.scenario()
  }

  /// The scenario, compiled.
  package func blueprint() throws -> Blueprint { Blueprint(try scenario()) }

  /// The scenario, run.
  package func run() throws -> Trajectory { Trajectory(try blueprint()) }

  static let nowhere = SourceLocation(path: "test", line: 1, column: 1)

  package static func identity(_ id: String) -> Identity {
    Identity(id: id, name: .init(english: id, chinese: id))
  }

  /// Writes an empty map, as of a mode without energy.
  package mutating func hold(_ path: String) { mention(path) }

  private mutating func mention(_ path: String) {
    var parent = ParameterPath("")
    for segment in path.split(separator: ".").map(String.init) {
      if children[parent]?.contains(segment) != true {
        children[parent, default: []].append(segment)
      }
      parent = parent / segment
    }
  }
}
