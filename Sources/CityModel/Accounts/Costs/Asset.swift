/// A kind of thing that is built, kept and run for money.
///
/// ```text
/// additions(t) = what the stock added, or max(0, K(t) − K(t−1) + additions(t−L))
/// investment(t) = additions(t) · capital(t) · (cumulative(t)/cumulative(0))^(−b)
/// annuities(t) = Σ_{a<L} investment(t−a) · CRF(r, L)
/// ```
///
/// What stands in the base year is sunk: neither it nor its replacement within an unchanged capacity
/// is paid for here. Money is counted in million yuan: million m² · CNY/m², GW · CNY/kW, Mt · CNY/t
/// and PJ · CNY/GJ are all that.
struct Asset: Sendable {
  /// Where the amounts stand.
  enum Amount: Sendable {
    case output(OutputIndex)
    case parameter(ParameterIndex)
    /// The capacity [GW] that a yearly output [PJ] needs at a use of capacity.
    case capacity(for: OutputIndex, at: ParameterIndex)

    func value(_ context: YearContext) -> Lanes {
      switch self {
      case .output(let row): context[row]
      case .parameter(let row): context[row]
      case .capacity(let output, let factor):
        context[output].divided(by: context[factor] * 31.536)
      }
    }
  }

  /// How what is added in a year is known.
  enum Growth: Sendable {
    /// The model says how much is added.
    case given(Amount)
    /// By the growth of the stock.
    case ofStock(Amount)
  }

  /// What it cost in a year [million CNY].
  struct YearCost {
    var annuities = Lanes.zero
    var fixed = Lanes.zero
    var variable = Lanes.zero
    /// What was invested, and the part of it the public paid, if that is known.
    var investment = Lanes.zero
    var publicInvestment: Lanes?
    var total: Lanes { annuities + fixed + variable }
  }

  private let growth: Growth
  private let stock: Amount?
  private let output: OutputIndex?
  private let capital: ParameterIndex
  private let fixed: ParameterIndex?
  private let variable: ParameterIndex?
  private let publicShare: ParameterIndex?
  private let learning: (curve: LearningCurve, cumulative: ParameterIndex, first: Double)?
  private let life: Int
  private let recovery: Double
  private let lastStock: Int
  private let built: Int
  private let running: Int
  private let additions: Int
  private let annuities: Int

  /// Reads the costs under `path`, if the scenario has any there.
  ///
  /// - Parameters:
  ///   - compiler: Turns paths into places.
  ///   - path: The map `cost`, or one like it.
  ///   - capitalKey: The key of the capital in it.
  ///   - rate: The discount rate.
  ///   - growth: How additions are known.
  ///   - stock: What fixed operation is paid for.
  ///   - output: What variable operation is paid for.
  init?(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, capitalKey: String = "capital",
    rate: Double, growth: Growth, stock: Amount? = nil, output: OutputIndex? = nil
  ) {
    guard let capital = compiler.optionalParameter(path / capitalKey) else { return nil }
    self.growth = growth
    self.stock = stock
    self.output = output
    self.capital = capital
    fixed = compiler.optionalParameter(path / .fixedOm)
    variable = compiler.optionalParameter(path / .variableOm)
    publicShare = compiler.optionalParameter(path / .publicShare)
    let years = compiler.baseValue(compiler.parameter(path / .life)).rounded()
    life = max(1, Int(years))
    recovery = capitalRecoveryFactor(rate: rate, years: Double(life))
    if let rate = compiler.optionalParameter(path / .learning / .rate) {
      let cumulative = compiler.parameter(path / .learning / .cumulative)
      learning = (
        LearningCurve(rate: compiler.baseValue(rate)), cumulative, compiler.baseValue(cumulative)
      )
    } else {
      learning = nil
    }
    lastStock = compiler.state(1)
    built = compiler.state(1)
    running = compiler.state(1)
    additions = compiler.state(compiler.scenario.years.count)
    annuities = compiler.state(compiler.scenario.years.count)
  }

  /// Pays for the year.
  func compute(_ context: YearContext) -> YearCost {
    let added = add(context)
    var cost = YearCost()
    cost.investment = added * unitCost(context)
    cost.publicInvestment = publicShare.map { cost.investment * context[$0] }
    let state = context.state
    state[annuities + context.year] = cost.investment * recovery
    state[running] += state[annuities + context.year]
    if context.year >= life { state[running] -= state[annuities + context.year - life] }
    state[built] += added
    cost.annuities = state[running]
    if let fixed, let stock { cost.fixed = stock.value(context) * context[fixed] }
    if let variable, let output { cost.variable = context[output] * context[variable] }
    return cost
  }

  private func unitCost(_ context: YearContext) -> Lanes {
    guard let learning else { return context[capital] }
    let cumulative = context[learning.cumulative] + context.state[built]
    return context[capital] * learning.curve.factor(growth: cumulative / learning.first)
  }

  /// What is added in the year; nothing in the base year.
  private func add(_ context: YearContext) -> Lanes {
    let state = context.state
    var added = Lanes.zero
    switch growth {
    case .given(let amount):
      if !context.isBase { added = amount.value(context) }
    case .ofStock(let amount):
      let now = amount.value(context)
      let worn = context.year >= life ? state[additions + context.year - life] : .zero
      if !context.isBase { added = (now - state[lastStock] + worn).atLeast(.zero) }
      state[lastStock] = now
    }
    state[additions + context.year] = added
    return added
  }
}
