import CityModel
import Diagnostics

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
