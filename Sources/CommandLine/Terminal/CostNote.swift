import CityModel
import Diagnostics

extension Blueprint {
  /// That costs are not whole, and where the parts that have none are named; nothing where all have.
  var costNote: Text? {
    let gaps = costGaps?.count ?? 0
    guard gaps > 0 else { return nil }
    return Text(
      "costs leave out \(gaps) parts that have none; `run` names them in run.json under 'without_cost'",
      "有 \(gaps) 项未给出成本，未计入总成本；见 run 命令所写 run.json 的 without_cost")
  }
}
