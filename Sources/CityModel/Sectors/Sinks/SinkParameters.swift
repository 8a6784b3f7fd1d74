import Diagnostics

extension Sinks {
  /// What a scenario may say of carbon taken up by land (MODEL §7).
  static let schema = GroupDeclaration(
    Text("carbon sinks", "碳汇"),
    members: MemberDeclaration(
      Text("sink", "碳汇"),
      element: .group(
        GroupDeclaration(
          Text("a carbon sink", "碳汇"), isNamed: true,
          fields: [
            .group(
              .standing,
              GroupDeclaration(
                Text("land that takes up carbon at a steady pace", "现有植被"),
                fields: [
                  .parameter(
                    .area, ParameterDeclaration(Text("area", "面积"), Reading("km2", 0...1e6))),
                  .parameter(
                    .uptake,
                    ParameterDeclaration(
                      Text("CO2 taken up per area and year", "单位面积年吸收量"),
                      Reading(
                        "ktCO2/km2", 0...100, synonyms: ["ktCO2/km2/yr", "kt/km2", "kt/km2/yr"]))),
                ])),
            .group(.planting, planting),
          ]))))

  private static let planting = GroupDeclaration(
    Text(
      "land planted each year, growing by Chapman–Richards: B(a) = max·(1 − e^(−k·a))^p",
      "新增造林（Chapman–Richards 生长曲线）"),
    fields: [
      .parameter(
        .area,
        ParameterDeclaration(
          Text("area planted in a year", "年造林面积"), Reading("km2", 0...1e5, synonyms: ["km2/yr"]))),
      .parameter(
        .carbonAtMaturity,
        ParameterDeclaration(
          Text("CO2 held per area in the end (max)", "成熟林单位面积储量"),
          Reading("ktCO2/km2", 0...1000, synonyms: ["kt/km2"]), time: .constant)),
      .parameter(
        .growthRate,
        ParameterDeclaration(
          Text("growth rate (k)", "生长速率（k）"), Reading("1/yr", 0.001...2), time: .constant)),
      .parameter(
        .growthShape,
        ParameterDeclaration(
          Text("shape (p)", "形状参数（p）"), Reading("1", 0.1...20), time: .constant)),
      .cost(per: "km2", isKept: false),
    ])
}
