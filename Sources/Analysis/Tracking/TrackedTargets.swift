import CityModel

extension TrackingModel {
  // MARK: - Budgets

  func budgets() -> [Tracking.Budget] {
    plan.blueprint.scenario.targets.compactMap { target in
      guard case .total(let account) = target.aim.subject,
        case .sum(let limit, let years) = target.aim.condition
      else { return nil }
      return budget(years, limit, account)
    }
  }

  private func budget(
    _ years: ClosedRange<Int>, _ limit: Double, _ account: EmissionTotal
  ) -> Tracking.Budget {
    let past = years.filter { $0 <= lastYear ?? Int.min }
    let values = past.map { emitted($0, account) }
    let missing = lastYear == nil ? Array(years) : zip(past, values).filter { $1 == nil }.map(\.0)
    guard missing.isEmpty else {
      return Tracking.Budget(
        years: years, limit: limit, account: account, spent: nil, missingYears: missing,
        exhausted: nil)
    }
    return Tracking.Budget(
      years: years, limit: limit, account: account,
      spent: values.compactMap(\.self).reduce(0, +), missingYears: [],
      exhausted: exhausted(limit, values.compactMap(\.self), years, nowcast?[account] ?? []))
  }

  /// The first year in which what was emitted and what would be is more than a budget.
  private func exhausted(
    _ limit: Double, _ past: [Double], _ years: ClosedRange<Int>, _ nowcast: [Double]
  ) -> Int? {
    var sum = 0.0
    for (count, year) in years.enumerated() {
      let place = year - plan.years.lowerBound
      guard count < past.count || nowcast.indices.contains(place) else { return nil }
      sum += count < past.count ? past[count] : nowcast[place]
      if sum > limit { return year }
    }
    return nil
  }

  /// A total of an observed year of the run: what was observed, and as planned what the inventory does
  /// not count.
  private func emitted(_ year: Int, _ account: EmissionTotal) -> Double? {
    let place = year - plan.years.lowerBound
    let rest = plan.totals[account][place] - counted[place]
    return observed.emissions(year, sectors: sectors).map { $0 + rest }
  }

  // MARK: - Targets

  func targets(_ budgets: [Tracking.Budget]) throws(PeakError) -> [Tracking.JudgedTarget] {
    let peaks = try plan.accountPeaks()
    let planned = plan.targetResults(peaks)
    guard let nowcast, let landed else {
      let gap = planNotPositive.map { TrackingGap.planNotPositive(year: $0) }
      return planned.map { result in
        Tracking.JudgedTarget(
          result: result, planned: result, status: .unknown, gap: gap ?? .notObserved("emissions"))
      }
    }
    let history = plan.blueprint.scenario.history
    let figures = TargetFigures(
      years: plan.years, totals: nowcast, inventoried: landed,
      gdp: grown(observed.history.gdp, history.gdp, planned: plan.gdp), series: landedIndicators,
      peaks: try ByTotal(nowcast, of: plan.blueprint.scenario), history: history,
      counts: plan.blueprint.scenario.inventoriedPart)
    return planned.map { result in
      let gap = missing(for: result.aim, budgets)
      var found = figures.judge(result.aim)
      found.name = result.name
      let unknown = gap ?? (found.reached == nil && !result.aim.isPeak ? .noFigure : nil)
      return Tracking.JudgedTarget(
        result: found, planned: result,
        status: unknown != nil ? .unknown : found.isMet ? .onTrack : .offTrack, gap: unknown)
    }
  }

  /// Indicators where they would land: observed, and later years at the plan's growth.
  private var landedIndicators: [Target.Subject: [Double?]] {
    let history = plan.blueprint.scenario.history
    var landed: [Target.Subject: [Double?]] = [:]
    for indicator in Set(plan.blueprint.scenario.targets.compactMap(\.aim.indicator)) {
      let account = IndicatorAccount(plan.blueprint, of: [indicator])
      let planned = account.series(indicator) { plan[$0] }?.compactMap(\.self) ?? []
      guard planned.count == plan.years.count, isObserved(indicator) else { continue }
      landed[.indicator(indicator)] = grown(
        observed.history.observed(indicator), history.observed(indicator), planned: planned)
    }
    return landed
  }

  private func isObserved(_ indicator: Indicator) -> Bool {
    observed.history.observed(indicator).contains { plan.years.contains($0.year) }
  }

