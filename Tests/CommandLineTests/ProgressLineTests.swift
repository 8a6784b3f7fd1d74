import Diagnostics
import Testing

@testable import CommandLine

@Suite struct `The line of progress` {
  @Test(arguments: [
    (300_000, 0, 10.0, "300,000 of 1,000,000 variants · 30000/s · 24 s left"),
    (500_000, 400_000, 100, "500,000 of 1,000,000 variants · 1000/s · 8 min left"),
    (1000, 0, 100, "1,000 of 1,000,000 variants · 10.0/s · 27 h 45 min left"),
    (0, 0, 1, "0 of 1,000,000 variants · 0/s · – left"),
  ])
  func `tells the rate since it began and the time that is left at it`(
    done: Int, start: Int, seconds: Double, text: String
  ) {
    let shown = ProgressLine.text(done, of: 1_000_000, from: start, after: seconds)
    #expect(shown.english == text)
    #expect(shown.chinese != shown.english)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "−1,000"),
  ])
  func `groups digits by three`(number: Int, text: String) { #expect(grouped(number) == text) }
}
