package import Foundation

/// The working copy that the tests were built from.
package enum Repository {
  /// Its top folder, found from where this file stands.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The bundled scenarios.
  package static let scenarios = root.appending(path: "Scenarios")
}
