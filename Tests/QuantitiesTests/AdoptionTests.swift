import Foundation
import Quantities
import Testing

@Suite struct `Bass adoption` {
  /// Sales of video recorders 1980–89: market M, innovation P and imitation Q as published from R's
  /// nls (rpubs 15329), and from them the year and height of the sales peak.
  private let market = 67_980.91789629869
  private let innovation = 0.00659396569169191
  private let imitation = 0.6380910778641669

  /// F(t) = M (1 − e^−(p+q)t) / (1 + (q/p) e^−(p+q)t), the solution in Bass 1969.
  private func closedForm(_ time: Double) -> Double {
    let decay = exp(-(innovation + imitation) * time)
    return market * (1 - decay) / (1 + imitation / innovation * decay)
  }

  private func adoption(potential: YearSeries, from start: SeriesPoint) -> BassAdoption {
    BassAdoption(
      innovation: innovation, imitation: imitation, potential: potential, start: start)
  }

  @Test func `a constant potential gives the closed form`() throws {
    let levels = try adoption(
      potential: YearSeries(constant: market, over: 1979...1979),
      from: SeriesPoint(year: 1979, value: 0)
    ).levels(over: 1979...2010)
    for year in 1979...2010 {
      #expect(abs(levels[year] - closedForm(Double(year - 1979))) < 1e-6 * market)
    }
  }

  @Test func `sales of video recorders peak when and where the published fit says`() throws {
    let levels = try adoption(
      potential: YearSeries(constant: market, over: 1979...1979),
      from: SeriesPoint(year: 1979, value: 0)
    ).levels(over: 1979...1990)
    // The rate peaks 7.0923 years after the start with 11069.79 a year. The year from 7 to 8 has its
    // middle 0.41 years from it, the one from 6 to 7 has it 0.59 years away: the former sells most.
    let sales = zip(levels.values.dropFirst(), levels.values).map { $0 - $1 }
    #expect(sales.firstIndex(of: sales.max() ?? 0) == 7)
    #expect(sales[7] < 11_069.794291585496 && sales[7] > 0.97 * 11_069.794291585496)
  }

  @Test func `an adoption under way goes on along the same curve`() throws {
    let levels = try adoption(
      potential: YearSeries(constant: market, over: 1979...1979),
      from: SeriesPoint(year: 1983, value: closedForm(4))
    ).levels(over: 1985...1989)
    for year in 1985...1989 {
      #expect(abs(levels[year] - closedForm(Double(year - 1979))) < 1e-6 * market)
    }
  }

  @Test func `a moving potential is followed as small explicit steps follow it`() throws {
    let potential = YearSeries(firstYear: 2020, values: [100, 130, 120, 200, 200, 150])
    let levels = try BassAdoption(
      innovation: 0.03, imitation: 0.4, potential: potential,
      start: SeriesPoint(year: 2020, value: 5)
    ).levels(over: 2020...2025)
    var level = 5.0
    let steps = 20_000
    for index in 0..<5 {
      let first = potential.values[index]
      let slope = potential.values[index + 1] - potential.values[index]
      for step in 0..<steps {
        // Midpoint rule, second order.
        let rate = { (share: Double, level: Double) in
          let limit = first + slope * share
          return (0.03 + 0.4 * level / limit) * (limit - level)
        }
        let start = Double(step) / Double(steps)
        let width = 1 / Double(steps)
        let middle = level + rate(start, level) * width / 2
        level += rate(start + width / 2, middle) * width
      }
      // The integrator allows itself 1e-9 of the level at each of its steps.
      #expect(abs(levels[2021 + index] / level - 1) < 1e-7)
    }
  }

