import Analysis
import Testing

/// Whether `check` says that nothing observed is there to hold the base year against.
@Suite struct `A base year without observation` {
  @Test(arguments: try BundledFile.all().filter { $0.name.hasSuffix("reference.yaml") })
  func `is told of templates, which have no history, and not of cities`(_ file: BundledFile) throws
  {
    let told = try file.read().unheldBase
    let isCity = !file.name.hasPrefix("templates/") && !file.name.hasPrefix("archetype/")
    #expect((told == nil) == isCity, "\(file.name)")
    #expect(told?.english.contains("2020 is held against no observation") ?? true)
    #expect(told?.chinese.contains("2020 年没有观测值") ?? true)
  }
}
