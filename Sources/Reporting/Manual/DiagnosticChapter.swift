public import Diagnostics

/// The chapter of the manual that names every kind of fault, with what to do about it.
public enum DiagnosticChapter {
  /// The chapter as Markdown.
  public static func text(_ language: Language) -> String {
    ([introduction(language)] + DiagnosticCode.allCases.map { section($0, language) })
      .joined(separator: "\n")
  }

  private static func introduction(_ language: Language) -> String {
    Text(
      """
      # Every diagnostic

      Written by `carbonpeak manual diagnostics` from the program's own table. The code stands in
      brackets at the end of a message. An error stops the run, a warning does not.
      Examples are what a file that extends `peak.yaml` of a city made by `carbonpeak new` would say.

      """,
      """
      # 全部诊断代码

      由 `carbonpeak manual diagnostics` 根据程序自身的表生成。代码写在消息末尾的方括号中。错误会中止运行，警告不会。
      示例为扩展 `peak.yaml`（由 `carbonpeak new` 生成的城市）的文件中的写法。

      """)(language)
  }

  private static func section(_ code: DiagnosticCode, _ language: Language) -> String {
    let sentence = Text(
      "\(capitalised(code.meaning.english)). **Cure:** \(code.cure)",
      "\(code.meaning)。**处理：** \(code.cure)")
    let example = DiagnosticExamples.ofCode[code].map { "\n```yaml\n\($0)\n```\n" } ?? ""
    return "## \(code.rawValue)\n\n\(sentence(language))\n\(example)"
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
