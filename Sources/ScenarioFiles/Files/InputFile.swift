package import Diagnostics

/// A file that was read: its bytes, for the record of the run, and its text.
public struct InputFile: Sendable {
  /// The path as the user gave it, or as it follows from the file that names it.
  public let path: String
  /// The bytes on the disk, a byte-order mark included.
  public let bytes: [UInt8]
  /// The text in lines.
  package let text: SourceText
  /// The path with links resolved, by which a file is known again.
  let realPath: String
}

/// How much is read before a file is refused.
public struct ReadingLimits: Sendable {
  /// The bytes of a file.
  package var bytes = 4_194_304
  /// The bytes of a line.
  package var lineBytes = 65_536
  /// The values of a file, aliases expanded.
  package var nodes = 200_000
  /// Maps and lists inside each other.
  package var nesting = 64
  /// Files that extend each other in one chain.
  package var extending = 16

  /// The limits that hold unless a test sets others.
  package init() {}
}
