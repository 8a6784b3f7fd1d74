import Analysis
import CityModel
import Diagnostics

extension ReportPart {
  /// Final energy of each carrier that is used [PJ].
  private var carrierRows: [(id: String, values: [Double])] {
    trajectory.rows(.balance).filter { $0.row.part == BalanceItem.final.rawValue }
      .map { (id: $0.item.path.last, values: trajectory[$0.index]) }
      .filter { row in row.values.contains { $0 != 0 } }
  }

  /// The same as layers without colours.
  var carrierLayers: [TimeChart.Layer] {
    carrierRows.map { row in
      TimeChart.Layer(name: name("carriers", row.id), ink: .rest, values: row.values)
    }
  }

  /// Final energy by carrier.
  var energy: Exhibit? {
    let rows = carrierRows
    let layers = carrierLayers
    guard !rows.isEmpty else { return nil }
    var chart = TimeChart(places: years, unit: OutputKind.balance.unit)
    chart.layers = (carrierInks ?? SeriesInks([layers]))
      .paint(layers, rest: say("other carriers", "其他能源"))
    let total = years.indices.enumerated().map { place, _ in
      rows.reduce(0) { $0 + $1.values[place] }
    }
    let figure = Figure(
      name: prefix + "energy", title: say("Final energy by carrier", "分品种终端能源"), owner: owner,
      description: say("Stacked areas. ", "堆积面积图。")
        + course(say("All carriers", "合计"), total, "PJ"), chart: chart)
    let table = PageTable(
      caption: say("Final energy by carrier, PJ", "分品种终端能源，PJ"),
      headers: [say("Year", "年份")] + layers.map(\.name),
      columns: ["year"] + rows.map(\.id), file: "energy-balance.csv",
      rows: table(rows.map(\.values)))
    let note = say(
      "What buildings, industry and transport use; electricity by its own heat (3.6 MJ/kWh).",
      "建筑、工业与交通的终端用能；电力按当量值（3.6 MJ/kWh）。")
    return Exhibit(figure: figure, notes: [note], table: table)
  }

  /// Electricity of plants and contracts that give some [TWh], without colours.
  var powerLayers: [TimeChart.Layer] {
    let made = trajectory.rows(.plantOutput).filter { $0.row.part == "electricity" }
    let bought = trajectory.rows(.imports).filter { $0.row.part == "electricity" }
    return (made + bought).map { row in
      TimeChart.Layer(
        name: row.item.name(language), ink: .rest, values: trajectory[row.index].map { $0 / 3.6 })
    }.filter { layer in layer.values.contains { $0 != 0 } }
  }

  /// Electricity by plant and contract.
  var power: Exhibit? {
    let layers = powerLayers
    guard !layers.isEmpty else { return nil }
    var chart = TimeChart(places: years, unit: "TWh")
    chart.layers = (powerInks ?? SeriesInks([layers])).paint(layers, rest: say("others", "其他"))
    let total = years.indices.enumerated().map { place, _ in
      layers.reduce(0) { $0 + $1.values[place] }
    }
    let figure = Figure(
      name: prefix + "power", title: say("Where electricity comes from", "电力来源"), owner: owner,
      description: say("Stacked areas. ", "堆积面积图。")
        + course(say("All supply", "合计"), total, "TWh"), chart: chart)
    let table = PageTable(
      caption: say("Electricity by plant and contract, TWh", "分电源与购电合同的电量，TWh"),
      headers: [say("Year", "年份")] + layers.map(\.name), rows: table(layers.map(\.values)))
    let note = say(
      "Plants in the city and electricity from outside, before the grid's losses.",
      "本市电厂与外来电，未扣除网损。")
    return Exhibit(figure: figure, notes: [note], table: table)
  }

  private func table(_ columns: [[Double]]) -> [[Cell]] {
    years.enumerated().map { place, year in
      [.integer(year)] + columns.map { .number($0[place]) }
    }
  }

  // MARK: A day

