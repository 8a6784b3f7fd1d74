public import Diagnostics
import Quantities

/// The chapter of the manual that names every unit, written from the table of units.
public enum UnitChapter {
  /// The chapter as Markdown.
  public static func text(_ language: Language) -> String {
    let heading = [Text("measures", "量"), Text("written", "写法"), Text("is", "等于")]
    let rows = families.map { units in
      [
        units[0].dimension.name(language),
        units.map { "`\($0.symbol)`" }.joined(separator: " "), size(of: units[0]),
      ]
    }
    return introduction(language) + "\n" + markdownTable(heading.map { $0(language) }, rows)
  }

  private static func introduction(_ language: Language) -> String {
    let examples = "`1763 万人`, `900 万吨`, `27670 亿元`"
    return Text(
      """
      # Every unit

      Written by `carbonpeak manual units` from the program's own table.

      Units are joined by `/` and `·`: `kWh/m2`, `person/vehicle`. Chinese multipliers stand before any
      unit: \(examples). A year has 365 days.

      """,
      """
      # 全部单位

      由 `carbonpeak manual units` 根据程序自身的单位表生成。

      单位用 `/` 与 `·` 组合：`kWh/m2`、`person/vehicle`。千、万、亿及其组合可加在任何单位之前：\(examples)。一年按 365 天计。

      """)(language)
  }

  /// The units there are, the spellings of one together: by kind, then by size.
  private static var families: [[Unit]] {
    func rank(_ unit: Unit) -> (String, Double, Int) {
      (unit.dimension.name.english, unit.factor, unit.coalBasis == .unspecified ? 0 : 1)
    }
    let units = Unit.knownSpellings.compactMap { try? Unit.parse($0) }
      .sorted { rank($0) < rank($1) }
    return units.reduce(into: []) { families, unit in
      if let last = families.last?.last, rank(last) == rank(unit) {
        families[families.count - 1].append(unit)
      } else {
        families.append([unit])
      }
    }
  }

  /// One of a unit in a usual unit of its kind.
  private static func size(of unit: Unit) -> String {
    for symbol in usual {
      guard let other = try? Unit.parse(symbol), let size = try? unit.convert(1, to: other) else {
        continue
      }
      return "\(shortestText(size)) \(symbol)"
    }
    return shortestText(unit.factor)
  }

  private static let usual = [
    "GJ", "kW", "t", "tCO2", "yuan", "person", "vehicle", "unit", "m2", "km", "pkm", "tkm", "vkm",
    "yr",
  ]
}
