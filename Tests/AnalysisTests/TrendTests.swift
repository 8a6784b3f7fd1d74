import Testing

@testable import Analysis

/// All orders of some values, repetitions included (Heap's algorithm).
private func orders(of values: [Double]) -> [[Double]] {
  guard let last = values.last, values.count > 1 else { return [values] }
  return orders(of: Array(values.dropLast())).flatMap { order in
    (0...order.count).map { place in
      var longer = order
      longer.insert(last, at: place)
      return longer
    }
  }
}

/// The pairs that rise less those that fall, by the definition.
private func score(_ values: [Double]) -> Int {
  var sum = 0
  for (index, first) in values.enumerated() {
    for second in values.dropFirst(index + 1) {
      if second > first { sum += 1 }
      if second < first { sum -= 1 }
    }
  }
  return sum
}

private func series(_ values: [Double], from year: Int = 2001) -> [YearValue] {
  values.enumerated().map { YearValue(year: year + $0, value: $1) }
}

@Suite struct `Mann–Kendall test` {
  @Test(arguments: [
    [1.0], [2, 1], [1, 1], [3, 1, 2], [1, 2, 2, 3], [4, 4, 4, 4], [5, 3, 3, 1, 2],
    [3, 3, 5, 5, 5, 7, 2, 9], [9, 8, 7, 6, 5, 4, 3, 2], [2, 1, 2, 1, 2, 1, 2, 1],
  ])
  func `exact probabilities are the shares of all orders, ties included`(values: [Double]) throws {
    let test = try #require(MannKendall(values))
    let all = orders(of: values)
    let asFar = all.count { abs(score($0)) >= abs(score(values)) }
    #expect(test.score == score(values))
    #expect(abs(test.probability - Double(asFar) / Double(all.count)) <= 1e-15)
  }

  @Test func `ten values in a falling row are two of 10! orders`() throws {
    let test = try #require(MannKendall((0..<10).map { -Double($0) }))
    #expect(abs(test.probability - 2 / 3_628_800) <= 1e-20)
  }

  @Test func `orders of a multiset by inversions have the published counts`() {
    // OEIS A008302, row 5, and the multinomial coefficient of 2, 2 and 1: 5!/(2! 2! 1!) = 30.
    let counts = MannKendall.inversionCounts(ofGroups: [1, 1, 1, 1, 1])
    #expect(counts == [1, 4, 9, 15, 20, 22, 20, 15, 9, 4, 1])
    #expect(MannKendall.inversionCounts(ofGroups: [2, 2, 1]).reduce(0, +) == 30)
  }

  @Test func `eleven values are judged by the normal approximation`() throws {
    let test = try #require(MannKendall((0..<11).map(Double.init)))
    // S = 55, var S = 11·10·27/18 = 165, z = 54/√165 = 4.2039; 2Q(z) by table.
    #expect(test.score == 55 && test.variance == 165)
    #expect(test.exactProbability == nil)
    #expect(abs(test.probability - 2.6237e-5) <= 1e-8)
  }

  @Test func `rounding noise is no trend`() throws {
    let test = try #require(MannKendall((0..<10).map { 100 + Double($0) * 1e-12 }))
    #expect(test.score == 0 && test.variance == 0 && test.probability == 1)
  }

  @Test func `without values there is no test`() {
    #expect(MannKendall([]) == nil)
    #expect(Trend([]) == nil)
  }
}

@Suite struct `Sen slope` {
  @Test func `gaps between years make the slopes across them flatter`() {
    let observed = [(2001, 10.0), (2003, 8), (2006, 5)].map { YearValue(year: $0.0, value: $0.1) }
    #expect(senSlope(observed) == -1)
  }

  @Test func `one wild value does not bend it`() {
    var values = (0..<11).map { 100 - 2 * Double($0) }
    values[4] = 1000
    #expect(senSlope(series(values)) == -2)
  }

  @Test func `the order of observations does not matter, and one has no slope`() {
    #expect(senSlope(series([10, 15, 14, 20]).reversed()) == senSlope(series([10, 15, 14, 20])))
    #expect(senSlope(series([3])) == nil)
  }

  @Test func `a trend is one only with both: probability and slope`() throws {
    #expect(try #require(Trend(series([5, 4, 3, 2, 1]))).isFalling)
    #expect(try !#require(Trend(series([4, 3, 2, 1]))).isFalling)
    #expect(try #require(Trend(series([1, 2, 3, 4, 5]))).isRising)
    #expect(try !#require(Trend(series([1, 2, 3, 4, 5]))).isFalling)
  }
}
