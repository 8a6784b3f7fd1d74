import CityModel

/// Computes the parts of a ``Tracking``.
struct TrackingModel {
  let plan: Trajectory
  let observed: Observations
  let tolerance: Double
  /// The observed years of the run.
  let years: [Int]
  /// The sectors in which the plan emits in some year.
  let sectors: [Sector]
  /// The last year of the run with observed emissions.
  let lastYear: Int?
  /// The part of the plan that observed emissions are of.
  let inventory: InventoryAccount
  /// Emissions by year of the run, where they were observed.
  private let known: [(year: Int, value: Double)]
  /// What the inventory counts of the plan.
  let counted: [Double]
  private let energy: [Double], gdp: [Double], population: [Double]

  init(_ plan: Trajectory, _ observed: Observations, tolerance: Double) {
    self.plan = plan
    self.observed = observed
    self.tolerance = tolerance
    years = observed.years.filter(plan.years.contains)
    let inventory = InventoryAccount(plan.blueprint)
    self.inventory = inventory
    let sectors = Sector.emitting.filter { sector in
      inventory.emissions(of: sector, { plan[$0] })?.contains { $0 > 0 } ?? false
    }
    self.sectors = sectors
    counted = plan.inventoried
    energy = EnergyConsumption(plan).total
    gdp = plan.gdp
    population = plan.population
    known = years.compactMap { year in
      observed.emissions(year, sectors: sectors).map { (year: year, value: $0) }
    }
    lastYear = known.last?.year
  }

  private func place(_ year: Int) -> Int { year - plan.years.lowerBound }

  /// What the inventory counts of a sector of the plan.
  private func planned(_ sector: Sector) -> [Double] {
    inventory.emissions(of: sector) { plan[$0] } ?? plan.years.map { _ in 0 }
  }

  // MARK: - Distances

  func distances() -> [Tracking.Distance] {
    let totals = itemYears { observed.emissions($0, sectors: sectors) }.map { year in
      emissions("emissions", nil, year, counted, observed.emissions(year, sectors: sectors))
    }
    let parts = sectors.flatMap { sector -> [Tracking.Distance] in
      let values = observed.history.sectors[sector] ?? []
      return itemYears(values.value).map {
        emissions(
          "emissions.\(sector.rawValue)", sector, $0, planned(sector), values.value($0))
      }
    }
    return totals + parts
      + scale("energy", energy, observed.history.energy, "PJ")
      + scale("gdp", gdp, observed.history.gdp, "10^9 CNY")
      + scale("population", population, observed.history.population, "10^6 people")
  }

  /// The years in which an item was observed; the last of all where it never was.
  ///
  /// Population and GDP are published before emissions: each item is judged by its own last year.
  private func itemYears(_ value: (Int) -> Double?) -> [Int] {
    let seen = years.filter { value($0) != nil }
    return seen.isEmpty ? years.suffix(1) : seen
  }

  private func emissions(
    _ item: String, _ sector: Sector?, _ year: Int, _ planned: [Double], _ value: Double?
  ) -> Tracking.Distance {
    let aim = planned[place(year)]
    let gap: TrackingGap? =
      switch value {
      case nil: .notObserved(item)
      case let value?: isFar(value, from: aim) ? .farFromPlan(item) : nil
      }
    let isOnTrack = value.map { $0 <= aim + tolerance * abs(aim) } ?? false
    return Tracking.Distance(
      item: item, sector: sector, year: year, planned: aim, observed: value, unit: "Mt CO2e",
      status: gap != nil ? .unknown : isOnTrack ? .onTrack : .offTrack, gap: gap)
  }

  private func isFar(_ observed: Double, from planned: Double) -> Bool {
    Tracking.remedy(observed, planned, isTotal: true) != nil
  }

  /// The totals with an observed value that is too far from the plan to be of the same thing.
  var farTotals: Set<String> {
    let totals = [
      ("emissions", known, counted),
      ("energy", observed.history.energy.map { (year: $0.year, value: $0.value) }, energy),
      ("gdp", observed.history.gdp.map { (year: $0.year, value: $0.value) }, gdp),
    ]
    let far = totals.filter { _, values, planned in
      values.contains {
        plan.years.contains($0.year) && isFar($0.value, from: planned[place($0.year)])
      }
    }
    return Set(far.map(\.0))
  }

  private func scale(
    _ item: String, _ planned: [Double], _ values: [History.Observation], _ unit: String
  ) -> [Tracking.Distance] {
    years.compactMap { year in
      values.value(year).map {
        Tracking.Distance(
          item: item, sector: nil, year: year, planned: planned[place(year)], observed: $0,
          unit: unit, status: nil, gap: nil)
      }
    }
  }

  // MARK: - What explains them

