extension DiagnosticCode {
  /// What is odd with levers, and with the way a series goes.
  static let plans: [Self] = [
    .leverMovesNothing, .leverNeverFull, .leversAddUp, .leverAgainstItsKind, .leverRaisesEmissions,
    .untouchedSource, .leverInPast, .planYearPast, .steepGrowth, .jump, .moreThanProduct,
    .flattensSeries, .interleavedYears, .movedReference, .unansweredPrice,
  ]

  package static let leverMovesNothing = Self(
    "lever-moves-nothing",
    meaning: Text("a lever that changes no parameter", "措施没有改变任何参数"),
    cure: Text(
      "Look at `level`, at `to` (does the reference reach it by itself?) and at the end of the run.",
      "检查 `level`、`to`（基准情景是否已自行达到？）以及终止年。"),
    example:
      "levers: {same: {group: efficiency, by: 2035, moves: {energy.hydrogen.loss: {to: 3%}}}}")

  package static let leverNeverFull = Self(
    "lever-never-full",
    meaning: Text("a lever that is full only after the run ends", "措施在终止年之后才完全到位"),
    cure: Text(
      "Nothing, if this is meant; else end it earlier or extend `years.end`.",
      "若有意如此则不必理会；否则提前 `by`，或延后 `years.end`。"),
    example: "levers: {electric-cars: {by: 2070}}")

  package static let leversAddUp = Self(
    "levers-add-up",
    meaning: Text("two levers that set the same parameter", "两项措施设定同一参数"),
    cure: Text(
      "Know that both act: the moves add up. Take the parameter out of one lever if one should hold.",
      "两项措施的变化会相加。若只应由一项决定，请从另一项中去掉该参数。"),
    example:
      "levers: {more-metro: &metro {group: structure, by: 2040, moves: {transport.passenger.metro.share: {to: 8%}}}, new-lines: *metro}"
  )

  package static let leverAgainstItsKind = Self(
    "lever-against-its-kind",
    meaning: Text(
      "a lever that moves a parameter the other way than measures do", "措施使参数向相反方向变化"),
    cure: Text(
      "Check the sign of `change` and the point of `to`, and what the reference reaches by itself.",
      "核对 `change` 的正负号、`to` 的小数点，以及基准情景自行达到的水平。"),
    example: "levers: {electric-cars: {moves: {transport.passenger.car.sales.bev: {to: 3%}}}}")

  package static let leverRaisesEmissions = Self(
    "lever-raises-emissions",
    meaning: Text(
      "a lever that raises net emissions, alone and with all others", "措施使净排放增加（单独或与其他措施一并实施）"),
    cure: Text(
      "Check its moves; power or hydrogen made from coal can also be why: then clean them first, or take the lever out.",
      "核对其各项变化；也可能因电力或氢来自煤：应先使其清洁化，或删去该措施。"),
    example:
      "levers: {more-industry: {group: structure, by: 2035, moves: {industry.manufacturing.activity: {change: 20%}}}}"
  )

  package static let untouchedSource = Self(
    "untouched-source",
    meaning: Text(
      "a source of more than 5 % of the CO2 of the base year that no lever touches",
      "占基准年 CO2 排放 5% 以上而没有措施涉及的排放源"),
    cure: Text(
      "Add a lever that moves its activity, intensity, carriers or capture; or switch off a branch that the city does not have.",
      "增加改变其活动水平、强度、用能结构或捕集的措施；若本市没有该行业，请将其关闭。"),
    example: nil)

  package static let leverInPast = Self(
    "lever-in-past",
    meaning: Text(
      "a lever that acts in the year of the plan or before", "措施在规划年份或更早就起作用"),
    cure: Text(
      "Leave `from` out: the lever begins with the plan. What was done before belongs into the reference.",
      "删去 `from`，措施即从规划年份之后开始；此前已实施的写入基准情景。"),
    example: "levers: {electric-cars: {from: 2023}}")

  package static let planYearPast = Self(
    "plan-year-past",
    meaning: Text(
      "a plan of a year that has been observed already", "规划年份已有观测值"),
    cure: Text(
      "Write the year in which the plan is made, after the last year observed.",
      "请写编制规划的年份，应晚于最后一个观测年份。"),
    example: "plan-year: 2023\nhistory: {emissions: {2020: 38.4 Mt, 2023: 38.9 Mt}}")

  package static let steepGrowth = Self(
    "steep-growth",
    meaning: Text("growth of more than 40 % a year", "年增长率超过 40%"),
    cure: Text(
      "Check the rate: growth is per year, `5%`, not `5` and not the growth of five years.",
      "核对增长率：按年计，写 `5%`，不是 `5`，也不是五年的总增幅。"),
    example: "drivers: {gdp: {growth: {2021: 60%}}}")

  package static let jump = Self(
    "jump",
    meaning: Text(
      "a value that leaps away from its neighbours, or a share that changes by half the whole in a year",
      "数值与相邻年份相差悬殊，或份额一年内变化过半"),
    cure: Text(
      "Check the digits and the unit of the two years. A leap that is real is written `shape: step`.",
      "核对这两年的数字与单位。若确有突变，写 `shape: step`。"),
    example: "energy: {electricity: {loss: {2020: 5.6%, 2021: 20%, 2022: 5.6%}}}")

  package static let moreThanProduct = Self(
    "more-than-gdp",
    meaning: Text(
      "value added of industry, or shares of GDP, beyond all of GDP", "工业增加值或占 GDP 份额之和超过 GDP"),
    cure: Text(
      "Check the value added of each branch: services need a part of GDP too.",
      "核对各行业增加值：服务业也占 GDP 的一部分。"),
    example: "industry: {manufacturing: {activity: {2020: 86%}}}")

  package static let flattensSeries = Self(
    "flattens-series",
    meaning: Text(
      "one number in place of a series that changes over the years", "用一个数替代了逐年变化的序列"),
    cure: Text(
      "Write a series if the years should differ, as in `{2020: 5%, 2060: 3%}`; else nothing.",
      "若各年不同，写成序列，如 `{2020: 5%, 2060: 3%}`；否则不必理会。"),
    example: "uncertainty: {energy.electricity.loss: {uniform: [4%, 6%]}}")

  package static let interleavedYears = Self(
    "interleaved-years",
    meaning: Text(
      "years of an extended file stand between those of this one", "所引用文件的年份夹在本文件的年份之间"),
    cure: Text(
      "Points of both files are one series. Write the years between too, or take them out with `2025: ~`.",
      "两个文件的年份合为一个序列。请一并改写中间的年份，或写 `2025: ~` 将其去掉。"),
    example: "industry: {cement: {activity: {2020: 900 kg/person, 2035: 850 kg/person}}}")

  package static let movedReference = Self(
    "moved-reference",
    meaning: Text(
      "an inherited target is held against another year", "继承的目标改变了对比年份"),
    cure: Text(
      "The value was meant against the year of the other file. Write the value that belongs to the new year too, or a target under an id of its own.",
      "数值原是相对另一文件所写年份的。请同时改写数值，或另设一个标识的目标。"),
    example: "targets: {carbon-intensity: {against: 2020}}")

  package static let unansweredPrice = Self(
    "unanswered-price",
    meaning: Text("a price on carbon that nothing answers to", "碳价没有任何响应"),
    cure: Text(
      "Set `costs: {market: on}` and give elasticities, or know that the price is a payment only.",
      "设 `costs: {market: on}` 并给出弹性；否则碳价只是一笔支付。"),
    example: nil)
}
