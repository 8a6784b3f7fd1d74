import Foundation

/// The real binary, run as a person runs it.
struct Program {
  /// What a run of it did.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The binary beside this test bundle.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("carbonpeak").path

  /// The working copy, for the bundled scenarios.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs the program and waits for its end.
  static func run(
    _ arguments: [String], in folder: URL = root, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(path, arguments, in: folder, environment)
  }

  private static func run(
    _ program: String, _ arguments: [String], in folder: URL, _ environment: [String: String]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      .merging(environment) { $1 }
    let folder = try Scratch()
    let (out, err) = (folder.url.appending(path: "out"), folder.url.appending(path: "err"))
    for file in [out, err] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: out, encoding: .utf8),
      errors: try String(contentsOf: err, encoding: .utf8))
  }

  /// Runs the program with its streams redirected as the shell does it: `>/dev/full`, `2>&-`.
  static func run(
    _ arguments: [String], redirecting streams: String, in folder: URL = root
  ) throws -> Outcome {
    try run(
      "/bin/sh", ["-c", "exec \"$0\" \"$@\" \(streams)", path] + arguments, in: folder, [:])
  }

  /// Starts the program, holds it as soon as a condition holds, and sends it a signal.
  ///
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - signal: The signal.
  ///   - gaps: The time to each further signal of the same request [µs].
  ///   - errors: Where standard error goes.
  ///   - isReady: The condition.
  ///   - act: What is done before the signal, while the program stands still.
  /// - Returns: Its exit status; nothing where the signal ended it.
  /// - Throws: Where it cannot be started, or there is no such file for its errors.
  static func interrupt(
    _ arguments: [String], with signal: Int32, again gaps: [UInt32] = [], errors: URL? = nil,
    once isReady: () -> Bool, whileHeld act: () throws -> Void = {}
  ) throws -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardError = try errors.map(FileHandle.init(forWritingTo:)) ?? .nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    while process.isRunning, !isReady() { usleep(500) }
    kill(process.processIdentifier, SIGSTOP)
    let outcome = Result(catching: act)
    for each in [signal, SIGCONT] { kill(process.processIdentifier, each) }
    for gap in gaps {
      usleep(gap)
      kill(process.processIdentifier, signal)
    }
    process.waitUntilExit()
    try outcome.get()
    return process.terminationReason == .uncaughtSignal ? nil : process.terminationStatus
  }
}

/// A folder that goes away with its owner.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "carbonpeak-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a text file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// The names of everything in the folder and below.
  var contents: [String] {
    (try? FileManager.default.subpathsOfDirectory(atPath: url.path).sorted()) ?? []
  }
}