  func explained() -> [Tracking.Explained] {
    years.compactMap { year in
      guard let total = observed.emissions(year, sectors: sectors) else { return nil }
      let distance = total - counted[place(year)]
      return Tracking.Explained(
        year: year, distance: distance, factors: factors(year, total: total))
    }
  }

  private func factors(_ year: Int, total: Double) -> DistanceFactors? {
    let at = place(year)
    let candidates = [
      ("population", population[at], observed.history.population.value(year)),
      ("gdp", gdp[at], observed.history.gdp.value(year)),
      ("energy", energy[at], observed.history.energy.value(year)),
    ]
    let known = candidates.filter { $0.2 != nil && $0.1 > 0 }
    let missing = candidates.filter { $0.2 == nil }.map(\.0)
    let terms = terms(year, total: total)
    return DistanceFactors(
      from: .init(scale: known.map { ($0.0, $0.1) }, terms: terms.map(\.planned)),
      to: .init(scale: known.map { ($0.0, $0.2 ?? 0) }, terms: terms.map(\.observed)),
      missing: missing)
  }

  private typealias Term = (emissions: Double, energy: Double?)

  /// The sectors, where emissions and energy of all that use some were observed; else the whole.
  private func terms(_ year: Int, total: Double) -> [(planned: Term, observed: Term)] {
    let at = place(year)
    var terms: [(planned: Term, observed: Term)] = []
    for sector in sectors {
      let used = taken(sector)[at]
      let energy = observed.sectorEnergy[sector]?.value(year)
      guard let value = observed.history.sectors[sector]?.value(year), used == 0 || energy != nil
      else { return [((counted[at], nil), (total, nil))] }
      terms.append(((self.planned(sector)[at], used > 0 ? used : nil), (value, energy)))
    }
    // What the total has beyond the sectors is a term of its own, so that parts sum to the distance.
    let rest = total - terms.reduce(0) { $0 + $1.observed.emissions }
    let planned = counted[at] - terms.reduce(0) { $0 + $1.planned.emissions }
    if abs(rest) > 1e-12 * abs(total) || abs(planned) > 1e-12 * abs(counted[at]) {
      terms.append(((planned, nil), (rest, nil)))
    }
    return terms
  }

  /// The energy a sector's users take, and for `energy` what plants take in [PJ].
  private func taken(_ sector: Sector) -> [Double] {
    let kind = sector == .energy ? OutputKind.plantInput : .finalEnergy
    return plan.rows(kind).filter { sector == .energy || $0.item.sector == sector }
      .reduce(plan.years.map { _ in 0 }) { sum, row in zip(sum, plan[row.index]).map { $0 + $1 } }
  }

  // MARK: - Where it would land

  /// What the inventory would count by year: observed, then at the plan's growth.
  var landed: [Double]? {
    guard !known.isEmpty, planNotPositive == nil else { return nil }
    return landing(known, history: plan.blueprint.scenario.history.emissions, on: counted)
  }

  /// Both totals by year; see ``Tracking/nowcast``.
  var nowcast: ByTotal<[Double]>? {
    landed.map { landed in
      func total(_ planned: [Double]) -> [Double] {
        planned.indices.map { planned[$0] + landed[$0] - counted[$0] }
      }
      return ByTotal(gross: total(plan.total(.gross)), net: total(plan.total(.net)))
    }
  }

  /// The first observed year in which the plan has no emissions to scale.
  var planNotPositive: Int? { known.first { counted[place($0.year)] <= 0 }?.year }

  /// A planned series brought to what was observed.
  ///
  /// ```text
  /// value(t) = plan(t) · r(t),   r = observed / planned
  /// ```
  ///
  /// r is linear between known years and held after the last. The base year counts as known: as the
  /// table observed it, else as the scenario's own history did, else as planned. So a reference in the
  /// base year is not drawn along by what was observed after it.
  func landing(
    _ known: [(year: Int, value: Double)], history: [History.Observation], on planned: [Double]
  ) -> [Double] {
    let base = plan.years.lowerBound
    let start = history.value(base).map { [(year: base, value: $0)] } ?? []
    let all = known.first?.year == base ? known : start + known
    var ratios = all.filter { planned[$0.year - base] > 0 }
      .map { (year: $0.year, ratio: $0.value / planned[$0.year - base]) }
    if ratios.first?.year != base { ratios.insert((base, 1), at: 0) }
    return zip(plan.years, planned).map { year, value in
      let before = ratios.last { $0.year <= year } ?? ratios[0]
      let after = ratios.first { $0.year >= year } ?? before
      let weight =
        after.year > before.year
        ? Double(year - before.year) / Double(after.year - before.year) : 0
      return value * (before.ratio + weight * (after.ratio - before.ratio))
    }
  }
}
