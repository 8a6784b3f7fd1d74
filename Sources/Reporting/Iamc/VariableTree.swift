import CityModel
import Diagnostics

/// Variables whose names form trees: `Emissions|CO2` is the sum of `Emissions|CO2|Energy`, ….
///
/// What is added counts in every variable above it, up to the root of its tree. Where a variable
/// has an amount of its own beside named parts, the amount becomes a part called `Other`, so that
/// the parts always add up (as pyam's `check_aggregate` asks).
struct VariableTree {
  /// A variable and its yearly values.
  struct Variable: Hashable {
    let name: String
    let unit: String
    let values: [Double]
  }

  private struct Node {
    let name: String
    var own: [Double]?
    /// Another way to divide the same whole: it stands beside the parts and is not summed.
    var isAside = false
    var children: [Node] = []
  }
  private struct Root {
    let unit: String
    var node: Node
  }
  private var roots: [Root] = []

  /// Adds an amount to a variable and to all above it.
  ///
  /// - Parameters:
  ///   - values: The amount by year.
  ///   - root: The name of the uppermost variable that counts it, bars included.
  ///   - path: The parts of the name below the root.
  ///   - unit: The unit; that of the first amount holds for a tree.
  mutating func add(_ values: [Double], _ root: String, _ path: [String] = [], unit: String) {
    insert(values, root, path, unit: unit, asideAt: nil)
  }

  /// Adds an amount to a variable that divides a whole in another way, and is not counted in it.
  ///
  /// - Parameters:
  ///   - values: The amount by year.
  ///   - root: The name of the tree's uppermost variable.
  ///   - whole: The parts of the name below the root that lead to the whole.
  ///   - path: The parts of the name below the whole; what is below the first of them adds up.
  ///   - unit: The unit.
  mutating func addAside(
    _ values: [Double], _ root: String, of whole: [String] = [], _ path: [String], unit: String
  ) {
    insert(values, root, whole + path, unit: unit, asideAt: whole.count)
  }

  private mutating func insert(
    _ values: [Double], _ root: String, _ path: [String], unit: String, asideAt level: Int?
  ) {
    let place =
      roots.firstIndex { $0.node.name == root }
      ?? {
        roots.append(Root(unit: unit, node: Node(name: root)))
        return roots.count - 1
      }()
    Self.insert(values, into: &roots[place].node, path[...], asideAt: level)
  }

  /// Adds an amount below a node; the part of the path at index `level` stands aside.
  private static func insert(
    _ values: [Double], into node: inout Node, _ path: ArraySlice<String>, asideAt level: Int?
  ) {
    guard let name = path.first else {
      node.own = node.own.map { adding($0, values) } ?? values
      return
    }
    let isAside = path.startIndex == level
    let place =
      node.children.firstIndex { $0.name == name && $0.isAside == isAside }
      ?? {
        node.children.append(Node(name: name, isAside: isAside))
        return node.children.count - 1
      }()
    insert(values, into: &node.children[place], path.dropFirst(), asideAt: level)
  }

  /// All variables, each root with what is below it, in the order in which they came.
  ///
  /// No name stands twice: where a file's words make two things of one name, the later ones are
  /// numbered, as `Final Energy|Industry|Electricity (2)` for a subsector called Electricity.
  var variables: [Variable] {
    var all: [Variable] = []
    for root in roots { Self.list(root.node, name: root.node.name, unit: root.unit, into: &all) }
    var seen: [String: Int] = [:]
    return all.map { variable in
      let count = seen[variable.name, default: 0] + 1
      seen[variable.name] = count
      guard count > 1 else { return variable }
      return Variable(
        name: "\(variable.name) (\(count))", unit: variable.unit, values: variable.values)
    }
  }

  private static func list(
    _ node: Node, name: String, unit: String, into found: inout [Variable]
  ) {
    var children = node.children
    if let own = node.own, let parts = sum(of: children), !parts.isEmpty {
      insert(own, into: &children, named: "Other")
    }
    let values = sum(of: children) ?? node.own ?? []
    found.append(Variable(name: name, unit: unit, values: values))
    for child in children { list(child, name: "\(name)|\(child.name)", unit: unit, into: &found) }
  }

  private static func insert(_ own: [Double], into children: inout [Node], named name: String) {
    guard let place = children.firstIndex(where: { $0.name == name && !$0.isAside }) else {
      return children.append(Node(name: name, own: own))
    }
    insert(own, into: &children[place], [], asideAt: nil)
  }

  /// What the parts of a variable add up to; nothing if it has none.
  private static func sum(of children: [Node]) -> [Double]? {
    children.filter { !$0.isAside }.map(total).reduce(nil) { sum, part in
      sum.map { adding($0, part) } ?? part
    }
  }

  private static func total(_ node: Node) -> [Double] {
    guard let parts = sum(of: node.children) else { return node.own ?? [] }
    return node.own.map { adding($0, parts) } ?? parts
  }

  private static func adding(_ first: [Double], _ second: [Double]) -> [Double] {
    first.isEmpty ? second : zip(first, second).map { $0 + $1 }
  }
}

/// How the things of a scenario are called in IAMC variable names.
///
/// The file's own word (`iamc:`) where there is one, else the English name, else the id in title
/// case. A bar in the file's word makes a level: `Non-Metallic Minerals|Cement`.
struct VariableLabels {
  let scenario: Scenario

  /// The levels of the name of the thing at a path.
  func callAsFunction(_ path: ParameterPath) -> [String] {
    if let label = fromFile(path) { return label }
    guard let name = scenario.names[path]?.english, name != path.last else {
      return [titleCase(path.last)]
    }
    return [name.filter { $0 != "|" }]
  }

  /// The levels that the file gives, if it does.
  func fromFile(_ path: ParameterPath) -> [String]? {
    guard let label = scenario.choices[path / "iamc"] else { return nil }
    let levels = label.split(separator: "|").map { trimmed($0) }.filter { !$0.isEmpty }
    return levels.isEmpty ? nil : levels
  }

  /// The group of a carrier in final energy: the file's word, else by its kind.
  func carrierGroup(_ id: String) -> [String] {
    let path = ParameterPath("carriers") / id
    if let label = fromFile(path) { return label }
    switch scenario.choices[path / "kind"] {
    case "coal", "biomass": return ["Solids"]
    case "oil": return ["Liquids"]
    case "gas": return ["Gases"]
    case "waste", "renewable": return ["Other"]
    default: return [titleCase(id)]
    }
  }

  /// Where a plant that makes electricity stands: at the file's word or, without one, below its fuel, so that
  /// `Secondary Energy|Electricity|Coal` is all power from coal, that of combined heat and power within.
  func electricity(from item: OutputItem) -> [String] {
    let name = self(item.path)
    let isPowerPlant = item.role == .powerPlant
    guard let fuel = scenario.choices[item.path / (isPowerPlant ? "fuel" : "carrier")],
      !(isPowerPlant && fromFile(item.path) != nil)
    else { return name }
    let family = fuelFamily(fuel)
    return name.first == family ? name : [family] + name
  }

  /// The family of a fuel as IAMC names what is made of it.
  func fuelFamily(_ carrier: String) -> String {
    switch scenario.choices[ParameterPath("carriers") / carrier / "kind"] {
    case let kind? where ["coal", "oil", "gas", "biomass"].contains(kind): titleCase(kind)
    default: "Other"
    }
  }

  private func titleCase(_ text: String) -> String {
    text.split { $0 == " " || $0 == "-" }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  private func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}
