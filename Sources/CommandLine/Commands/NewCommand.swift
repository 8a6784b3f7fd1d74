import ArgumentParser
import Diagnostics
import Reporting

/// `carbonpeak new DIR`: a commented starting scenario.
struct NewCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: say("Write a commented starting scenario.", "生成带注释的起始情景。"))
  }

  @Argument(
    help: help(
      "The folder to make, whose name becomes the city's id.", "要新建的文件夹，其名称即城市编号。"))
  var folder: String

  @Option(help: help("The template to start from.", "所用模板。"))
  var template = "exploring"

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let city = NewCity(folder: folder, template: template)
    let written = try city.write()
    let next = Text(
      "Now edit \(city.folder)/city.yaml, then: carbonpeak run \(city.folder)/peak.yaml",
      "请编辑 \(city.folder)/city.yaml，然后运行：carbonpeak run \(city.folder)/peak.yaml")
    let answer = Answer(
      nil, figures: [("template", .string(template))],
      story: { language, _ in
        Text("A new city from the template '\(template)'.", "由模板“\(template)”新建的城市。")(language)
      })
    let context = RunContext(
      version: Version.current, time: Console.time, options: givenOptions(of: self))
    common.tell([
      StudyAnswer.Written(
        study: StudyAnswer(answer: answer, afterword: { _ in [next(common.language)] }),
        context: context, paths: written)
    ])
  }
}
