import Analysis
public import ArgumentParser
public import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak allocate FILE…`: a target shared over sectors or districts by stated rules, side by side.
struct AllocateCommand: StudyCommand {
  /// Over whom a target is shared.
  enum Parts: String, CaseIterable, ExpressibleByArgument {
    case sectors, districts
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "allocate",
      abstract: say(
        "Share a target over sectors or districts, by several rules side by side.",
        "将目标分解到部门或区县，多种规则并列。"),
      discussion: say(
        "One file: its target over its sectors. Several: over districts, whose files say 'district: {population, gdp, energy, industry}'. Writes allocation.csv and allocation.json under Output/<city>/<scenario>/, or Output/<city>/allocate/ and Output/allocate/ for districts.",
        "一个文件：将其目标分解到各部门。多个文件：分解到各区县，区县文件须写 'district: {population, gdp, energy, industry}'。在 Output/<城市>/<情景>/ 下写出 allocation.csv 与 allocation.json；区县则写在 Output/<城市>/allocate/ 或 Output/allocate/。"
      ))
  }

  @Argument(
    help: help("A city's scenario file, or those of districts.", "一个城市情景文件，或各区县的情景文件。"),
    completion: .file(extensions: ["yaml"]))
  var files: [String]

  @Option(
    help: help(
      "Over whom: sectors or districts (default: by the number of files).",
      "分解对象：sectors 部门或 districts 区县（默认按文件个数）。"))
  var over: Parts?

  @Option(
    help: ArgumentHelp(
      say(
        "Share the scenario's own target of a year, or of years: cap, budget or carbon intensity.",
        "分解情景在某年或某时段的目标：排放上限、预算或碳强度。"), valueName: say("years", "年份")))
  var years: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Share so much: YEAR=QUANTITY or FROM-TO=QUANTITY, such as '2030=30 Mt'.",
        "分解此量：年份=数量或起-止=数量，如 '2030=3000 万吨'。"), valueName: say("amount", "数量")))
  var amount: String?

  @Option(
    help: help(
      "The total that --amount limits: gross or net (default: net).",
      "--amount 所限的口径：gross 总排放或 net 净排放（默认 net）。"))
  var account: EmissionTotal?

  @Option(
    help: help(
      "The city of the districts, whose target is shared.", "区县所属城市的情景文件，分解其目标。"),
    completion: .file(extensions: ["yaml"]))
  var city: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Only by this rule: equal-fall, planned, per-head, per-gdp, burden or shapley (repeatable).",
        "只用此规则：equal-fall、planned、per-head、per-gdp、burden 或 shapley（可重复）。"),
      valueName: say("rule", "规则")))
  var rule: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "What weighs how much in 'burden', together 100 % (default: a third each): 'responsibility=40%,capacity=30%,potential=30%'.",
        "burden 规则的权重，合计 100%（默认各三分之一）：'responsibility=40%,capacity=30%,potential=30%'。"),
      valueName: say("weights", "权重")))
  var weights: String?

  @Option(
    help: help(
      "Emissions of sectors with the users of power and heat (end-use) or where they arise (source).",
      "部门排放：电与热计入使用部门（end-use）或产生部门（source）。"))
  var view = Target.SectorView.byEndUse

  @OptionGroup var writing: WritingArguments
  @OptionGroup var labelling: LabelOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    _ = try question
    if isOverDistricts, files.count < 2 {
      throw ValidationError(
        say("districts need two files or more.", "分解到区县至少需要两个文件。"))
    }
    if !isOverDistricts, files.count > 1 {
      throw ValidationError(say("sectors are those of one file.", "分解到部门只需一个文件。"))
    }
    if city != nil, !isOverDistricts {
      throw ValidationError(say("--city is for districts.", "--city 只用于区县。"))
    }
    if isOverDistricts, city == nil, years != nil {
      throw ValidationError(
        say(
          "--years needs --city: no district has the target of all.",
          "--years 需与 --city 同用：全市目标不在区县文件中。"))
    }
  }

  private var isOverDistricts: Bool { over.map { $0 == .districts } ?? (files.count > 1) }

  /// What the options ask.
  private var question: AllocationQuestion {
    get throws(ValidationError) {
      try AllocationQuestion(
        years: years, amount: amount, account: account, rules: rule, weights: weights)
    }
  }

  func begin() throws -> StudyRun {
    try StudyRun.reading(
      self, of: files + [city].compactMap(\.self), reading, common, to: writing.output)
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    let question = try question
    if isOverDistricts { try run.read?.refuseUnlikeDistricts(files, city: city, run.subject) }
    let runs = try run.runs()
    let whole = runs[city == nil ? 0 : runs.count - 1]
    for each in runs { try question.check(each.years) }
    let amount = try question.amount(of: whole)
    let allocation = try question.allocation(
      of: isOverDistricts ? amount : amount.overSectors(of: whole),
      over: isOverDistricts
        ? runs.prefix(files.count).map {
          AllocationPart(district: $0, amount.account, in: amount.years)
        }
        : Sector.emitting.map {
          AllocationPart($0, of: whole, view, in: amount.years)
        })
    return [answer(allocation, of: whole, run)]
  }

  private func answer(
    _ allocation: Allocation, of whole: Trajectory, _ run: StudyRun
  ) -> StudyAnswer {
    let scenario = whole.blueprint.scenario
    let report = AllocationReport(
      allocation, over: isOverDistricts ? .districts : .sectors(view), of: scenario,
      isOfCity: !isOverDistricts || city != nil)
    for text in report.leftOut { run.note(text, code: StudyWarningKind.ruleLeftOut.id) }
    if city != nil, let text = report.distance(from: whole) {
      run.warn(text, code: StudyWarningKind.partsUnlikeWhole.id, of: scenario.fullId)
    }
    let place: StudyAnswer.Place =
      !isOverDistricts
      ? .scenario(scenario) : city == nil ? .folder("allocate") : .city("allocate", scenario)
    return StudyAnswer(
      place: place, answer: report.answer, style: labelling.style(writing))
  }
}

extension EmissionTotal: ExpressibleByArgument {}
extension Target.SectorView: ExpressibleByArgument {}
