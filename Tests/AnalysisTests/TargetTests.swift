import Analysis
import CityModel
import Testing

@Suite struct `Targets` {
  /// 2020–2023, with emissions, GDP and energy that divide by hand.
  private func figures(
    net: [Double] = [10, 12, 9, 6], gross: [Double]? = nil,
    nonFossil: [Double]? = [100, 120, 140, 180],
    history: History = History()
  ) throws -> TargetFigures {
    let totals = ByTotal(gross: gross ?? net, net: net)
    func peak(_ values: [Double]) throws -> Peak {
      try Peak(years: Array(2020...2023), values: values)
    }
    let energy = [400.0, 420, 450, 450]
    let product = [100.0, 110, 120, 150]
    var series: [Target.Subject: [Double?]] = [
      .indicator(.energyIntensity): zip(energy, product).map { 10 * $0 / 29.3076 / $1 },
      .indicator(.coal): [8, 9, 7, 6], .indicator(.electrification): [0.2, 0.25, 0.3, nil],
      .sector(.industry, .bySource): [4, 5, 3, 2],
    ]
    if let nonFossil {
      series[.indicator(.nonFossilShare)] = zip(nonFossil, energy).map { $0 / $1 }
    }
    return TargetFigures(
      years: 2020...2023, totals: totals, inventoried: totals[history.inventory.account],
      gdp: product, series: series,
      peaks: ByTotal(gross: try peak(totals.gross), net: try peak(net)), history: history)
  }

  @Test func `a peak in the year or before is reached, one after is late by so many years`() throws
  {
    let figures = try figures()
    let met = figures.judge(.peakBy(2021, account: .gross))
    #expect(met.isMet && met.reached == 2021 && met.required == 2021 && met.gap == 0)
    let late = figures.judge(.peakBy(2020, account: .gross))
    #expect(!late.isMet && late.gap == 1)
  }

  @Test(arguments: [[1.0, 2, 3, 4], [1, 3, 3, 3], [4, 3, 2, 4]])
  func `emissions that end at their maximum have not peaked`(net: [Double]) throws {
    let result = try figures(net: net).judge(.peakBy(2060, account: .gross))
    #expect(!result.isMet && result.reached == nil && result.gap == nil)
  }

  @Test func `carbon intensity is held against a year of the run`() throws {
    // (6/150)/(10/100) − 1 = −0.6
    let result = try figures().judge(
      .carbonIntensity(year: 2023, change: -0.65, against: 2020, account: .gross))
    #expect(try abs(#require(result.reached) + 0.6) < 1e-12)
    #expect(try abs(#require(result.gap) - 0.05) < 1e-12)
    #expect(!result.isMet && result.unit == "1")
  }

  @Test func `carbon intensity is held against a year observed before the run`() throws {
    let history = History(
      emissions: [.init(year: 2005, value: 8)], gdp: [.init(year: 2005, value: 20)])
    // (6/150)/(8/20) − 1 = −0.9
    let result = try figures(history: history).judge(
      .carbonIntensity(year: 2023, change: -0.65, against: 2005, account: .gross))
    #expect(try abs(#require(result.reached) + 0.9) < 1e-12)
    #expect(result.isMet)
  }

  @Test func `each target is judged on the total it is of`() throws {
    let figures = try figures(gross: [11, 12, 13, 10])
    #expect(figures.judge(.peakBy(2021, account: .net)).isMet)
    #expect(figures.judge(.peakBy(2021, account: .gross)).reached == 2022)
    // (10/150)/(11/100) − 1 and (6/150)/(10/100) − 1
    for (account, change) in [(EmissionTotal.gross, 1000.0 / 1650 - 1), (.net, -0.6)] {
      let intensity = figures.judge(
        .carbonIntensity(year: 2023, change: -0.5, against: 2020, account: account))
      #expect(try abs(#require(intensity.reached) - change) < 1e-12)
      #expect(intensity.account == account)
    }
    #expect(figures.judge(.emissions(year: 2023, limit: 8, account: .gross)).reached == 10)
    #expect(figures.judge(.budget(years: 2021...2023, limit: 8, account: .gross)).reached == 35)
  }

  @Test func `a net target is never held against gross observations`() throws {
    let history = History(
      emissions: [.init(year: 2005, value: 8)], gdp: [.init(year: 2005, value: 20)])
    let figures = try figures(gross: [11, 12, 13, 10], history: history)
    let net = figures.judge(
      .carbonIntensity(year: 2023, change: -0.5, against: 2005, account: .net))
    #expect(net.reached == nil && !net.isMet)
    // (10/150)/(8/20) − 1
    let gross = figures.judge(
      .carbonIntensity(year: 2023, change: -0.5, against: 2005, account: .gross))
    #expect(try abs(#require(gross.reached) - (10.0 / 60 - 1)) < 1e-12)
  }

  @Test func `without the reference year nothing is claimed`() throws {
    let result = try figures().judge(
      .carbonIntensity(year: 2023, change: -0.65, against: 2005, account: .gross))
    #expect(result.reached == nil && result.gap == nil && !result.isMet)
  }

