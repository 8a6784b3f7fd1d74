/// A rule by which a target is shared.
///
/// ```text
/// T   the amount that all may emit [t]
/// E   what a part emits in the base year, as often as the amount has years [t]
///
/// equal-fall  T · E(i) / ΣE
/// planned     T · B(i) / ΣB                  B what the run emits in the years of the amount
/// per-head    T · P(i) / ΣP                  P people
/// per-gdp     T · G(i) / ΣG                  G gross domestic product
/// burden      E(i) · (1 − min(1, λ · I(i)))  see ``BurdenIndex``
/// shapley     see ``ClaimsGame``
/// ```
///
/// Source: Rose, Stevens, Edmonds and Wise (1998), Environmental and Resource Economics 12:25, for equal
/// fall (sovereignty), per head (egalitarian) and per GDP; Zhou and Wang (2016), Ecological Economics
/// 125:47, for their use within China.
public enum AllocationRule: String, CaseIterable, Sendable {
  /// All fall by the same part of what they emit.
  case equalFall = "equal-fall"
  /// In proportion to what the run emits by then.
  case planned
  /// As much for each person.
  case perHead = "per-head"
  /// As much for each unit of gross domestic product.
  case perProduct = "per-gdp"
  /// Falls by responsibility, capacity and potential.
  case burden
  /// What each gets on average, over all orders of coming first.
  case shapley

  /// Whether it asks what statistics say of districts.
  public var needsDistricts: Bool {
    switch self {
    case .perHead, .perProduct, .burden: true
    case .equalFall, .planned, .shapley: false
    }
  }

  /// Whether it shares a fall, which there must be.
  var sharesFall: Bool {
    switch self {
    case .burden, .shapley: true
    case .equalFall, .planned, .perHead, .perProduct: false
    }
  }
}
