import ArgumentParser
import CityModel
import Diagnostics
import Reporting

/// `carbonpeak export FILE --inputs`: the yearly inputs as a table that reads back.
struct ExportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: say(
        "Write the yearly inputs of a scenario as a table to edit, which reads back.",
        "将情景的逐年输入导出为可编辑、可读回的表。"))
  }

  @Argument(help: help("A scenario file.", "情景文件。"), completion: .file(extensions: ["yaml"]))
  var file: String

  @Flag(help: help("Export the yearly inputs, before levers.", "导出措施作用前的逐年输入。"))
  var inputs = false

  @Option(
    help: help("Only what stands at or under this path.", "只导出该路径及其下的输入。"))
  var only: String?

  @Flag(
    help: help(
      "CSV for Excel: byte-order mark and CRLF.", "面向 Excel 的 CSV：字节顺序标记与 CRLF 换行。"))
  var excel = false

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard inputs else {
      throw ValidationError(say("Say what to export: --inputs.", "请指明导出内容：--inputs。"))
    }
    guard reading.overrides.isEmpty else {
      throw ValidationError(
        say(
          "export writes what the files say; --set cannot be kept.", "export 只导出文件内容，不能与 --set 同用。")
      )
    }
  }

  func run() async throws {
    let read = try ReadScenarios.read([file], reading, common)
    guard let scenario = read.scenarios.first else { return }
    let export = InputsExport(scenario, under: only.map { ParameterPath($0) })
    guard !export.series.isEmpty else { throw nothingToExport() }
    let parts = file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let name = parts.last ?? file
    let stem = (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + "-inputs"
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    let files = export.files(
      extending: name, stem: stem, style: excel ? .excel : .plain, language: common.language)
    do throws(WriteError) {
      let written = try ResultFolder(folder).create(files)
      let context = RunContext(
        read.results.map(\.reading), read.diagnostics, reading, common.language,
        options: givenOptions(of: self))
      common.tell([
        StudyAnswer.Written(study: answer(export, written), context: context, paths: written)
      ])
    } catch {
      if error.isTaken { throw alreadyThere(error.path) }
      throw error
    }
  }

  private func answer(_ export: InputsExport, _ files: [String]) -> StudyAnswer {
    let count = export.series.count
    let left = export.left
    let answer = Answer(
      nil,
      figures: [
        ("series", .integer(count)), ("left", .array(left.map { .string("\($0)") })),
      ],
      story: { language, width in
        let told = [Text("\(count) series written out.", "已导出 \(count) 个序列。")]
        let stay = left.prefix(1).map { first in
          Text(
            "\(left.count) series stay in the scenario, such as \(first): they are adjusted, their unit depends on another value, or their shares are rounded",
            "\(left.count) 个序列仍留在情景文件中，如 \(first)：其已被 adjustments 调整、单位取决于其他数值，或份额经过舍入")
        }
        return (told + stay).flatMap { wrapped($0(language), to: width) }.joined(separator: "\n")
      })
    let next = Text(
      "Edit the table, then: carbonpeak run \(files[0])", "编辑该表后运行：carbonpeak run \(files[0])")
    return StudyAnswer(answer: answer, afterword: { _ in [next(common.language)] })
  }

  private func nothingToExport() -> Refusal {
    let place = only.map { " '\($0)'" } ?? ""
    return Refusal(
      Text("no yearly input at or under\(place)", "该路径下没有逐年输入：\(place)"), .usage)
  }

  private func alreadyThere(_ path: String) -> Refusal {
    Refusal(
      Text(
        "'\(path)' exists already and may hold edits; nothing was written",
        "“\(path)”已存在，可能含有修改；未写入任何内容"), .cannotWrite)
  }
}
