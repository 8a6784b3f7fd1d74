import ArgumentParser
import Diagnostics
import Reporting

/// `carbonpeak schema`: the JSON Schema of the scenario file, for editors.
struct SchemaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema",
      abstract: say(
        "Print a JSON Schema of scenario files, by which editors complete and check them.",
        "输出情景文件的 JSON Schema，供编辑器补全和检查。"))
  }

  @OptionGroup var speech: LanguageOption

  func run() throws { Console.show(ScenarioSchema().text) }
}
