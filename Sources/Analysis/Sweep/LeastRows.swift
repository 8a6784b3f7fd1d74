/// The few rows with the least keys of many; of equal keys the earlier row.
///
/// Memory grows with the number kept, not with the number offered: a heap with the worst on top.
public struct LeastRows<Row> {
  /// A row with what it is ranked by.
  public struct Ranked {
    /// What it is ranked by.
    package let key: Double
    /// Its number, which decides between equal keys.
    package let number: Int
    /// The row.
    public let row: Row

    fileprivate func isBefore(_ other: Self) -> Bool {
      key != other.key ? key < other.key : number < other.number
    }
  }

  private let limit: Int
  private var heap: [Ranked] = []

  /// Prepares to keep at most so many rows.
  public init(_ limit: Int) { self.limit = limit }

  /// Offers a row; one whose key is not a number is never kept.
  ///
  /// - Returns: Whether it is, for now, among those kept.
  public mutating func offer(_ row: @autoclosure () -> Row, key: Double, number: Int) -> Bool {
    guard !key.isNaN, limit > 0 else { return false }
    if heap.count == limit, let worst = heap.first,
      worst.key != key ? worst.key < key : worst.number < number
    {
      return false
    }
    let ranked = Ranked(key: key, number: number, row: row())
    if heap.count < limit {
      heap.append(ranked)
      rise(heap.count - 1)
    } else {
      heap[0] = ranked
      sink(0)
    }
    return true
  }

  /// The rows kept, the least first.
  public var ranked: [Ranked] { heap.sorted { $0.isBefore($1) } }

  private mutating func rise(_ start: Int) {
    var place = start
    while place > 0, heap[(place - 1) / 2].isBefore(heap[place]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      let children = [2 * place + 1, 2 * place + 2].filter { $0 < heap.count }
      guard let worst = children.max(by: { heap[$0].isBefore(heap[$1]) }),
        heap[place].isBefore(heap[worst])
      else { return }
      heap.swapAt(place, worst)
      place = worst
    }
  }
}

extension LeastRows.Ranked: Sendable where Row: Sendable {}
extension LeastRows: Sendable where Row: Sendable {}
