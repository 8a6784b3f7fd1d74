import Analysis
import CityModel
import Diagnostics

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

  private func leverName(_ lever: LeverCost) -> String {
    lever.lever.identity.name(language) + (lever.hasGaps ? " *" : "")
  }

  private func costTable(_ levers: [LeverCost]) -> PageTable {
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
