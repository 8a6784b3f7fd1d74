import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak attribute FILE`: what each lever has of what all bring about.
struct AttributeCommand: AsyncParsableCommand {
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

  func run() async throws {
    let files = [file] + [against].compactMap { $0 }
    let read = try ReadScenarios(files, reading, common)
    let scenarios = read.scenarios
    let reference = scenarios.dropFirst().first
    let runs = try read.blueprints.map { try CheckedRun($0, common).trajectory }
    var context = RunContext(
      read.results.map(\.reading), read.diagnostics, reading, common.language,
      options: (against.map { [("against", $0)] } ?? []) + writing.options + labelling.options)
    context.warnings += runs.flatMap { $0.tellNotes(common.language) }
    let found = try await attribution(of: scenarios[0], against: reference)
    let folder = ResultFolder(
      of: scenarios[0], under: writing.output, from: context.inputs, common.language)
    let written = try writing.write(
      found.files(against: reference?.identity, context, style: labelling.style(writing)),
      to: folder, common)
    guard !common.quiet else { return }
    if common.json {
      let record = found.summaryRecord(against: reference?.identity, context, files: written)
      Console.say(String(decoding: record, as: UTF8.self))
    } else {
      Console.say(
        found.summary(
          common.language, against: reference?.identity.name, width: Console.width,
          files: written))
      if let note = read.blueprints.first?.costNote { Console.say(note(common.language)) }
    }
  }

  private func attribution(
    of scenario: Scenario, against reference: Scenario?
  ) async throws -> LeverAttribution {
    do {
      let game = try LeverGame(scenario, against: reference)
      let method = method(of: game.players.count)
      var line = ProgressLine(
        of: game.mostVariants(method), from: 0, isWanted: !common.quiet, common.language)
      defer { line.end() }
      return try await game.attribution(method, jobs: ensemble.workers) { line.update($0) }
    } catch let fault as LeverGameFault {
      throw refuse(text(of: fault))
    } catch let fault as ImpossibleCombination {
      switch fault.fault {
      case .impossible: throw refuse(text(of: fault))
      case .unsolved, .negativePrice, .noNumber: throw refuse(unsolved(fault), .noSolution)
      }
    }
  }

  private func method(of count: Int) -> AttributionMethod {
    if samples == nil, count <= AttributionMethod.mostExact { return .exact }
    return .sampled(mostPairs: (samples ?? 4000) / 2, seed: ensemble.seed)
  }

  private func refuse(_ reason: Text, _ status: ExitStatus = .badScenario) -> ExitCode {
    Console.complain(
      Text("carbonpeak: \(file): \(reason)", "carbonpeak：\(file)：\(reason)")(
        common.language))
    return status.code
  }

  private func unsolved(_ fault: ImpossibleCombination) -> Text {
    let (reason, levers) = (Refusal.text(of: fault.fault), fault.pulled.joined(separator: ", "))
    return Text(
      "attribution needs every combination of levers, and one has no results: with \(levers.isEmpty ? "none" : levers) pulled, \(reason)",
      "分摊需要计算措施的所有组合，其中一种没有结果：仅实施 \(levers.isEmpty ? "（无）" : levers) 时，\(reason)")
  }

  private func text(of fault: LeverGameFault) -> Text {
    let other = against ?? ""
    switch fault {
    case .mismatch(let mismatch):
      return Text(
        "cannot start from \(other): \(mismatch.text)",
        "不能以 \(other) 为起点：\(mismatch.text)")
    case .notOnlyLevers(let path):
      return Text(
        "cannot start from \(other): the two differ in more than levers, first in '\(path)'",
        "不能以 \(other) 为起点：两者的差异不只在措施，首先是“\(path)”")
    case .notBetween(let path, let id):
      return Text(
        "cannot start from \(other): its levers and these move different shares of one group, so that '\(path)' would not be that of '\(id)'; name the same shares in both",
        "不能以 \(other) 为起点：两者的措施移动同一组中的不同份额，“\(path)”将与“\(id)”不符；请在两个情景中列出相同的份额")
    case .nothingToShare:
      return Text(
        "no lever is pulled otherwise than in \(other.isEmpty ? "the reference" : other): there is nothing to share",
        "没有措施与\(other.isEmpty ? "参考情景" : " \(other) ")不同：无可分摊")
    case .tooManyLevers(let count):
      return Text(
        "\(count) levers are more than can be attributed at once (\(LeverGame.mostPlayers))",
        "\(count) 项措施过多，一次最多 \(LeverGame.mostPlayers) 项")
    }
  }

  private func text(of fault: ImpossibleCombination) -> Text {
    let reason = Refusal.text(of: fault.fault)
    let (pulled, companions) = (
      fault.pulled.joined(separator: ", "), fault.companions.joined(separator: ", ")
    )
    let without =
      companions.isEmpty ? Text("", "") : Text(" without \(companions)", "（没有 \(companions) 时）")
    return Text(
      "attribution needs every combination of levers, and \(pulled)\(without) is impossible: \(reason); make them one lever",
      "分摊需要计算措施的所有组合，而 \(pulled)\(without)不可能：\(reason)；请合并为一项措施")
  }
}
