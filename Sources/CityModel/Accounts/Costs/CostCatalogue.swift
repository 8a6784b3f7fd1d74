public import Diagnostics

/// Something a scenario has but gives no cost for, so that no total holds it.
public struct CostGap: Hashable, Sendable {
  /// Where its cost would stand.
  public let path: ParameterPath
  /// What is missing.
  public let missing: Text
}

/// Everything of a city that costs money, found by the rows it writes, and what has no cost.
struct CostCatalogue {
  private let rows: [OutputRow]
  private let items: [OutputItem]
  private let rate: Double
  private(set) var assets: [(sector: Sector, item: Int?, asset: Asset)] = []
  private(set) var gaps: [CostGap] = []

  init(_ rows: [OutputRow], _ items: [OutputItem], rate: Double) {
    self.rows = rows
    self.items = items
    self.rate = rate
  }

  /// Finds all that is built, kept and run.
  mutating func collect(_ compiler: inout BlueprintCompiler) {
    for (index, row) in rows.enumerated() {
      compiler.compile(items[row.item].sector) { collect(row, OutputIndex(row: index), &$0) }
    }
    compiler.compile(.sinks) { plantings(&$0) }
    treatments(&compiler)
  }

  private mutating func collect(
    _ row: OutputRow, _ output: OutputIndex, _ compiler: inout BlueprintCompiler
  ) {
    let item = items[row.item]
    switch (row.kind, item.role) {
    case (.capacity, .powerPlant): power(item, row, output, &compiler)
    case (.plantOutput, .heatPlant) where row.part == "heat",
      (.plantOutput, .hydrogenPlant) where row.part == "hydrogen":
      plant(item, row, output, &compiler)
    case (.storageOutput, _): storage(item, row, output, &compiler)
    case (.movablePower, _): demandResponse(item, row, output, &compiler)
    case (.vehicles, _): vehicles(item, row, output, &compiler)
    case (.construction, _): construction(item, row, output, &compiler)
    case (.retrofitted, _): retrofit(item, output, &compiler)
    case (.usefulEnergy, _): equipment(item, row, output, &compiler)
    case (.activity, _): route(item, output, &compiler)
    case (.passengerDistance, _), (.freightMoved, _): modeWithoutFleet(item, &compiler)
    default: break
    }
  }

  /// Whether the scenario gives any cost at all, once everything is collected.
  func hasAny(_ compiler: inout BlueprintCompiler) -> Bool {
    let prices = compiler.scenario.parameters.contains { parameter in
      let path = parameter.path.description
      return path.hasPrefix("costs.prices.") || path.hasSuffix(".price")
        || (path == "costs.carbon-price" && parameter.values.contains { $0 != 0 })
        || path.hasSuffix("capture.cost") || path == "energy.carbon-storage.cost"
    }
    return prices || !assets.isEmpty || compiler.scenario.levers.contains { $0.cost != nil }
  }

  /// Where the cost of each plant and contract is counted, by its item.
  func plantRows(_ compiler: inout BlueprintCompiler) -> [Int: OutputIndex] {
    var costs: [Int: OutputIndex] = [:]
    for (index, item) in items.enumerated() {
      switch item.role {
      case .powerPlant, .heatPlant, .hydrogenPlant, .importContract, .storage, .demandResponse:
        costs[index] = compiler.output(.plantCost, index)
      default: continue
      }
    }
    return costs
  }

  private mutating func add(
    _ asset: Asset?, _ item: OutputItem, _ place: Int? = nil, path: ParameterPath, _ missing: Text
  ) {
    if let asset {
      assets.append((item.sector, place, asset))
    } else {
      miss(path, missing)
    }
  }

  private mutating func miss(_ path: ParameterPath, _ missing: Text) {
    let gap = CostGap(path: path, missing: missing)
    if !gaps.contains(gap) { gaps.append(gap) }
  }

