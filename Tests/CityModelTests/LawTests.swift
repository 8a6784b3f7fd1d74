import TestSupport
import Testing

@testable import CityModel

/// What holds in any city, asked of cities drawn at random.
@Suite struct `Laws that hold in any city` {
  private static let seeds = UInt64(1)...240

  /// Runs a check on every city; a fault names the seed that draws it again.
  private func forEachCity(
    _ seeds: some Sequence<UInt64> = Self.seeds,
    _ check: (_ city: CityBuilder, _ seed: UInt64) throws -> Void
  ) throws {
    for seed in seeds { try check(try RandomCity.drawn(seed), seed) }
  }

  private func allRows(_ run: Trajectory) -> [[Double]] {
    run.blueprint.rows.indices.map { Array(run[$0]) }
  }

  private func sum(_ run: Trajectory, _ kind: OutputKind, _ part: String? = nil) -> [Double] {
    run.rows(kind).filter { part == nil || $0.row.part == part }
      .reduce(run.years.map { _ in 0 }) { zip($0, run[$1.index]).map(+) }
  }

  @Test func `nothing is negative or no number, no law is broken`() throws {
    var emitting = 0
    try forEachCity { city, seed in
      let run = try city.run()
      #expect(run.impossibleRows.isEmpty, "seed \(seed): \(run.impossibleRows.prefix(3))")
      #expect(run.brokenLaws.isEmpty, "seed \(seed): \(run.brokenLaws)")
      if run.total(.gross)[0] > 0 { emitting += 1 }
    }
    #expect(emitting > 200)
  }

  @Test func `the two views and the totals are sums of their sectors`() throws {
    try forEachCity { city, seed in
      let run = try city.run()
      func sum(_ view: (Sector) -> [Double]) -> [Double] {
        Sector.emitting.map(view).reduce(run.years.map { _ in 0 }) { zip($0, $1).map(+) }
      }
      let gross = run.total(.gross)
      let comment: Comment = "seed \(seed)"
      expect(sum(run.byEndUse), is: gross, within: 1e-10, comment)
      expect(sum(run.bySource), is: gross, within: 1e-10, comment)
      expect(
        run.total(.net), is: zip(gross, run.bySource(.sinks)).map(+), within: 1e-12, comment)
      let outside: TotalItem =
        city.accounting.electricity == .location ? .scope2Location : .scope2Market
      let scope2 = city.accounting.countsScope2 ? run.total(outside) : run.years.map { _ in 0 }
      expect(gross, is: zip(run.total(.scope1), scope2).map(+), within: 1e-10, comment)
    }
  }

  @Test func `scope 1 is the weighted sum of every gas of every source`() throws {
    try forEachCity { city, seed in
      let run = try city.run()
      let weights = GasWeights(city.accounting)
      let kinds: [(OutputKind, Double)] = [
        (.carbonDioxide, weights.carbonDioxide), (.fossilMethane, weights.fossilMethane),
        (.biogenicMethane, weights.biogenicMethane), (.nitrousOxide, weights.nitrousOxide),
        (.fluorinatedGases, weights.fluorinatedGases),
      ]
      let all = kinds.map { kind, weight in sum(run, kind).map { $0 * weight } }
        .reduce(run.years.map { _ in 0 }) { zip($0, $1).map(+) }
      let scope1 = zip(all, run.bySource(.sinks)).map(-)
      expect(run.total(.scope1), is: scope1, within: 1e-10, "seed \(seed)")
    }
  }

  @Test func `the energy balance of every carrier closes over the rows of the results`() throws {
    try forEachCity { city, seed in
      let run = try city.run()
      let fuels = city.children[ParameterPath("carriers")] ?? []
      for carrier in fuels + SecondaryCarrier.ids {
        func line(_ item: BalanceItem) -> [Double] {
          run.series(.balance, "carriers.\(carrier)", item.rawValue)
        }
        let comment: Comment = "seed \(seed), \(carrier)"
        expect(line(.final), is: sum(run, .finalEnergy, carrier), within: 1e-10, comment)
        expect(line(.transformation), is: sum(run, .plantInput, carrier), within: 1e-10, comment)
        func sumOfLines(_ items: BalanceItem...) -> [Double] {
          items.map(line).reduce(run.years.map { _ in 0 }) { zip($0, $1).map(+) }
        }
        let supplied = sumOfLines(.production, .imports, .unserved)
        let used = sumOfLines(.exports, .transformation, .losses, .storage, .final)
        expect(supplied, is: used, within: 1e-9, comment)
        guard !fuels.contains(carrier) else { continue }
        expect(line(.imports), is: sum(run, .imports, carrier), within: 1e-10, comment)
      }
    }
  }

