public import Diagnostics

/// Why a year's market gives no prices.
enum MarketFault: Hashable, Sendable {
  /// No prices were found at which all equations hold.
  case unsolved(UnsolvedYear)
  /// A price that users pay falls below zero.
  case negative(NegativePrice)
}

/// A year in which no prices were found at which all equations of the market hold.
public struct UnsolvedYear: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The carriers whose prices were sought.
  public let carriers: [String]
  /// How far each price is from what its carrier costs where the search ended, relative.
  public let residuals: [Double]
}

/// A year in which users would be paid for using a carrier: demand has no answer to that.
public struct NegativePrice: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The carrier.
  package let carrier: String
  /// Its price [CNY/GJ].
  public let price: Double
  /// Whether the price on carbon pays for captured carbon of living matter in that year.
  public let isPaidForCapture: Bool

  /// The carrier for people.
  public var carrierName: Text {
    SecondaryCarrier(rawValue: carrier)?.name ?? Text(same: carrier)
  }
}