  private func row(_ kind: OutputKind, _ item: Int, _ part: String) -> OutputIndex? {
    rows.firstIndex { $0.kind == kind && $0.item == item && $0.part == part }
      .map { OutputIndex(row: $0) }
  }
}

// MARK: - What is built

extension CostCatalogue {
  private mutating func power(
    _ item: OutputItem, _ row: OutputRow, _ capacity: OutputIndex,
    _ compiler: inout BlueprintCompiler
  ) {
    let path = item.path / .cost
    let asset = Asset(
      &compiler, path, rate: rate, growth: .ofStock(.output(capacity)), stock: .output(capacity),
      output: self.row(.plantOutput, row.item, "electricity"))
    add(asset, item, row.item, path: path, Text("a power plant", "发电设施"))
  }

  private mutating func plant(
    _ item: OutputItem, _ row: OutputRow, _ output: OutputIndex,
    _ compiler: inout BlueprintCompiler
  ) {
    let path = item.path / .cost
    let asset = compiler.optionalParameter(path / .capacityFactor).flatMap { factor in
      let capacity = Asset.Amount.capacity(for: output, at: factor)
      return Asset(
        &compiler, path, rate: rate, growth: .ofStock(capacity), stock: capacity, output: output)
    }
    add(asset, item, row.item, path: path, Text("a heat or hydrogen plant", "供热或制氢设施"))
  }

  /// A storage is paid for by its power and, beside that, by its size.
  private mutating func storage(
    _ item: OutputItem, _ row: OutputRow, _ given: OutputIndex,
    _ compiler: inout BlueprintCompiler
  ) {
    let power = Asset.Amount.parameter(compiler.parameter(item.path / .power))
    let size = Asset.Amount.parameter(compiler.parameter(item.path / .energy))
    let path = item.path / .cost
    let ofPower = Asset(
      &compiler, path, rate: rate, growth: .ofStock(power), stock: power, output: given)
    let ofSize = Asset(
      &compiler, item.path / .energyCost, rate: rate, growth: .ofStock(size))
    let missing = Text("electricity storage", "储能设施")
    add(ofPower, item, row.item, path: path, missing)
    if ofSize != nil { add(ofSize, item, row.item, path: path, missing) }
  }

  private mutating func demandResponse(
    _ item: OutputItem, _ row: OutputRow, _ power: OutputIndex,
    _ compiler: inout BlueprintCompiler
  ) {
    let path = item.path / .cost
    let asset = Asset(
      &compiler, path, rate: rate, growth: .ofStock(.output(power)), stock: .output(power))
    add(asset, item, row.item, path: path, Text("demand response", "需求响应"))
  }

  private mutating func vehicles(
    _ item: OutputItem, _ row: OutputRow, _ stock: OutputIndex,
    _ compiler: inout BlueprintCompiler
  ) {
    let path = item.path / .technologies / row.part / .cost
    let asset = self.row(.vehicleSales, row.item, row.part).flatMap { sales in
      Asset(
        &compiler, path, rate: rate, growth: .given(.output(sales)), stock: .output(stock))
    }
    add(asset, item, path: path, Text("vehicles", "车辆"))
  }

  private mutating func construction(
    _ item: OutputItem, _ row: OutputRow, _ built: OutputIndex,
    _ compiler: inout BlueprintCompiler
  ) {
    guard !["existing", "retrofitted"].contains(row.part) else { return }
    let path = item.path / .cost
    let asset = Asset(
      &compiler, path, capitalKey: "construction.\(row.part)", rate: rate,
      growth: .given(.output(built)))
    add(
      asset, item, path: path / .construction / row.part,
      Text("extra cost of a construction standard", "新建标准的增量成本"))
  }

  private mutating func retrofit(
    _ item: OutputItem, _ area: OutputIndex, _ compiler: inout BlueprintCompiler
  ) {
    let path = item.path / .cost
    let asset = Asset(
      &compiler, path, capitalKey: "retrofit", rate: rate, growth: .given(.output(area)))
    add(asset, item, path: path / .retrofit, Text("retrofit of buildings", "既有建筑改造"))
  }

