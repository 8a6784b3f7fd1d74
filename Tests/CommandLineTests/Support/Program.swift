import Foundation
import TestSupport

/// The real binary, run as a person runs it.
struct Program {
  /// The binary beside this test bundle.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("carbonpeak").path

  /// Runs the program and waits for its end.
  static func run(
    _ arguments: [String], in folder: URL = Repository.root, environment: [String: String] = [:]
  ) throws -> Command.Outcome {
    try run(path, arguments, in: folder, environment)
  }

  private static func run(
    _ program: String, _ arguments: [String], in folder: URL, _ environment: [String: String]
  ) throws -> Command.Outcome {
    let plain = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    return try Command(
      program, arguments, in: folder, environment: plain.merging(environment) { $1 }
    ).run()
  }

  /// Runs the program with its streams redirected as the shell does it: `>/dev/full`, `2>&-`.
  static func run(
    _ arguments: [String], redirecting streams: String, in folder: URL = Repository.root
  ) throws -> Command.Outcome {
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
