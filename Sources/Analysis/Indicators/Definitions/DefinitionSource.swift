import Diagnostics

/// The rules from which several definitions come.
enum DefinitionSource {
  static let actionPlan = Text(
    "Action plan for the carbon peak in the 15th five-year plan (国发〔2026〕22号)",
    "《“十五五”碳达峰行动方案》（国发〔2026〕22号）")
  static let assessment = Text(
    "Yearly assessment of carbon peak and neutrality (碳达峰碳中和综合评价考核办法, 2026-04-23), known from summaries",
    "《碳达峰碳中和综合评价考核办法》（2026-04-23），据摘要")
}
