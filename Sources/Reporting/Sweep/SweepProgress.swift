public import Analysis

/// How far a sweep has come.
public struct SweepProgress: Hashable, Sendable {
  /// The number of the next variant.
  public internal(set) var next: Int
  /// The rows kept so far.
  public internal(set) var rows = 0
  /// How many variants have which status, kept or not.
  public private(set) var counts: [SweepStatus: Int] = [:]

  /// Before the first variant.
  init(from first: Int) { next = first }

  /// Counts a variant.
  mutating func count(_ status: SweepStatus, isKept: Bool) {
    counts[status, default: 0] += 1
    if isKept { rows += 1 }
  }

  /// The variants that have no results.
  public var impossible: Int {
    counts.reduce(0) { $1.key.hasResults ? $0 : $0 + $1.value }
  }

  /// The numbers of a line of the journal.
  var numbers: [Int] { [next, rows] + SweepStatus.allCases.map { counts[$0] ?? 0 } }

  /// Reads the numbers of a line of the journal.
  init?(_ numbers: some Collection<Int>) {
    let statuses = SweepStatus.allCases
    let numbers = Array(numbers)
    guard numbers.count == statuses.count + 2, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    (next, rows) = (numbers[0], numbers[1])
    counts = Dictionary(uniqueKeysWithValues: zip(statuses, numbers.dropFirst(2)))
      .filter { $0.value > 0 }
  }
}
