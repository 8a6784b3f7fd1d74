import Analysis
import Diagnostics

/// What each measure costs per tonne, over what they avoid together: one bar beside the other.
///
/// Bars are numbered in their order. Saving and costing bars differ in their side of the zero line
/// as in colour.
struct CostCurveChart: Drawable {
  let curve: AbatementCurve
  /// What stands at the two axes.
  let unit: String, abatementUnit: String

  /// The greatest cost drawn whole [yuan/t]: twice that below which 85 % of the tonnes lie.
  ///
  /// Measures of few tonnes can cost or save very much per tonne; drawn whole, they would flatten all
  /// others.
  var limit: Double {
    let steps = curve.steps.map(\.measure).sorted { abs($0.costPerTonne) < abs($1.costPerTonne) }
    guard let greatest = steps.last, let total = curve.steps.last?.cumulativeAbatement else {
      return 1
    }
    var sum = 0.0
    let usual = steps.first {
      sum += $0.abatement
      return sum >= 0.85 * total
    }
    let limit = 2 * abs(usual?.costPerTonne ?? 0)
    return limit > 0 ? min(abs(greatest.costPerTonne), limit) : abs(greatest.costPerTonne)
  }

  func drawing(_ size: ChartSize) -> Drawing {
    let top = 34.0
    let bottom = 34 + size.plotHeight
    let limit = limit
    let costs = LinearScale(
      holding: [0] + curve.steps.map { min(max($0.measure.costPerTonne, -limit), limit) },
      from: bottom, to: top)
    let left = max(30, (costs.ticks.map { size.width(of: costs.label($0)) }.max() ?? 0) + 10)
    let right = size.width - 14
    let total = curve.steps.last?.cumulativeAbatement ?? 1
    func x(_ abatement: Double) -> Double { left + abatement / total * (right - left) }
    var taken = (above: 0.0, below: 0.0)
    let bars = curve.steps.enumerated().flatMap { number, step in
      bar(
        number + 1, step, from: x(step.cumulativeAbatement - step.measure.abatement),
        to: x(step.cumulativeAbatement), costs, size, &taken)
    }
    let shapes =
      grid(costs, from: left, to: right, size) + bars
      + below(total, left: left, right: right, bottom: bottom, size)
    return Drawing(height: bottom + 60, shapes: shapes)
  }

  private func grid(
    _ costs: LinearScale, from left: Double, to right: Double, _ size: ChartSize
  ) -> [Markup] {
    costs.ticks.flatMap { tick -> [Markup] in
      let y = coordinate(costs(tick))
      return [
        .tag(
          "line",
          [
            "class": tick == 0 ? "axis" : "grid", "x1": coordinate(left), "x2": coordinate(right),
            "y1": y, "y2": y,
          ]),
        .tag(
          "text",
          [
            "class": "faint", "x": coordinate(left - 6), "y": coordinate(costs(tick) + 4),
            "text-anchor": "end",
          ], costs.label(tick)),
      ]
    } + [.tag("text", ["class": "faint", "x": "2", "y": "12"], unit)]
  }

  /// A bar and its number, which is left out where it would lie upon another.
  private func bar(
    _ number: Int, _ step: AbatementCurve.Step, from: Double, to: Double, _ costs: LinearScale,
    _ size: ChartSize, _ taken: inout (above: Double, below: Double)
  ) -> [Markup] {
    let cost = step.measure.costPerTonne
    let zero = costs(0)
    let end = costs(cost)
    let words = "\(number) · \(step.measure.name) · \(readableText(cost)) \(unit)"
    let rect = Markup.tag(
      "rect",
      [
        "class": "bar \(cost < 0 ? "s3" : "s2")", "x": coordinate(from),
        "y": coordinate(min(zero, end)), "width": coordinate(max(1.5, to - from - 0.8)),
        "height": coordinate(max(1, abs(end - zero))),
      ], [.tag("title", words)])
    let label = "\(number)\(abs(cost) > limit ? (cost < 0 ? "↓" : "↑") : "")"
    let half = size.width(of: label) / 2 + 2
    let middle = min((from + to) / 2, size.width - half)
    let free = cost < 0 ? taken.below : taken.above
    guard middle - half >= free else { return [rect] }
    if cost < 0 { taken.below = middle + half } else { taken.above = middle + half }
    return [
      rect,
      .tag(
        "text",
        [
          "class": "ink strong", "x": coordinate(middle),
          "y": coordinate(cost < 0 ? end + 14 : end - 4), "text-anchor": "middle",
        ], label),
    ]
  }

  /// The axis of what is avoided.
  private func below(
    _ total: Double, left: Double, right: Double, bottom: Double, _ size: ChartSize
  ) -> [Markup] {
    let scale = LinearScale(holding: [0, total], from: left, to: right, count: size.mostPlaces)
    let marks = scale.ticks.filter { $0 <= total }.map { tick in
      Markup.tag(
        "text",
        [
          "class": "faint", "x": coordinate(left + tick / total * (right - left)),
          "y": coordinate(bottom + 34), "text-anchor": "middle",
        ], scale.label(tick))
    }
    return marks + [
      .tag(
        "text",
        [
          "class": "faint", "x": coordinate(right), "y": coordinate(bottom + 54),
          "text-anchor": "end",
        ], size.cut(abatementUnit, to: right - 4))
    ]
  }
}
