public import Analysis
public import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles
import Solvers

/// `carbonpeak sweep FILE --vary PATH=VALUES …`: a run for every variant of a scenario.
struct SweepCommand: StudyCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sweep",
      abstract: say(
        "Run every variant along axes and write a row for each.", "沿各轴运行全部方案，每个方案一行。"),
      discussion: say(
        """
        --vary PATH=VALUES names an axis: a lever's level, from or by (levers.electric-cars.level), or any number of the scenario by its path. VALUES are a list a,b,c, steps a:b:step, or a range a:b for the designs sobol, lhs and random. Numbers carry units as in the file; one at the end holds for all ('4:8:1 GW'). With x they are factors on the scenario's values (0.9x:1.1x:0.05x).

        Writes sweep.csv and sweep.json under Output/<city>/<scenario>/. The bytes depend neither on --jobs nor on shards nor on interruptions. While it runs the rows are in sweep.csv.part; if it breaks off, repeat the command with --resume. Its columns keep their names in every language, which --keep, --by and merge read.
        """,
        """
        --vary 路径=取值 给出一个轴：措施的 level、from 或 by（levers.electric-cars.level），或情景中任一数值的路径。取值可写成列表 a,b,c、等步长 a:b:步长，或区间 a:b（用于 sobol、lhs、random 设计）。数值单位与情景文件相同，末尾写一次即可（'4:8:1 GW'）；带 x 表示情景原值的倍数（0.9x:1.1x:0.05x）。

        在 Output/<城市>/<情景>/ 下写出 sweep.csv 与 sweep.json，其内容与 --jobs、分片和中断无关。运行中的结果在 sweep.csv.part；若中断，请加 --resume 重复同一命令。列名不随语言变化，供 --keep、--by 与 merge 读取。
        """))
  }

  @Argument(help: help("The scenario file.", "情景文件。"), completion: .file(extensions: ["yaml"]))
  var file: String

  @Option(
    help: help(
      "An axis: path=a,b,c or path=start:end:step or path=low:high (repeatable).",
      "一个轴：路径=a,b,c、路径=起点:终点:步长 或 路径=下限:上限（可重复）。"))
  var vary: [String] = []

  @Option(help: help("How variants are chosen.", "方案的选取方法。"))
  var design: SweepDesign.Kind = .grid

  @Option(
    help: help("The number of variants, for sobol, lhs and random.", "方案数（用于 sobol、lhs、random）。"))
  var samples: Int?

  @Flag(
    help: help(
      "Write the emissions of every variant by year to sweep-trajectories.csv.",
      "把每个方案的逐年排放写入 sweep-trajectories.csv。"))
  var trajectories = false

  @Option(
    help: help(
      "Keep only variants that fit, as 'peak_year<=2030 && cumulative<1.2Gt'.",
      "只保留符合条件的方案，例如 'peak_year<=2030 && cumulative<1.2Gt'。"))
  var keep: String?

  @Option(
    help: help("Keep only so many, those with the least value of --by.", "只保留 --by 列数值最小的若干方案。"))
  var top: Int?

  @Option(help: help("The column --top orders by.", "--top 排序所用的列。"))
  var by: String?

  @Flag(help: help("--top keeps the greatest values.", "--top 改为保留最大值。"))
  var descending = false

  @Option(
    help: help(
      "Run one part of several, as 3/7; join them with merge.", "只运行其中一片，例如 3/7；用 merge 合并。"))
  var shard: Shard?

  @Flag(help: help("Go on with a sweep that broke off.", "继续中断的 sweep。"))
  var resume = false

  @OptionGroup var writing: WritingArguments
  @OptionGroup var ensemble: EnsembleOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    func require(_ condition: Bool, _ english: EnglishWords, _ chinese: ChineseWords) throws {
      if !condition { throw ValidationError(say(english, chinese)) }
    }
    try require(
      !vary.isEmpty,
      "Nothing is varied: give --vary, as --vary levers.electric-cars.level=0:1:0.25.",
      "没有要改变的量：请给出 --vary，例如 --vary levers.electric-cars.level=0:1:0.25。")
    try require(
      (samples == nil) == (design == .grid),
      "--samples goes with --design sobol, lhs or random, and these need it.",
      "--samples 与 --design sobol、lhs 或 random 须同时使用。")
    try require((samples ?? 1) > 0, "--samples needs at least 1.", "--samples 至少为 1。")
    try require(top == nil || by != nil, "--top needs --by COLUMN.", "--top 需与 --by 列名同用。")
    try require(by == nil || top != nil, "--by needs --top COUNT.", "--by 需与 --top 个数同用。")
    try require((top ?? 1) > 0, "--top needs at least 1.", "--top 至少为 1。")
    try require(
      top == nil || !trajectories,
      "--top and --trajectories exclude each other: sweep the few again.",
      "--top 与 --trajectories 不能同时使用：请对保留的少数方案另行运行。")
    try require(!descending || top != nil, "--descending needs --top.", "--descending 需要 --top。")
  }

  func begin() throws -> StudyRun {
    try StudyRun.reading(self, of: [file], reading, common, to: writing.output, varying: vary)
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    let blueprint = run.blueprint
    let scenario = run.blueprint.scenario
    let filter = keep.map { SourceText(path: "--keep", text: $0) }
    let study = try study(of: blueprint, run.read?.results.first?.reading.axes ?? [], filter)
    let ranking = try ranking(among: study.columns)
    try refuseCosts(of: blueprint, study.columns, filter)
    let order = SweepOrder(
      study, scenario, run.context, seed: design == .grid ? nil : ensemble.seed, shard: shard,
      ranking: ranking, style: writing.style)
    let folder = run.folder(of: .scenario(scenario), run.context)
    return try await SweepRun(order, folder, run, jobs: ensemble.workers, resumes: resume).answers()
  }

  private func study(
    of blueprint: Blueprint, _ axes: [AxisValues], _ filter: SourceText?
  ) throws -> SweepStudy {
    let design =
      if let kind = self.design.sampling {
        try SweepDesign(sampling: axes, kind, count: samples ?? 1, seed: ensemble.seed)
      } else {
        try SweepDesign(grid: axes)
      }
    let columns = SweepStudy.columns(blueprint, design)
    return try SweepStudy(
      blueprint, design, filter: try filter.map { try Self.parsed($0, columns) },
      recordsSeries: trajectories)
  }

  /// Without costs the column is empty: nothing could be kept by it.
  private func refuseCosts(
    of blueprint: Blueprint, _ columns: SweepColumns, _ filter: SourceText?
  ) throws {
    let cost = Metric.cost.id
    guard blueprint.discountRate == nil, let place = columns.place(of: cost) else { return }
    let isKept = try filter.map { try Self.parsed($0, columns).reads(place) } ?? false
    guard by == cost || isKept else { return }
    let option = by == cost ? "--by" : "--keep"
    throw Refusal(
      Text(
        "\(option): the scenario counts no costs, and the column 'cost' is empty; write 'costs:' in it or extend library/costs.yaml",
        "\(option)：情景未核算成本，cost 列为空；请在情景中写 costs: 或 extends library/costs.yaml"),
      .badScenario)
  }

  private static func parsed(
    _ filter: SourceText, _ columns: SweepColumns
  ) throws(Refusal) -> Filter {
    do throws(Diagnostic) {
      return try Filter.parse(filter, columns: columns)
    } catch {
      throw Refusal(error, in: [filter], .usage)
    }
  }

  private func ranking(among columns: SweepColumns) throws -> SweepOrder.Ranking? {
    guard let top, let by else { return nil }
    guard let place = columns.place(of: by), place != columns.status else {
      let known = columns.all.map(\.name).filter { $0 != "status" }
      throw Self.noColumn(by, among: known)
    }
    return SweepOrder.Ranking(top, by: by, isDescending: descending)
  }

  private static func noColumn(_ name: String, among known: [String]) -> Refusal {
    guard let near = closestName(to: name, among: known) else {
      let list = known.joined(separator: ", ")
      return Refusal(
        Text(
          "--by: no column '\(name)'; there are: \(list)", "--by：没有列“\(name)”；现有：\(list)"),
        .usage)
    }
    return Refusal(
      Text(
        "--by: no column '\(name)'; did you mean '\(near)'?",
        "--by：没有列“\(name)”；是否想用“\(near)”？"), .usage)
  }
}

extension SweepDesign.Kind: ExpressibleByArgument {}

extension Shard: ExpressibleByArgument {
  /// Reads `3/7`.
  public init?(argument: String) { self.init(argument) }
}
