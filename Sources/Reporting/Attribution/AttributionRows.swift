import Analysis
import CityModel
import Diagnostics

/// A lever, a group of levers or all of them, with their parts of one metric.
struct AttributionRow {
  /// What a row stands for.
  enum Subject {
    case total
    case group(Lever.Group)
    case lever(Identity, Lever.Group)
  }
  let subject: Subject
  let value: Double
  let owen: Double
  let firstIn: Double
  let lastOut: Double
  /// The standard errors of value and Owen value.
  let errors: (value: Double, owen: Double)
}

extension LeverAttribution {
  /// The rows of a metric: all levers, the groups, the levers in the order of the file, and those
  /// that change nothing.
  func rows(_ metric: Int) -> [AttributionRow] {
    let whole = attribution.whole[metric]
    let total = AttributionRow(
      subject: .total, value: whole, owen: whole, firstIn: whole, lastOut: whole, errors: (0, 0))
    return [total] + groupRows(metric) + leverRows(metric)
  }

  /// The rows of the groups.
  func groupRows(_ metric: Int) -> [AttributionRow] {
    game.groups.enumerated().map { place, group in
      let members = game.players.indices.filter { game.players[$0].group == group }
      func sum(_ parts: [[Double]]) -> Double { members.reduce(0) { $0 + parts[$1][metric] } }
      return AttributionRow(
        subject: .group(group), value: sum(attribution.shapley), owen: sum(attribution.owen),
        firstIn: attribution.groupFirstIn[place][metric],
        lastOut: attribution.groupLastOut[place][metric],
        errors: (
          attribution.groupShapleyErrors[place][metric], attribution.groupOwenErrors[place][metric]
        ))
    }
  }

  /// The rows of the levers.
  func leverRows(_ metric: Int) -> [AttributionRow] {
    let moving = game.players.enumerated().map { place, player in
      AttributionRow(
        subject: .lever(player.identity, player.group),
        value: attribution.shapley[place][metric], owen: attribution.owen[place][metric],
        firstIn: attribution.firstIn[place][metric], lastOut: attribution.lastOut[place][metric],
        errors: (attribution.shapleyErrors[place][metric], attribution.owenErrors[place][metric]))
    }
    let idle = game.idle.map { lever in
      AttributionRow(
        subject: .lever(lever.identity, lever.group), value: 0, owen: 0, firstIn: 0, lastOut: 0,
        errors: (0, 0))
    }
    return moving + idle
  }
}

extension AttributionRow.Subject {
  /// The cell `lever`.
  var lever: Cell {
    switch self {
    case .total: .word("(total)", Text("(total)", "（合计）"))
    case .group: .word("(group)", Text("(group)", "（类别小计）"))
    case .lever(let identity, _): .text(identity.id)
    }
  }

  /// The cell `group`.
  var group: Cell {
    switch self {
    case .total: .empty
    case .group(let group), .lever(_, let group): .group(group)
    }
  }
}
