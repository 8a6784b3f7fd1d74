import Diagnostics

/// One line on the terminal that says how far a long work is, how fast it goes and how long it
/// takes still.
struct ProgressLine {
  private let total: Int
  private let start: Int
  private let language: Language
  private let isShown: Bool
  private let clock = ContinuousClock()
  private let began: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant

  /// Prepares a line.
  ///
  /// - Parameters:
  ///   - total: The number of things to be done.
  ///   - start: How many are done already.
  ///   - isWanted: Whether it is shown where a terminal is.
  ///   - language: The language of the words.
  init(of total: Int, from start: Int, isWanted: Bool, _ language: Language) {
    self.total = total
    self.start = start
    self.language = language
    isShown = isWanted && Console.showsProgress
    began = clock.now
    shown = began
  }

  /// Shows how many are done, twice a second at most.
  mutating func update(_ done: Int) {
    guard isShown, clock.now - shown > .milliseconds(500) else { return }
    shown = clock.now
    let elapsed = (shown - began) / .seconds(1)
    Console.overwrite(Self.text(done, of: total, from: start, after: elapsed)(language))
  }

  /// Removes the line.
  func end() { if isShown { Console.overwrite("") } }

  /// The line, without the terminal's part.
  ///
  /// - Parameters:
  ///   - done: How many are done.
  ///   - total: How many are to be done.
  ///   - start: How many were done before.
  ///   - seconds: The time since then.
  /// - Returns: The words.
  static func text(_ done: Int, of total: Int, from start: Int, after seconds: Double) -> Text {
    let rate = seconds > 0 ? Double(done - start) / seconds : 0
    let left = rate > 0 ? duration(Double(total - done) / rate) : Text("–", "–")
    let now = grouped(done)
    let all = grouped(total)
    let speed = readableText(rate)
    return Text(
      "\(now) of \(all) variants · \(speed)/s · \(left) left",
      "\(now) / \(all) 个方案 · 每秒 \(speed) 个 · 还需 \(left)")
  }

  /// A time in words, rounded up.
  static func duration(_ seconds: Double) -> Text {
    let whole = Int(min(max(seconds, 0), 1e9).rounded(.up))
    if whole < 120 { return Text("\(whole) s", "\(whole) 秒") }
    if whole < 7200 { return Text("\(whole / 60) min", "\(whole / 60) 分钟") }
    return Text(
      "\(whole / 3600) h \(whole % 3600 / 60) min", "\(whole / 3600) 小时 \(whole % 3600 / 60) 分钟")
  }
}
