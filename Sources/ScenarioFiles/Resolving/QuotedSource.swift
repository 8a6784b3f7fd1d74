public import CityModel
package import Diagnostics

/// A source that a file names for its values.
public struct QuotedSource: Hashable, Sendable {
  /// What the source stands beside; empty for a file as a whole.
  public let path: ParameterPath
  /// The source in the words of the file.
  public let text: String
  /// Where it stands.
  package let location: SourceLocation
}
