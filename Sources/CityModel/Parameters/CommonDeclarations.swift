import Diagnostics

extension FieldDeclaration {
  /// The Weibull scale and shape, or a fixed number of years, after which a stock is gone.
  static let lifetime = FieldDeclaration.group(
    .lifetime,
    GroupDeclaration(
      Text("how long a stock lives", "存量寿命"), isRequired: true,
      alternatives: [.exactlyOne(.weibull, .fixed)],
      fields: [
        .group(
          .weibull,
          GroupDeclaration(
            Text("Weibull survival, S(a) = exp(−(a/scale)^shape)", "威布尔存活曲线"),
            fields: [
              .parameter(
                .scale,
                ParameterDeclaration(
                  Text("age at which 37 % survive", "尺度参数：存活 37% 的年龄"),
                  Reading("yr", 0.5...200), time: .constant)),
              .parameter(
                .shape,
                ParameterDeclaration(
                  Text("steepness of the survival curve", "形状参数"), Reading("1", 0.3...20),
                  time: .constant)),
            ])),
        .parameter(
          .fixed,
          ParameterDeclaration(
            Text("age at which all retire at once", "固定寿命"), Reading("yr", 1...150),
            presence: .optional, time: .constant)),
      ]))

  /// Past yearly growth of a stock, which gives its stationary age distribution.
  static let pastGrowth = FieldDeclaration.parameter(
    .pastGrowth,
    ParameterDeclaration(
      Text(
        "yearly growth of additions before the base year, which gives the age distribution",
        "基年之前新增量的年增长率（决定基年的年龄结构）"),
      Reading("1/yr", -0.5...2), presence: .defaulted(0), time: .baseYear))
}

extension ParameterDeclaration {
  /// A share between 0 and 1.
  static func share(_ meaning: Text, presence: Presence = .required, time: Time = .yearly) -> Self {
    Self(meaning, Reading("1", 0...1), presence: presence, time: time)
  }
}
