/// One of several parts of a sweep, which machines run on their own.
public struct Shard: Hashable, Sendable {
  /// Which part, from 1.
  public let index: Int
  /// The number of parts.
  public let count: Int

  /// Names a part; nothing if there is no such part.
  public init?(_ index: Int, of count: Int) {
    guard count >= 1, count <= 1_000_000, (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `3/7`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(index, of: count)
  }

  /// The variants of the part: consecutive ones, so that the parts in order are the whole.
  ///
  /// ```text
  /// ⌊N·(i − 1)/n⌋ ..< ⌊N·i/n⌋
  /// ```
  ///
  /// - Parameter variants: The number of variants of the whole sweep, N.
  /// - Returns: Their numbers.
  public func variants(of variants: Int) -> Range<Int> {
    place(index - 1, variants)..<place(index, variants)
  }

  private func place(_ part: Int, _ variants: Int) -> Int {
    let (quotient, remainder) = variants.quotientAndRemainder(dividingBy: count)
    return quotient * part + remainder * part / count
  }
}
