import ArgumentParser
import CityModel
import Diagnostics
import Solvers

/// Why there are no results, told on standard error.
enum Refusal {
  /// Tells why a variant of a scenario has no results.
  ///
  /// - Returns: The exit status that says the same.
  static func of(_ fault: VariantFault, _ scenario: Scenario, _ language: Language) -> ExitCode {
    let (name, reason) = ("\(scenario.city.id)/\(scenario.identity.id)", text(of: fault))
    Console.complain(
      Text("\(name): \(reason)", "\(name)：\(reason)")(language), language)
    switch fault {
    case .impossible: return ExitStatus.badScenario.code
    case .unsolved, .negativePrice, .noNumber: return ExitStatus.noSolution.code
    }
  }

  /// Why a variant has no results, in words.
  static func text(of fault: VariantFault) -> Text {
    switch fault {
    case .impossible(let violation): text(of: violation)
    case .unsolved(let unsolved): text(of: unsolved)
    case .negativePrice(let price): text(of: price)
    case .noNumber(let year):
      Text(
        "the emissions or costs of \(year) are no number, or beyond all measure",
        "\(year) 年排放或成本不是有效数值，或大得失去意义")
    }
  }

  private static func text(of unsolved: UnsolvedYear) -> Text {
    let distances = zip(unsolved.carriers, unsolved.residuals).map { "\($0) \($1)" }
      .joined(separator: ", ")
    return Text(
      "no prices in balance with costs were found for \(unsolved.year); what remains, relative: \(distances)",
      "\(unsolved.year) 年未找到价格与成本的平衡；相对残差：\(distances)")
  }

  private static func text(of fault: NegativePrice) -> Text {
    let carrier = fault.carrierName
    let (year, price) = (fault.year, readableText(fault.price))
    guard fault.isPaidForCapture else {
      return Text(
        "the price of \(carrier) falls below zero in \(year) (\(price) CNY/GJ): its cost falls by more than 'costs.prices.\(fault.carrier)'; check that price and the costs of supply",
        "\(carrier)价格在 \(year) 年降到零以下（\(price) 元/GJ）：成本降幅大于 'costs.prices.\(fault.carrier)'；请核对该价格与供应成本"
      )
    }
    return Text(
      "the price of \(carrier) falls below zero in \(year) (\(price) CNY/GJ), since captured biogenic carbon is paid for at the carbon price; lower the carbon price or the capture, or write 'accounting: {biogenic-capture: not-credited}'",
      "\(carrier)价格在 \(year) 年降到零以下（\(price) 元/GJ），因为捕集的生物质碳按碳价获得收益；请降低碳价或捕集量，或写 'accounting: {biogenic-capture: not-credited}'"
    )
  }

  private static func text(of violation: LeverViolation) -> Text {
    let named = violation.levers.joined(separator: ", ")
    let levers =
      named.isEmpty ? Text("", "") : Text(" (levers: \(named))", "（措施：\(named)）")
    switch violation.problem {
    case .outOfBounds(let value):
      return Text(
        "'\(violation.path)' would be \(value) in \(violation.year), out of its bounds\(levers)",
        "“\(violation.path)” 在 \(violation.year) 年为 \(value)，超出范围\(levers)")
    case .sharesDoNotSum(let sum):
      return Text(
        "the shares '\(violation.path)' that are moved would sum to \(sum) in \(violation.year), and the others cannot give way\(levers)",
        "份额 “\(violation.path)” 中被调整的部分在 \(violation.year) 年合计 \(sum)，其余份额无法让出\(levers)")
    }
  }

  /// Why variants could not be drawn, in words.
  static func text(of error: SamplingError) -> Text {
    switch error {
    case .tooManyDimensions(let asked, let most):
      Text(
        "the Sobol sequence has \(most) dimensions and \(asked) are needed; use --design lhs or random",
        "Sobol 序列只有 \(most) 维，需要 \(asked) 维；请用 --design lhs 或 random")
    case .tooManyPoints(let asked, let most):
      Text("at most \(most) samples can be drawn, not \(asked)", "最多抽取 \(most) 个样本，不能抽取 \(asked) 个")
    case .tooManyKept(let asked, let most):
      Text(
        "memory has room for at most \(most) samples here, not \(asked)",
        "内存最多容纳 \(most) 个样本，不能容纳 \(asked) 个")
    case .tooFewValues(let needed, let found):
      Text(
        "\(found) samples are too few for ranks to be correlated; \(needed) are needed",
        "\(found) 个样本不足以建立秩相关，至少需要 \(needed) 个")
    default: Text(english: "the sample cannot be drawn: \(error)", chinese: "无法抽样：\(error)")
    }
  }
}
