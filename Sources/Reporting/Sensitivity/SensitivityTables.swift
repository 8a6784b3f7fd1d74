public import Analysis
public import CityModel

extension SensitivityResult {
  /// `sensitivity.csv`, what each input does to each metric, and the record `sensitivity.json`.
  ///
  /// - Parameters:
  ///   - scenario: The scenario that was studied.
  ///   - context: What the study was started with.
  ///   - style: For whom the table is written.
  /// - Returns: The files; the table has a row for each metric and input, in the order of the scenario.
  public func files(
    _ scenario: Scenario, _ context: RunContext, style: CSVStyle = .plain
  ) -> [ResultFile] {
    [
      Table.sensitivity(self, of: scenario.accounting.peakAccount).file("sensitivity", style),
      ResultFile(name: "sensitivity.json", bytes: record(scenario, context).document),
    ]
  }
}

extension Table {
  /// What each input does to each metric; the columns after `metric_high` are those of the method.
  ///
  /// `moved` says whether anything moves the metric at all; where nothing does there is nothing to share out,
  /// and the indices of Sobol are empty. `metric_deviation`, `metric_low` and `metric_high` are the standard
  /// deviation and the range of the metric over the runs.
  static func sensitivity(_ result: SensitivityResult, of account: EmissionTotal) -> Self {
    let metrics = result.metrics.enumerated().flatMap { place, metric in
      result.axes.enumerated().map { input, axis in
        [
          Cell.text(result.findings.method), .text(metric.word(account)), .text(metric.unit),
          .text(axis.path), .text(result.isMoved(place) ? "yes" : "no"),
        ] + result.spreadCells(place) + result.cells(place, input)
      }
    }
    return Self(
      columns: [
        "method", "metric", "unit", "input", "moved", "metric_deviation", "metric_low",
        "metric_high",
      ] + result.findings.columns, rows: metrics)
  }
}

extension SensitivityResult.Findings {
  /// The name of the method on the command line.
  var method: String {
    switch self {
    case .sobol: "sobol"
    case .morris: "morris"
    case .tornado: "tornado"
    case .gradient: "gradient"
    }
  }

  /// The names of the columns of one input.
  fileprivate var columns: [String] {
    switch self {
    case .sobol: ["first", "first_confidence", "total", "total_confidence"]
    case .morris: ["mu", "mu_star", "sigma"]
    case .tornado: ["low_input", "high_input", "base", "low", "high", "swing"]
    case .gradient: ["base", "gradient"]
    }
  }
}

extension SensitivityResult {
  fileprivate func spreadCells(_ metric: Int) -> [Cell] {
    let spread = spreads[metric]
    return [spread?.deviation, spread?.low, spread?.high].map(Cell.optional)
  }

  fileprivate func cells(_ metric: Int, _ input: Int) -> [Cell] {
    switch findings {
    case .sobol(let indices):
      guard isMoved(metric) else { return [Cell](repeating: .empty, count: 4) }
      let (first, total) = (indices[metric].first[input], indices[metric].total[input])
      return [first.value, first.confidence, total.value, total.confidence].map(Cell.number)
    case .morris(let effects):
      let found = effects[metric]
      return [found.mean[input], found.meanSize[input], found.deviation[input]].map(Cell.number)
    case .tornado(let swings):
      let swing = swings[metric][input]
      return [
        swing.lowInput, swing.highInput, base[metric], swing.low, swing.high,
        swing.high - swing.low,
      ].map(Cell.number)
    case .gradient(let gradients):
      return [base[metric], gradients[metric][input]].map(Cell.number)
    }
  }

  /// How much an input matters to a metric, for ranking: the total index, μ*, or the size of the
  /// swing or of the gradient.
  func weight(_ metric: Int, _ input: Int) -> Double {
    switch findings {
    case .sobol(let indices): indices[metric].total[input].value
    case .morris(let effects): effects[metric].meanSize[input]
    case .tornado(let swings): abs(swings[metric][input].high - swings[metric][input].low)
    case .gradient(let gradients): abs(gradients[metric][input])
    }
  }
}
