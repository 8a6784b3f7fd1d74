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

  /// Copies some values of another buffer to the places that follow `place`, and moves it on.
  func gather(_ other: LaneBuffer, _ rows: [Int], to place: inout Int) {
    for row in rows {
      self[place] = other[row]
      place += 1
    }
  }

  /// Copies the values that follow `place` to some places of another buffer, and moves it on.
  func scatter(to other: LaneBuffer, _ rows: [Int], from place: inout Int) {
    for row in rows {
      other[row] = self[place]
      place += 1
    }
  }

  /// Sets every value to zero.
  func clear() { storage.update(repeating: .zero) }

  /// Sets the values of some places to zero.
  func clear(_ places: Range<Int>) { storage[places].update(repeating: .zero) }
}
