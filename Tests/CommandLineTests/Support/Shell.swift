import Foundation

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
  static func run(_ command: String...) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = Program.root
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["MANWIDTH": "80", "LC_ALL": "C.UTF-8"]) { $1 }
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }
}
