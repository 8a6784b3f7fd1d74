import Diagnostics

extension FieldDeclaration {
  /// The price elasticity of one use, where it differs from its sector's.
  static let priceElasticity = FieldDeclaration.parameter(.priceElasticity, .elasticity)

  /// The price of what is bought from outside the city.
  static let importPrice = FieldDeclaration.parameter(
    .price,
    ParameterDeclaration(
      Text("price of what is bought", "购入价格"), Reading("CNY/GJ", 0...1e4), presence: .optional))

  /// A cost per CO₂ handled.
  static func perCarbonDioxide(_ key: Key, _ meaning: Text) -> FieldDeclaration {
    .parameter(
      key,
      ParameterDeclaration(
        meaning, Reading("CNY/tCO2", 0...1e5, synonyms: ["CNY/t"]), presence: .optional))
  }

  /// What a thing costs that is counted in one unit: to build, to keep and to run.
  ///
  /// - Parameters:
  ///   - unit: What it is counted in, for capital and fixed operation.
  ///   - output: What its variable operation is counted in, if it has one.
  ///   - needsCapacityFactor: Whether only its yearly output is known, so that what must be built
  ///     follows from a use of capacity.
  ///   - isKept: Whether it is kept for money after it is built.
  ///   - key: The key of the map, where a thing is counted in two units.
  /// - Returns: The map `cost`.
  static func cost(
    per unit: String, output: String? = nil, needsCapacityFactor: Bool = false,
    isKept: Bool = true, key: Key = .cost
  ) -> FieldDeclaration {
    let money = unit == "km2" ? "MCNY" : "CNY"
    return cost(
      key,
      capital: [Reading("\(money)/\(unit)", 0...1e9)],
      fixed: isKept ? [Reading("CNY/\(unit)", 0...1e9, synonyms: ["CNY/\(unit)/yr"])] : [],
      variable: output.map { [Reading("CNY/\($0)", 0...1e6)] } ?? [],
      needsCapacityFactor: needsCapacityFactor)
  }

  /// What a production route costs per yearly activity, in the reading of its subsector's.
  static let routeCost: FieldDeclaration = {
    let units: [(Reading.Name, String)] = [
      (.amount, "t"), (.money, "kCNY"), (.perProduct, "kCNY"), (.perNamedDriver, "t"),
    ]
    let readings = units.map { name, unit in
      Reading.beside(name, "CNY/\(unit)", 0...1e9, synonyms: ["CNY/\(unit)/yr"])
    }
    return cost(
      .cost, capital: readings, fixed: readings, variable: readings, needsCapacityFactor: false,
      sharesReadingWith: SiblingReference(.activity, up: 3))
  }()

  private static func cost(
    _ key: Key, capital: [Reading], fixed: [Reading], variable: [Reading],
    needsCapacityFactor: Bool,
    sharesReadingWith sibling: SiblingReference? = nil
  ) -> FieldDeclaration {
    func parameter(
      _ key: Key, _ meaning: Text, _ readings: [Reading],
      _ presence: ParameterDeclaration.Presence
    ) -> FieldDeclaration? {
      guard !readings.isEmpty else { return nil }
      return .parameter(
        key,
        ParameterDeclaration(
          meaning, readings: readings, presence: presence, sharesReadingWith: sibling))
    }
    let capacityFactor = FieldDeclaration.parameter(
      .capacityFactor, .share(Text("full-load share of the year", "年利用率")))
    return .group(
      key,
      GroupDeclaration(
        Text("what it costs", "成本"),
        fields: [
          parameter(.capital, Text("to build one", "单位投资"), capital, .required),
          parameter(.fixedOm, Text("to keep one for a year", "年固定运维"), fixed, .optional),
          parameter(
            .variableOm, Text("to run it, besides energy", "可变运维（不含能源）"), variable, .optional),
        ].compactMap(\.self) + (needsCapacityFactor ? [capacityFactor] : []) + investment))
  }

  /// How an investment is paid off, by whom, and how its price learns.
  static let investment: [FieldDeclaration] = [
    .parameter(
      .life,
      ParameterDeclaration(
        Text("years over which it is paid off, whole years", "折旧年限（整年）"), Reading("yr", 1...200),
        time: .constant)),
    .parameter(
      .publicShare,
      .share(
        Text("part of the investment that the public pays", "公共投资份额"), presence: .optional)),
    .group(
      .learning,
      GroupDeclaration(
        Text("learning by doing: cost₀ · (cumulative/cumulative₀)^(−b)", "干中学：学习曲线"),
        fields: [
          .parameter(
            .rate,
            ParameterDeclaration(
              Text("fall of the cost with each doubling", "学习率"), Reading("1", 0...0.9),
              time: .constant)),
          .parameter(
            .cumulative,
            ParameterDeclaration(
              Text(
                "what was ever built elsewhere, in the unit in which the model counts it; the city's own comes on top",
                "市外累计量（模型单位）；本市新增另计"),
              Reading("1", 1e-9...1e12))),
        ])),
  ]
}

extension ParameterDeclaration {
  /// An elasticity of demand.
  static let elasticity = ParameterDeclaration(
    Text("price elasticity of demand", "需求价格弹性"), Reading("1", -5...0), presence: .optional,
    time: .constant)
}
