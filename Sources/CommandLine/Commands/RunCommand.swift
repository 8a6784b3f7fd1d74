import ArgumentParser

/// `carbonpeak run FILE…`.
struct RunCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration(commandName: "run") }
  func run() throws {}
}