  @Test func `electricity made, cut back and bought adds up over plants and contracts`() throws {
    try forEachCity { city, seed in
      let run = try city.run()
      let made = sum(run, .plantOutput, "electricity")
      let offered = run.series(.balance, "carriers.electricity", BalanceItem.production.rawValue)
      // What heat plants make is recorded in full; where it is cut back, only the balance shows it.
      for (year, curtailed) in run.series(.curtailed, "energy.electricity").enumerated() {
        let agrees =
          curtailed > 0
          ? made[year] >= offered[year] - 1e-9 && made[year] <= offered[year] + curtailed + 1e-9
          : agree(made[year], offered[year], within: 1e-10)
        #expect(agrees, "seed \(seed), year \(year)")
      }
    }
  }

  @Test func `captured carbon never exceeds the injection limit`() throws {
    var limited = 0
    try forEachCity { city, seed in
      guard let limit = city.given[ParameterPath("energy.carbon-storage.injection-limit")] else {
        return
      }
      let run = try city.run()
      for (captured, limit) in zip(sum(run, .captured), limit.values) {
        #expect(captured <= limit * (1 + 1e-12) + 1e-15, "seed \(seed)")
      }
      if sum(run, .captureRefused).contains(where: { $0 > 0 }) { limited += 1 }
    }
    #expect(limited > 20)
  }

  @Test func `with all levers at level 0 a city is its reference to the bit`() throws {
    var moved = 0
    try forEachCity { city, seed in
      guard !city.levers.isEmpty else { return }
      var reference = city
      reference.removeLevers()
      let expected = allRows(try reference.run()).joined()
      let blueprint = try city.blueprint()
      let still = Trajectory(blueprint, levels: city.levers.map { _ in 0 })
      #expect(same(allRows(still).joined(), expected), "seed \(seed)")
      if !same(allRows(Trajectory(blueprint)).joined(), expected) { moved += 1 }
    }
    #expect(moved > 80)
  }

  @Test func `pollutants and embodied carbon change no total to the bit`() throws {
    var counted = 0
    try forEachCity { city, seed in
      let run = try city.run()
      if run.rows(.airPollutant).isEmpty && run.rows(.embodied).isEmpty { return }
      counted += 1
      var bare = city
      for path in city.given.keys.map(\.description)
      where path.contains(".pollutants.") || path.contains(".embodied.") {
        bare.remove(path)
      }
      let without = try bare.run()
      #expect(without.rows(.airPollutant).isEmpty && without.rows(.embodied).isEmpty)
      for line in TotalItem.allCases {
        #expect(same(run.total(line), without.total(line)), "seed \(seed)")
      }
    }
    #expect(counted > 120)
  }

  @Test func `the order of levers changes nothing to the bit`() throws {
    try forEachCity { city, seed in
      guard city.levers.count > 1 else { return }
      var reversed = city
      reversed.reverseLevers()
      let first = try city.run()
      let second = try reversed.run()
      #expect(same(allRows(first).joined(), allRows(second).joined()), "seed \(seed)")
    }
  }

  @Test func `a city of twice the size emits twice as much`() throws {
    try forEachCity { city, seed in
      var twice = city
      twice.scale(2, where: CityBuilder.isExtensive)
      let one = try city.run()
      let two = try twice.run()
      for sector in Sector.allCases {
        let comment: Comment = "seed \(seed), \(sector)"
        expect(two.bySource(sector), is: one.bySource(sector).map { $0 * 2 }, comment)
        expect(two.byEndUse(sector), is: one.byEndUse(sector).map { $0 * 2 }, comment)
      }
    }
  }

  @Test func `a cleaner grid never raises emissions`() throws {
    try forEachCity { city, seed in
      var cleaner = city
      cleaner.scale(0.7) { path, _ in
        path.description.hasPrefix("energy.electricity.imports.")
          && path.last.hasSuffix("factor")
      }
      for (clean, before) in zip(try cleaner.run().total(.net), try city.run().total(.net)) {
        #expect(clean <= before + 1e-12 * abs(before), "seed \(seed)")
      }
    }
  }
}

extension CityBuilder {
  /// Whether a parameter grows with the size of the city, all else alike.
  static func isExtensive(_ path: ParameterPath, _ given: Given) -> Bool {
    let text = path.description
    let isAbsolute = [nil, .amount].contains(given.reading)
    if text.hasPrefix("drivers.") || text.hasSuffix("injection-limit") { return true }
    switch path.last {
    case "capacity", "exports", "vehicles", "area", "waste-in-place": return true
    case "import-limit", "power": return true
    case "energy":
      return text.hasPrefix("energy.electricity.imports")
        || text.hasPrefix("energy.electricity.storage")
    case "floor-area", "generation", "demand": return isAbsolute
    case "activity": return isAbsolute || given.reading == .money
    default: return false
    }
  }
}
