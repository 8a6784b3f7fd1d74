import ArgumentParser
import Diagnostics

/// `carbonpeak man-page`: the manual page, which `make install` installs.
///
/// It is not listed among the commands, as `--generate-completion-script` is not among the options.
struct ManualPageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "man-page",
      abstract: say("Print the manual page.", "输出手册页（man）。"), shouldDisplay: false)
  }

  @OptionGroup var speech: LanguageOption

  func run() throws { Console.show(ManualPage().text) }
}
