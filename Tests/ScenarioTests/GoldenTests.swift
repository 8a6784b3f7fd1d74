import CityModel
import Foundation
import Testing

/// What the bundled scenarios come to, so that no change of the engine or of a value moves them in
/// silence.
@Suite struct `Results of the bundled scenarios` {
  @Test func `are those of golden.csv to six digits`() throws {
    let found = try BundledFile.all().map {
      Golden(name: $0.name, Trajectory(Blueprint(try $0.read())))
    }
    guard ProcessInfo.processInfo.environment["CARBONPEAK_RENEW_GOLDEN"] == nil else {
      return try Golden.table(found).write(to: Golden.written, atomically: true, encoding: .utf8)
    }
    let file = try #require(Bundle.module.url(forResource: "golden", withExtension: "csv"))
    let lines = Set(try String(contentsOf: file, encoding: .utf8).split(separator: "\n"))
    let moved = Golden.table(found).split(separator: "\n").filter { !lines.contains($0) }
    #expect(
      moved.isEmpty && lines.count == found.count + 1,
      """
      Results have moved. If they should, write why in CHANGELOG.md under 'Results that move', then
      CARBONPEAK_RENEW_GOLDEN=1 swift test --filter golden
      """)
  }
}

/// A row of `golden.csv`: net emissions of a scenario [Mt CO₂e].
private struct Golden {
  let name: String
  let years: ClosedRange<Int>
  let net: [Double]

  init(name: String, _ run: Trajectory) {
    self.name = name
    years = run.years
    net = run.total(.net)
  }

  /// The table in the source tree.
  static var written: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "golden.csv")
  }

  static func table(_ rows: [Golden]) -> String {
    (["scenario,peak_year,peak,end,cumulative"] + rows.map(\.line)).joined(separator: "\n") + "\n"
  }

  private var line: String {
    let peak = net.max() ?? .nan
    let year = years.lowerBound + (net.firstIndex(of: peak) ?? 0)
    let values = [peak, net.last ?? .nan, net.reduce(0, +)].map { String(format: "%.6g", $0) }
    return ([name, "\(year)"] + values).joined(separator: ",")
  }
}
