import Foundation
import TestSupport

/// Programs of the system that the tests ask.
enum Shell {
  /// Whether the system has a program.
  static func has(_ program: String) -> Bool {
    ["/usr/bin/", "/bin/", "/usr/local/bin/"]
      .contains { FileManager.default.isExecutableFile(atPath: $0 + program) }
  }

  /// Runs a program in the working copy and waits for its end.
  ///
  /// - Returns: Its status, and all that it said.
  static func run(_ command: String...) throws -> (status: Int32, said: String) {
    let environment = ProcessInfo.processInfo.environment.merging(
      ["MANWIDTH": "80", "LC_ALL": "C.UTF-8"]) { $1 }
    return try Command(command[0], Array(command.dropFirst()), environment: environment)
      .runWithStreamsJoined()
  }
}
