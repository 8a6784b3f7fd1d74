import ArgumentParser
import Diagnostics
import Glibc
import Synchronization

extension Console {
  /// Writes lines to standard output; nothing in them can steer a terminal.
  static func say(_ text: String) { show(safeLines(text) + "\n") }

  /// Writes a text of ours as it is to standard output.
  static func show(_ text: String) {
    guard let fault = write(text, to: STDOUT_FILENO) else { return }
    _ = firstOutputFault.compareExchange(expected: 0, desired: fault, ordering: .relaxed)
  }

  /// Writes a sentence to standard error; what it quotes cannot steer a terminal or begin a line.
  static func complain(_ line: String) { write(terminalSafe(line) + "\n", to: STDERR_FILENO) }

  /// Writes lines to standard error; nothing in them can steer a terminal.
  static func complain(lines: String) { write(safeLines(lines) + "\n", to: STDERR_FILENO) }

  /// Writes what the program has to say to standard error, under its name.
  static func complain(_ words: String, _ language: Language) {
    complain(Text("carbonpeak: \(words)", "carbonpeak：\(words)")(language))
  }

  /// Shows what is wrong with files on standard error, coloured where that is wanted.
  ///
  /// - Parameters:
  ///   - diagnostics: What was found.
  ///   - sources: The texts that were read, for their lines.
  ///   - language: The language of the messages.
  ///   - isCounted: Whether a last line counts them.
  static func complain(
    of diagnostics: DiagnosticCollection, in sources: [SourceText], _ language: Language,
    isCounted: Bool = true
  ) {
    let text = diagnostics.rendered(
      language: language, sources: sources, isColoured: coloursErrors,
      isCounted: isCounted)
    write(text + "\n", to: STDERR_FILENO)
  }

  /// Tells on standard error why there is no answer.
  static func complain(_ refusal: Refusal, _ language: Language) {
    switch refusal.place {
    case .program: for line in refusal.lines { complain(line(language), language) }
    case .subject(let name):
      for line in refusal.lines {
        complain(Text("\(name): \(line)", "\(name)：\(line)")(language), language)
      }
    case .texts(let found, let texts): complain(of: found, in: texts, language)
    }
  }

  /// Replaces the last line of standard error, which must be a terminal, as far as it has room.
  static func overwrite(_ line: String) {
    var shown = ""
    var room = width - 1
    for character in terminalSafe(line) {
      room -= displayWidth(String(character))
      guard room >= 0 else { break }
      shown.append(character)
    }
    write("\r\u{1B}[K" + shown, to: STDERR_FILENO)
  }

  /// Gives standard streams that are closed a place that loses what is written to it.
  ///
  /// The next file that is opened would take their number, and a summary or a warning would be
  /// written into it. What goes to standard output then fails as it did before.
  static func openStandardStreams() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// The status of a command whose standard output could not be written, after saying why.
  ///
  /// - Parameters:
  ///   - status: How the command ended otherwise.
  ///   - language: The language of the sentence.
  /// - Returns: `ExitStatus.readWriteError`; nothing where all was written, or where the command
  ///   failed for a reason of its own.
  static func outputFault(after status: ExitCode, _ language: Language) -> ExitCode? {
    let fault = firstOutputFault.load(ordering: .relaxed)
    guard fault != 0 else { return nil }
    let reason = systemReason(fault)
    let words = Text(
      "cannot write to standard output: \(reason)", "无法写到标准输出：\(reason)")
    complain(words(language), language)
    let wasDone = status.isSuccess || status == ExitStatus.targetMissed.code
    return wasDone ? ExitStatus.readWriteError.code : nil
  }

  /// The system's error number of the first write to standard output that failed; 0 if none did.
  private static let firstOutputFault = Atomic<Int32>(0)

  /// The text with its line breaks, and nothing else in it that steers a terminal.
  private static func safeLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { terminalSafe($0) }
      .joined(separator: "\n")
  }

  /// Writes a text to its last byte.
  ///
  /// - Returns: The system's error number; nothing if all was written.
  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = Array(text.utf8)
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : ENOSPC }
      rest.removeFirst(count)
    }
    return nil
  }
}