  private mutating func equipment(
    _ item: OutputItem, _ row: OutputRow, _ useful: OutputIndex,
    _ compiler: inout BlueprintCompiler
  ) {
    let path = ParameterPath(.equipment) / row.part / .cost
    let asset = compiler.optionalParameter(path / .capacityFactor).flatMap { factor in
      let capacity = Asset.Amount.capacity(for: useful, at: factor)
      return Asset(&compiler, path, rate: rate, growth: .ofStock(capacity), stock: capacity)
    }
    add(asset, item, path: path, Text("equipment of buildings", "建筑用能设备"))
  }

  private mutating func route(
    _ item: OutputItem, _ activity: OutputIndex, _ compiler: inout BlueprintCompiler
  ) {
    let path = item.path / .cost
    let amount = Asset.Amount.output(activity)
    let asset = Asset(
      &compiler, path, rate: rate, growth: .ofStock(amount), stock: amount, output: activity)
    add(asset, item, path: path, Text("an industrial route", "工业工艺路线"))
  }

  private mutating func plantings(_ compiler: inout BlueprintCompiler) {
    for id in compiler.members(ParameterPath(.sinks)) {
      let path = ParameterPath(.sinks) / id
      guard let area = compiler.optionalParameter(path / .planting / .area),
        let item = items.first(where: { $0.path == path })
      else { continue }
      let cost = path / .planting / .cost
      let asset = Asset(&compiler, cost, rate: rate, growth: .given(.parameter(area)))
      add(asset, item, path: cost, Text("planting", "造林"))
    }
  }

  private mutating func modeWithoutFleet(
    _ item: OutputItem, _ compiler: inout BlueprintCompiler
  ) {
    guard compiler.members(item.path / .technologies).isEmpty else { return }
    miss(item.path, Text("a mode of transport without a fleet", "无车队的交通方式"))
  }

  private mutating func treatments(_ compiler: inout BlueprintCompiler) {
    if compiler.has(Key.waste / .generation) {
      miss(ParameterPath(.waste), Text("the treatment of waste", "垃圾处理"))
    }
    if !compiler.members(Key.energy / .electricity / .imports).isEmpty {
      miss(Key.energy / .electricity, Text("the electricity network", "电网"))
    }
  }
}

// MARK: - What is bought by the amount

extension CostCatalogue {
  /// All that is paid for by the amount: fuels, imports, CO₂.
  mutating func flows(
    _ compiler: inout BlueprintCompiler, _ plants: [Int: OutputIndex]
  ) -> [PricedFlow] {
    var flows: [PricedFlow] = []
    for (index, row) in rows.enumerated() {
      let item = items[row.item]
      func flow(_ kind: CostKind, _ price: ParameterPath, _ missing: Text) {
        let known = compiler.compile(item.sector) { $0.optionalParameter(price) }
        guard let price = known else { return miss(price, missing) }
        flows.append(
          PricedFlow(
            kind: kind, sector: item.sector, plant: plants[row.item],
            amount: OutputIndex(row: index), price: price))
      }
      switch row.kind {
      case .finalEnergy, .plantInput:
        guard !SecondaryCarrier.ids.contains(row.part) else { continue }
        let price = Key.costs / .prices / row.part
        flow(.fuel, price, Text("the price of a carrier", "能源价格"))
      case .imports:
        let isElectricity = row.part == "electricity"
        let price = isElectricity ? item.path / .price : item.path / .imported / .price
        flow(.imports, price, Text("the price of energy from outside", "外购能源价格"))
      case .captured where compiler.has(item.path / .capture / .coverage):
        flow(
          .captureAndStorage, item.path / .capture / .cost, Text("capture of CO2", "二氧化碳捕集"))
        flow(
          .captureAndStorage, Key.energy / .carbonStorage / .cost,
          Text("storage of CO2", "二氧化碳封存"))
      default: continue
      }
    }
    return flows
  }
}
