public import Analysis
public import CityModel
public import Diagnostics

extension SensitivityResult {
  /// What a person reads on the terminal: of each metric the inputs that matter most.
  ///
  /// - Parameters:
  ///   - scenario: The scenario that was studied.
  ///   - language: The language of the words.
  ///   - files: The paths of the files written.
  /// - Returns: Lines without colour.
  public func summary(_ scenario: Scenario, _ language: Language, files: [String]) -> String {
    let left =
      faults > 0
      ? [
        Text(
          "\(faults) of \(runs) variants are impossible and left out.",
          "\(runs) 个变体中有 \(faults) 个不可能成立，已剔除。")(
            language)
      ] : []
    let ignored =
      !scenario.uncertainties.correlations.isEmpty && findings.takesIndependence
      ? [
        Text(
          "Inputs are taken as independent here; the correlations of the scenario are not used.",
          "此处视各输入相互独立，未使用情景中的相关系数。")(language)
      ] : []
    let tables = metrics.indices.map { metric in lines(metric, language).joined(separator: "\n") }
    let written =
      files.isEmpty
      ? []
      : [
        ([Text("Written:", "已写入：")(language)] + files.map { "  \(terminalSafe($0))" }).joined(
          separator: "\n")
      ]
    return ([scenario.title(language)] + left + ignored + tables + written)
      .joined(separator: "\n\n")
  }

  /// The inputs shown for each metric.
  private static let shown = 8

  private func lines(_ metric: Int, _ language: Language) -> [String] {
    let order = axes.indices.filter { abs(weight(metric, $0)) > 0 }
      .sorted { (weight(metric, $0), $1) > (weight(metric, $1), $0) }
    guard !order.isEmpty else {
      return [
        Text(
          "\(metrics[metric].name(language)): nothing moves it",
          "\(metrics[metric].name(language))：不受任何输入影响")(language)
      ]
    }
    let width = order.prefix(Self.shown).map { axes[$0].path.count }.max() ?? 0
    let rows = order.prefix(Self.shown).map { input in
      let path = axes[input].path
      let gap = String(repeating: " ", count: width - path.count + 2)
      return "  \(terminalSafe(path))\(gap)\(figure(metric, input, language))"
    }
    let (name, unit) = (metrics[metric].name(language), metrics[metric].shownUnit(language))
    let heading = Text(
      "\(name) [\(unit)]: \(findings.measure(language))",
      "\(name) [\(unit)]：\(findings.measure(language))")
    return [heading(language)] + rows
  }

  private func figure(_ metric: Int, _ input: Int, _ language: Language) -> String {
    let isMoney = metrics[metric] == .cost
    func amount(_ value: Double) -> String {
      isMoney ? CountedUnit.money.figure(value)(language) : readableText(value)
    }
    switch findings {
    case .sobol(let indices):
      let (first, total) = (indices[metric].first[input], indices[metric].total[input])
      return
        "\(readableText(first.value)) / \(readableText(total.value)) ± \(readableText(total.confidence))"
    case .morris(let effects):
      let found = effects[metric]
      return "\(amount(found.meanSize[input])), σ \(amount(found.deviation[input]))"
    case .tornado(let swings):
      let swing = swings[metric][input]
      let (low, high) = (swing.low - base[metric], swing.high - base[metric])
      return "\(amount(low)) … \(amount(high))"
    case .gradient(let gradients): return amount(gradients[metric][input])
    }
  }
}

extension SensitivityResult.Findings {
  fileprivate var takesIndependence: Bool { if case .gradient = self { false } else { true } }

  fileprivate func measure(_ language: Language) -> String {
    switch self {
    case .sobol:
      Text("share of variance, alone / in all ± 95 %", "方差份额：单独 / 总计 ± 95%")(language)
    case .morris:
      Text(
        "mean size of the effect from the 2.5 to the 97.5 % quantile, μ*",
        "由 2.5% 到 97.5% 分位数的效应平均幅度 μ*")(language)
    case .tornado: Text("from the 5 % to the 95 % quantile", "从 5% 到 95% 分位数")(language)
    case .gradient: Text("per whole pull of the lever", "措施力度由 0 到 1 的变化")(language)
    }
  }
}

extension SensitivityMetric {
  fileprivate func shownUnit(_ language: Language) -> String {
    switch self {
    case .peakYear: Text("years", "年")(language)
    case .peakValue, .cumulative: unit
    case .cost: CountedUnit.money.name(language)
    }
  }

  fileprivate func name(_ language: Language) -> String {
    switch self {
    case .peakYear: Text("Peak year, estimated within the year", "达峰年份（年内估计）")(language)
    case .peakValue: Text("Peak value", "峰值")(language)
    case .cumulative: Text("Cumulative emissions", "累计排放")(language)
    case .cost: Text("System cost", "系统成本")(language)
    }
  }
}
