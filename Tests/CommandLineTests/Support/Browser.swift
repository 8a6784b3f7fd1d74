import Foundation

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
    let scratch = try Scratch()
    let (out, err) = (scratch.url.appending(path: "out"), scratch.url.appending(path: "err"))
    for file in [out, err] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = path.map { URL(fileURLWithPath: $0) }
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(scratch.url.path)/profile", "--enable-logging=stderr",
      "--virtual-time-budget=3000", "--dump-dom", page.absoluteString,
    ]
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    let log = try String(contentsOf: err, encoding: .utf8)
    return Visit(
      document: try String(contentsOf: out, encoding: .utf8),
      complaints: log.split(separator: "\n").filter { $0.contains("CONSOLE") }.map(String.init))
  }
}