  @Test func `energy intensity counts energy per GDP`() throws {
    // (450/150)/(400/100) − 1 = −0.25
    let result = try figures().judge(.energyIntensity(year: 2023, change: -0.2, against: 2020))
    #expect(try abs(#require(result.reached) + 0.25) < 1e-12)
    #expect(result.isMet)
  }

  @Test func `the non-fossil share is at least what is required`() throws {
    let met = try figures().judge(.nonFossilShare(year: 2023, share: 0.4))
    #expect(try abs(#require(met.reached) - 0.4) < 1e-12)
    #expect(met.isMet)
    let missed = try figures().judge(.nonFossilShare(year: 2020, share: 0.3))
    #expect(try abs(#require(missed.gap) - 0.05) < 1e-12)
    #expect(!missed.isMet)
    #expect(try figures(nonFossil: nil).judge(.nonFossilShare(year: 2020, share: 0)).reached == nil)
  }

  @Test func `emissions of a year and a budget are upper limits`() throws {
    let year = try figures().judge(.emissions(year: 2022, limit: 8, account: .net))
    #expect(year.reached == 9 && year.gap == 1 && !year.isMet && year.unit == "Mt CO2e")
    let budget = try figures().judge(.budget(years: 2021...2023, limit: 27, account: .net))
    #expect(budget.reached == 27 && budget.isMet && budget.year == 2023)
    #expect(
      try figures().judge(.budget(years: 2019...2023, limit: 1e9, account: .net)).reached == nil)
  }

  // MARK: - Indicators and sectors

  @Test func `an indicator has bounds on either side, changes in percent and in its unit`() throws {
    var history = History()
    history.indicators[.coal] = [History.Observation(year: 2015, value: 12)]
    let figures = try figures(history: history)
    func judge(_ condition: Target.Condition, of indicator: Indicator = .coal) -> TargetResult {
      figures.judge(Target.Aim(.indicator(indicator), condition))
    }
    let most = judge(.value(.atMost, 6.5, year: 2022))
    #expect(!most.isMet && most.reached == 7 && most.gap == 0.5 && most.unit == "Mtce")
    let least = judge(.value(.atLeast, 0.32, year: 2022), of: .electrification)
    let short = try #require(least.gap)
    #expect(!least.isMet && abs(short - 0.02) < 1e-12 && least.unit == "1")
    let fall = judge(.change(.atMost, .relative(-0.5), year: 2023, against: 2015))
    #expect(fall.isMet && fall.reached == -0.5 && fall.unit == "1")
    let drop = judge(.change(.atMost, .absolute(-3), year: 2023, against: 2020))
    #expect(!drop.isMet && drop.reached == -2 && drop.gap == 1 && drop.unit == "Mtce")
    let points = judge(
      .change(.atLeast, .absolute(0.1), year: 2022, against: 2020), of: .electrification)
    let gained = try #require(points.reached)
    #expect(points.isMet && abs(gained - 0.1) < 1e-12)
    #expect(judge(.value(.atLeast, 0.1, year: 2023), of: .electrification).reached == nil)
    #expect(judge(.change(.atMost, .relative(0), year: 2023, against: 2014)).reached == nil)
  }

  @Test func `sectors and indicators peak, sum and change like totals`() throws {
    var history = History()
    history.sectors[.industry] = [History.Observation(year: 2010, value: 8)]
    let figures = try figures(history: history)
    let industry = Target.Subject.sector(.industry, .bySource)
    let peak = figures.judge(Target.Aim(industry, .peak(by: 2021)))
    #expect(peak.isMet && peak.reached == 2021 && peak.name == "industry-peak")
    let coal = figures.judge(Target.Aim(.indicator(.coal), .peak(by: 2020)))
    #expect(!coal.isMet && coal.reached == 2021 && coal.gap == 1 && coal.name == "coal-peak")
    #expect(
      figures.judge(Target.Aim(.indicator(.electrification), .peak(by: 2022))).reached == nil)
    let sum = figures.judge(Target.Aim(industry, .sum(atMost: 9, years: 2021...2022)))
    #expect(sum.isMet && sum.reached == 8)
    let fall = figures.judge(
      Target.Aim(industry, .change(.atMost, .relative(-0.7), year: 2023, against: 2010)))
    #expect(fall.isMet && fall.reached == -0.75)
    #expect(fall.unit == "1" && peak.unit == "year" && sum.unit == "Mt CO2e")
  }

  @Test func `what was observed of others is an observation of an intensity`() {
    var history = History(
      gdp: [History.Observation(year: 2015, value: 50)],
      energy: [History.Observation(year: 2015, value: 293.076)])
    history.indicators[.carbonGross] = [
      History.Observation(year: 2015, value: 20), History.Observation(year: 2016, value: 21),
    ]
    #expect(history.observed(.energy) == [History.Observation(year: 2015, value: 10)])
    #expect(history.observed(.energyIntensity) == [History.Observation(year: 2015, value: 2)])
    #expect(history.observed(.carbonIntensity) == [History.Observation(year: 2015, value: 4)])
    #expect(history.observed(.coal).isEmpty)
  }
}
