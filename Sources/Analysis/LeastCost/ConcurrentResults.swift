/// Computes some things at the same time and gives them in their order.
func concurrentResults<Found: Sendable>(
  _ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) async throws -> Found
) async throws -> [Found] {
  try await withThrowingTaskGroup(of: (Int, Found).self) { group in
    var found: [Int: Found] = [:]
    for place in 0..<count {
      if place >= jobs, let (done, result) = try await group.next() { found[done] = result }
      group.addTask { (place, try await work(place)) }
    }
    for try await (done, result) in group { found[done] = result }
    return (0..<count).compactMap { found[$0] }
  }
}
