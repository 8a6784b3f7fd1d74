import Testing

@testable import Solvers

@Suite struct `Random streams` {
  /// The first numbers that `splitmix64.c` gives for the state 1234567, as Rosetta Code lists them
  /// under "Pseudo-random numbers/Splitmix64".
  @Test func `the generator gives the numbers its authors publish`() {
    var stream = RandomStream(state: 1_234_567)
    let first = (0..<5).map { _ in stream.next() }
    #expect(
      first == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `a stream follows from its seed and index alone`() {
    var once = RandomStream(seed: 7, stream: 123, for: .points)
    var again = RandomStream(seed: 7, stream: 123, for: .points)
    #expect((0..<100).allSatisfy { _ in once.next() == again.next() })
  }

  @Test func `neighbouring streams and seeds have nothing in common`() {
    let streams = (0..<200).map {
      RandomStream(seed: UInt64($0 / 20), stream: UInt64($0 % 20), for: .points)
    }
    let numbers = streams.flatMap { start in
      var stream = start
      return (0..<50).map { _ in stream.next() }
    }
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func `streams of one seed and index for different purposes have nothing in common`() {
    let numbers = RandomStream.Purpose.allCases.flatMap { purpose in
      (0..<100 as Range<UInt64>).flatMap { index in
        var stream = RandomStream(seed: 7, stream: index, for: purpose)
        return (0..<20).map { _ in stream.next() }
      }
    }
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func `uniform numbers lie strictly between 0 and 1`() {
    #expect(openInterval(0) > 0)
    #expect(openInterval(.max) < 1)
  }

  /// χ² of 1000 cells and 10⁶ numbers has mean 999 and standard deviation 44.7; one number from
  /// each stream, so that streams beside each other are tested and not one stream along its length.
  @Test func `the first numbers of many streams fill the interval evenly`() {
    var cells = [Int](repeating: 0, count: 1000)
    for index in 0..<1_000_000 {
      var stream = RandomStream(seed: 1, stream: UInt64(index), for: .points)
      cells[Int(stream.uniform() * 1000)] += 1
    }
    let square = cells.reduce(0.0) { $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000 }
    #expect(abs(square - 999) < 4 * 44.7)
  }
}
