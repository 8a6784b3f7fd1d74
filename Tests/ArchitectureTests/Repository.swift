import Foundation
import TestSupport

extension Repository {
  /// Every Swift file git keeps.
  static func swiftFiles() throws -> [SourceFile] {
    try textFiles().filter { $0.path.hasSuffix(".swift") }
  }

  /// Every file git keeps that holds text in UTF-8.
  static func textFiles() throws -> [SourceFile] {
    try paths().compactMap { path in
      (try? String(contentsOf: root.appending(path: path), encoding: .utf8))
        .map { SourceFile(path: path, text: $0) }
    }
  }

  /// What git keeps in the top folder: files, and folders with something in them.
  static func entries() throws -> Set<String> {
    Set(try paths().compactMap { $0.split(separator: "/").first.map(String.init) })
  }

  private static func paths() throws -> [String] {
    try output(of: "git", "-c", "safe.directory=*", "ls-files", "-z")
      .split(separator: "\0").map(String.init)
  }

  /// What a command prints when it runs in the top folder.
  ///
  /// - Throws: ``CommandFailure`` when the command ends with another status than 0.
  static func output(of command: String...) throws -> String {
    let outcome = try Command(command[0], Array(command.dropFirst())).run()
    guard outcome.status == 0 else { throw CommandFailure(command: command) }
    return outcome.output
  }
}

/// A command these tests ask did not do its work.
struct CommandFailure: Error {
  /// The command and its arguments.
  let command: [String]
}

/// A file of the repository, or one that a test makes up.
struct SourceFile {
  /// The path from the top folder, with `/` between its parts.
  let path: String
  /// What it holds.
  let text: String

  /// Its lines, with their numbers from 1.
  var numberedLines: [(number: Int, text: Substring)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { (number: $0.offset + 1, text: $0.element) }
  }

  /// The module a file under `Sources` belongs to, and none for any other.
  var module: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }
}
