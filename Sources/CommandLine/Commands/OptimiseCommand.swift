import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Quantities
import Reporting
import ScenarioFiles

/// `carbonpeak optimise FILE --subject-to CONDITIONS`: the cheapest portfolio of levers.
struct OptimiseCommand: StudyCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "optimise",
      abstract: say(
        "The cheapest portfolio of levers that meets conditions.", "满足给定要求的最低成本措施组合。"),
      discussion: say(
        "Least present value of the system's cost over levels of levers and, with --timing, their end dates (whole years). Conditions: --peak-by, --cap, --budget, --share, --target as of solve; --subject-to 'peak_year<=2028 && cumulative<=1.2Gt', and with probabilities 'P(peak_year<=2028)>=90%' over the inputs under 'uncertainty:'. Writes portfolio.csv, solution.yaml and optimise.json under Output/<city>/<scenario>/. Exit status 75 where no portfolio meets them: it says by how much they are missed with all levers at full.",
        "在各措施的力度（加 --timing 时还有完成年份，整年）中寻找全系统成本现值最低的组合。要求同 solve 的 --peak-by、--cap、--budget、--share、--target，或 --subject-to 'peak_year<=2028 && cumulative<=1.2Gt'，以及对 uncertainty: 下输入的概率要求 'P(peak_year<=2028)>=90%'。在 Output/<城市>/<情景>/ 下写出 portfolio.csv、solution.yaml 与 optimise.json。无解时退出码为 75，并给出全部措施全力实施时的差距。"
      ))
  }

  @Argument(help: help("The scenario file.", "情景文件。"), completion: .file(extensions: ["yaml"]))
  var file: String

  @Option(
    help: help(
      "What must hold: peak_year<=Y, cumulative<=Q, emissions_YEAR<=Q, joined by &&; P(…)>=SHARE for a probability (repeatable).",
      "要求：peak_year<=年份、cumulative<=数量、emissions_年份<=数量，用 && 连接；概率要求写作 P(…)>=占比（可重复）。"))
  var subjectTo: [String] = []

  @Option(
    help: help(
      "The levers that may be changed: lever[,lever…] (default: all).",
      "可调整的措施：lever[,lever…]（默认全部）。"))
  var with: String?

  @Flag(
    help: help(
      "Change the end dates of the levers too, in whole years.", "同时调整各措施的完成年份（整年）。"))
  var timing = false

  @Option(
    help: help(
      "So many budgets between no lever and all at full, the cheapest portfolio of each: frontier.csv and a scenario each (from 2).",
      "在不采取措施与全力实施之间取若干累计排放预算，分别求最低成本：frontier.csv 及各点情景（至少 2 个）。"))
  var frontier: Int?

  @Option(
    help: help(
      "How far each lever can differ at so much more of the system's cost, such as 1%: alternatives.csv.",
      "全系统成本最多增加该比例（如 1%）时各措施可变动的范围：alternatives.csv。"))
  var within: String?

  @Option(
    help: help(
      "Draws of what is uncertain, the same for all portfolios (for P); time grows with them.",
      "概率要求所用的抽样数，各组合共用同一样本；用时随之增加。"))
  var samples = 512

  @OptionGroup var wanted: ConditionOptions
  @OptionGroup var ensemble: EnsembleOptions
  @OptionGroup var writing: WritingArguments
  @OptionGroup var labelling: LabelOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    let levers = levers
    if with != nil, levers.isEmpty {
      throw ValidationError(say("--with names no lever.", "--with 没有给出措施。"))
    }
    if Set(levers).count < levers.count {
      throw ValidationError(say("--with names a lever twice.", "--with 中有重复的措施。"))
    }
    if try wanted.count() == 0, subjectTo.isEmpty, frontier == nil {
      throw ValidationError(
        say(
          "Say what must hold: --subject-to, --peak-by, --cap, --budget, --share or --target; or give --frontier.",
          "请给出要求：--subject-to、--peak-by、--cap、--budget、--share 或 --target；或使用 --frontier。"))
    }
    if let frontier, !(2...1000 ~= frontier) {
      throw ValidationError(say("--frontier needs 2 to 1000.", "--frontier 应为 2 到 1000。"))
    }
    if within != nil, share == nil {
      throw ValidationError(
        say("--within needs a share such as 1%.", "--within 应为比例，例如 1%。"))
    }
    if !(1...10_000 ~= samples) {
      throw ValidationError(
        say("--samples needs 1 to 10000.", "--samples 应为 1 到 10000。"))
    }
  }

  private var levers: [String] { with?.split(separator: ",").map(String.init) ?? [] }

  /// The share of ``within``.
  private var share: Double? {
    within.flatMap(ParsedQuantity.share).flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
  }

  func begin() throws -> StudyRun {
    try StudyRun.reading(self, of: [file], reading, common, to: writing.output)
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    _ = try run.baseRun()
    let line = run.search()
    defer { line.end() }
    let problem = try self.problem(run.blueprint, line)
    if !problem.heldInputs.isEmpty {
      let list = problem.heldInputs.joined(separator: ", ")
      run.warn(
        Text(
          "probabilities are told with these at what is chosen, though the scenario calls them uncertain: \(list)",
          "以下输入虽列为不确定，计算概率时取所选数值：\(list)"), code: "chosen-not-drawn")
    }
    let found = try await problem.solve()
    guard case .reached(let portfolio, _) = found.outcome else {
      let outcome = LeastCostOutcome(found)
      return [
        StudyAnswer(
          answer: outcome.answer,
          end: Refusal(
            Text("no portfolio was found that meets the conditions", "未找到满足要求的措施组合"),
            .noSolution, of: run.subject.name))
      ]
    }
    return [written(try await outcome(found, line), portfolio, run)]
  }

  /// The cheapest portfolio with its files.
  private func written(
    _ outcome: LeastCostOutcome, _ portfolio: Portfolio, _ run: StudyRun
  ) -> StudyAnswer {
    let scenarios = scenarios(of: outcome, portfolio)
    let common = common
    let language = run.language
    let style = labelling.style(writing)
    var answer = outcome.answer
    answer.others = scenarios.map(\.file)
    return StudyAnswer(
      place: .scenario(run.blueprint.scenario), answer: answer, style: style,
      check: { for scenario in scenarios { try scenario.place.check(scenario.problem, common) } },
      afterword: { _ in scenarios.prefix(1).map { $0.place.running(language) } })
  }

  private func problem(_ blueprint: Blueprint, _ line: SearchLine) throws -> LeastCostProblem {
    let account = blueprint.scenario.accounting.peakAccount
    let aims = try wanted.conditions(in: blueprint.scenario)
    let asked = try Constraints(
      subjectTo, years: blueprint.scenario.years, peakAccount: account)
    // A point of the frontier has its budget beside these.
    let count = aims.count + asked.conditions.count + (frontier == nil ? 0 : 1)
    guard count <= BackcastProblem.mostConditions else {
      throw LeastCostError.question(.tooManyConditions(count))
    }
    return try LeastCostProblem(
      blueprint, with: levers, timing: timing,
      toMeet: aims + asked.conditions, chances: asked.chances,
      draws: samples, seed: ensemble.seed, jobs: ensemble.workers, counted: line.count)
  }

  private func outcome(_ answer: LeastCost, _ line: SearchLine) async throws -> LeastCostOutcome {
    var rooms: (share: Double, levers: [LeverRoom])?
    if let share { rooms = (share, try await answer.alternatives(within: share)) }
    var points: [FrontierPoint] = []
    if let frontier {
      line.part(0, of: frontier)
      points = try await answer.frontier(frontier) { line.part($0, of: frontier) }
    }
    return LeastCostOutcome(answer, rooms: rooms, frontier: points)
  }

  /// The scenario files to be written: the solution, and those of the frontier.
  private func scenarios(
    of outcome: LeastCostOutcome, _ portfolio: Portfolio
  ) -> [(place: SolutionPlace, problem: BackcastProblem, file: ResultFile)] {
    let problem = outcome.found.problem
    let chances = Array(zip(problem.chances, portfolio.shares).map { (chance: $0, share: $1) })
    let points = outcome.frontier.enumerated().compactMap { index, point in
      point.portfolio.map { (SolutionKind.frontier(index + 1), point.problem.backcast, $0.point) }
    }
    return
      ([(SolutionKind.leastCost(chances, draws: problem.draws), problem.backcast, portfolio.point)]
      + points).map {
        kind, problem, point in
        let place = SolutionPlace(
          problem.blueprint.scenario, file, output: writing.output, name: kind.file,
          allowsOutside: reading.allowOutside)
        let text = problem.solutionFile(
          point, kind, extending: place.base, changes: reading.overrides, run: place.hint)
        return (place, problem, text)
      }
  }
}
