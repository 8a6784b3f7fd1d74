extension DiagnosticCode {
  /// What is wrong with numbers, units, years and series.
  static let values: [Self] = [
    .malformedNumber, .unknownUnit, .missingUnit, .wrongDimension, .ambiguousUnit, .outOfBounds,
    .sharesDoNotSum, .decreasingYears, .yearOutOfRange, .seriesStartsLate, .seriesEndsEarly,
    .notYearly, .badCurve, .curveMissesBase, .carrierLoop,
  ]

  package static let malformedNumber = Self(
    "malformed-number",
    meaning: Text("a number that cannot be read", "无法读取的数值"),
    cure: Text(
      "Write digits with `.` as decimal point and no separators, then the unit: `12300.5 MW`.",
      "写数字，小数点用 `.`，不加千分位，后接单位：`12300.5 MW`。"),
    example: "drivers:\n  gdp:\n    2020: 2,900 亿元")

  package static let unknownUnit = Self(
    "unknown-unit",
    meaning: Text("a unit that is not in the table of units", "单位表中没有的单位"),
    cure: Text(
      "Correct the unit; the message names the nearest. `carbonpeak manual units` lists all; they are joined as in `kWh/m2`.",
      "改正单位；消息会给出最接近的单位。全部单位见 `carbonpeak manual units`，组合写作 `kWh/m2`。"),
    example: "drivers: {gdp: {2020: 2900 亿圆}}")

  package static let missingUnit = Self(
    "missing-unit",
    meaning: Text("a number that needs a unit and has none", "数值缺少必需的单位"),
    cure: Text(
      "Write the unit after the number, or `unit:` once in the map of the series.",
      "在数值后写单位，或在序列的映射中统一写 `unit:`。"),
    example: "drivers: {gdp: {2020: 2900}}")

  package static let wrongDimension = Self(
    "wrong-dimension",
    meaning: Text("a unit of another kind of quantity than the parameter has", "单位的量纲与参数不符"),
    cure: Text(
      "Write a unit of the kind that the message asks for: power is not energy, `GW` is not `GWh`.",
      "用消息要求的量纲：功率不是电量，`GW` 不是 `GWh`。"),
    example: "energy: {electricity: {technologies: {coal: {capacity: {2020: 1.3 GWh}}}}}")

  package static let ambiguousUnit = Self(
    "ambiguous-unit",
    meaning: Text(
      "a coal equivalent that does not say how it counts electricity", "标准煤未注明电力折算口径"),
    cure: Text(
      "For electricity write `tce(calorific)` (0.1229 kgce/kWh) or `tce(equivalent)` (0.30 kgce/kWh), for fuels `tce`.",
      "电力写 `tce(calorific)`（当量值 0.1229 kgce/kWh）或 `tce(equivalent)`（等价值 0.30 kgce/kWh），燃料写 `tce`。"),
    example: "energy: {electricity: {exports: 1 Mtce}}")

  package static let outOfBounds = Self(
    "out-of-bounds",
    meaning: Text("a value outside what the parameter can be", "数值超出参数的允许范围"),
    cure: Text(
      "Check the number and its unit: mostly a power of ten, a `%` or a sign is wrong. The bounds are in `carbonpeak manual parameters`.",
      "核对数值与单位：多为差了数量级、漏写 `%` 或正负号。上下限见 `carbonpeak manual parameters`。"),
    example: "energy: {electricity: {loss: {2020: 5.6}}}")

  package static let sharesDoNotSum = Self(
    "shares-do-not-sum",
    meaning: Text("shares that do not sum to 1 within 0.1 %", "份额之和偏离 1 超过 0.1 %"),
    cure: Text(
      "Correct the shares of that year, or write `rest` for one of them.",
      "改正该年的份额，或把其中一项写成 `rest`。"),
    example: "waste: {treatment: {landfill: {2020: 80%}, recycling: {2020: 40%}}}")

  package static let decreasingYears = Self(
    "decreasing-years",
    meaning: Text("years of a series that do not increase", "序列的年份不递增"),
    cure: Text(
      "Write each year once, the earliest first; `by` not before `from`, `end` not before `base`.",
      "年份由早到晚、各写一次；`by` 不早于 `from`，`end` 不早于 `base`。"),
    example: "years: {base: 2020, end: 2010}")

  package static let yearOutOfRange = Self(
    "year-out-of-range",
    meaning: Text("a year outside the years of the scenario", "年份超出情景的时间范围"),
    cure: Text(
      "Write a year within the range that the message names.",
      "年份改到消息所述的范围之内。"),
    example: "years: {base: 2020, end: 3000}")

  package static let seriesStartsLate = Self(
    "series-starts-late",
    meaning: Text("a series whose first point is after the base year", "序列的首个数据点晚于基准年"),
    cure: Text(
      "Give the base year a value, or say what holds before: `before: hold` or `before: 0`.",
      "给出基年的值，或注明此前取值：`before: hold`（沿用首值）或 `before: 0`。"),
    example: "drivers: {tourists: {2025: 3 million people, after: hold}}")

  package static let seriesEndsEarly = Self(
    "series-ends-early",
    meaning: Text(
      "a series that says nothing of the last years of the run, or of the base year",
      "序列没有给出终止年前各年或基准年的数值"),
    cure: Text(
      "Give values to the end of the run or `growth:`; `after: hold` says that the last value stays, beside a series or once at the top of a file.",
      "给出至终止年的数值或 `growth:`；`after: hold` 表示沿用末值，可写在序列中，或在文件顶层写一次。"),
    example: "drivers: {tourists: {2020: 3 million people, 2025: 4 million people}}")

  package static let notYearly = Self(
    "not-yearly",
    meaning: Text(
      "a value of the whole run that is given or moved by the year", "全程只有一个值的参数被按年给出或改变"),
    cure: Text(
      "Write one number. A lever cannot move it; set it in the scenario or with `--set`.",
      "只写一个数。措施不能改变它；请在情景中或用 `--set` 设定。"),
    example: "buildings: {public: {lifetime: {weibull: {scale: {2020: 50 yr, 2040: 60 yr}}}}}")

  package static let badCurve = Self(
    "bad-curve",
    meaning: Text("a curve whose numbers do not make one", "曲线的参数无法构成曲线"),
    cure: Text(
      "Correct the numbers that the message names: signs, order, or a list of another length.",
      "改正消息指出的数：正负号、大小次序或列表长度。"),
    example:
      "drivers: {tourists: {shape: bass, unit: 万人, start: 2018, initial: 1, innovation: 0.003, imitation: -0.4, potential: 5}}"
  )

  package static let curveMissesBase = Self(
    "curve-misses-base",
    meaning: Text(
      "a curve that is more than 2 % off its own base value in the base year, or learning that does not start from the base year's cost and stock",
      "曲线在基准年偏离基年值超过 2%，或学习曲线未以基准年的成本与累计量为起点"),
    cure: Text(
      "Fit the curve again to the base value (`calibrate --curve`), or correct the base. Beside learning, write the cost of the base year alone.",
      "按基年值重新拟合曲线（`calibrate --curve`），或改正基年值；有学习曲线时成本只写基准年值。"),
    example: "transport: {passenger: {car: {ownership: {alpha: -5.9}}}}")

  package static let carrierLoop = Self(
    "carrier-loop",
    meaning: Text("a carrier that is made from itself", "能源由其自身转换而来"),
    cure: Text(
      "Let it run on a carrier that is not made from it.", "改用不由其自身转换而来的能源。"),
    example: nil)
}
