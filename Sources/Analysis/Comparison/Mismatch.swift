public import CityModel
public import Diagnostics

/// Why two scenarios cannot stand side by side.
public struct Mismatch: Error, Hashable, Sendable {
  /// What differs, with both values.
  public let text: Text

  /// Names what keeps two scenarios apart, if anything does: the city by id and name, the years, or what the total
  /// counts.
  ///
  /// - Parameters:
  ///   - one: A scenario.
  ///   - other: Another.
  public init?(between one: Scenario, and other: Scenario) {
    let differences: [(Text, String, String)] = [
      (Text("cities", "城市"), one.city.id, other.city.id),
      (Text("names of the city", "城市名称"), one.city.name.english, other.city.name.english),
      (Text("years", "年份"), one.years.words, other.years.words),
      (Text("gases", "气体"), one.accounting.gasWords, other.accounting.gasWords),
      (
        Text("global warming potentials", "全球变暖潜势"), one.accounting.warmingPotential.rawValue,
        other.accounting.warmingPotential.rawValue
      ),
      (Text("scopes", "核算范围"), one.accounting.scopeWords, other.accounting.scopeWords),
      (
        Text("electricity accounting", "电力核算方法"), one.accounting.electricity.rawValue,
        other.accounting.electricity.rawValue
      ),
      (
        Text("inventories", "清单"), one.accounting.inventory ?? "–",
        other.accounting.inventory ?? "–"
      ),
    ]
    guard let first = differences.first(where: { $0.1 != $0.2 }) else { return nil }
    text = Text(
      "their \(first.0) differ: '\(first.1)' and '\(first.2)'",
      "两者的\(first.0)不同：“\(first.1)”与“\(first.2)”")
  }
}

extension ClosedRange<Int> {
  fileprivate var words: String { "\(lowerBound)–\(upperBound)" }
}

extension Accounting {
  /// The gases counted: `CO2, CH4`.
  fileprivate var gasWords: String { gases.map(\.rawValue).joined(separator: ", ") }

  /// The scopes counted: `1` or `1 + 2`.
  fileprivate var scopeWords: String { countsScope2 ? "1 + 2" : "1" }
}