  /// The hours of the day with the highest load, in the last year.
  var hours: Exhibit? {
    guard let detail = subject.hours, let day = highestDay(detail) else { return nil }
    let supply = hourLayers
    let loads = detail.quantities.filter(\.isLoad).map { detail.values($0, day: day) }
    let demand = (0..<detail.hoursPerDay).map { hour in loads.reduce(0) { $0 + $1[hour] } }
    var chart = TimeChart(places: 0...(detail.hoursPerDay - 1), unit: "GW")
    chart.layers = (powerInks ?? SeriesInks([supply])).paint(supply, rest: say("others", "其他"))
    chart.lines = [
      TimeChart.Line(
        name: say("Load after shifting", "移峰后负荷"), ink: .text, isDashed: false, values: demand)
    ]
    chart.placeSuffix = ":00"
    let id = detail.days[day].id
    let dayName = name("energy.electricity.days", id)
    let greatest = readableText(demand.max() ?? 0)
    let figure = Figure(
      name: prefix + "hours",
      title: say(
        "A day of \(detail.year): \(dayName)", "\(detail.year)年典型日：\(dayName)"), owner: owner,
      description: say(
        "Stacked areas of supply by the hour; the load reaches \(greatest) GW.",
        "逐时供电堆积面积图；最高负荷 \(greatest) GW。"), chart: chart)
    let layers = supply.filter { layer in layer.values.contains { $0 != 0 } }
    let table = PageTable(
      caption: say("Power by the hour, GW", "逐时功率，GW"),
      headers: [say("Hour", "小时")] + layers.map(\.name) + [say("Load", "负荷")],
      rows: demand.enumerated().map { hour, load in
        [.integer(hour)] + layers.map { .number($0.values[hour]) } + [.number(load)]
      })
    let note = say(
      "The representative day with the highest load; charging of storage hangs below zero. 'run --hourly \(detail.year)' writes every hour.",
      "负荷最高的典型日；储能充电在零线以下。run --hourly \(detail.year) 可写出全部时刻。")
    return Exhibit(figure: figure, notes: [note], table: table)
  }

  /// What supplies the day with the highest load [GW], without colours.
  var hourLayers: [TimeChart.Layer] {
    guard let detail = subject.hours, let day = highestDay(detail) else { return [] }
    return supply(of: detail) { detail.values($0, day: day) }
  }

  private func highestDay(_ detail: HourlyDetail) -> Int? {
    let loads = detail.quantities.filter(\.isLoad).map { Array(detail[$0]) }
    let hours = 0..<(detail.days.count * detail.hoursPerDay)
    let highest = hours.max { first, second in
      loads.reduce(0) { $0 + $1[first] } < loads.reduce(0) { $0 + $1[second] }
    }
    return highest.map { $0 / detail.hoursPerDay }
  }

  /// What supplies the load: plants, contracts, all storage together, and what could not be served.
  private func supply(
    of detail: HourlyDetail, _ values: (HourlyQuantity) -> [Double]
  ) -> [TimeChart.Layer] {
    let root = "energy.electricity"
    var layers: [TimeChart.Layer] = []
    func sum(_ name: String, _ quantities: [HourlyQuantity], times sign: Double) {
      let none = [Double](repeating: 0, count: detail.hoursPerDay)
      let total = quantities.reduce(none) { zip($0, values($1)).map { $0 + sign * $1 } }
      layers.append(TimeChart.Layer(name: name, ink: .rest, values: total))
    }
    var (charge, discharge): ([HourlyQuantity], [HourlyQuantity]) = ([], [])
    for quantity in detail.quantities {
      switch quantity {
      case .generation(let id): sum(name("\(root).technologies", id), [quantity], times: 1)
      case .heatPlants: sum(say("heat and power plants", "热电联产"), [quantity], times: 1)
      case .imported(let id): sum(name("\(root).imports", id), [quantity], times: 1)
      case .charge: charge.append(quantity)
      case .discharge: discharge.append(quantity)
      case .unserved: sum(say("not served", "缺电"), [quantity], times: 1)
      case .load, .shifted, .level, .curtailed: break
      }
    }
    sum(say("storage, discharging", "储能放电"), discharge, times: 1)
    sum(say("storage, charging", "储能充电"), charge, times: -1)
    return layers
  }
}

extension HourlyDetail {
  /// The values of a quantity in the hours of a day.
  fileprivate func values(_ quantity: HourlyQuantity, day: Int) -> [Double] {
    Array(self[quantity].dropFirst(day * hoursPerDay).prefix(hoursPerDay))
  }
}

