public import CityModel
public import Diagnostics
package import Solvers

extension VariantFault: StudyError {
  /// Why a variant has no results, in words.
  public var text: Text {
    switch self {
    case .impossible(let violation): violation.text
    case .unsolved(let unsolved): unsolved.text
    case .negativePrice(let price): price.text
    case .noNumber(let year):
      Text(
        "the emissions or costs of \(year) are no number, or beyond all measure",
        "\(year) 年排放或成本不是有效数值，或大得失去意义")
    }
  }

  /// How a command ends that needs the variant: what is impossible is the scenario's fault.
  package var status: ExitStatus {
    switch self {
    case .impossible: .badScenario
    case .unsolved, .negativePrice, .noNumber: .noSolution
    }
  }

  /// That the scenario itself has no results.
  public func refusal(of subject: StudySubject) -> Refusal {
    Refusal(text, status, of: subject.name)
  }
}

extension UnsolvedYear {
  fileprivate var text: Text {
    let distances = zip(carriers, residuals).map { "\($0) \($1)" }
      .joined(separator: ", ")
    return Text(
      "no prices in balance with costs were found for \(year); what remains, relative: \(distances)",
      "\(year) 年未找到价格与成本的平衡；相对残差：\(distances)")
  }
}

extension NegativePrice {
  fileprivate var text: Text {
    let carrier = carrierName
    let year = year
    let price = readableText(price)
    guard isPaidForCapture else {
      return Text(
        "the price of \(carrier) falls below zero in \(year) (\(price) CNY/GJ): its cost falls by more than 'costs.prices.\(carrier)'; check that price and the costs of supply",
        "\(carrier)价格在 \(year) 年降到零以下（\(price) 元/GJ）：成本降幅大于 'costs.prices.\(carrier)'；请核对该价格与供应成本"
      )
    }
    return Text(
      "the price of \(carrier) falls below zero in \(year) (\(price) CNY/GJ), since captured biogenic carbon is paid for at the carbon price; lower the carbon price or the capture, or write 'accounting: {biogenic-capture: not-credited}'",
      "\(carrier)价格在 \(year) 年降到零以下（\(price) 元/GJ），因为捕集的生物质碳按碳价获得收益；请降低碳价或捕集量，或写 'accounting: {biogenic-capture: not-credited}'"
    )
  }
}

extension LeverViolation {
  fileprivate var text: Text {
    let named = levers.joined(separator: ", ")
    let levers =
      named.isEmpty ? Text("", "") : Text(" (levers: \(named))", "（措施：\(named)）")
    switch problem {
    case .outOfBounds(let value):
      return Text(
        "'\(path)' would be \(value) in \(year), out of its bounds\(levers)",
        "“\(path)” 在 \(year) 年为 \(value)，超出范围\(levers)")
    case .sharesDoNotSum(let sum):
      return Text(
        "the shares '\(path)' that are moved would sum to \(sum) in \(year), and the others cannot give way\(levers)",
        "份额 “\(path)” 中被调整的部分在 \(year) 年合计 \(sum)，其余份额无法让出\(levers)")
    }
  }
}

extension SamplingError {
  /// Why variants could not be drawn, in words.
  package var text: Text {
    switch self {
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
    case .notPositive(let name, let value):
      Text("\(name) must be above 0, not \(value)", "\(name) 须大于 0，不能为 \(value)")
    case .invalidParameter(let name, let value):
      Text(
        "a distribution cannot have \(name) \(readableText(value))",
        "分布的 \(name) 不能为 \(readableText(value))")
    case .notIncreasing(let values):
      Text(
        "the bounds of a distribution must increase: \(values.map { readableText($0) }.joined(separator: ", "))",
        "分布的界限须递增：\(values.map { readableText($0) }.joined(separator: "、"))")
    case .noValues: Text("a distribution has no values to draw from", "分布没有可供抽取的值")
    case .notACorrelation(let row, let column):
      Text(
        "the correlations are no matrix of correlations: row \(row + 1), column \(column + 1)",
        "相关系数矩阵有误：第 \(row + 1) 行第 \(column + 1) 列")
    case .notPositiveDefinite:
      Text(
        "no sample can have all these correlations together (the matrix is not positive definite)",
        "这些相关系数不能同时成立（矩阵非正定）")
    }
  }
}

extension AxisError {
  /// Why something cannot differ between variants, in words.
  package var text: Text {
    switch self {
    case .unknownLever(let id):
      Text("cannot vary lever '\(id)': there is none", "无法改变措施“\(id)”：不存在")
    case .unknownParameter(let path):
      Text("cannot vary '\(path)': there is no such number", "无法改变“\(path)”：没有这个数值")
    case .repeated(let axis):
      Text("'\(axis.path)' is varied twice", "“\(axis.path)”被改变了两次")
    case .shapesTheModel(let path):
      Text(
        "cannot vary '\(path)': what the model consists of depends on it",
        "无法改变“\(path)”：它决定模型的组成")
    case .stepHasNoEnd(let id):
      Text(
        "cannot vary the end of lever '\(id)': it comes in at one step",
        "无法改变措施“\(id)”的终点：它一步到位")
    }
  }
}
