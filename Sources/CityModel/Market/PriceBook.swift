/// The price of a carrier, as a response reads it.
enum PriceSource: Sendable {
  /// One of the exogenous prices.
  case exogenous(Int)
  /// One of the prices that follow from cost.
  case endogenous(Int)
}

/// Finds the price of each carrier once.
struct PriceBook {
  private let carriers: [String]
  private(set) var exogenous: [ParameterIndex] = []
  private var places: [String: Int] = [:]

  init(carriers: [String]) { self.carriers = carriers }

  /// Where the price of a carrier is found; nothing if the scenario gives none.
  mutating func source(_ carrier: String, _ compiler: inout BlueprintCompiler) -> PriceSource? {
    if let place = carriers.firstIndex(of: carrier) { return .endogenous(place) }
    if let place = places[carrier] { return .exogenous(place) }
    guard let price = compiler.optionalParameter(Key.costs / .prices / carrier) else {
      return nil
    }
    exogenous.append(price)
    places[carrier] = exogenous.count - 1
    return .exogenous(exogenous.count - 1)
  }
}
