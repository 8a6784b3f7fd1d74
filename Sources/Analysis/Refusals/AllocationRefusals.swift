public import Diagnostics

/// Why a target cannot be shared.
public enum AllocationError: Error, Sendable {
  /// There is but one part.
  case tooFewParts
  /// The amount is less than a tonne.
  case noAmount(AllocatedAmount)
  /// A part emits less than nothing in the base year, so that there is nothing to fall from.
  case partBelowZero(String)
  /// No part emits anything in the base year.
  case noEmissions
  /// The years of the amount lie outside those of the run, or begin with the base year.
  case outsideRun(ClosedRange<Int>, run: ClosedRange<Int>)
  /// The scenario has no target of these years that says how much may be emitted.
  case noTarget(ClosedRange<Int>)
  /// A rule is for districts.
  case needsDistricts(AllocationRule)
  /// A rule that was named has no answer.
  case noAnswer(AllocationRule, Allocation.Gap)
}

extension AllocationError: StudyError {
  /// Why there is no answer, and the status that says the same.
  public func refusal(of subject: StudySubject) -> Refusal {
    Refusal(words, status)
  }

  private var status: ExitStatus {
    switch self {
    case .tooFewParts, .outsideRun, .needsDistricts: .usage
    case .noAmount(let amount): amount.origin == .given ? .usage : .badScenario
    case .partBelowZero, .noEmissions, .noTarget: .badScenario
    case .noAnswer: .noSolution
    }
  }

  private var words: Text {
    switch self {
    case .tooFewParts:
      Text("a target is shared over two parts or more", "分解目标至少需要两个部分")
    case .noAmount(let amount):
      Text(
        "there is nothing to share: \(readableText(amount.limit)) Mt CO2e in \(amount.span)",
        "没有可分解的量：\(amount.span)年为 \(readableText(amount.limit)) Mt CO2e")
    case .partBelowZero(let part):
      Text(
        "'\(part)' emits less than nothing in the base year, so that it has no share of a target; gross emissions may (--amount with --account gross)",
        "“\(part)”基准年排放为负，无法分得份额；可改用不计碳汇的总排放（--amount 与 --account gross）")
    case .noEmissions: Text("nothing is emitted in the base year", "基准年没有排放")
    case .outsideRun(let years, let run):
      Text(
        "\(years.span) is not within the years to come of the run, \(run.lowerBound + 1)–\(run.upperBound)",
        "\(years.span)年不在模拟的未来年份 \(run.lowerBound + 1)–\(run.upperBound) 之内")
    case .noTarget(let years):
      Text(
        "no target says how much may be emitted in \(years.span): give 'targets.emissions', 'targets.budget' or 'targets.carbon-intensity' of it against a year of the run, or --amount",
        "没有给出\(years.span)年可排放多少的目标：请给出该年的 targets.emissions、targets.budget 或以模拟期内年份为对比的 targets.carbon-intensity，或使用 --amount"
      )
    case .needsDistricts(let rule):
      Text(
        "'\(rule.rawValue)' is for districts: sectors have no people and no GDP of their own",
        "“\(rule.rawValue)”只用于区县：部门没有各自的人口与 GDP")
    case .noAnswer(let rule, let gap):
      Text("no answer by '\(rule.rawValue)': \(gap.text)", "“\(rule.rawValue)”无法分解：\(gap.text)")
    }
  }
}

extension Allocation.Gap {
  /// Why a rule has no answer.
  public var text: Text {
    switch self {
    case .noFall:
      Text(
        "it shares a fall, and the amount is no less than what is emitted in the base year",
        "该规则分配的是降幅，而可排放量不低于基准年排放")
    case .nothingPlanned(let part?):
      Text("the run of '\(part)' emits less than nothing by then", "“\(part)”届时的模拟排放为负")
    case .nothingPlanned(nil): Text("the run emits nothing by then", "届时的模拟排放为零")
    case .tooMany(let count, let most):
      Text(
        "\(count) parts have too many coalitions, at most \(most) can be counted through",
        "\(count) 个部分的联盟过多，最多可计 \(most) 个")
    }
  }
}

extension AllocatedAmount {
  /// Its years as people write them: `2030`, `2026–2030`.
  public var span: String { years.span }
}

extension ClosedRange<Int> {
  fileprivate var span: String {
    count == 1 ? "\(lowerBound)" : "\(lowerBound)–\(upperBound)"
  }
}
