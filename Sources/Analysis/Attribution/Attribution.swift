/// What each player has of what all bring about together, by player and metric.
///
/// v is what a coalition reaches on a metric; every number is a difference of such values, in the
/// metric's unit and with its sign.
public struct Attribution: Sendable {
  /// How it was found.
  public enum Method: Hashable, Sendable {
    /// From every coalition.
    case exact
    /// From so many pairs of an order and its reverse.
    case sampled(pairs: Int)
  }

  /// What two players bring about beyond what each does alone, on the first metrics.
  public struct Interaction: Hashable, Sendable {
    /// The two players, in order.
    public let players: [Int]
    /// The Shapley interaction index; none where no order drawn has the two side by side.
    ///
    /// ```text
    /// I(i, j) = Σ_{S ⊆ N∖{i, j}} s! (n − s − 2)! / (n − 1)! · δ(S)
    /// δ(S) = v(S ∪ {i, j}) − v(S ∪ {i}) − v(S ∪ {j}) + v(S)
    /// ```
    ///
    /// Source: Grabisch and Roubens (1999), International Journal of Game Theory 28:547.
    public let index: [Double]?
    /// How far the sampled index scatters; zero where exact, infinite from one sample.
    public let errors: [Double]
    /// δ(∅): with no other.
    public let first: [Double]
    /// δ(N∖{i, j}): with all others.
    public let last: [Double]
  }

  /// How it was found.
  public let method: Method
  /// What there is without anyone: v(∅).
  public let base: [Double]
  /// What all bring about: v(N) − v(∅).
  public let whole: [Double]
  /// The Shapley value: what a player adds, over all orders alike.
  ///
  /// The values sum to the whole.
  ///
  /// Source: Shapley (1953), A value for n-person games.
  public let shapley: [[Double]]
  /// The Owen value: what a player adds, over all orders in which groups come as wholes.
  ///
  /// The values sum to the whole, and those of a group to what the group has among groups.
  ///
  /// Source: Owen (1977), Values of games with a priori unions.
  public let owen: [[Double]]
  /// How far the sampled Shapley values scatter; zero where exact.
  public let shapleyErrors: [[Double]]
  /// How far the sampled Owen values scatter; zero where exact.
  public let owenErrors: [[Double]]
  /// How far the sums of a group's sampled Shapley values scatter; zero where exact.
  public let groupShapleyErrors: [[Double]]
  /// How far the sums of a group's sampled Owen values scatter; zero where exact.
  public let groupOwenErrors: [[Double]]
  /// What a player does alone.
  public let firstIn: [[Double]]
  /// What is lost without it.
  public let lastOut: [[Double]]
  /// What a group does alone.
  public let groupFirstIn: [[Double]]
  /// What is lost without it.
  public let groupLastOut: [[Double]]
  /// Every pair of players.
  public let interactions: [Interaction]
}
