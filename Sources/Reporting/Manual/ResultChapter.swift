import Analysis
import CityModel
public import Diagnostics

/// The chapter of the manual that says what every column of every table of results means, written from
/// the columns themselves.
public enum ResultChapter {
  /// The chapter as Markdown.
  public static func text(_ language: Language) -> String {
    let heading = [
      Text("column", "列"), Text("heading", "标题"), Text("unit", "单位"), Text("what it is", "含义"),
    ]
    let sections = tables.map { table in
      let rows = table.heads.map { head in
        [
          "`\(head.name)`", head.label(language), head.unit.map { unitName($0)(language) } ?? "",
          head.meaning(language),
        ]
      }
      return "## \(table.name).csv\n\n\(table.meaning(language))\n\n"
        + markdownTable(heading.map { $0(language) }, rows)
    }
    return ([introduction(language)] + sections).joined(separator: "\n")
  }

  private static func introduction(_ language: Language) -> String {
    Text(
      """
      # Every column of the results

      Written by `carbonpeak manual results` from the program's own tables.

      The heading is what `--labels` and workbooks write. Where a table has a column `unit`, the unit
      stands in its rows. Words in capitals stand for what a scenario or a run names: `YEAR`, `ID`, `PATH`.
      Columns of a peak end with the account that the scenario tells peaks of, here `gross`.

      """,
      """
      # 结果的全部列

      由 `carbonpeak manual results` 根据程序自身的结果表生成。

      标题是 `--labels` 与工作簿所写的文字。表中有 `unit` 列的，单位见各行。大写字母代表由情景或运行决定的名称：
      `YEAR`、`ID`、`PATH`。达峰各列以情景判断达峰所用的账户结尾，此处为 `gross`。

      """)(language)
  }

  /// A table of results, as the manual shows it.
  struct Entry {
    /// The name of its file, without extension.
    let name: String
    let meaning: Text
    let heads: [ColumnHead]

    init(_ name: String, _ meaning: Text, heads: [ColumnHead]) {
      self.name = name
      self.meaning = meaning
      self.heads = heads
    }

    init<Row>(_ name: String, _ meaning: Text, _ columns: [Column<Row>]) {
      self.init(name, meaning, heads: columns.map(\.head))
    }
  }

  /// All tables.
  static let tables: [Entry] = runTables + comparisonTables + ensembleTables + otherTables

  private static let runTables = [
    Entry(
      "emissions", Text("`run`: emissions by sector, a row a year.", "`run`：分部门排放，每年一行。"),
      heads: Table.emissionHeads),
    Entry(
      "indicators",
      Text(
        "`run`: indicators by year, those that the scenario holds; what they are stands in `manual indicators`.",
        "`run`：情景所具备的逐年指标；定义见 `manual indicators`。"),
      heads: [.year] + Indicator.allCases.map(ColumnHead.indicator)),
    Entry(
      "trajectory",
      Text("`run`: every result in the format of the IAMC.", "`run`：IAMC 格式的全部结果。"),
      heads: Table.iamcHeads + [Table.iamcYear("YEAR")] + Table.iamcLongHeads),
    Entry(
      "peak", Text("`run`: when each account peaks.", "`run`：各账户何时达峰。"), Table.peakColumns),
    Entry(
      "peak-certificate",
      Text(
        "`run`: how certain each peak is. Where nothing is emitted all but the status stays empty.",
        "`run`：各峰值的确定程度。无正排放时，除状态外均为空。"), Table.certificateColumns),
    Entry(
      "targets", Text("`run`: whether targets are met.", "`run`：目标是否达成。"), Table.targetColumns),
    Entry(
      "energy-balance",
      Text("`run`: the balance of each carrier and year.", "`run`：各能源品种逐年平衡。"),
      Table.balanceColumns),
    Entry(
      "costs",
      Text(
        "`run`: what is spent and invested, by year and sector, where costs are counted.",
        "`run`：逐年分部门的成本与投资（计算成本时）。"), Table.costColumns),
    Entry(
      "judgement",
      Text(
        "`judge`, and `run` where the scenario has a history: whether observed series have peaked.",
        "`judge`，以及情景含历史数据时的 `run`：观测序列是否已达峰。"), Table.judgementColumns),
    Entry(
      "hourly-YEAR",
      Text(
        "`run --hourly`: power in every hour of the representative days.",
        "`run --hourly`：典型日逐时电力。"), heads: Table.hourlyHeads),
    Entry(
      "peak-levers",
      Text(
        "`run --peak-levers`: the smallest change of each lever alone that moves the peak.",
        "`run --peak-levers`：单独调整各措施使达峰变动的最小幅度。"), Table.peakLeverColumns(.gross)),
  ]

