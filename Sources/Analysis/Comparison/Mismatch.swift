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
    self.init(
      [
        (Text("cities", "城市"), one.city.id, other.city.id),
        (Text("names of the city", "城市名称"), one.city.name.english, other.city.name.english),
        (Text("years", "年份"), one.years.words, other.years.words),
      ] + Self.counting(one, other) + [
        (
          Text("inventories", "清单"), one.accounting.inventory ?? "–",
          other.accounting.inventory ?? "–"
        )
      ])
  }

  /// Names what keeps two districts of a city apart, or a district and its city, if anything does: the base
  /// year, or what the total counts.
  ///
  /// - Parameters:
  ///   - one: A district.
  ///   - other: Another, or the city.
  public init?(betweenDistricts one: Scenario, and other: Scenario) {
    let years = (
      Text("base years", "基准年"), "\(one.years.lowerBound)", "\(other.years.lowerBound)"
    )
    self.init([years] + Self.counting(one, other))
  }

  private typealias Difference = (name: Text, one: String, other: String)

  /// What decides how emissions are counted.
  private static func counting(_ one: Scenario, _ other: Scenario) -> [Difference] {
    [
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
    ]
  }

  private init?(_ differences: [Difference]) {
    guard let first = differences.first(where: { $0.one != $0.other }) else { return nil }
    text = Text(
      "their \(first.name) differ: '\(first.one)' and '\(first.other)'",
      "两者的\(first.name)不同：“\(first.one)”与“\(first.other)”")
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
