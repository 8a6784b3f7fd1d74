import Diagnostics
import Glibc
import Synchronization

/// Whether somebody wants the process to end, and what the system is kept from doing to it.
enum Interruption {
  private static let isWanted = Atomic<Bool>(false)

  /// From now on a first SIGINT or SIGTERM is only noted; one that comes after it was heeded ends the
  /// process at once.
  ///
  /// One request may arrive as two signals: `timeout` sends one to the process and one to its group,
  /// and a script may hand on what the terminal has sent already.
  static func watch() {
    isWanted.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in Interruption.note() }
    }
  }

  /// From now on a file that reaches its size limit fails with an error, as one on a full disk does,
  /// instead of ending the process.
  static func meetFullFiles() { signal(SIGXFSZ, SIG_IGN) }

  /// From now on a check of Swift's own that fails (a place outside an array, a number too large) ends
  /// the process as a defect of ours does: with a word, and with its status.
  static func tellTraps() {
    for number in [SIGILL, SIGTRAP] {
      signal(number) { _ in
        let words: StaticString = """
          carbonpeak: defect: a check of the program itself failed; please report this, with the command
          carbonpeak：程序缺陷：内部检查未通过，请连同所用命令一并反馈

          """
        _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
        _exit(defectStatus)
      }
    }
  }

  /// Waits for signals on this thread until the process ends, and cancels a task once one is noted.
  ///
  /// The task then unwinds from where it stands, and what it has not finished goes away with it. A
  /// signal that comes just before the wait is seen when the wait is over.
  ///
  /// Threads that compute are closed to signals, and so may be the process that started this one,
  /// which hands that down.
  static func receive(for task: Task<Void, Never>) -> Never {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    while !isWanted.load(ordering: .relaxed) { sleep(1) }
    task.cancel()
    let heeded = ContinuousClock.now
    while ContinuousClock.now - heeded < patience { usleep(50_000) }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    while true { sleep(1) }
  }

  /// How long after the first signal others are taken for the same request.
  private static let patience = Duration.milliseconds(500)

  private static func note() { isWanted.store(true, ordering: .relaxed) }
}
