import ArgumentParser
import Diagnostics

/// `carbonpeak defect`: ends as the program ends at a defect of its own, so that a test can see it do so
/// in the binary that people run.
///
/// It is not listed among the commands.
struct DefectCommand: ParsableCommand {
  /// How the program finds out that it is wrong.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    /// By a condition of ours that does not hold.
    case condition
    /// By a place of an array that is not there, which Swift itself checks.
    case place
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "defect",
      abstract: say("Meet a defect on purpose.", "有意触发程序缺陷（供测试）。"), shouldDisplay: false)
  }

  @Argument(help: help("How it is found out.", "缺陷的发现方式。")) var kind = Kind.condition

  func run() throws {
    switch kind {
    case .condition: defect("a defect met on purpose")
    case .place: Console.say(Kind.allCases[Kind.allCases.count].rawValue)
    }
  }
}
