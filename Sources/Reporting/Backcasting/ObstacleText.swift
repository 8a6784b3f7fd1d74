import Analysis
import CityModel
import Diagnostics

extension PeakObstacle {
  /// The reason in a sentence or two.
  var sentence: Text {
    let unit = OutputKind.total.unit
    let (low, high) = (
      readableText(before.value, digits: 4), readableText(after.value, digits: 4)
    )
    if let lastUntouched {
      return Text(
        "Why not by \(asked): no lever changes anything before \(lastUntouched + 1), and emissions of \(after.year) (\(high) \(unit)) already lie above all up to \(asked) (at most \(low) \(unit), in \(before.year)).",
        "为何不能在 \(asked) 年前达峰：\(lastUntouched + 1) 年之前没有措施起作用，而 \(after.year) 年排放（\(high) \(unit)）已高于 \(asked) 年及以前的最高值（\(before.year) 年 \(low) \(unit)）。"
      )
    }
    let parts = growth.prefix(3).map { part -> Text in
      let amount = readableText(part.value)
      return Text(
        "\(part.sector.name) +\(amount)", "\(part.sector.name) +\(amount)")
    }
    let grows = Text(
      parts.isEmpty ? "" : "; what grows: \(parts.map(\.english).joined(separator: ", "))",
      parts.isEmpty ? "" : "；增长来自：\(parts.map(\.chinese).joined(separator: "、"))")
    return Text(
      "Why not by \(asked): with all at full emissions still rise from \(low) in \(before.year) to \(high) \(unit) in \(after.year)\(grows). Levers that begin earlier or reach further would be needed.",
      "为何不能在 \(asked) 年前达峰：全力实施时排放仍由 \(before.year) 年的 \(low) 升至 \(after.year) 年的 \(high) \(unit)\(grows)。需要更早开始或力度更大的措施。"
    )
  }
}
