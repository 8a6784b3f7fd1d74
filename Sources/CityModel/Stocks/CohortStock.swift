/// A stock of things by class and year of addition: vehicles, buildings (MODEL §2).
///
/// ```text
/// n'(k,v,t) = n(k,v,t−1) · S(t−v)/S(t−1−v) · (1 − earlyRetirement(k,t))
/// A(t)      = max(0, N(t) − Σ n'),   n(k,t,t) = A(t) · σ(k,t)
/// ```
///
/// Where the needed total N falls faster than things wear out, the oldest leave first until the
/// total is N. The stock's values live in the year's state; this is their layout and their rules.
/// How long things live is the same for all variants.
///
/// Source: dynamic stock model after Müller (2006), as in ODYM (Pauliuk & Heeren 2020).
struct CohortStock: Sendable {
  /// A class of the stock: a technology, a building standard.
  struct Class: Sendable {
    /// Its part of the base year's stock.
    let ofStock: Part
    /// Its part of what is added.
    let ofAdditions: Part
    /// What leaves before its time, a share of the survivors.
    let earlyRetirement: ParameterIndex?
    /// The yearly growth of additions before the base year.
    let pastGrowth: ParameterIndex
  }

  /// A part of a whole.
  enum Part: Sendable {
    case none, all
    case share(ParameterIndex)

    func value(_ context: YearContext) -> Lanes {
      switch self {
      case .none: .zero
      case .all: .all(1)
      case .share(let parameter): context[parameter]
      }
    }
  }

  /// What changed in a year.
  struct Change {
    /// What was added in the year.
    var additions: Lanes
    /// What left the stock in the year.
    var retirements: Lanes
    /// What turned from the first class into the second (retrofit).
    var converted = Lanes.zero
    /// The stock at the end of the year.
    var total: Lanes
    /// |stock(t) − stock(t−1) − additions + retirements|, relative to the greater stock; retirements are
    /// added up where they happen, and stock(t−1) is what the year before said it was.
    var residual: Lanes
  }

  private let classes: [Class]
  /// The greatest age kept.
  let lastAge: Int
  /// How many years of addition there are, before the base year and after.
  let slotCount: Int
  /// The share alive at each age, S(a).
  private let alive: [Double]
  /// The share of those a year younger that is alive at each age, S(a)/S(a−1).
  private let survival: [Double]
  /// How many classes, from the first, may hold things older than the run.
  private let oldClasses: Int
  private let start: Int
  private let totals: Int
  private let lastTotal: Int

  init(_ compiler: inout BlueprintCompiler, _ lifetime: Lifetime, classes: [Class]) {
    self.classes = classes
    alive = lifetime.survival(&compiler)
    survival = [1] + zip(alive, alive.dropFirst()).map { $1 / $0 }
    lastAge = alive.count - 1
    slotCount = lastAge + compiler.scenario.years.count
    let old = classes.lastIndex { if case .none = $0.ofStock { false } else { true } } ?? 0
    oldClasses = min(classes.count, max(2, old + 1))
    start = compiler.state(classes.count * slotCount)
    totals = compiler.state(classes.count)
    lastTotal = compiler.state(1)
  }

  /// The place of a year of addition among the vintages, 0 the oldest.
  func vintage(age: Int, in context: YearContext) -> Int { lastAge + context.year - age }

  /// The ages the stock may hold, youngest first.
  var ages: ClosedRange<Int> { 0...lastAge }

  /// The ages a class may hold: only the first ones hold what is older than the run.
  private func ages(of kind: Int, _ context: YearContext) -> ClosedRange<Int> {
    0...(kind < oldClasses ? lastAge : min(lastAge, context.year))
  }

  private func slot(_ kind: Int, age: Int, _ context: YearContext) -> Int {
    start + kind * slotCount + vintage(age: age, in: context)
  }

  /// Things of a class and age.
  func amount(_ kind: Int, age: Int, _ context: YearContext) -> Lanes {
    context.state[slot(kind, age: age, context)]
  }

  /// The sum of things of a class by weights of their age, which stand from `weights` on in the state.
  func sum(_ kind: Int, weights: Int, _ context: YearContext) -> Lanes {
    context.state.sum(
      youngest: slot(kind, age: 0, context), oldestAge: ages(of: kind, context).upperBound,
      weights: weights)
  }

  /// The same sum, each thing times what its year of addition has; that of this year stands at `rates`.
  func sum(_ kind: Int, weights: Int, rates: Int, _ context: YearContext) -> Lanes {
    context.state.sum(
      youngest: slot(kind, age: 0, context), oldestAge: ages(of: kind, context).upperBound,
      weights: weights, rates: rates)
  }

  /// All things of a class.
  func total(of kind: Int, _ context: YearContext) -> Lanes { context.state[totals + kind] }

