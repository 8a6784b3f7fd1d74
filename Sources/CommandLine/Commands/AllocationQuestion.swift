import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Quantities

/// What `allocate` is asked, read from its options.
struct AllocationQuestion {
  /// What is shared.
  private enum Asked {
    /// The scenario's own target of these years.
    case target(ClosedRange<Int>)
    /// An amount that was given.
    case amount(AllocatedAmount)

    var years: ClosedRange<Int> {
      switch self {
      case .target(let years): years
      case .amount(let amount): amount.years
      }
    }
  }

  private let asked: Asked
  private let rules: [AllocationRule]
  private let weights: BurdenIndex.Weights

  /// Reads the options; see those of the same names.
  ///
  /// - Throws: What is wrong with the first that cannot be read.
  init(
    years: String?, amount: String?, account: EmissionTotal?, rules: [String], weights: String?
  ) throws(ValidationError) {
    switch (years, amount) {
    case (let years?, nil):
      guard account == nil else {
        throw ValidationError(
          say(
            "--account is for --amount: a target has its own.", "--account 只与 --amount 同用：目标自有口径。"))
      }
      asked = .target(try ConditionArgument("--years", years).years())
    case (nil, let amount?):
      let (years, limit) = try ConditionArgument("--amount", amount).amount()
      asked = .amount(
        AllocatedAmount(years: years, account: account ?? .net, origin: .given, limit: limit))
    default:
      throw ValidationError(
        say(
          "say what is shared: --years YEAR or --amount 'YEAR=QUANTITY', one of the two.",
          "请给出所分解的量：--years 年份 或 --amount '年份=数量'，二者取一。"))
    }
    var read: [AllocationRule] = []
    for rule in rules { read.append(try Self.rule(rule)) }
    self.rules = read
    self.weights = try weights.map(Self.weights) ?? .equal
  }

  private static func rule(_ text: String) throws(ValidationError) -> AllocationRule {
    if let rule = AllocationRule(rawValue: text) { return rule }
    throw unknown(text, of: "--rule", among: AllocationRule.allCases.map(\.rawValue))
  }

  private static func unknown(
    _ text: String, of option: String, among known: [String]
  ) -> ValidationError {
    let near = closestName(to: text, among: known).map {
      Text("did you mean '\($0)'? ", "是否想写“\($0)”？")
    }
    let list = known.map { Text(same: $0) }.joined(", ", "、")
    return ValidationError(
      say(
        "\(option): no '\(text)'; \(near)there are: \(list)",
        "\(option)：没有“\(text)”；\(near)可用：\(list)"))
  }

  /// Weights as `responsibility=40%,capacity=30%,potential=30%`; what is not named weighs nothing.
  private static func weights(_ text: String) throws(ValidationError) -> BurdenIndex.Weights {
    let known = ["responsibility", "capacity", "potential"]
    var found: [String: Double] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1).map {
        String($0.drop(while: \.isWhitespace))
      }
      guard sides.count == 2, let share = ParsedQuantity.share(sides[1]), 0...1 ~= share else {
        throw ValidationError(
          say(
            "--weights '\(text)': write each like 'capacity=30%', from 0% to 100%",
            "--weights '\(text)'：每项请写成 'capacity=30%'，取值 0% 至 100%"))
      }
      guard known.contains(sides[0]) else { throw unknown(sides[0], of: "--weights", among: known) }
      guard found.updateValue(share, forKey: sides[0]) == nil else {
        throw ValidationError(
          say("--weights '\(text)': '\(sides[0])' twice", "--weights '\(text)'：“\(sides[0])”重复"))
      }
    }
    let sum = found.values.reduce(0, +)
    // Three thirds of 33.3 % are all that is meant.
    guard abs(sum - 1) <= 2e-3 else {
      throw ValidationError(
        say(
          "--weights '\(text)': they sum to \(shortNumber(100 * sum)) %, not to 100 %",
          "--weights '\(text)'：合计为 \(shortNumber(100 * sum))%，应为 100%"))
    }
    return BurdenIndex.Weights(
      responsibility: (found[known[0]] ?? 0) / sum, capacity: (found[known[1]] ?? 0) / sum,
      potential: (found[known[2]] ?? 0) / sum)
  }

  // MARK: - Answering

  /// Refuses years that are not all in the run and after its base year.
  func check(_ run: ClosedRange<Int>) throws(AllocationError) {
    let years = asked.years
    guard years.lowerBound > run.lowerBound, years.upperBound <= run.upperBound else {
      throw .outsideRun(years, run: run)
    }
  }

  /// What is shared: what was given, or what the targets of a run's scenario say.
  func amount(of run: Trajectory) throws(AllocationError) -> AllocatedAmount {
    switch asked {
    case .amount(let amount): return amount
    case .target(let years):
      guard let amount = run.targetAmount(years) else { throw .noTarget(years) }
      return amount
    }
  }

  /// Shares an amount.
  func allocation(
    of amount: AllocatedAmount, over parts: [AllocationPart]
  ) throws(AllocationError) -> Allocation {
    try Allocation(of: amount, over: parts, by: rules, weights: weights)
  }
}
