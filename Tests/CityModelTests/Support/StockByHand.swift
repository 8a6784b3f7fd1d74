import Foundation

/// A cohort stock as one writes it down from the definition, vintage by vintage.
///
/// Independent of the kernel: it keeps every vintage apart and truncates nothing but what is
/// smaller than 10⁻¹² of the stock.
struct StockByHand {
  struct Vintage {
    let kind: Int
    let year: Int
    var amount: Double
  }

  let survival: (Int) -> Double
  private(set) var vintages: [Vintage] = []
  /// What the last year turned from class 0 into class 1.
  private(set) var lastConverted = 0.0
  private var year = 0

  /// The base year's stock: `N·σ(k)·S(a)·(1+g)^(−a)`, normalised, ages 0 … 200.
  init(
    total: Double, shares: [Double], pastGrowth: [Double], survival: @escaping (Int) -> Double
  ) {
    self.survival = survival
    for (kind, share) in shares.enumerated() {
      let weights = (0...200).map { survival($0) * pow(1 + pastGrowth[kind], -Double($0)) }
      let sum = weights.reduce(0, +)
      for (age, weight) in weights.enumerated() where weight > 0 {
        vintages.append(Vintage(kind: kind, year: -age, amount: total * share * weight / sum))
      }
    }
  }

  var total: Double { vintages.reduce(0) { $0 + $1.amount } }

  func total(of kind: Int) -> Double {
    vintages.reduce(0) { $0 + ($1.kind == kind ? $1.amount : 0) }
  }

  func age(of vintage: Vintage) -> Int { year - vintage.year }

  /// Takes the stock through a year and gives the additions.
  ///
  /// Survival, early retirement, conversion of class 0 to 1, the oldest out, additions in.
  @discardableResult
  mutating func advance(
    to needed: Double, shares: [Double], early: [Double] = [], conversion: Double = 0
  ) -> Double {
    year += 1
    for place in vintages.indices {
      let vintage = vintages[place]
      let before = survival(age(of: vintage) - 1)
      let stays = before > 0 ? survival(age(of: vintage)) / before : 0
      let retired = early.isEmpty ? 0 : early[vintage.kind]
      vintages[place].amount *= stays * (1 - retired)
    }
    lastConverted = 0
    for place in vintages.indices where vintages[place].kind == 0 && conversion > 0 {
      let moved = vintages[place].amount * conversion
      lastConverted += moved
      vintages[place].amount -= moved
      vintages.append(Vintage(kind: 1, year: vintages[place].year, amount: moved))
    }
    retireOldest(total - needed)
    let additions = max(0, needed - total)
    for (kind, share) in shares.enumerated() {
      vintages.append(Vintage(kind: kind, year: year, amount: additions * share))
    }
    return additions
  }

  private mutating func retireOldest(_ excess: Double) {
    var left = excess
    for year in Set(vintages.map(\.year)).sorted() where left > 0 {
      let places = vintages.indices.filter { vintages[$0].year == year }
      let there = places.reduce(0) { $0 + vintages[$1].amount }
      guard there > 0 else { continue }
      let taken = min(left, there)
      for place in places { vintages[place].amount *= 1 - taken / there }
      left -= taken
    }
  }
}

/// Weibull survival, `S(a) = exp(−(a/scale)^shape)`.
func weibull(_ scale: Double, _ shape: Double) -> (Int) -> Double {
  { exp(-pow(Double($0) / scale, shape)) }
}
