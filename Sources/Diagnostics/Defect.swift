import Glibc

/// Ends the program at a defect of ours: at what no input may bring about.
///
/// It says where, what is wrong and to whom to tell it, in both languages, for a defect may stand where
/// nobody knows which the user reads; then the process ends at once with ``defectStatus``, in release
/// builds too. Nothing is undone: what was to be written stands under a name of its own until it is
/// whole. What a user can do wrong is no defect but a ``Diagnostic`` or a typed error.
///
/// - Parameters:
///   - words: What should have held, and what was found.
///   - file: Where it stands.
///   - line: The line there.
public func defect(
  _ words: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) -> Never {
  let report = """
    carbonpeak: defect at \(file):\(line): \(words()); please report this
    carbonpeak：程序缺陷，位于 \(file):\(line)，请反馈以上信息

    """
  var rest = Array(report.utf8)
  while !rest.isEmpty {
    let count = write(STDERR_FILENO, rest, rest.count)
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { break }
    rest.removeFirst(count)
  }
  _exit(defectStatus)
}

/// Ends the program as ``defect(_:file:line:)`` does, unless a condition holds that always holds.
///
/// As cheap as a precondition where the condition holds; it stands in the kernel only where one loop of
/// many steps needs one check.
@inlinable
public func defect(
  unless holds: Bool, _ words: @autoclosure () -> String, file: StaticString = #fileID,
  line: UInt = #line
) {
  if !holds { defect(words(), file: file, line: line) }
}

/// The status with which the process ends at a defect: `EX_SOFTWARE` of BSD's sysexits.
public let defectStatus: Int32 = 70