  /// Takes the stock into the year.
  ///
  /// - Parameters:
  ///   - needed: The total the year needs.
  ///   - conversion: The share of the first class that turns into the second (retrofit).
  ///   - context: The year.
  /// - Returns: What changed; in the base year nothing.
  func turnOver(needed: Lanes, conversion: Lanes = .zero, _ context: YearContext) -> Change {
    let change =
      context.isBase ? begin(needed, context) : advance(needed, conversion: conversion, context)
    context.state[lastTotal] = change.total
    return change
  }

  /// Fills the base year with the stationary age distribution of each class.
  ///
  /// ```text
  /// n(k,v) = N·σ(k) · S(a)·(1+g)^(−a) / Σ_a S(a)·(1+g)^(−a)
  /// ```
  private func begin(_ total: Lanes, _ context: YearContext) -> Change {
    let state = context.state
    var stock = Lanes.zero
    for (kind, member) in classes.enumerated() {
      let first = slot(kind, age: 0, context)
      let perYear = 1 / (1 + context[member.pastGrowth])
      var weight = Lanes.all(1)
      var weights = Lanes.zero
      for age in ages(of: kind, context) {
        state[first - age] = alive[age] * weight
        weights += state[first - age]
        weight *= perYear
      }
      let scale = total * member.ofStock.value(context) / weights
      var held = Lanes.zero
      for age in ages(of: kind, context) {
        state[first - age] *= scale
        held += state[first - age]
      }
      state[totals + kind] = held
      stock += held
    }
    return Change(additions: .zero, retirements: .zero, total: stock, residual: .zero)
  }

  private func advance(_ needed: Lanes, conversion: Lanes, _ context: YearContext) -> Change {
    let state = context.state
    let before = state[lastTotal]
    var retirements = Lanes.zero
    for kind in classes.indices { retirements += age(kind, context) }
    let converted = convert(conversion, context)
    var kept = sum(context)
    if any(kept .> needed) {
      retirements += retireOldest(excess: (kept - needed).atLeast(.zero), context)
      kept = sum(context)
    }
    let additions = (needed - kept).atLeast(.zero)
    for (kind, member) in classes.enumerated() {
      let added = additions * member.ofAdditions.value(context)
      state[slot(kind, age: 0, context)] = added
      state[totals + kind] += added
    }
    let total = sum(context)
    let residual = (total - before - additions + retirements).divided(by: total.atLeast(before))
    return Change(
      additions: additions, retirements: retirements, converted: converted, total: total,
      residual: residual.magnitudes)
  }

  /// Applies a year's survival to a class and gives what retires.
  private func age(_ kind: Int, _ context: YearContext) -> Lanes {
    let state = context.state
    let first = slot(kind, age: 0, context)
    let stays = 1 - context.value(classes[kind].earlyRetirement, or: 0)
    let (held, retired) = state.survive(
      youngest: first, oldestAge: ages(of: kind, context).upperBound, survival, stays: stays)
    let tooOld = state[first - lastAge - 1]
    state[first - lastAge - 1] = .zero
    state[totals + kind] = held
    return retired + tooOld
  }

  /// Turns a share of the first class into the second, and gives how much that was.
  private func convert(_ share: Lanes, _ context: YearContext) -> Lanes {
    guard classes.count > 1, any(share .> .zero) else { return .zero }
    let state = context.state
    let from = slot(0, age: 0, context)
    let to = slot(1, age: 0, context)
    let converted = state.move(share, from: from, to: to, oldestAge: lastAge)
    state[totals] -= converted
    state[totals + 1] += converted
    return converted
  }

  /// Takes the excess from the oldest vintages, from all classes of a vintage alike, and gives what
  /// was taken.
  private func retireOldest(excess: Lanes, _ context: YearContext) -> Lanes {
    let state = context.state
    var left = excess
    for age in stride(from: lastAge, through: 1, by: -1) where any(left .> .zero) {
      var vintage = Lanes.zero
      for kind in classes.indices { vintage += amount(kind, age: age, context) }
      let taken = left.atMost(vintage)
      let leaves = taken.divided(by: vintage)
      for kind in classes.indices {
        let place = slot(kind, age: age, context)
        state[place] -= state[place] * leaves
      }
      left -= taken
    }
    for kind in classes.indices {
      var held = Lanes.zero
      for age in ages(of: kind, context).dropFirst() { held += amount(kind, age: age, context) }
      state[totals + kind].replace(with: held, where: excess .> .zero)
    }
    return excess - left
  }

  /// All things in the stock.
  private func sum(_ context: YearContext) -> Lanes {
    var sum = Lanes.zero
    for kind in classes.indices { sum += context.state[totals + kind] }
    return sum
  }
}
