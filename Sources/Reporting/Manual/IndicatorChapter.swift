import Analysis
import CityModel
public import Diagnostics

/// The chapter of the manual that says what every indicator is and where its definition comes from,
/// written from the declarations themselves.
public enum IndicatorChapter {
  /// The chapter as Markdown.
  public static func text(_ language: Language) -> String {
    let sections = Indicator.allCases.map { indicator in
      let definition = indicator.definition
      let lines: [(Text, Text)] = [
        (Text("unit", "单位"), unit(indicator.unit)),
        (Text("formula", "公式"), definition.formula),
        (Text("inputs", "输入"), definition.inputs),
        (
          Text("source", "来源"),
          Text(
            "\(definition.source) (\(definition.evidence.word))",
            "\(definition.source)（\(definition.evidence.word)）")
        ),
      ]
      let list = lines.map { what, words in
        Text("- **\(what):** \(words)\n", "- **\(what)：** \(words)\n")(language)
      }
      return "## \(indicator.id)\n\n\(indicator.name.capitalised(language))\n\n" + list.joined()
    }
    return ([introduction(language)] + sections).joined(separator: "\n")
  }

  private static func unit(_ unit: String) -> Text {
    unit == "1" ? Text("a share, a fraction of 1", "占比（以 1 为整体）") : unitName(unit)
  }

  private static func introduction(_ language: Language) -> String {
    Text(
      """
      # Every indicator

      Written by `carbonpeak manual indicators` from the program's own declarations.

      `run` writes them by year into `indicators.csv`, each under its id; only those that the scenario
      holds. A cell is empty in a year that has no value, as one whose denominator is 0. The rules they come from judge provinces;
      for a city they are a yardstick. What is known from a summary alone is marked as a secondary source.

      """,
      """
      # 全部指标

      由 `carbonpeak manual indicators` 根据程序自身的声明生成。

      `run` 将各指标逐年写入 `indicators.csv`，以 id 为列名；仅含情景所具备的指标。某年无值（如分母为 0）时单元格为空。
      相关规定考核对象为省级地区，对城市仅作参照。仅据摘要所知者标为二手资料。

      """)(language)
  }
}
