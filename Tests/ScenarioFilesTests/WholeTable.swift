@testable import CityModel
@testable import ScenarioFiles

/// A scenario in which every key of the parameter table stands, written from the table itself.
///
/// Of keys that exclude each other only one can stand, and of words only one can hold: each variant takes
/// others. Under ids that a file chooses there are two things, the second with a share of nothing, so
/// that a key left out is not noticed by a sum.
struct WholeTable {
  /// Which of the keys that exclude each other stand, and which words.
  let variant: Int
  private var lines: [String] = []

  /// Variants enough for every key.
  static let variants = 0..<3

  static let ids = ["thing", "other"]

  init(variant: Int) {
    self.variant = variant
    write(ParameterTable.root, at: [])
  }

  /// The text of the file.
  var text: String {
    """
    format: 1
    city: {id: wholeville}
    years: {base: 2020, end: 2022}
    accounting: {gases: [CO2, CH4, N2O], gwp: AR6, electricity: location, scopes: [1, 2]}

    """ + lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ group: GroupDeclaration, at path: [String]) {
    var excluded = Set(
      group.alternatives.flatMap { rule in
        rule.keys.enumerated().filter { $0.offset != variant % rule.keys.count }.map(\.element)
      })
    // Stock and sales are of technologies.
    if excluded.contains("technologies") { excluded.formUnion(["stock", "sales"]) }
    for (place, field) in group.fields.enumerated() where !excluded.contains(field.key) {
      let isShare = group.fieldsSumToOne
      write(field.node, at: path + [field.key], share: isShare ? place : nil)
    }
    guard let members = group.members else { return }
    for (place, id) in ids(members.ids).enumerated() {
      let isShare = members.sum == .members
      write(members.element, at: path + [id], share: isShare ? place : nil)
    }
  }

  private func ids(_ source: IdSource) -> [String] {
    switch source {
    case .free, .carrier, .keys, .relative, .consumer: Self.ids
    case .buildingClasses: ["existing", "retrofitted"] + Self.ids
    case .columns: [TableDeclaration.flat]
    case .load: [Load.allCases[0].rawValue]
    }
  }

  private mutating func write(_ node: SchemaNode, at path: [String], share: Int?) {
    let margin = String(repeating: "  ", count: path.count - 1)
    let key = path.last ?? ""
    switch node {
    case .group(let group):
      lines.append("\(margin)\(key):")
      let before = lines.count
      write(group, at: path)
      if lines.count == before { lines[before - 1] += " {}" }
    case .parameter(let declaration):
      guard !Self.isLeftOut(path) else { return }
      lines.append("\(margin)\(key): \(value(declaration, at: path, share: share))")
    case .choice(let choice):
      guard key != "driver", let word = word(choice) else { return }
      lines.append("\(margin)\(key): \(word)")
    case .table: break
    }
  }

  /// The import that balances is the one without an amount.
  private static func isLeftOut(_ path: [String]) -> Bool {
    path == ["energy", "electricity", "imports", ids[0], "energy"]
  }

  private func word(_ choice: ChoiceDeclaration) -> String? {
    switch choice.domain {
    case .words(let words): words.reversed()[variant % words.count]
    case .id(let source): ids(source)[0]
    case .text: nil
    }
  }

  private func value(_ declaration: ParameterDeclaration, at path: [String], share: Int?) -> String
  {
    if let place = share ?? sharePlace(path) { return place == 0 ? "100%" : "0%" }
    if path.last == "weight" { return path.contains(Self.ids[0]) ? "364 d" : "1 d" }
    let reading = declaration.readings[0]
    let bounds = reading.bounds
    let number =
      bounds.contains(1) && bounds.upperBound > 1
      ? 1 : bounds.contains(-1) ? -1 : (bounds.lowerBound + bounds.upperBound) / 4
    if reading.unit == "1" { return "\(number)" }
    return "{value: \(number), unit: \(reading.unit)}"
  }

  /// The place of a member among those that hold their share under a key.
  private func sharePlace(_ path: [String]) -> Int? {
    path.last == "share" && path.count > 1 && path[1] != "electricity"
      ? Self.ids.firstIndex(of: path[path.count - 2]) : nil
  }
}
