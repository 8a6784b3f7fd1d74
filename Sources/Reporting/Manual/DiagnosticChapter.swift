import Analysis
public import Diagnostics

/// The chapter of the manual that names every kind of fault, of note of a run, and of warning of a study, with what to do about it.
public enum DiagnosticChapter {
  /// The chapter as Markdown.
  public static func text(_ language: Language) -> String {
    let faults = DiagnosticCode.allCases.map { code in
      section(code.id, code.meaning, cure: code.cure, example: code.example, language)
    }
    let notes = NoteKind.allCases.map { kind in
      section(kind.id, kind.meaning, cure: kind.cure, example: nil, language)
    }
    let studies = StudyWarningKind.allCases.map { kind in
      section(kind.id, kind.meaning, cure: kind.cure, example: nil, language)
    }
    let parts =
      [introduction(language)] + faults + [introductionOfNotes(language)] + notes
      + [introductionOfStudies(language)] + studies
    return parts.joined(separator: "\n")
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

  private static func introductionOfNotes(_ language: Language) -> String {
    Text(
      """
      # Every note of a run

      What a reader of a run's figures must know beside them. The code of a note stands under `notes`
      in `run.json`; those that would let a figure mislead are warnings on the terminal too.

      """,
      """
      # 全部运行说明

      解读一次运行的结果时须知的事项。说明的代码写在 `run.json` 的 `notes` 中；会使数值产生误导的，也作为警告显示在终端。

      """)(language)
  }

  private static func introductionOfStudies(_ language: Language) -> String {
    Text(
      """
      # Every warning of a study

      What must not be overlooked of a study beside the notes of its runs. It is told on the terminal,
      and stands under `warnings` in the record.

      """,
      """
      # 全部分析警告

      除运行说明外，各项分析结果中不可忽视的事项；在终端显示，并写入记录的 `warnings`。

      """)(language)
  }

  private static func section(
    _ id: String, _ meaning: Text, cure: Text, example: String?, _ language: Language
  ) -> String {
    let sentence = Text(
      "\(capitalised(meaning.english)). **Cure:** \(cure)", "\(meaning)。**处理：** \(cure)")
    let shown = example.map { "\n```yaml\n\($0)\n```\n" } ?? ""
    return "## \(id)\n\n\(sentence(language))\n\(shown)"
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
