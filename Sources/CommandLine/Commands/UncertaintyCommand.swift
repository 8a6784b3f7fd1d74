import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles
import Solvers

/// `carbonpeak uncertainty FILE`: how the peak and the paths spread when what is uncertain varies.
struct UncertaintyCommand: StudyCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "uncertainty",
      abstract: say(
        "Draw what is uncertain many times: when emissions peak, and how likely targets are met.",
        "对不确定输入反复抽样：何时达峰，目标达成的概率。"),
      discussion: say(
        "Draws the inputs under 'uncertainty:' and writes peak-distribution.csv, bands.csv, uncertainty.csv and uncertainty.json under Output/<city>/<scenario>/. Quantiles are exact up to some 100,000 samples; beyond, their error stands beside them.",
        "按情景文件中的 uncertainty: 抽样，在 Output/<城市>/<情景>/ 下写出 peak-distribution.csv、bands.csv、uncertainty.csv 与 uncertainty.json。约 10 万个样本以内分位数为精确值，超过则列出其误差。"
      ))
  }

  @Argument(help: help("The scenario file.", "情景文件。"), completion: .file(extensions: ["yaml"]))
  var file: String

  @Option(help: help("The number of variants.", "样本数。"))
  var samples = 16_384

  @Option(
    help: help(
      "How variants are chosen: sobol, lhs or random (default: sobol up to 40 inputs, lhs beyond).",
      "抽样方法：sobol、lhs 或 random（默认 40 项输入以内用 sobol，否则用 lhs）。"))
  var design: SampleDesign.Kind?

  @Flag(
    help: help(
      "Write every single variant to samples.csv and sample-trajectories.csv.",
      "把每个样本写入 samples.csv 和 sample-trajectories.csv。"))
  var trajectories = false

  @OptionGroup var ensemble: EnsembleOptions
  @OptionGroup var writing: WritingArguments
  @OptionGroup var labelling: LabelOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  /// Of fewer variants none lies beyond the 5 and 95 % quantiles.
  static let fewest = 20

  func validate() throws {
    if samples < Self.fewest {
      throw ValidationError(
        say(
          "--samples \(samples) is too few: 5 and 95 % quantiles need at least \(Self.fewest).",
          "--samples \(samples) 太少：5% 与 95% 分位数至少需要 \(Self.fewest) 个样本。"))
    }
  }

  func begin() throws -> StudyRun {
    try StudyRun.reading(self, of: [file], reading, common, to: writing.output)
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    let central = try RunOutcome(run.baseRun())
    let place = StudyAnswer.Place.scenario(run.blueprint.scenario)
    let sample = try UncertainSample(
      run.blueprint, kind: design, count: samples, seed: ensemble.seed,
      replicates: max(1, min(16, samples / 64)))
    let study = UncertaintyStudy(sample)
    let style = labelling.style(writing)
    let folder = run.folder(of: place, run.context)
    let files = trajectories ? try SampleFiles(study, in: folder, style: style) : nil
    var line = run.progress(of: samples)
    defer { line.end() }
    let spread = try await study.run(jobs: ensemble.workers) { draws in
      try files?.append(draws)
      if let last = draws.last { line.update(last.index + 1) }
    }
    line.end()
    run.warn(
      .impossible(spread.faults, of: samples, spread.firstFault, in: run.blueprint.scenario))
    let outcome = UncertaintyOutcome(
      study: study, result: spread, central: central, seed: ensemble.seed)
    return [
      StudyAnswer(
        place: place, answer: outcome.answer, style: style,
        streamed: try files?.finish() ?? [])
    ]
  }
}
