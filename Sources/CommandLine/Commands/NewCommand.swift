import ArgumentParser
import Diagnostics

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
    guard !common.quiet else { return }
    for path in written { Console.say(terminalSafe(path)) }
    Console.say(
      Text(
        "Now edit \(city.folder)/city.yaml, then: carbonpeak run \(city.folder)/peak.yaml",
        "请编辑 \(city.folder)/city.yaml，然后运行：carbonpeak run \(city.folder)/peak.yaml")(
          common.language))
  }
}
