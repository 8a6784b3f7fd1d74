/// How a command ends, as the manual promises it (after BSD's sysexits).
///
/// The same fault ends every command alike. What the command line says wrongly is ``usage``: an unknown
/// option, lever, path or column of its own, a year outside the run, an amount without a unit, a value
/// of `--set` or `--vary` that cannot be. What a file says wrongly, or what a scenario lacks for what it
/// is asked (costs, levers, `uncertainty:`, hours, a market), is ``badScenario``.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  /// A target is missed and `--fail-on-target` was given.
  case targetMissed = 1
  /// The command line is wrong.
  case usage = 64
  /// A scenario or a table is wrong.
  case badScenario = 65
  /// A file does not exist.
  case noSuchFile = 66
  /// A program that an option needs is not installed.
  case missingProgram = 69
  /// A defect of ours: a law does not hold.
  case defect = 70
  /// A result cannot be written.
  case cannotWrite = 73
  /// Writing broke off: the disk is full, say.
  case readWriteError = 74
  /// There is no solution, or none was found: of a question, a fit, or the prices of a year's market.
  case noSolution = 75
  /// Somebody ended it before it was done.
  case interrupted = 130

  /// What it means, for the manual page.
  public var meaning: Text {
    switch self {
    case .targetMissed:
      Text("A target is missed and --fail-on-target was given.", "有目标未达到，且使用了 --fail-on-target。")
    case .usage: Text("The command line is wrong.", "命令行有误。")
    case .badScenario:
      Text(
        "A scenario or a table is wrong, or lacks what is asked of it; nothing is written.",
        "情景或表格有误，或缺少所需内容；不写出任何文件。")
    case .noSuchFile: Text("A file does not exist.", "文件不存在。")
    case .missingProgram:
      Text("A program that an option needs is not installed.", "缺少某选项所需的程序。")
    case .defect:
      Text("A defect of carbonpeak: please report it.", "carbonpeak 自身的缺陷，请报告。")
    case .cannotWrite: Text("A result cannot be written.", "无法写出结果。")
    case .readWriteError: Text("Reading or writing broke off.", "读写中断。")
    case .noSolution: Text("There is no solution, or none was found.", "无解，或未能求得。")
    case .interrupted: Text("Interrupted; results of before stand.", "已中断；先前的结果保持不变。")
    }
  }
}
