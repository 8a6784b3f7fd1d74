/// A value of one file that another file's stands over.
struct ReplacedValue: Sendable {
  /// The keys that lead to it.
  let keys: [String]
  /// What stood there, and what stands there now.
  let (old, new): (Entry, Entry)
}
