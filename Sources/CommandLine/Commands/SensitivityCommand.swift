import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import Solvers

/// `carbonpeak sensitivity FILE --method M`: what moves the peak year, the peak value, the budget.
struct SensitivityCommand: StudyCommand {
  /// How sensitivity is asked for.
  enum Method: String, CaseIterable, ExpressibleByArgument {
    case sobol, morris, tornado, gradient
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sensitivity",
      abstract: say(
        "What moves the peak year, the peak value, cumulative emissions and cost.",
        "什么影响达峰年份、峰值、累计排放与成本。"),
      discussion: say(
        "sobol: shares of variance, first and total, with 95 % confidence. morris: screening by elementary effects. tornado: one input at a time between its 5 and 95 % quantile. gradient: the levers at their levels. All but gradient vary the inputs under 'uncertainty:', taken as independent. Writes sensitivity.csv and sensitivity.json under Output/<city>/<scenario>/.",
        "sobol：方差份额（一阶与总效应，95% 置信区间）；morris：基本效应筛选；tornado：逐项由 5% 到 95% 分位数；gradient：各措施在当前力度处的梯度。除 gradient 外均改变 uncertainty: 下的输入，并视为相互独立。结果写入 Output/<城市>/<情景>/ 下的 sensitivity.csv 与 sensitivity.json。"
      ))
  }

  @Argument(help: help("The scenario file.", "情景文件。"), completion: .file(extensions: ["yaml"]))
  var file: String

  @Option(help: help("sobol, morris, tornado or gradient.", "sobol、morris、tornado 或 gradient。"))
  var method: Method = .sobol

  @Option(
    help: help(
      "Base points of sobol (default 1024; inputs + 2 runs each) or trajectories of morris (default 50).",
      "sobol 的基点数（默认 1024，每点运行 输入数+2 次）或 morris 的轨迹数（默认 50）。"))
  var samples: Int?

  @Option(
    help: help(
      "How the points of sobol are chosen: sobol (up to 20 inputs), lhs or random.",
      "sobol 方法的取点方式：sobol（最多 20 项输入）、lhs 或 random。"))
  var design: SampleDesign.Kind?

  @OptionGroup var ensemble: EnsembleOptions
  @OptionGroup var writing: WritingArguments
  @OptionGroup var labelling: LabelOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  /// From fewer base points there are not two replicates of eight, and no confidence.
  static let fewestPoints = 16
  /// Fewer trajectories tell no deviation of effects: 10 to 50 are usual (Campolongo 2007).
  static let fewestTrajectories = 4

  func validate() throws {
    if samples != nil, method == .tornado || method == .gradient {
      throw ValidationError(
        say(
          "--samples is for --method sobol and morris: \(method.rawValue) draws nothing.",
          "--samples 只用于 --method sobol 与 morris：\(method.rawValue) 不抽样。"))
    }
    let least = method == .morris ? Self.fewestTrajectories : Self.fewestPoints
    if let samples, samples < least {
      throw ValidationError(
        say(
          "--samples \(samples) is too few: \(method.rawValue) tells nothing of its error from fewer than \(least).",
          "--samples \(samples) 太少：\(method.rawValue) 至少需要 \(least)，否则无法估计误差。"))
    }
    if design != nil, method != .sobol {
      throw ValidationError(
        say("--design is for --method sobol.", "--design 只用于 --method sobol。"))
    }
  }

  func begin() throws -> StudyRun {
    try StudyRun.reading(self, of: [file], reading, common, to: writing.output)
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    let scenario = run.blueprint.scenario
    let result = try await study(try run.baseRun().blueprint, run)
    run.warn(.impossible(result.faults, of: result.runs, result.firstFault, in: scenario))
    let style = labelling.style(writing)
    return [
      StudyAnswer(
        place: .scenario(scenario), answer: result.answer(scenario), style: style)
    ]
  }

  private func study(_ blueprint: Blueprint, _ run: StudyRun) async throws -> SensitivityResult {
    let study = SensitivityStudy(blueprint, jobs: ensemble.workers)
    let inputs = blueprint.scenario.uncertainties.values.count
    func line(_ total: (partialValue: Int, overflow: Bool)) -> ProgressLine {
      run.progress(of: total.overflow ? Int.max : total.partialValue)
    }
    switch method {
    case .sobol:
      let count = samples ?? 1024
      var line = line(count.multipliedReportingOverflow(by: inputs + 2))
      defer { line.end() }
      return try await study.sobol(count: count, kind: design, seed: ensemble.seed) {
        line.update($0)
      }
    case .morris:
      let count = samples ?? 50
      var line = line(count.multipliedReportingOverflow(by: inputs + 1))
      defer { line.end() }
      return try await study.morris(trajectories: count, seed: ensemble.seed) { line.update($0) }
    case .tornado: return try await study.tornado()
    case .gradient: return try await study.gradient()
    }
  }
}
