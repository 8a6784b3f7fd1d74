public import Diagnostics
import Glibc

/// A file or folder that cannot be written.
public struct WriteError: Refused, Hashable, Sendable {
  /// Its path.
  public let path: String
  /// The system's error number (`errno`).
  public let code: Int32

  /// Names a path and what the system said of it.
  public init(path: String, code: Int32) { (self.path, self.code) = (path, code) }

  /// Names a path; what the system said last is of it.
  init(path: String) { self.init(path: path, code: errno) }

  /// The system's reason, as `Permission denied`.
  public var reason: Text { systemReason(code) }

  /// Whether the name is taken already.
  public var isTaken: Bool { code == EEXIST }

  /// That a result cannot be written.
  public var refusal: Refusal { Refusal(text, .cannotWrite) }

  /// One sentence for people.
  public var text: Text {
    Text(
      "cannot write '\(path)': \(reason)", "无法写入“\(path)”：\(reason)")
  }
}
