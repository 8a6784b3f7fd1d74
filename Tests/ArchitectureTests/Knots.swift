/// Who needs whom, and the knots in it: sets of files each of which needs, over others, all the rest.
enum Knots {
  /// The knots of more than one file, the largest first (strongly connected components, Tarjan 1972).
  static func all(in uses: [String: Set<String>]) -> [[String]] {
    var search = Search(uses: uses)
    for file in uses.keys.sorted() where search.order[file] == nil { search.visit(file) }
    return search.found.filter { $0.count > 1 }.sorted { $0.count > $1.count }
  }

  private struct Search {
    let uses: [String: Set<String>]
    var order: [String: Int] = [:]
    var lowest: [String: Int] = [:]
    var open: [String] = []
    var found: [[String]] = []

    mutating func visit(_ file: String) {
      order[file] = order.count
      lowest[file] = order[file]
      open.append(file)
      for next in uses[file, default: []].sorted() {
        if order[next] == nil {
          visit(next)
          lower(file, to: lowest[next])
        } else if open.contains(next) {
          lower(file, to: order[next])
        }
      }
      guard lowest[file] == order[file], let start = open.lastIndex(of: file) else { return }
      found.append(open[start...].sorted())
      open.removeSubrange(start...)
    }

    private mutating func lower(_ file: String, to value: Int?) {
      if let value, let now = lowest[file] { lowest[file] = min(now, value) }
    }
  }
}
