import TestSupport
import Testing

@testable import CityModel

@Suite struct `District heat and hydrogen` {
  private let heat = "energy.heat.technologies"
  private let hydrogen = "energy.hydrogen.routes"

  private func plant(
    _ city: inout CityBuilder, _ path: String, _ carrier: String, share: Double, efficiency: Double
  ) {
    city.choose("\(path).carrier", carrier)
    city.set("\(path).share", share)
    city.set("\(path).efficiency", efficiency)
  }

  @Test func `heat sources share the demand and its loss, and make electricity beside it`() throws {
    var city = CityBuilder.bare()
    city.demand("heat", [9, 18, 0])
    city.demand("electricity", [20, 20, 20])
    city.set("energy.heat.loss", 0.1)
    plant(&city, "\(heat).chp", "coal", share: 0.5, efficiency: 0.5)
    city.set("\(heat).chp.power-ratio", 0.25)
    plant(&city, "\(heat).pump", "electricity", share: 0.3, efficiency: 3)
    city.set("\(heat).outside.share", 0.2)
    city.set("\(heat).outside.imported.factor", 80)
    let run = try city.run()
    // Supply 10, 20, 0 PJ.
    expect(run.series(.plantOutput, "\(heat).chp", "heat"), is: [5, 10, 0])
    expect(run.series(.plantInput, "\(heat).chp", "coal"), is: [10, 20, 0])
    expect(run.series(.plantOutput, "\(heat).chp", "electricity"), is: [1.25, 2.5, 0])
    expect(run.series(.plantInput, "\(heat).pump", "electricity"), is: [1, 2, 0])
    expect(run.series(.imports, "\(heat).outside", "heat"), is: [2, 4, 0])
    expect(
      run.series(.imports, "energy.electricity.imports.grid", "electricity"), is: [19.75, 19.5, 20])
    // The plant's coal: 1 Mt, a fifth of it (0.25/1.25) electricity's. Scope 2: 19.75 · 0.2, 2 · 0.08.
    let scope2 = [19.75 * 0.2 + 0.16, 19.5 * 0.2 + 0.32, 4]
    expect(run.total(.scope1), is: [1, 2, 0])
    expect(run.total(.scope2Location), is: scope2)
    expect(run.total(.gross), is: [1 + scope2[0], 2 + scope2[1], 4])
    let electricity = (0.2 + 19.75 * 0.2) / 21
    expect(
      run.series(.deliveredFactor, "total", "electricity"),
      is: [electricity * 1000, (0.4 + 19.5 * 0.2) / 22 * 1000, 200])
    expect(
      [run.series(.deliveredFactor, "total", "heat")[0]],
      is: [(0.8 + 0.16 + electricity) / 9 * 1000])
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `only heat made beside electricity burns with the factors of power plants`() throws {
    var city = CityBuilder.bare()
    city.demand("heat", [10, 10, 10])
    city.demand("hydrogen", [5, 5, 5])
    city.demand("electricity", [20, 20, 20])
    city.set("energy.heat.loss", 0)
    city.set("energy.hydrogen.loss", 0)
    city.set("carriers.coal.uses.power.oxidation", 0.98)
    city.set("carriers.coal.uses.industry.oxidation", 0.93)
    plant(&city, "\(heat).chp", "coal", share: 0.5, efficiency: 0.5)
    city.set("\(heat).chp.power-ratio", 0.25)
    plant(&city, "\(heat).boiler", "coal", share: 0.5, efficiency: 1)
    plant(&city, "\(hydrogen).gasifier", "coal", share: 1, efficiency: 0.5)
    let run = try city.run()
    // 10 PJ, 5 PJ and 10 PJ of coal at 0.1 Mt of carbon dioxide per PJ.
    expect(run.series(.carbonDioxide, "\(heat).chp"), is: [0.98, 0.98, 0.98])
    expect(run.series(.carbonDioxide, "\(heat).boiler"), is: [0.465, 0.465, 0.465])
    expect(run.series(.carbonDioxide, "\(hydrogen).gasifier"), is: [0.93, 0.93, 0.93])
    #expect(run.seriesIfAny(.plantOutput, "\(heat).boiler", "electricity") == nil)
  }

  @Test func `hydrogen is made by routes, with electricity where they need it`() throws {
    var city = CityBuilder.bare()
    city.demand("hydrogen", [9.5, 0, 19])
    city.set("energy.hydrogen.loss", 0.05)
    plant(&city, "\(hydrogen).reforming", "gas", share: 0.6, efficiency: 0.75)
    plant(&city, "\(hydrogen).electrolysis", "electricity", share: 0.3, efficiency: 0.6)
    city.set("\(hydrogen).bought.share", 0.1)
    city.set("\(hydrogen).bought.imported.factor", 100)
    let run = try city.run()
    expect(run.series(.plantInput, "\(hydrogen).reforming", "gas"), is: [8, 0, 16])
    expect(run.series(.plantInput, "\(hydrogen).electrolysis", "electricity"), is: [5, 0, 10])
    expect(run.series(.imports, "\(hydrogen).bought", "hydrogen"), is: [1, 0, 2])
    // Hydrogen from outside is a memo: it never enters the total.
    expect(run.series(.importedMemo, "\(hydrogen).bought"), is: [0.1, 0, 0.2])
    expect(run.total(.gross), is: [8 * 0.05 + 5 * 0.2, 0, 2.8])
    expect(run.byEndUse(.industry), is: [1.4, 0, 2.8])
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `capture at a hydrogen plant stops at the storage's limit`() throws {
    var city = CityBuilder.bare()
    city.demand("hydrogen", [10, 10, 10])
    city.set("energy.hydrogen.loss", 0)
    plant(&city, "\(hydrogen).reforming", "gas", share: 1, efficiency: 0.5)
    city.set("\(hydrogen).reforming.capture.coverage", 1)
    city.set("\(hydrogen).reforming.capture.rate", 0.9)
    city.set("\(hydrogen).reforming.capture.electricity", 0.5)
    city.set("energy.carbon-storage.injection-limit", [5, 0.4, 0])
    let run = try city.run()
    expect(run.series(.captured, "\(hydrogen).reforming"), is: [0.9, 0.4, 0])
    expect(run.series(.captureRefused, "\(hydrogen).reforming"), is: [0, 0.5, 0.9])
    expect(
      run.series(.plantInput, "\(hydrogen).reforming", "electricity"), is: [0.45, 0.2, 0])
    expect(run.total(.scope1), is: [0.1, 0.6, 1])
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `heat may be made from hydrogen, and hydrogen carries its emissions there`() throws {
    var city = CityBuilder.bare()
    city.demand("heat", [8, 8, 8])
    city.demand("hydrogen", [2, 2, 2])
    city.set("energy.heat.loss", 0)
    city.set("energy.hydrogen.loss", 0)
    plant(&city, "\(heat).boiler", "hydrogen", share: 1, efficiency: 0.8)
    plant(&city, "\(hydrogen).reforming", "gas", share: 1, efficiency: 0.75)
    let run = try city.run()
    // 12 PJ of hydrogen from 16 PJ of gas: 0.8 Mt, 10/12 of it by way of heat.
    expect(run.total(.gross), is: [0.8, 0.8, 0.8])
    expect(
      run.series(.deliveredFactor, "total", "heat"), is: [Double](repeating: 800 / 9.6, count: 3))
    #expect(run.brokenLaws.isEmpty)
  }
}
