import Foundation
import Testing

/// The Python environment in which files of ours are read as others read them.
enum Python {
  /// Whether it may be left out, for people without a network.
  static let isThere = ProcessInfo.processInfo.environment["CARBONPEAK_SKIP_PYTHON"] == nil

  /// Runs a script of the folder `Inputs` and gives what it printed.
  static func run(_ script: String, _ arguments: [String]) throws -> String {
    let python = try #require(
      ProcessInfo.processInfo.environment["CARBONPEAK_TEST_PYTHON"],
      "make test sets CARBONPEAK_TEST_PYTHON; without a network set CARBONPEAK_SKIP_PYTHON=1")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments =
      [Program.root.appending(path: "Tests/CommandLineTests/Inputs/\(script)").path] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(script): \(said)")
    return said
  }
}
