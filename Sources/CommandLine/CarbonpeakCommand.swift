public import ArgumentParser
import Diagnostics

/// The program: a command with one subcommand for each thing it does.
public struct CarbonpeakCommand: ParsableCommand {
  /// The name, the help and the subcommands.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "carbonpeak",
      abstract: say(
        "When a city's emissions peak, and what moves the peak.", "城市碳排放何时达峰，什么决定达峰。"),
      discussion: say(
        "--lang en or --lang zh may stand before the command or behind it.",
        "--lang en 或 --lang zh 可写在命令之前或之后。"),
      version: Version.current,
      subcommands: [
        NewCommand.self, CheckCommand.self, RunCommand.self, JudgeCommand.self,
        CompareCommand.self, AttributeCommand.self, SweepCommand.self, MergeCommand.self,
        UncertaintyCommand.self, SensitivityCommand.self, SolveCommand.self, OptimiseCommand.self,
        AllocateCommand.self, TableCommand.self, CalibrateCommand.self, TrackCommand.self,
        ReportCommand.self,
        ExportCommand.self, SchemaCommand.self, ManualCommand.self, ManualPageCommand.self,
        DefectCommand.self,
      ])
  }

  /// Makes the command; the argument parser needs it.
  public init() {}

  /// Runs the program with the arguments of the process and ends it with the right status.
  ///
  /// An asynchronous `main` would end its thread while the program runs, for which a static binary
  /// sorts all its stack frames: 10 ms of every start. So only commands that need it are run by a
  /// task, and the first thread waits for the signal or the exit that ends the process.
  public static func start() {
    Interruption.meetFullFiles()
    Interruption.tellTraps()
    Console.openStandardStreams()
    let arguments: [String]
    do {
      arguments = try LeadingLanguage.moved(
        behindCommandOf: Array(CommandLine.arguments.dropFirst()))
    } catch {
      end(error, of: [])
    }
    let fault =
      unknownCommand(in: arguments) ?? EmptyArgument.fault(in: arguments) ?? Console.timeFault
    if let fault {
      Console.complain(fault(Console.language(arguments: arguments)))
      finish(ExitStatus.usage.code)
    }
    do {
      var command = try parseAsRoot(arguments)
      guard command is any AsyncParsableCommand else {
        try command.run()
        finish(.success)
      }
    } catch {
      end(error, of: arguments)
    }
    Interruption.watch()
    let task = Task.detached {
      do {
        var command = try parseAsRoot(arguments) as? any AsyncParsableCommand
        try await command?.run()
        finish(.success)
      } catch is CancellationError {
        interrupted(Console.language(arguments: arguments))
      } catch {
        end(error, of: arguments)
      }
    }
    Interruption.receive(for: task)
  }

  /// Ends the program as somebody asked; nothing unfinished is left.
  private static func interrupted(_ language: Language) -> Never {
    Console.complain(Text("carbonpeak: interrupted", "carbonpeak：已中断")(language))
    finish(ExitStatus.interrupted.code)
  }

  /// Ends the program with the status of an error, after showing what it says.
  private static func end(_ error: any Error, of arguments: [String]) -> Never {
    if let refused = error as? any Refused {
      Console.complain(refused.refusal, Console.language())
      finish(refused.refusal.status.code)
    }
    let error = known(error) ? error : unforeseen(error)
    let text = ParserWords.text(
      of: error, Console.language(), askedBy: arguments, quoting: CommandLine.arguments,
      width: Console.width)
    let status = exitCode(for: error)
    if !text.isEmpty {
      status.isSuccess ? Console.show(text + "\n") : Console.complain(lines: text)
    }
    finish(status)
  }

  /// Ends the program; with another status than asked where standard output could not be written.
  private static func finish(_ status: ExitCode) -> Never {
    Self.exit(withError: Console.outputFault(after: status, Console.language()) ?? status)
  }

  /// Whether an error is one that the parser or a command throws on purpose.
  private static func known(_ error: any Error) -> Bool {
    error is ExitCode || exitCode(for: error) != .failure
  }

  /// What no command foresaw is a defect of ours, and has its own status.
  private static func unforeseen(_ error: any Error) -> ExitCode {
    let words = Text(
      english: "\(error); this should not happen, please report it", chinese: "\(error)；这是程序缺陷，请反馈")
    Console.complain(words(Console.language()), Console.language())
    return ExitStatus.defect.code
  }

  /// What to say if the first word is no command we have; the parser would not name a near one.
  static func unknownCommand(in arguments: [String]) -> Text? {
    let commands = configuration.subcommands.map { $0.configuration }
    guard let first = arguments.first, !first.hasPrefix("-"), first != "help",
      !commands.contains(where: { $0.commandName == first })
    else { return nil }
    let word = terminalSafe(excerpt(first))
    let known = commands.filter { $0.shouldDisplay }.compactMap { $0.commandName } + ["help"]
    guard let near = closestName(to: first, among: known) else {
      let list = known.joined(separator: ", ")
      return Text(
        "carbonpeak: no command '\(word)'; there are: \(list)",
        "carbonpeak：没有命令“\(word)”；现有：\(list)")
    }
    return Text(
      "carbonpeak: no command '\(word)'; did you mean '\(near)'?",
      "carbonpeak：没有命令“\(word)”；是否想用“\(near)”？")
  }
}
