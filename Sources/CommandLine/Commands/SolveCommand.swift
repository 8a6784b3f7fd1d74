public import Analysis
public import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak solve FILE --with LEVERS`: the least change of a scenario that meets conditions.
struct SolveCommand: StudyCommand {
  /// What of the levers is changed.
  enum Handle: String, CaseIterable, ExpressibleByArgument {
    case level, date
    case carbonPrice = "carbon-price"
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "solve",
      abstract: say(
        "What would it take: the least change of levers that meets conditions.",
        "反推：满足给定要求所需的最小调整。"),
      discussion: say(
        "Changes the levels of the levers named with --with, the end date of one lever (--by date, whole years) or a factor on the carbon price of all years (--by carbon-price, market on). --with all takes every lever, --from-zero begins with none of them pulled, --at-most N changes no more than N. Least is the smallest root of the summed squares of the changes, with --effort cost weighed by what each lever costs. Writes solution.yaml, a scenario that runs and meets the conditions, and solve.json under Output/<city>/<scenario>/. Exit status 75 where no change does: it says what is missed, which conditions conflict and what could be reached instead.",
        "调整 --with 所列措施的力度，或其完成年份（--by date，整年），或各年碳价的倍数（--by carbon-price，须开启市场）。--with all 表示全部措施，--from-zero 从力度全为 0 开始，--at-most N 最多调整 N 项。“最小”指变化量平方和的平方根最小，--effort cost 时按各措施成本加权。在 Output/<城市>/<情景>/ 下写出 solution.yaml（可直接运行并满足要求）与 solve.json。无解时退出码为 75，并说明差距、相互冲突的要求以及可实现的程度。"
      ))
  }

  @Argument(help: help("The scenario file.", "情景文件。"), completion: .file(extensions: ["yaml"]))
  var file: String

  @Option(
    help: help(
      "The levers that may be changed: lever[,lever…], or all.", "可调整的措施：lever[,lever…]，或 all（全部）。")
  )
  var with: String?

  @Flag(
    help: help(
      "Begin with the levels of all levers at 0: what is the least that does it?",
      "从全部措施力度为 0 开始：至少需要做什么？"))
  var fromZero = false

  @Option(
    help: help(
      "Change at most so many of the levers.", "最多调整这么多项措施。"))
  var atMost: Int?

  @Option(
    help: help(
      "What is changed: level (default), date or carbon-price.",
      "调整什么：level（力度，默认）、date（完成年份）或 carbon-price（碳价）。"))
  var by: Handle = .level

  @Option(
    help: help(
      "What several levels are changed least by: level (default), or cost: each weighed by what its lever adds to the system's cost.",
      "多项措施时“最小”的度量：level（力度，默认）或 cost（按各措施增加的系统成本加权）。"))
  var effort: Effort = .level

  @Option(
    name: .shortAndLong,
    help: help("How many workers compute (default: one a core).", "并行任务数（默认每核一个）。"))
  var jobs: Int?

  @OptionGroup var place: OutputOption
  @OptionGroup var wanted: ConditionOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let jobs, jobs < 1 {
      throw ValidationError(say("--jobs needs a number from 1.", "--jobs 须为不小于 1 的整数。"))
    }
    if by == .carbonPrice, with != nil {
      throw ValidationError(
        say("--by carbon-price takes no --with.", "--by carbon-price 不需要 --with。"))
    }
    if let atMost, atMost < 1 || by == .carbonPrice {
      throw ValidationError(
        say("--at-most needs at least 1 lever.", "--at-most 至少为 1 项措施。"))
    }
    let levers = levers
    if by != .carbonPrice, levers.isEmpty {
      throw ValidationError(
        say(
          "Name the levers that may be changed: --with lever,lever, or --with all.",
          "请用 --with 指定可调整的措施，或 --with all。"))
    }
    if Set(levers).count < levers.count {
      throw ValidationError(say("--with names a lever twice.", "--with 中有重复的措施。"))
    }
    if effort == .cost, by != .level {
      throw ValidationError(
        say("--effort cost is for levels.", "--effort cost 只用于调整力度。"))
    }
    let count = try wanted.count()
    guard 1...BackcastProblem.mostConditions ~= count else {
      throw ValidationError(
        say(
          "Say what must hold, up to \(BackcastProblem.mostConditions) of: --peak-by, --cap, --budget, --share, --target.",
          "请给出要求（最多 \(BackcastProblem.mostConditions) 项）：--peak-by、--cap、--budget、--share、--target。"
        ))
    }
  }

  private var levers: [String] { with?.split(separator: ",").map(String.init) ?? [] }

  private func handles(in scenario: Scenario) -> [BackcastHandle] {
    let isAll = levers == [Self.allLevers]
    let ids = isAll ? scenario.levers.map(\.identity.id) : levers
    switch by {
    case .level: return ids.map { .level(lever: $0) }
    case .date:
      // A step has no end to move, and a lever that begins at the end of the run no room.
      let ends = scenario.levers.filter {
        $0.ramp.hasEnd && $0.ramp.from < Double(scenario.years.upperBound)
      }.map(\.identity.id)
      return ids.filter { !isAll || ends.contains($0) }.map { .end(lever: $0) }
    case .carbonPrice: return [.carbonPrice]
    }
  }

  /// The word that stands for all levers.
  private static let allLevers = "all"

  /// What is set before the search: with ``fromZero`` all levels, then what the command line says.
  private func reading(of file: String) -> ReadingArguments {
    var reading = reading
    guard fromZero else { return reading }
    let levers = readScenario(path: file, options: reading.options).scenario?.levers ?? []
    reading.overrides =
      levers.map { "levers.\($0.identity.id).level=0" } + reading.overrides
    return reading
  }

  func begin() throws -> StudyRun {
    try StudyRun.reading(self, of: [file], reading(of: file), common, to: place.output)
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    _ = try run.baseRun()
    let line = run.search()
    defer { line.end() }
    let problem = try self.problem(run.blueprint, line)
    let found = try await problem.solve(by: effort, atMost: atMost)
    var answer = StudyAnswer(answer: found.answer)
    switch found.outcome {
    case .reached(let solution): write(solution, of: found, run, in: &answer)
    case .unreachable:
      answer.end = Refusal(
        Text("no change was found that meets the conditions", "未找到满足要求的调整"), .noSolution,
        of: run.subject.name)
    }
    return [answer]
  }

  /// The scenario that meets the conditions, and how it is run.
  private func write(
    _ solution: BackcastSolution, of found: Backcast, _ run: StudyRun,
    in answer: inout StudyAnswer
  ) {
    let scenario = run.blueprint.scenario
    let common = common
    let language = run.language
    let place = SolutionPlace(
      scenario, file, output: place.output, name: SolutionKind.leastChange.file,
      allowsOutside: reading.allowOutside)
    let text = found.problem.solutionFile(
      solution.point, .leastChange, extending: place.base, changes: run.context.changes,
      run: place.hint)
    answer.place = .scenario(scenario)
    answer.answer.others = [text]
    answer.check = { try place.check(found.problem, common) }
    answer.afterword = { _ in [place.running(language)] }
  }

  private func problem(_ blueprint: Blueprint, _ line: SearchLine) throws -> BackcastProblem {
    if effort == .cost, blueprint.discountRate == nil { throw BackcastError.withoutCosts }
    return try BackcastProblem(
      blueprint, changing: handles(in: blueprint.scenario),
      toMeet: try wanted.conditions(in: blueprint.scenario),
      jobs: jobs ?? Console.cores, counted: line.count)
  }
}

extension Effort: ExpressibleByArgument {}
