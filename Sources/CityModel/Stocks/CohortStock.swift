/// A stock of things by class and year of addition: vehicles, buildings (MODEL §2).
///
/// ```text
/// n'(k,v,t) = n(k,v,t−1) · S(t−v)/S(t−1−v) · (1 − earlyRetirement(k,t))
/// A(t)      = max(0, N(t) − Σ n'),   n(k,t,t) = A(t) · σ(k,t)
/// ```
///
/// Where the needed total N falls faster than things wear out, the oldest leave first until the
/// total is N. The stock's values live in the year's state; this is their layout and their rules.
///
/// Source: dynamic stock model after Müller (2006), as in ODYM (Pauliuk & Heeren 2020).
struct CohortStock: Sendable {
  /// How many classes there are.
  let classCount: Int
  /// The greatest age kept.
  let lastAge: Int
  private let lifetime: Lifetime
  /// How many years of addition there are, before the base year and after.
  let slotCount: Int
  private let start: Int
  private let survivalStart: Int

  init(
    _ compiler: inout BlueprintCompiler, owner: ParameterPath, classCount: Int,
    lifetime: Lifetime
  ) {
    self.classCount = classCount
    self.lifetime = lifetime
    lastAge = lifetime.lastAge(&compiler)
    slotCount = lastAge + compiler.scenario.years.count
    start = compiler.state(classCount * slotCount)
    survivalStart = compiler.state(lastAge + 1)
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
    /// added up where they happen.
    var residual: Lanes
  }

  /// Where a class's vintages of an age stand in the state.
  func slot(_ kind: Int, age: Int, in context: YearContext) -> Int {
    start + kind * slotCount + vintage(age: age, in: context)
  }

  /// The place of a year of addition among the vintages, 0 the oldest.
  func vintage(age: Int, in context: YearContext) -> Int { lastAge + context.year - age }

  /// The ages the stock may hold, youngest first.
  var ages: ClosedRange<Int> { 0...lastAge }

  /// Things of a class and age.
  func amount(_ kind: Int, age: Int, _ context: YearContext) -> Lanes {
    context.state[slot(kind, age: age, in: context)]
  }

  /// All things of a class.
  func total(of kind: Int, _ context: YearContext) -> Lanes {
    ages.reduce(.zero) { $0 + amount(kind, age: $1, context) }
  }

  /// Fills the base year with the stationary age distribution of each class.
  ///
  /// ```text
  /// n(k,v) = N·σ(k) · S(a)·(1+g)^(−a) / Σ_a S(a)·(1+g)^(−a)
  /// ```
  func begin(
    total: Lanes, shares: [Lanes], pastGrowth: [Lanes], _ context: YearContext
  ) -> Change {
    var alive: [Lanes] = ages.map { lifetime.survival(at: $0, context.parameters) }
    alive[0] = .all(1)
    for age in ages {
      context.state[survivalStart + age] =
        age == 0 ? .all(1) : alive[age].divided(by: alive[age - 1])
    }
    var stock = Lanes.zero
    for kind in 0..<classCount {
      let weights = ages.map {
        alive[$0] * pow(1 + pastGrowth[kind], .all(Double(-$0)))
      }
      let scale = total * shares[kind] / weights.reduce(.zero, +)
      for age in ages {
        let amount = weights[age] * scale
        context.state[slot(kind, age: age, in: context)] = amount
        stock += amount
      }
    }
    return Change(additions: .zero, retirements: .zero, total: stock, residual: .zero)
  }

  /// Takes the stock from one year to the next.
  ///
  /// - Parameters:
  ///   - needed: The total the year needs.
  ///   - shares: How additions divide over the classes; they sum to 1.
  ///   - earlyRetirement: What leaves each class before its time, a share of the survivors.
  ///   - conversion: The share of the first class that turns into the second (retrofit).
  ///   - context: The year.
  /// - Returns: What changed in the year.
  func advance(
    needed: Lanes, shares: [Lanes], earlyRetirement: [Lanes], conversion: Lanes = .zero,
    _ context: YearContext
  ) -> Change {
    let before = sum(context, andOlder: true)
    var retirements = age(earlyRetirement: earlyRetirement, context)
    let converted = classCount > 1 ? convert(conversion, context) : .zero
    var kept = sum(context)
    if any((kept - needed) .> 0) {
      retirements += retireOldest(excess: (kept - needed).atLeast(.zero), context)
      kept = sum(context)
    }
    let additions = (needed - kept).atLeast(.zero)
    for kind in 0..<classCount {
      context.state[slot(kind, age: 0, in: context)] = additions * shares[kind]
    }
    let total = sum(context)
    let residual = (total - before - additions + retirements).divided(by: total.atLeast(before))
    return Change(
      additions: additions, retirements: retirements, converted: converted, total: total,
      residual: residual.magnitudes)
  }

  /// Applies a year's survival and gives what retires.
  private func age(earlyRetirement: [Lanes], _ context: YearContext) -> Lanes {
    var retired = Lanes.zero
    for kind in 0..<classCount {
      let stays = 1 - earlyRetirement[kind]
      for age in stride(from: lastAge, through: 1, by: -1) {
        let slot = slot(kind, age: age, in: context)
        let amount = context.state[slot]
        let kept = amount * context.state[survivalStart + age] * stays
        context.state[slot] = kept
        retired += amount - kept
      }
      let tooOld = slot(kind, age: lastAge + 1, in: context)
      retired += context.state[tooOld]
      context.state[tooOld] = .zero
    }
    return retired
  }

  /// Turns a share of the first class into the second, and gives how much that was.
  private func convert(_ share: Lanes, _ context: YearContext) -> Lanes {
    var converted = Lanes.zero
    for age in ages.dropFirst() {
      let from = slot(0, age: age, in: context)
      let moved = context.state[from] * share
      context.state[from] -= moved
      context.state[slot(1, age: age, in: context)] += moved
      converted += moved
    }
    return converted
  }

  /// Takes the excess from the oldest vintages, from all classes of a vintage alike, and gives what
  /// was taken.
  private func retireOldest(excess: Lanes, _ context: YearContext) -> Lanes {
    var left = excess
    for age in stride(from: lastAge, through: 1, by: -1) {
      let vintage = (0..<classCount).reduce(Lanes.zero) { $0 + amount($1, age: age, context) }
      let taken = left.atMost(vintage)
      let stays = 1 - taken.divided(by: vintage)
      for kind in 0..<classCount {
        context.state[slot(kind, age: age, in: context)] *= stays
      }
      left -= taken
    }
    return excess - left
  }

  /// All things in the stock; with those too old to stay, which leave in the year.
  private func sum(_ context: YearContext, andOlder: Bool = false) -> Lanes {
    let greatestAge = andOlder ? lastAge + 1 : lastAge
    return (0..<classCount).reduce(.zero) { sum, kind in
      (0...greatestAge).reduce(sum) { $0 + amount(kind, age: $1, context) }
    }
  }
}
