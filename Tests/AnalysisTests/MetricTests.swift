import Analysis
import CityModel
import Testing

@Suite struct `Names of figures` {
  /// One of each, with both totals.
  private static let all: [Metric] =
    EmissionTotal.allCases.flatMap {
      [Metric.peakYear($0), .peakYearEstimate($0), .peakValue($0)]
    } + [.cumulative, .emissions(year: 2060), .cost, .costPerTonne]

  @Test(arguments: all) func `a metric is found by its id`(metric: Metric) {
    #expect(Metric(id: metric.id) == metric)
    #expect(metric.id.wholeMatch(of: /[a-z0-9]+(_[a-z0-9]+)*/) != nil)
  }

  @Test(arguments: [
    "peak_year", "peak-year-gross", "emissions", "emissions_", "emissions_02060", "gross", "",
  ])
  func `another word is none`(word: String) {
    #expect(Metric(id: word) == nil)
  }

  @Test func `no two have one id or one name`() {
    #expect(Set(Self.all.map(\.id)).count == Self.all.count)
    #expect(Set(Self.all.map(\.name.english)).count == Self.all.count)
    #expect(Set(Self.all.map(\.name.chinese)).count == Self.all.count)
  }

  @Test func `columns of a sweep are called as the metrics are`() {
    let columns = SweepColumns(axes: [], years: [2060], peakAccount: .gross)
    let metrics = Set(Self.all.filter { $0 != .costPerTonne }.map(\.id))
    #expect(Set(columns.all.map(\.name)) == metrics.union(["variant", "status"]))
  }
}
