public import Diagnostics

/// An id for machines with a name for people.
public struct Identity: Hashable, Sendable {
  /// Lower-case words joined by `-`.
  public let id: String
  /// The name in both languages; the id where none is given.
  public let name: Text

  /// Makes an identity.
  public init(id: String, name: Text) { (self.id, self.name) = (id, name) }
}