  /// What a target would need that was not observed.
  private func missing(for aim: Target.Aim, _ budgets: [Tracking.Budget]) -> TrackingGap? {
    if let item = needed(for: aim).first(where: farTotals.contains) { return .farFromPlan(item) }
    switch (aim.subject, aim.condition) {
    case (.sector(let sector, _), _): return .notObserved("emissions.\(sector.rawValue)")
    case (.indicator(.energyIntensity), _):
      if observed.history.energy.isEmpty { return .notObserved("energy") }
      return observed.history.gdp.isEmpty ? .notObserved("gdp") : nil
    case (.indicator(.nonFossilShare), _) where !isObserved(.nonFossilShare):
      return .notObserved("non-fossil energy")
    case (.indicator(let indicator), _):
      return isObserved(indicator) ? nil : .notObserved(indicator.id)
    case (.totalPerProduct, _): return observed.history.gdp.isEmpty ? .notObserved("gdp") : nil
    case (.total, .value(_, _, let year)):
      guard let lastYear, plan.years.contains(year), year <= lastYear,
        observed.emissions(year, sectors: sectors) == nil
      else { return nil }
      return .noValue("emissions", year: year)
    case (.total(let account), .sum(let limit, let years)):
      let missing =
        budgets.first { $0.years == years && $0.limit == limit && $0.account == account }?
        .missingYears ?? []
      return missing.isEmpty ? nil : .missingYears(missing)
    case (.total, .peak), (.total, .change): return nil
    }
  }

  /// The observed totals that a target is judged by.
  private func needed(for aim: Target.Aim) -> [String] {
    switch aim.subject {
    case .total, .sector: ["emissions"]
    case .totalPerProduct: ["emissions", "gdp"]
    case .indicator(.energyIntensity): ["energy", "gdp"]
    case .indicator: []
    }
  }

  /// Observed values, and later years at the plan's growth.
  private func grown(
    _ values: [History.Observation], _ history: [History.Observation], planned: [Double]
  ) -> [Double] {
    landing(
      values.filter { plan.years.contains($0.year) }.map { (year: $0.year, value: $0.value) },
      history: history, on: planned)
  }

  // MARK: - Levers

  func levers() -> [Tracking.LeverProgress] {
    let scenario = plan.blueprint.scenario
    let seen = observed.parameters.compactMap { progress($0.path, $0.observations) }
    let covered = Set(seen.flatMap(\.levers))
    let rest = scenario.levers.filter { $0.level > 0 && !covered.contains($0.identity.id) }
    return seen
      + rest.map {
        Tracking.LeverProgress(
          path: nil, levers: [$0.identity.id], year: nil, planned: nil, observed: nil, unit: "",
          planReaches: nil, status: .unknown, gap: .noColumn)
      }
  }

  private func progress(
    _ path: ParameterPath, _ values: [History.Observation]
  ) -> Tracking.LeverProgress? {
    let scenario = plan.blueprint.scenario
    guard let parameter = scenario.parameters.first(where: { $0.path == path }),
      let planned = scenario.planned(path)
    else { return nil }
    let unit = parameter.unit
    let last = values.filter { plan.years.contains($0.year) }.max { $0.year < $1.year }
    guard let last else {
      return Tracking.LeverProgress(
        path: path, levers: planned.levers, year: nil, planned: nil, observed: nil, unit: unit,
        planReaches: nil, status: .unknown, gap: .missingYears([]))
    }
    let series = planned.values
    let place = last.year - plan.years.lowerBound
    let way = series[series.count - 1] - series[0]
    let aim = series[place]
    let short = way >= 0 ? aim - last.value : last.value - aim
    let isPlanned = abs(way) > 1e-12 * max(abs(aim), 1e-12)
    let isFar = Tracking.remedy(last.value, aim, isTotal: false) != nil
    let gap: TrackingGap? =
      isFar ? .farFromPlan(path.description) : isPlanned ? nil : .notPlanned
    return Tracking.LeverProgress(
      path: path, levers: planned.levers, year: last.year, planned: aim, observed: last.value,
      unit: unit, planReaches: isPlanned ? crossing(series, last.value) : nil,
      status: gap != nil ? .unknown : short <= tolerance * abs(aim) ? .onTrack : .offTrack,
      gap: gap)
  }

  /// When a series first reaches a level, straight between the years; none if it never does.
  private func crossing(_ series: [Double], _ level: Double) -> Double? {
    let first = Double(plan.years.lowerBound)
    if series.first == level { return first }
    for place in series.indices.dropFirst() {
      let before = series[place - 1]
      let after = series[place]
      guard before != after, min(before, after) <= level, level <= max(before, after) else {
        continue
      }
      return first + Double(place - 1) + (level - before) / (after - before)
    }
    return nil
  }
}
