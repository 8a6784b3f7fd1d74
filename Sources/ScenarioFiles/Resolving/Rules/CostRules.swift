import CityModel
import Diagnostics

/// What money must be told of where prices are to act, and the costs of levers.
extension Resolver {
  /// With `market: on` every price must be known, or a use would not answer and nobody would see it.
  mutating func checkMarket() {
    let costs = ParameterPath("costs")
    guard choices[costs / "market"] == "on" else { return }
    let reason = Text("the market is on", "已开启市场响应")
    let carriers = members[ParameterPath("carriers")] ?? []
    if entry(at: costs / "prices") == nil {
      require(["prices"], in: costs, because: reason)
    } else {
      require(carriers, in: costs / "prices", because: reason)
    }
    let imports = ParameterPath("energy.electricity.imports")
    for id in members[imports] ?? [] { require(["price"], in: imports / id, because: reason) }
  }

  /// Reads the cost of a lever.
  ///
  /// - Parameters:
  ///   - mapping: The map of the lever.
  ///   - id: Its id.
  ///   - moves: What the lever moves.
  /// - Returns: The cost; nothing if the lever names none or it cannot be read.
  mutating func leverCost(
    _ mapping: Mapping, of id: String, moves: [Lever.Move]
  ) -> LeverCost? {
    let key = LeverSection.cost
    let path = ParameterPath(LeverSection.section.word) / id / key.word
    guard let entry = mapping[key], let declaration = key.declaration,
      let candidates = expectations(for: declaration, at: path),
      let series = resolveSeries(entry.value, of: declaration, at: path, with: candidates),
      let basis = LeverCost.Basis(series.reading.name)
    else { return nil }
    guard moves.contains(where: { LeverCost.counts(basis, for: $0.path) }) else {
      report(.nothingToCount(series.reading.unit), at: entry.value.span)
      return nil
    }
    return LeverCost(basis: basis, values: series.values)
  }
}

extension Fault {
  /// A lever's cost by the piece, where the lever moves no pieces.
  fileprivate static func nothingToCount(_ unit: String) -> Self {
    Self(
      .wrongDimension, "the lever moves nothing that is counted for a cost in \(unit)",
      "该措施没有可按 \(unit) 计数的对象",
      help: Text(
        "CNY/vehicle goes with 'sales', CNY/m2 with 'construction'; else write the cost per year, such as 亿元/yr",
        "CNY/vehicle 用于 sales，CNY/m2 用于 construction；其他请写每年成本，例如 亿元/yr"))
  }
}
