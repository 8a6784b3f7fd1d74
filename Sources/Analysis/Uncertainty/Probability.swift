import Glibc

extension UncertaintyResult {
  /// A share of the variants, and what it tells of the probability it estimates.
  ///
  /// From n draws a probability is known no better than its 95 % interval after Wilson, which has some
  /// width also where all draws agree: none of n leaves room for 3.84 / (n + 3.84), a little more than
  /// the 3 / n of the rule of three.
  /// ```text
  /// centre = (p + z² / 2n) / (1 + z² / n),   half width = z √(p (1 − p) / n + z² / 4n²) / (1 + z² / n),   z = 1.96
  /// ```
  ///
  /// It takes draws as independent; an even design is better than that.
  ///
  /// Source: E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, Journal
  /// of the American Statistical Association 22 (1927) 209–212.
  public struct Probability: Sendable, Hashable {
    /// The share.
    public let value: Double
    /// Its standard error, from the replicates of the design; nothing where these cannot differ.
    public let standardError: Double?
    /// The ends of the 95 % interval.
    public let low: Double, high: Double
    /// The variants that were asked.
    public let count: Int

    /// Makes a probability.
    ///
    /// - Parameters:
    ///   - hits: The variants of which it is true.
    ///   - count: All of them.
    ///   - standardError: That of the share.
    public init(hits: Int, of count: Int, standardError: Double = .nan) {
      let total = Double(max(1, count))
      let share = Double(hits) / total
      let square = Self.quantile * Self.quantile
      let centre = (share + square / (2 * total)) / (1 + square / total)
      let half =
        Self.quantile
        * (share * (1 - share) / total + square / (4 * total * total)).squareRoot()
        / (1 + square / total)
      value = share
      self.count = count
      low = hits == 0 ? 0 : max(0, centre - half)
      high = hits == count ? 1 : min(1, centre + half)
      self.standardError =
        hits == 0 || hits == count || !standardError.isFinite ? nil : standardError
    }

    /// The 97.5 % quantile of the normal distribution.
    private static let quantile = 1.959963984540054
  }

  /// Where the scenario itself lies among its variants.
  public struct Standing: Sendable, Hashable {
    /// The variants below it.
    package let below: Int
    /// The variants that come to the same.
    package let same: Int
    /// All of them.
    package let count: Int

    /// The share of the variants below it, those that come to the same counted half: its percentile.
    public var share: Double { (Double(below) + 0.5 * Double(same)) / Double(max(1, count)) }
  }

  /// Where the figures of the scenario lie among those of its variants.
  public struct Standings: Sendable, Hashable {
    /// That of the greatest emissions of a year.
    public let peakValue: Standing
    /// That of the time of the peak; a variant that has not peaked peaks later than any.
    public let peakYear: Standing
    /// That of the emissions of all years together.
    public let cumulative: Standing
    /// That of the present value of the cost, where costs are counted.
    public let cost: Standing?
  }
}

/// Counts the variants below a value.
struct Ranking {
  private let own: Double
  private let width: Double
  private var below = 0, same = 0, count = 0

  /// Ranks a value.
  ///
  /// - Parameters:
  ///   - own: The value.
  ///   - width: What differs from it by less comes to the same; if absent, only rounding does.
  init(_ own: Double, width: Double? = nil) {
    self.own = own
    self.width = width ?? 1e-9 * max(1, abs(own))
  }

  mutating func add(_ value: Double) {
    count += 1
    if value == own || own.isFinite && abs(value - own) < width {
      same += 1
    } else if value < own {
      below += 1
    }
  }

  var standing: UncertaintyResult.Standing {
    UncertaintyResult.Standing(below: below, same: same, count: count)
  }
}
