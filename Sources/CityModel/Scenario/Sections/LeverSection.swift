import Diagnostics
package import Quantities

/// The keys of `levers`: the measures.
public enum LeverSection {
  /// The section.
  public static let section = SectionKey(
    "levers", .each(.id, lever, besides: []), Text("measures", "措施"),
    Text("Each under its id", "每项以标识为键"))

  /// A measure.
  public static let lever = SectionKey(
    "*", .map([group] + CommonKeys.names + [from, by, shape, level, moves, cost]),
    Text("a measure", "一项措施"))

  /// What kind of measure it is.
  public static let group = SectionKey(
    "group", .word(Lever.Group.allCases.map(\.rawValue)),
    Text("what kind of measure it is", "措施类别"), absence: .required)

  /// The last year without it.
  public static let from = SectionKey(
    "from", .date, Text("the last year without it", "开始年份（此年尚无效果）"),
    Text("Of a step: the first year with it", "shape 为 step 时：开始见效的年份"),
    absence: .means(Text("the plan year", "规划年份")), isSettable: true)

  /// The first year of its full effect.
  public static let by = SectionKey(
    "by", .date, Text("the first year of its full effect", "全面见效年份"),
    Text("Needed unless it comes in at one step", "除 shape 为 step 外必填"), isSettable: true)

  /// How it comes in.
  public static let shape = SectionKey(
    "shape", .word(shapes.map(\.rawValue)), Text("how it comes in", "推进形状"),
    absence: .means(Text(same: SeriesShape.linear.rawValue)))

  /// The shapes of a ramp.
  package static let shapes: [SeriesShape] = [.linear, .sCurve, .step]

  /// How far it is pulled.
  public static let level = SectionKey(
    "level", .constant(Reading("1", 0...1)), Text("how far it is pulled, from 0 to 1", "力度，0 至 1"),
    absence: .means(Text(same: "1")), isSettable: true)

  /// What it moves.
  public static let moves = SectionKey(
    "moves", .each(.path, move, besides: []), Text("what it moves", "所改变的参数"),
    Text("Paths of yearly numbers; * stands for any one id", "逐年参数的路径；* 代表任一标识"),
    absence: .required)

  /// One parameter that it moves, or several.
  public static let move = SectionKey(
    "PATH", .map(Lever.Effect.Kind.allCases.map(effect)),
    Text("one move: a value, a bound or a change", "一项变化：目标值、上下限或变化比例"))

  /// What is done to a parameter.
  package static func effect(_ kind: Lever.Effect.Kind) -> SectionKey {
    let meaning: Text =
      switch kind {
      case .to: Text("the value reached, in the parameter's unit", "目标值，单位同参数")
      case .atLeast: Text("the value it is raised to if less", "下限：低于此值时升至此值")
      case .atMost: Text("the value it is lowered to if more", "上限：高于此值时降至此值")
      case .change: Text("the change as a fraction, such as -20%", "变化比例，如 -20%")
      }
    return SectionKey(kind.key, kind == .change ? .fractions : .ofParameter, meaning)
  }

  /// What it costs beyond what the stocks do: one reading for each ``LeverCost/Basis``.
  public static let cost = SectionKey(
    "cost",
    .series([
      Reading("MCNY", 0...1e9, synonyms: ["MCNY/yr"]), Reading(.perVehicle, "CNY/vehicle", 0...1e9),
      Reading(.perArea, "CNY/m2", 0...1e6),
    ]), Text("what it costs at full pull, such as billion yuan/yr", "全力实施的成本，如 亿元/yr"))
}
