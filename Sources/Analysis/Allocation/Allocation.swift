import CityModel

/// A target shared over parts by several rules, side by side.
///
/// What is shared is a number of whole tonnes, and by every rule the parts sum to it exactly: exact parts
/// are rounded by the method of the largest remainder.
public struct Allocation: Sendable {
  /// What one rule gives to each part.
  public struct Shares: Sendable {
    /// The rule.
    public let rule: AllocationRule
    /// What each part may emit [t]; the sum is that of the amount.
    public let tonnes: [Int]
    /// How much of the fall each carries against the mean; nothing for rules that ask for none.
    public let index: [Double]?
  }

  /// Why a rule has no answer.
  public enum Gap: Hashable, Sendable {
    /// It shares a fall, and the amount is no less than what the parts emit.
    case noFall
    /// The run emits less than nothing in a part, or nothing at all.
    case nothingPlanned(part: String?)
    /// There are more parts than coalitions can be counted through.
    case tooMany(Int, most: Int)
  }

  /// What is shared.
  public let amount: AllocatedAmount
  /// Over whom.
  public let parts: [AllocationPart]
  /// By which rules, in their order.
  public let shares: [Shares]
  /// The rules that have no answer, each with the reason.
  public let gaps: [(rule: AllocationRule, gap: Gap)]
  /// What weighs how much where falls go by responsibility, capacity and potential.
  public let weights: BurdenIndex.Weights

  /// Shares an amount.
  ///
  /// - Parameters:
  ///   - amount: What is shared.
  ///   - parts: Over whom: two or more.
  ///   - rules: By which rules; all that can be asked where none is named.
  ///   - weights: Of responsibility, capacity and potential.
  /// - Throws: ``AllocationError`` where the amount or a part can be shared by no rule, or a rule that was
  ///   named has no answer.
  public init(
    of amount: AllocatedAmount, over parts: [AllocationPart], by rules: [AllocationRule] = [],
    weights: BurdenIndex.Weights = .equal
  ) throws(AllocationError) {
    guard parts.count > 1 else { throw .tooFewParts }
    guard amount.tonnes > 0 else { throw .noAmount(amount) }
    if let sink = parts.first(where: { !($0.base >= 0) }) { throw .partBelowZero(sink.id) }
    guard parts.contains(where: { $0.base > 0 }) else { throw .noEmissions }
    let areDistricts = parts.allSatisfy { $0.district != nil }
    if !areDistricts, let rule = rules.first(where: \.needsDistricts) {
      throw .needsDistricts(rule)
    }
    let asked = AllocationRule.allCases.filter { rule in
      rules.isEmpty ? areDistricts || !rule.needsDistricts : rules.contains(rule)
    }
    self.amount = amount
    self.parts = parts
    self.weights = weights
    let sharing = Sharing(amount: amount, parts: parts, weights: weights)
    gaps = asked.compactMap { rule in sharing.gap(of: rule).map { (rule, $0) } }
    if let (rule, gap) = gaps.first, !rules.isEmpty { throw .noAnswer(rule, gap) }
    shares = asked.filter { sharing.gap(of: $0) == nil }.map(sharing.shares)
  }

  /// What all parts emit in the base year, as often as the amount has years [Mt CO₂e].
  public var base: Double { parts.map { base(of: $0) }.reduce(0, +) }

  /// What a part emits in the base year, as often as the amount has years [Mt CO₂e].
  public func base(of part: AllocationPart) -> Double { part.base * Double(amount.years.count) }

  /// The part by which emissions must fall from the base year; below 0 where they may rise.
  ///
  /// - Parameters:
  ///   - tonnes: What may be emitted [t].
  ///   - base: What is emitted in the base year [Mt CO₂e].
  /// - Returns: Nothing where nothing is emitted.
  public static func fall(to tonnes: Int, from base: Double) -> Double? {
    base > 0 ? 1 - Double(tonnes) / tonnesPerMegatonne / base : nil
  }
}

/// What rules are computed from.
private struct Sharing {
  let amount: AllocatedAmount
  let parts: [AllocationPart]
  let weights: BurdenIndex.Weights

  /// What each part emits in the base year, as often as the amount has years [t].
  private var claims: [Double] {
    parts.map { $0.base * Double(amount.years.count) * tonnesPerMegatonne }
  }

  /// Why a rule has no answer, if it has none.
  func gap(of rule: AllocationRule) -> Allocation.Gap? {
    if rule.sharesFall, Double(amount.tonnes) >= claims.reduce(0, +) { return .noFall }
    switch rule {
    case .planned:
      if let part = parts.first(where: { !($0.planned >= 0) }) {
        return .nothingPlanned(part: part.id)
      }
      return parts.contains { $0.planned > 0 } ? nil : .nothingPlanned(part: nil)
    case .shapley where parts.count > ClaimsGame.mostParts:
      return .tooMany(parts.count, most: ClaimsGame.mostParts)
    default: return nil
    }
  }

  /// What a rule gives to each.
  func shares(by rule: AllocationRule) -> Allocation.Shares {
    let districts = parts.compactMap(\.district)
    var index: BurdenIndex?
    let exact: [Double]
    switch rule {
    case .equalFall: exact = claims
    case .planned: exact = parts.map(\.planned)
    case .perHead: exact = districts.map(\.population)
    case .perProduct: exact = districts.map(\.gdp)
    case .burden:
      let burden = BurdenIndex(districts, emissions: claims, weights: weights)
      exact = burden.left(of: claims, for: Double(amount.tonnes))
      index = burden
    case .shapley: exact = ClaimsGame.shapley(claims, of: Double(amount.tonnes))
    }
    return Allocation.Shares(
      rule: rule, tonnes: wholeTonnes(amount.tonnes, by: exact.map { max(0, $0) }),
      index: index?.values)
  }
}
