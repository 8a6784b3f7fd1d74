import Testing

@testable import CityModel

@Suite struct `Patterns of paths` {
  @Test(arguments: [
    ("a.b.c", "a.b.c", true), ("a.b.c", "a.*.c", true), ("a.b.c", "*.*.*", true),
    ("a.b.c", "a.b", false), ("a.b", "a.b.c", false), ("a.b.c", "a.*", false),
    ("a.b", "a.*.*", false),
    // A star is a whole segment, never a part of one.
    ("a.bc", "a.b*", false), ("a.bc", "a.*c", false), ("a.b", "a.b*", false),
    ("ab.c", "a*.c", false),
    ("a.b-c.d", "a.*.d", true), ("a.bc.d", "a.b.d", false),
  ])
  func `fit segment by segment`(path: String, pattern: String, fits: Bool) {
    #expect(ParameterPath(path).matches(ParameterPath(pattern)) == fits)
  }
}
