/// Values by path, where `*` in a path stands for any id: the most specific row is the one that holds.
struct PathTable<Value: Sendable>: Sendable {
  private var value: Value?
  private var branches: [Substring: PathTable<Value>] = [:]

  /// Sets the value of a path.
  mutating func add(_ value: Value, at keys: [Substring]) { add(value, at: keys[...]) }

  /// The value of the most specific row that a path fits; none if there is none.
  func find(_ keys: [Substring]) -> Value? { find(keys[...]) }

  private mutating func add(_ value: Value, at keys: ArraySlice<Substring>) {
    guard let first = keys.first else {
      self.value = value
      return
    }
    branches[first, default: PathTable()].add(value, at: keys.dropFirst())
  }

  private func find(_ keys: ArraySlice<Substring>) -> Value? {
    guard let first = keys.first else { return value }
    return branches[first]?.find(keys.dropFirst()) ?? branches["*"]?.find(keys.dropFirst())
  }
}