extension HourlyQuantity {
  /// Whether it is asked for, after what was moved.
  fileprivate var isLoad: Bool {
    switch self {
    case .load, .shifted: true
    default: false
    }
  }
}

extension ReportPart {
  /// What each lever costs per tonne.
  var costCurve: Exhibit? {
    let avoiding = subject.costs.filter { $0.cost.perTonne != nil }
    guard !avoiding.isEmpty else { return nil }
    let curve = AbatementCurve(
      avoiding.enumerated().map { place, lever in
        .init(
          name: String(place), costPerTonne: lever.cost.perTonne ?? 0,
          abatement: lever.cost.presentAbatement)
      })
    let ordered = curve.steps.compactMap { step in Int(step.measure.name).map { avoiding[$0] } }
    let named = AbatementCurve(
      ordered.map {
        .init(
          name: leverName($0), costPerTonne: $0.cost.perTonne ?? 0,
          abatement: $0.cost.presentAbatement)
      })
    let abatementUnit = say("Mt CO2e avoided, discounted", "减排量（折现），Mt CO2e")
    let chart = CostCurveChart(
      curve: named, unit: say("CNY/t CO2e", "元/t CO2e"), abatementUnit: abatementUnit)
    let saving = ordered.filter { $0.cost.presentCost < 0 }.count
    let figure = Figure(
      name: prefix + "costs", title: say("What levers cost per tonne", "各措施单位减排成本"), owner: owner,
      description: say(
        "Bars, one a lever: height is the cost per tonne, width what it avoids. \(saving) of \(ordered.count) save money.",
        "柱状图，每项措施一柱：高为单位减排成本，宽为减排量。\(ordered.count) 项中有 \(saving) 项节省成本。"), chart: chart)
    return Exhibit(figure: figure, notes: costNotes(chart), table: costTable(ordered), isOpen: true)
  }

  private func leverName(_ lever: LeverAbatement) -> String {
    lever.lever.identity.name(language) + (lever.hasGaps ? " *" : "")
  }

  private func costTable(_ levers: [LeverAbatement]) -> PageTable {
    PageTable(
      caption: say("Levers in the order of the bars", "按柱序排列的措施"),
      headers: [
        say("No.", "序号"), say("Lever", "措施"), say("CNY/t CO2e", "元/t CO2e"),
        say("avoided, Mt CO2e (discounted)", "减排，Mt CO2e（折现）"),
        say("extra cost, billion CNY (present value)", "增量成本，亿元（现值）"),
      ],
      rows: levers.enumerated().map { place, lever in
        [
          .integer(place + 1), .text(leverName(lever)), .optional(lever.cost.perTonne),
          .number(lever.cost.presentAbatement),
          .number(CountedUnit.money.number(lever.cost.presentCost, language)),
        ]
      })
  }

  private func costNotes(_ chart: CostCurveChart) -> [String] {
    var notes = [
      say(
        "Each lever against the scenario without it, payments for carbon left out. What levers do together is counted for each or for none: the widths do not add up. Levers that save stand first, by what they save in all.",
        "每项措施与去掉它的情景相比，不含碳支付。措施的共同效果会重复或遗漏，宽度不可相加。节省成本者在前，按总节省排序。")
    ]
    if subject.costs.contains(where: \.hasGaps) {
      notes.append(
        say(
          "* looks cheaper than it is: it moves parts of the city that have no cost here, or has none itself.",
          "* 看起来比实际便宜：所涉部分或措施本身未给出成本。"))
    }
    if let gaps = trajectory.blueprint.costGaps, !gaps.isEmpty {
      notes.append(
        say(
          "\(gaps.count) parts of the city have no cost and are in no figure; they are listed under warnings.",
          "有 \(gaps.count) 项未给出成本，未计入任何数值；见“警告”。"))
    }
    let idle = subject.costs.filter { $0.cost.perTonne == nil }.map(leverName)
    if !idle.isEmpty {
      let names = idle.joined(separator: say(", ", "、"))
      notes.append(
        say("Avoid nothing, and have no bar: \(names).", "没有减排量，未列入：\(names)。"))
    }
    if chart.curve.steps.contains(where: { abs($0.measure.costPerTonne) > chart.limit }) {
      notes.append(
        say("↑ ↓: the bar goes on beyond the edge.", "↑ ↓：超出图框，数值见表。"))
    }
    return notes
  }
}