  @Test func `before its start adoption is refused, held or zero as the file says`() throws {
    let late = adoption(
      potential: YearSeries(constant: 10, over: 2020...2030),
      from: SeriesPoint(year: 2022, value: 1))
    #expect(throws: SeriesError.startsLate(needed: 2020, firstPoint: 2022)) {
      try late.levels(over: 2020...2030)
    }
    #expect(try late.levels(over: 2020...2030, before: .hold).values.prefix(3) == [1, 1, 1])
    #expect(try late.levels(over: 2020...2030, before: .zero).values.prefix(3) == [0, 0, 1])
    #expect(try late.levels(over: 2020...2021, before: .zero).values == [0, 0])
  }

  @Test func `a potential of nothing or a negative coefficient is refused by name`() {
    let start = SeriesPoint(year: 2020, value: 0)
    #expect(throws: SeriesError.invalidAdoption(parameter: "K", value: 0)) {
      try adoption(potential: YearSeries(constant: 0, over: 2020...2020), from: start)
        .levels(over: 2020...2030)
    }
    #expect(throws: SeriesError.invalidAdoption(parameter: "q", value: -1)) {
      try BassAdoption(
        innovation: 0.1, imitation: -1, potential: YearSeries(constant: 1, over: 2020...2020),
        start: start
      ).levels(over: 2020...2030)
    }
  }
}

@Suite struct `Gompertz ownership` {
  /// Parameters of Dargay, Gately & Sommer (2007) and a path of 30 years with one fall of income,
  /// computed outside this package from the paper's equations: β = −0.14, density 100 above the USA.
  private let curve = GompertzOwnership(
    saturation: 852 - 0.000388 * 100,
    alpha: -5.897, beta: -0.14, risingSpeed: 0.095, fallingSpeed: 0.084)

  @Test func `ownership follows the path computed from the paper`() {
    var ownership = paperOwnership[0]
    for year in 1..<paperIncome.count {
      ownership = curve.next(
        after: ownership, previousIncome: paperIncome[year - 1], income: paperIncome[year])
      #expect(abs(ownership / paperOwnership[year] - 1) < 1e-12)
    }
  }

  @Test(arguments: [
    (10.0, 199.01071938351677), (20, 595.2277149823915), (30, 779.8581696562877),
  ])
  func `the long run agrees with the paper's curve`(income: Double, ownership: Double) {
    #expect(abs(curve.longRun(income: income) / ownership - 1) < 1e-12)
  }

  @Test func `with income unchanged ownership goes on towards the long run`() {
    let next = curve.next(after: 123, previousIncome: 8, income: 8)
    #expect(abs(next - (0.095 * curve.longRun(income: 8) + 0.905 * 123)) < 1e-12)
  }
}

private let paperIncome: [Double] = [
  4.0, 4.22, 4.4521, 4.696965499999999,
  4.955298602499999, 5.227840025637499, 5.51537122704756, 5.818716644535176,
  6.13874605998461, 6.476377093283763, 6.346849551418088, 7.2083696142521605,
  7.604829943036028, 8.02309558990301, 8.464365847347674, 8.929905968951797,
  9.421050797244144, 9.939208591092571, 10.485865063602663, 11.062587642100809,
  11.671029962416352, 12.31293661034925, 12.990148123918459, 13.704606270733974,
  14.45835961562434, 15.253569394483678, 16.09251571118028, 16.977604075295194,
  17.91137229943643, 18.89649777590543, 19.93580515358023,
]

private let paperOwnership: [Double] = [
  16.0, 17.567644952606972, 19.326237002977315, 21.303147098083933,
  23.529332580078297, 26.039716886677468, 28.873565965158, 32.074844439070965,
  35.69252899307868, 39.78085011649119, 42.77035420153298, 48.13893902266658,
  54.15821728006024, 60.90442507757405, 68.45757845674461, 76.90034373688559,
  86.31649369843137, 96.78891526866768, 108.39715613885932, 121.2145281211562,
  135.30482365615907, 150.7187470260824, 167.4902102999537, 185.63269105182675,
  205.13588835132427, 225.9629386218307, 248.04845713522604, 271.2976490470349,
  295.58668354494023, 320.7644471676755, 346.6556931433481,
]
