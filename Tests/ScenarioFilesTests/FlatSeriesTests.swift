import TestSupport
import Testing

@testable import ScenarioFiles

@Suite struct `One number in place of a series` {
  @Test(arguments: [
    ("{2020: 1 t, 2030: 2 t}", true), ("{2020: 1 t, growth: 3%}", true), ("{2020: 1 t}", false),
    ("{fixed: 12 yr}", false),
  ])
  func `is one only where the series can change`(text: String, changes: Bool) throws {
    let folder = try TemporaryFolder(["a.yaml": "x: \(text)\n"])
    let x = try #require(loadMerged(path: folder / "a.yaml").root?["x"]?.value.mapping)
    #expect(x.isSeriesOverYears == changes)
  }
}
