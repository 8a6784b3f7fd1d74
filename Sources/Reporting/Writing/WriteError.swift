public import Diagnostics
import Glibc

/// A file or folder that cannot be written.
public struct WriteError: Error, Hashable, Sendable {
  /// Its path.
  public let path: String
  /// The system's error number (`errno`).
  public let code: Int32

  /// Names a path and what the system said of it, by default last.
  init(path: String, code: Int32 = errno) { (self.path, self.code) = (path, code) }

  /// The system's reason, as `Permission denied`.
  public var reason: String { String(cString: strerror(code)) }

  /// Whether the name is taken already.
  public var isTaken: Bool { code == EEXIST }

  /// One sentence for people.
  public var text: Text {
    Text("cannot write '\(path)': \(reason)", "无法写入“\(path)”：\(reason)")
  }
}
