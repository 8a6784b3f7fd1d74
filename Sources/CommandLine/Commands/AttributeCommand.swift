import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak attribute FILE`: what each lever has of what all bring about.
struct AttributeCommand: StudyCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attribute",
      abstract: say(
        "Share what the levers of a scenario bring about among them.", "将情景的总效果分摊到各项措施。"),
      discussion: say(
        "Shapley and Owen values, first in and last out, and interactions of pairs. Writes attribution.csv, attribution-by-year.csv, interaction.csv, lmdi.csv and attribution.json under Output/<city>/<scenario>/. A lever out of a combination stands at level 0, or as --against has it. A variant that has not peaked counts as peaking in its last year.",
        "Shapley 值与 Owen 值、最先与最后加入的效果、两两交互作用。在 Output/<城市>/<情景>/ 下写出 attribution.csv、attribution-by-year.csv、interaction.csv、lmdi.csv 和 attribution.json。未加入的措施取力度 0，或取 --against 情景中的值。尚未达峰的变体按末年达峰计。"
      ))
  }

  @Argument(help: help("The scenario file.", "情景文件。"), completion: .file(extensions: ["yaml"]))
  var file: String

  @Option(
    help: help(
      "A scenario that differs in levers alone, to start from.", "作为起点的情景，仅措施不同。"),
    completion: .file(extensions: ["yaml"]))
  var against: String?

  @Option(
    help: help(
      "Draw random orders instead, at most so many (default above 20 levers: 4000).",
      "改用随机次序抽样，最多这么多个（超过 20 项措施时默认 4000）。"))
  var samples: Int?

  @OptionGroup var ensemble: EnsembleOptions
  @OptionGroup var writing: WritingArguments
  @OptionGroup var labelling: LabelOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let samples, samples < 4 {
      throw ValidationError(
        say("--samples needs a number from 4.", "--samples 须为不小于 4 的整数。"))
    }
  }

  func begin() throws -> StudyRun {
    try StudyRun.reading(
      self, of: [file] + [against].compactMap { $0 }, reading, common, to: writing.output)
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    let scenarios = try run.runs().map(\.blueprint.scenario)
    let reference = scenarios.dropFirst().first?.identity
    let game = try LeverGame(scenarios[0], against: scenarios.dropFirst().first)
    let method = method(of: game.players.count)
    var line = run.progress(of: game.mostVariants(method))
    defer { line.end() }
    let found = try await game.attribution(method, jobs: ensemble.workers) { line.update($0) }
    let language = run.language
    let style = labelling.style(writing)
    let note = run.blueprint.costNote
    return [
      StudyAnswer(
        place: .scenario(scenarios[0]), answer: found.answer(against: reference), style: style,
        afterword: { _ in note.map { [$0(language)] } ?? [] })
    ]
  }

  private func method(of count: Int) -> AttributionMethod {
    if samples == nil, count <= AttributionMethod.mostExact { return .exact }
    return .sampled(mostPairs: (samples ?? 4000) / 2, seed: ensemble.seed)
  }
}
