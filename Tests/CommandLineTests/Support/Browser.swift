import Foundation
import TestSupport
import Testing

/// A browser without a window, which reads pages as people's browsers do.
enum Browser {
  /// Where it is; nothing where there is none.
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What came of reading a page.
  struct Visit {
    /// The page as the browser understood it.
    let document: String
    /// What the browser complained of: errors of scripts, requests that the page's policy refused.
    let complaints: [String]
  }

  /// Reads a page of this machine.
  static func visit(_ page: URL) throws -> Visit {
    let scratch = try TemporaryFolder()
    let arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(scratch.path)/profile", "--enable-logging=stderr",
      "--virtual-time-budget=3000", "--dump-dom", page.absoluteString,
    ]
    let outcome = try Command(try #require(path), arguments).run()
    return Visit(
      document: outcome.output,
      complaints: outcome.errors.split(separator: "\n").filter { $0.contains("CONSOLE") }
        .map(String.init))
  }
}