  private static let comparisonTables = [
    Entry(
      "summary", Text("`compare`: figures, side by side.", "`compare`：各项指标对比。"),
      Table.summaryColumns),
    Entry(
      "differences",
      Text("`compare`: emissions by sector and year.", "`compare`：逐年分部门排放。"),
      Table.differenceColumns),
    Entry(
      "compare/costs",
      Text(
        "`compare`, in its folder: the system cost by year, where all count costs.",
        "`compare`（其文件夹内）：逐年系统成本（各情景均计算成本时）。"), Table.costDifferenceColumns),
    Entry(
      "lmdi",
      Text(
        "`compare` and `attribute`: what each factor makes of a difference. The rows of `total` and `sinks` sum to the difference of net emissions; sectors' own energy is what their users take, so sectors do not sum to the total.",
        "`compare` 与 `attribute`：各因素对差异的贡献。`total` 与 `sinks` 各行之和等于净排放之差；部门能源为其用户所用，故各部门之和不等于合计。"),
      Table.lmdiColumns),
    Entry(
      "attribution",
      Text("`attribute`: what each lever brings.", "`attribute`：各措施的贡献。"),
      Table.attributionColumns),
    Entry(
      "attribution-by-year",
      Text(
        "`attribute`: the net emissions each lever avoids in each year.",
        "`attribute`：各措施逐年减少的净排放。"), Table.attributionByYearColumns),
    Entry(
      "interaction",
      Text(
        "`attribute`: what two levers bring beyond what each does alone.",
        "`attribute`：两项措施共同作用超出各自单独作用的部分。"), Table.interactionColumns),
  ]

  private static let ensembleTables = [
    Entry(
      "sweep",
      Text(
        "`sweep`: a row a variant. The columns of peaks stand there for both accounts, `gross` and `net`.",
        "`sweep`：每个方案一行。达峰各列按 `gross` 与 `net` 两个账户列出。"),
      heads: [.variant, .axis("PATH"), .sweepStatus, .peakYear(.gross), .peakEstimate(.gross)]
        + [.peakValue(.gross), .cumulative, .emissions("emissions_YEAR"), .cost]),
    Entry(
      "sweep-trajectories",
      Text("`sweep --trajectories`: emissions of every variant.", "`sweep --trajectories`：各方案的排放。"),
      heads: Table.sweepSeriesHeads(Sector.allCases.map(\.rawValue) + ["net"])),
    Entry(
      "uncertainty",
      Text(
        "`uncertainty`: how figures spread, and how likely targets are met.",
        "`uncertainty`：各项指标的分布与目标达成概率。"), Table.spreadColumns),
    Entry(
      "peak-distribution",
      Text(
        "`uncertainty`: how likely the peak is in each year; the last row is of those that have not peaked.",
        "`uncertainty`：各年达峰的概率；末行为尚未达峰的样本。"), Table.peakDistributionColumns(.gross)),
    Entry(
      "bands",
      Text("`uncertainty`: how emissions spread by year.", "`uncertainty`：逐年排放的分布。"),
      Table.bandColumns),
    Entry(
      "samples",
      Text(
        "`uncertainty --trajectories`: a row a variant.", "`uncertainty --trajectories`：每个样本一行。"),
      Table.sampleColumns(["PATH"], of: .gross)),
    Entry(
      "sample-trajectories",
      Text(
        "`uncertainty --trajectories`: the emissions of every variant.",
        "`uncertainty --trajectories`：各样本的排放。"), Table.sampleTrajectoryColumns(["YEAR"])),
    Entry(
      "sensitivity",
      Text(
        "`sensitivity`: what each input does to each figure; the columns after `metric_high` are those of the method: Sobol, Morris, tornado or gradient.",
        "`sensitivity`：各输入对各指标的影响；`metric_high` 之后的列因方法而异：Sobol、Morris、逐项变动或梯度。"),
      Table.sensitivityColumns(
        ColumnHead.sobol + ColumnHead.morris + ColumnHead.tornado + ColumnHead.gradient.suffix(1))),
  ]

  private static let otherTables = [
    Entry(
      "allocation",
      Text(
        "`allocate`: a target shared by several rules, a row a rule and part.",
        "`allocate`：目标按多种规则分解，每种规则的每个部分一行。"), Table.allocationColumns),
    Entry(
      "tracking",
      Text(
        "`track`: a plan held against observations, a row a fact.", "`track`：计划与实际对照，每项一行。"),
      Table.trackingColumns),
    Entry(
      "calibration", Text("`calibrate`: what was fitted.", "`calibrate`：拟合结果。"), Table.fitColumns),
    Entry(
      "calibration-residuals",
      Text("`calibrate`: observed and fitted values.", "`calibrate`：观测值与拟合值。"),
      Table.residualColumns),
    Entry(
      "calibration-hindcast",
      Text(
        "`calibrate --hindcast`: years that were kept back, and what was predicted for them.",
        "`calibrate --hindcast`：留出年份的观测值与预测值。"), Table.hindcastColumns),
    Entry(
      "portfolio",
      Text(
        "`optimise`: the cheapest portfolio, what it comes to, and what was asked.",
        "`optimise`：成本最低的组合、其结果与所提要求。"), Table.portfolioColumns),
    Entry(
      "alternatives",
      Text(
        "`optimise --within`: how far each lever can differ at nearly the same cost.",
        "`optimise --within`：成本相近时各措施力度的可变范围。"), Table.alternativeColumns),
    Entry(
      "frontier",
      Text("`optimise --frontier`: a row a budget.", "`optimise --frontier`：每个预算一行。"),
      Table.frontierColumns(.gross, handles: ["PATH"])),
  ]
}

/// A table in Markdown, with a line end after its last row.
func markdownTable(_ heading: [String], _ rows: [[String]]) -> String {
  let rule = heading.map { _ in "---" }
  return ([heading, rule] + rows).map(markdownRow).joined()
}

/// A bar inside a cell would end it.
private func markdownRow(_ cells: [String]) -> String {
  "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
}
