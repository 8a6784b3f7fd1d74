import Foundation
import TestSupport
import Testing

/// The Python of the tests, with pyam and openpyxl, which read our files as others will.
enum Python {
  /// Whether it is to be left out: people without a network cannot make it.
  static let isLeftOut = ProcessInfo.processInfo.environment["CARBONPEAK_SKIP_PYTHON"] != nil

  /// Runs a script of the folder `Inputs` and gives what it said.
  static func run(file name: String, _ arguments: [String]) throws -> String {
    let path = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/\(name)")
    let (status, said) = try start(path.path, arguments)
    try #require(status == 0, "\(name): \(said)")
    return said
  }

  /// Runs a script and waits for its end.
  ///
  /// - Parameters:
  ///   - script: The script.
  ///   - arguments: What it finds in `sys.argv` after its own name.
  /// - Returns: The status it ended with and all that it said.
  /// - Throws: Where there is no Python, or it cannot be started.
  static func run(_ script: String, _ arguments: String...) throws -> (status: Int32, said: String)
  {
    let scratch = try TemporaryFolder()
    return try start(try scratch.write(script, to: "check.py"), arguments)
  }

  private static func start(
    _ path: String, _ arguments: [String]
  ) throws -> (status: Int32, said: String) {
    let python = try #require(
      ProcessInfo.processInfo.environment["CARBONPEAK_TEST_PYTHON"],
      "make test sets CARBONPEAK_TEST_PYTHON; without a network set CARBONPEAK_SKIP_PYTHON=1")
    // pint keeps absolute paths in its cache: each environment has its own.
    let cache = URL(fileURLWithPath: python).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "cache")
    let environment = ProcessInfo.processInfo.environment.merging(
      ["XDG_CACHE_HOME": cache.path]) { $1 }
    return try Command(python, ["-W", "ignore", path] + arguments, environment: environment)
      .runWithStreamsJoined()
  }
}
