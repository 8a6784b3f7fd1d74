/// Why a variant has no results.
public enum VariantFault: Error, Hashable, Sendable {
  /// Its levers and values together are impossible.
  case impossible(LeverViolation)
  /// A year's market has no solution.
  case unsolved(UnsolvedYear)
  /// A price that users pay falls below zero.
  case negativePrice(NegativePrice)
  /// A year's emissions or costs are no number, or so great that nothing can be summed up of them.
  case noNumber(year: Int)

  /// The first year without results.
  package var year: Int {
    switch self {
    case .impossible(let violation): violation.year
    case .unsolved(let unsolved): unsolved.year
    case .negativePrice(let price): price.year
    case .noNumber(let year): year
    }
  }

  /// Tells of a year's market.
  init(_ fault: MarketFault) {
    switch fault {
    case .unsolved(let year): self = .unsolved(year)
    case .negative(let price): self = .negativePrice(price)
    }
  }
}
