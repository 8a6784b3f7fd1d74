import Diagnostics
import Quantities

/// The keys with which a number is written as a map, or as a series over the years.
public enum SeriesKeys {
  /// The number.
  public static let value = SectionKey(
    "value", .number, Text("the number, with its unit or beside `unit`", "数值，可带单位或另写 unit"))

  /// The unit of what has none of its own.
  public static let unit = SectionKey(
    "unit", .text,
    Text("the unit of all numbers here that have none of their own", "此处未注明单位的数值的单位"))

  /// The way between points, or that of a spread.
  public static let shape = SectionKey(
    "shape", .word(SeriesShape.allCases.map(\.rawValue) + [bass]),
    Text(
      "the way from one point to the next; `bass` for something new that spreads",
      "各点之间的形状；bass 为新事物扩散曲线"),
    absence: .means(Text(same: SeriesShape.linear.rawValue)))

  /// The shape of something new that spreads.
  public static let bass = "bass"

  /// What holds before the first point.
  public static let before = SectionKey(
    "before", .word([BeforePolicy.hold, .zero].map(\.rawValue)),
    Text("what holds before the first point", "第一个点之前的取值"),
    Text(
      "`hold` keeps the first value, `0` is none; without it an early year is an error",
      "hold 沿用首值，0 为零；不写则早于首点的年份报错"))

  /// What holds after the last point.
  public static let after = SectionKey(
    "after", .word(["hold"]), Text("`hold`: the last value stays, on purpose", "hold：有意沿用末值"))

  /// Growth after the last point.
  public static let growth = SectionKey(
    "growth", .fractions,
    Text("yearly growth after the last point, such as 4.5%", "末点之后的年增长率，如 4.5%"))

  /// A table of the points.
  public static let file = SectionKey(
    CommonKeys.file.word, .text,
    Text("a table beside this file, with a column of years", "同目录下的 CSV 表，含年份列"))

  /// The column of the table.
  public static let column = SectionKey(
    "column", .text, Text("the column of the table", "所用列名"))

  /// The value before a move.
  public static let from = SectionKey(
    "from", .number, Text("the value before the move", "变化前的值"))

  /// The value after it.
  public static let to = SectionKey("to", .number, Text("the value after it", "变化后的值"))

  /// The year it starts from.
  public static let start = SectionKey(
    "start", .year, Text("the year it starts from", "起始年份"))

  /// The year it is complete.
  public static let by = SectionKey("by", .year, Text("the year it is complete", "完成年份"))

  /// The level in the first year of a spread.
  public static let initial = SectionKey(
    "initial", .number, Text("bass: the level in the year `start`", "扩散曲线起始年水平"))

  /// The coefficient of innovation, per year.
  public static let innovation = SectionKey(
    "innovation", .number, Text("bass: coefficient of innovation", "扩散曲线创新系数"))

  /// The coefficient of imitation, per year.
  public static let imitation = SectionKey(
    "imitation", .number, Text("bass: coefficient of imitation", "扩散曲线模仿系数"))

  /// The level that a spread tends to.
  public static let potential = SectionKey(
    "potential", .ofParameter, Text("bass: the level it tends to", "扩散曲线最终水平"))

  /// All of them, in the order of the schema.
  public static let all = [
    value, unit, shape, before, after, growth, file, column, from, to, start, by, initial,
    innovation, imitation, potential,
  ]
}
