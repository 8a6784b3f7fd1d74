import Glibc
import Synchronization

/// Whether somebody wants the process to end, and what the system is kept from doing to it.
enum Interruption {
  private static let isWanted = Atomic<Bool>(false)

  /// From now on a first SIGINT or SIGTERM is only noted; a second one ends the process at once.
  ///
  /// A file that reaches its size limit then fails with an error, as one on a full disk does,
  /// instead of ending the process.
  static func watch() {
    isWanted.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interruption.note()
        signal(number, SIG_DFL)
      }
    }
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Waits for signals on this thread until the process ends.
  ///
  /// Threads that compute are closed to signals, and so may be the process that started this one,
  /// which hands that down.
  static func receive() -> Never {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    while true { pause() }
  }

  /// Whether the process was asked to end.
  static var isRequested: Bool { isWanted.load(ordering: .relaxed) }

  private static func note() { isWanted.store(true, ordering: .relaxed) }
}
