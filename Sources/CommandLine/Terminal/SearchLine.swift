import Diagnostics
import Synchronization

/// One line on the terminal that says how much a search has tried, and for how long.
///
/// How much a search will try is not known before it ends, so the line promises no end; where it goes
/// through parts one after the other, it says how many are left and how long they take at that pace.
final class SearchLine: Sendable {
  private struct State {
    var runs = 0
    var parts: (done: Int, all: Int, since: ContinuousClock.Instant)?
    var shown: ContinuousClock.Instant
  }

  private let state: Mutex<State>
  private let began: ContinuousClock.Instant
  private let isShown: Bool
  private let language: Language

  /// Prepares a line.
  ///
  /// - Parameters:
  ///   - isWanted: Whether it is shown where a terminal is.
  ///   - language: The language of the words.
  init(isWanted: Bool, _ language: Language) {
    isShown = isWanted && Console.showsProgress
    self.language = language
    began = .now
    state = Mutex(State(shown: began))
  }

  /// Counts runs; shows the line twice a second at most.
  @Sendable func count(_ more: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      state.runs += more
      guard now - state.shown > .milliseconds(500) else { return }
      state.shown = now
      let parts = state.parts.map { parts in
        (parts.done, parts.all, (now - parts.since) / .seconds(1))
      }
      Console.overwrite(
        Self.text(state.runs, after: (now - began) / .seconds(1), parts)(language))
    }
  }

  /// Notes how many of several parts are done.
  func part(_ done: Int, of all: Int) {
    state.withLock { state in
      state.parts = (done, all, state.parts?.since ?? .now)
    }
  }

  /// Removes the line.
  func end() { if isShown { Console.overwrite("") } }

  /// The line, without the terminal's part.
  ///
  /// - Parameters:
  ///   - runs: How many runs are done.
  ///   - seconds: The time since the search began.
  ///   - parts: How many parts are done, of how many, in what time.
  /// - Returns: The words.
  static func text(
    _ runs: Int, after seconds: Double, _ parts: (done: Int, all: Int, seconds: Double)? = nil
  ) -> Text {
    let rate = readableText(seconds > 0 ? Double(runs) / seconds : 0)
    let number = grouped(runs)
    let time = ProgressLine.duration(seconds)
    var left = Text("", "")
    if let parts {
      let rest = Double(parts.all - parts.done) * parts.seconds / Double(max(1, parts.done))
      let end = parts.done > 0 ? ProgressLine.duration(rest) : Text("–", "–")
      left = Text(
        "\(parts.done) of \(parts.all) budgets · \(end) left · ",
        "\(parts.done) / \(parts.all) 个预算 · 还需 \(end) · ")
    }
    return Text(
      "searching · \(left)\(number) runs · \(rate)/s · \(time) so far",
      "搜索中 · \(left)已运行 \(number) 次 · 每秒 \(rate) 次 · 已用 \(time)")
  }
}
