package import Foundation

/// A program that a test starts.
package struct Command {
  /// What a run of it did.
  package struct Outcome {
    package let status: Int32
    package let output: String
    package let errors: String

    /// All that it said.
    package var said: String { output + errors }
  }

  private let process = Process()

  /// Says what to start.
  ///
  /// - Parameters:
  ///   - program: The path of the program; a mere name is looked for as the shell does.
  ///   - arguments: Its arguments.
  ///   - folder: Where it runs.
  ///   - environment: All of its environment; that of the tests where none is given.
  package init(
    _ program: String, _ arguments: [String] = [], in folder: URL = Repository.root,
    environment: [String: String]? = nil
  ) {
    let isPath = program.contains("/")
    process.executableURL = URL(fileURLWithPath: isPath ? program : "/usr/bin/env")
    process.arguments = (isPath ? [] : [program]) + arguments
    process.currentDirectoryURL = folder
    if let environment { process.environment = environment }
    process.standardInput = FileHandle.nullDevice
  }

  /// Runs it and waits for its end.
  package func run() throws -> Outcome {
    let folder = try TemporaryFolder(["out": "", "errors": ""])
    process.standardOutput = try FileHandle(forWritingTo: folder.url.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: folder.url.appending(path: "errors"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try folder.text("out"),
      errors: try folder.text("errors"))
  }

  /// Runs it with both streams in one, as a terminal shows them.
  package func runWithStreamsJoined() throws -> (status: Int32, said: String) {
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }
}
