/// A place in a text file that a person edits.
public struct SourceLocation: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The path as the user gave it.
  public let path: String
  /// Line number, from 1; 0 stands for the file as a whole.
  public let line: Int
  /// Column, from 1, counted in characters as an editor shows them; 0 for the file as a whole.
  public let column: Int

  /// Makes a place from a path and a one-based line and column.
  public init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// The file as a whole, for a file that is missing, empty or cannot be read.
  public init(wholeFile path: String) {
    self.init(path: path, line: 0, column: 0)
  }

  /// Orders by path, then line, then column.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.path, lhs.line, lhs.column) < (rhs.path, rhs.line, rhs.column)
  }

  /// The place as compilers and editors write it: `path:line:column`, or the path alone.
  public var description: String { line == 0 ? path : "\(path):\(line):\(column)" }
}
