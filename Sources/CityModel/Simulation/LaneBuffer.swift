/// A fixed number of lane values, allocated once for a whole run.
///
/// The kernel's workspace: the only unsafe memory of the model. The compiler of a blueprint gives out
/// every index; the subscript checks them in debug builds, and the public ways to results check
/// theirs always.
final class LaneBuffer {
  private let storage: UnsafeMutableBufferPointer<Lanes>

  /// Allocates `count` values, all zero.
  init(count: Int) {
    storage = .allocate(capacity: count)
    storage.initialize(repeating: .zero)
  }

  deinit { storage.deallocate() }

  /// How many values there are.
  var count: Int { storage.count }

  /// One value.
  subscript(row: Int) -> Lanes {
    get {
      assert(storage.indices.contains(row))
      return storage[row]
    }
    set {
      assert(storage.indices.contains(row))
      storage[row] = newValue
    }
  }

  /// Takes over the values of a buffer of the same size.
  func copy(from other: LaneBuffer) {
    precondition(count == other.count)
    _ = storage.update(fromContentsOf: other.storage)
  }

  /// Sets every value to zero.
  func clear() { storage.update(repeating: .zero) }
}
